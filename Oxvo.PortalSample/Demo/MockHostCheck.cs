using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Messenger;
using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo;

/// <summary>Stops the start, naming the setting and the cure, before a port is opened.</summary>
internal sealed class MockHostCheck(IHostEnvironment environment, MockAddresses addresses, IServiceProvider services)
    : IValidateOptions<MockHostOptions>
{
    public ValidateOptionsResult Validate(string? name, MockHostOptions options)
    {
        string[] faults = [.. Check(options)];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    IEnumerable<string> Check(MockHostOptions options) => (options, environment.IsDevelopment()) switch
    {
        ({ Enabled: false, App: null }, _) => [],
        ({ Enabled: false }, _) =>
        [
            "--app shows an app in the mock messenger, which does not run here: start in Development, "
                + "with MockHost:Enabled true.",
        ],
        (_, false) =>
        [
            $"MockHost:Enabled is true in {environment.EnvironmentName}. The mock is for Development only: "
                + "remove the setting, or set it to false.",
        ],
        _ =>
        [
            .. Check(MockAddresses.SiteSetting, addresses.Site),
            .. Check(MockAddresses.MessengerSetting, addresses.Messenger),
            .. CheckApps(options),
        ],
    };

    // What is not an origin is reported by the portal's own check.
    static IEnumerable<string> Check(string setting, string origin)
    {
        if (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && (uri.Scheme != "http" || !uri.IsLoopback))
            yield return $"{setting} is {origin}, where the mock cannot listen. Use http://localhost:PORT or "
                + "http://127.0.0.1:PORT, or set MockHost:Enabled to false.";
    }

    IEnumerable<string> CheckApps(MockHostOptions options)
    {
        try
        {
            services.GetRequiredService<FirstApps>();
            services.GetRequiredService<StatusWidgets>();
            var maker = services.GetRequiredService<AppMaker>();
            if (NamedApp.Find(options) is { } app)
                return maker.Make(app).Errors
                    .Select(error => $"{(error.Key == "title" ? "--title" : "--app")}: {error.Value}");
            return options.AppTitle is null ? [] : ["--title names the app of --app ADDRESS: give that as well."];
        }
        catch (InvalidDataException fault)
        {
            return [fault.Message];
        }
    }
}
