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

    IEnumerable<string> Check(MockHostOptions options)
    {
        if (!options.Enabled)
        {
            if (options.App is not null)
                yield return "--app shows an app in the mock messenger, which does not run here: start in Development, "
                    + "with MockHost:Enabled true.";
            yield break;
        }
        if (!environment.IsDevelopment())
        {
            yield return $"MockHost:Enabled is true in {environment.EnvironmentName}. "
                + "The mock is for Development only: remove the setting, or set it to false.";
            yield break;
        }

        foreach (var (setting, origin) in addresses.Settings)
            // What is not an origin is reported by the portal's own check.
            if (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && (uri.Scheme != "http" || !uri.IsLoopback))
                yield return $"{setting} is {origin}, where the mock cannot listen. Use http://localhost:PORT or "
                    + "http://127.0.0.1:PORT, or set MockHost:Enabled to false.";

        // Each stops the start by itself where its file cannot be read.
        services.GetRequiredService<FirstApps>();
        services.GetRequiredService<StatusWidgets>();
        var maker = services.GetRequiredService<AppMaker>();
        if (NamedApp.Find(options) is { } app)
            foreach (var (field, fault) in maker.Make(app).Errors)
                yield return $"{(field == "title" ? "--title" : "--app")}: {fault}";
        else if (options.AppTitle is not null)
            yield return "--title names the app of --app ADDRESS: give that as well.";
    }
}
