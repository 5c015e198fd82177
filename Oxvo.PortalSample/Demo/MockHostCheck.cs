using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Messenger;
using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo;

/// <summary>Stops the start, naming the setting and the cure, before a port is opened.</summary>
internal sealed class MockHostCheck(IHostEnvironment environment, MockAddresses addresses, ApplicationFiles applications) : IValidateOptions<MockHostOptions>
{
    public ValidateOptionsResult Validate(string? name, MockHostOptions options)
    {
        if (!options.Enabled)
            return options.App is null ? ValidateOptionsResult.Success
                : ValidateOptionsResult.Fail("--app shows an app in the mock messenger, which does not run here: start in Development, "
                    + "with MockHost:Enabled true.");
        if (!environment.IsDevelopment())
            return ValidateOptionsResult.Fail($"MockHost:Enabled is true in {environment.EnvironmentName}. The mock is for "
                + "Development only: remove the setting, or set it to false.");

        string[] faults =
        [
            .. Address(MockAddresses.SiteSetting, addresses.Site),
            .. Address(MockAddresses.MessengerSetting, addresses.Messenger),
            .. applications.Faults(options),
            .. StatusWidgets.Read(addresses.StatusFile("pages.json")).Faults,
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    // What is not an origin is reported by the portal's own check.
    static IEnumerable<string> Address(string setting, string origin)
    {
        if (Uri.TryCreate(origin, UriKind.Absolute, out var uri) && (uri.Scheme != "http" || !uri.IsLoopback))
            yield return $"{setting} is {origin}, where the mock cannot listen. Use http://localhost:PORT or http://127.0.0.1:PORT, "
                + "or set MockHost:Enabled to false.";
    }
}
