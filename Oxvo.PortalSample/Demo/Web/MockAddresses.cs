using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Oxvo.PortalSample.Portal;

namespace Oxvo.PortalSample.Demo.Web;

/// <summary>Where the three applications are: A and B by the portal's settings, C by what its server listens on.</summary>
internal sealed class MockAddresses(IConfiguration settings, IWebHostEnvironment environment, IServiceProvider services)
{
    public const string SiteSetting = "Portal:Site:Origins:0", MessengerSetting = "Portal:MessengerOrigins:0";

    /// <summary>A, the website.</summary>
    public string Site { get; } = Origin(settings[SiteSetting]);

    /// <summary>B, the messenger.</summary>
    public string Messenger { get; } = Origin(settings[MessengerSetting]);

    /// <summary>
    /// C, the portal, under the one name that it is reached by. Known once its server listens, so it is asked for at each use;
    /// null where it listens on nothing (a test server).
    /// </summary>
    public string? Portal =>
        services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault() is { } address
            ? PortalOrigin(BindingAddress.Parse(address)) : null;

    /// <summary>All three, the portal's as an example while it is not known.</summary>
    public AppPlaces Places => new(Site, Messenger, Portal ?? "https://portal.acme.example");

    public string AppsFile => Beside("seed-data/apps.json");

    public string TemplatesFolder => Beside("seed-data/app-templates");

    public string CustomersFile => Beside("seed-data/customers.json");

    /// <summary>The demo's status pages, and the feeds of the mock providers.</summary>
    public string StatusFile(params string[] path) => Beside(Path.Combine(["seed-data/status", .. path]));

    public string Files(string folder) => Beside(Path.Combine("wwwroot", folder));

    /// <summary>What goes to an integrator's site, as Acme has it.</summary>
    public string PortalSession => Path.Combine(environment.ContentRootPath, "ForYourSite/portal-session.js");

    /// <summary>The bar that Acme's pages share.</summary>
    public string DemoBar => Beside("wwwroot/site/demo-bar.html");

    string Beside(string path) => Path.GetFullPath(Path.Combine("..", path), environment.ContentRootPath);

    static string Origin(string? text) => PortalOptionsCheck.NormaliseOrigin(text ?? "") ?? "";

    // A server that listens on 127.0.0.1 or on every address is still "localhost" to the person in front of it.
    static string PortalOrigin(BindingAddress address)
    {
        var isLocal = address.Host is "+" or "*" or "0.0.0.0" or "[::]"
            || Uri.TryCreate($"{address.Scheme}://{address.Host}", UriKind.Absolute, out var uri) && uri.IsLoopback;
        return $"{address.Scheme}://{(isLocal ? "localhost" : address.Host)}:{address.Port}";
    }
}
