using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Demo.Web;

/// <summary>The mock's settings. Its addresses are the portal's own, see <see cref="MockAddresses"/>.</summary>
public sealed record MockHostOptions
{
    public const string Section = "MockHost";

    /// <summary>Runs Acme's website and the mock messenger beside the portal; refused outside Development.</summary>
    public bool Enabled { get; set; }

    /// <summary>An app to try, on top of the home screen: <c>--app ADDRESS</c>.</summary>
    public string? App { get; set; }

    /// <summary>Its title: <c>--title TITLE</c>.</summary>
    public string? AppTitle { get; set; }

    /// <summary>For all of an app's checks together, where they are run in the settings.</summary>
    public TimeSpan ChecksTimeout { get; set; } = CheckOptions.DefaultTimeout;

    public static bool IsEnabled(IConfiguration settings) => settings.GetValue<bool>($"{Section}:{nameof(Enabled)}");
}

/// <summary>
/// The origins of this run; the portal's with its path. In pages, templates and saved addresses they are
/// <c>{site}</c>, <c>{messenger}</c> and <c>{portal}</c>, so that what was saved still leads there when a port changes.
/// </summary>
public sealed record AppPlaces(string Site, string Messenger, string Portal)
{
    /// <summary>Every website that may hold the messenger, <c>{sites}</c>.</summary>
    public IReadOnlyList<string> Sites { get; init; } = [Site];

    /// <summary>The only origins whose pages may be apps, <c>{portals}</c>; empty where any page may.</summary>
    public IReadOnlyList<string> Portals { get; init; } = [];

    public string Fill(string text) => text.Replace("{site}", Site, StringComparison.Ordinal)
        .Replace("{sites}", string.Join(' ', Sites), StringComparison.Ordinal)
        .Replace("{messenger}", Messenger, StringComparison.Ordinal)
        .Replace("{portal}", Portal, StringComparison.Ordinal)
        .Replace("{portals}", string.Join(' ', Portals), StringComparison.Ordinal);
}

/// <summary>What the command <c>mock</c> was told of a site that is not the demo's.</summary>
/// <param name="Sites">The only websites that may hold the messenger.</param>
/// <param name="Portals">The portals' addresses, each with its path and without a slash at the end.</param>
/// <param name="WebsiteToken">What the site gives as <c>data-oxvo-website-token</c>.</param>
internal sealed record OwnSite(IReadOnlyList<string> Sites, IReadOnlyList<string> Portals, string WebsiteToken)
{
    /// <summary>The only origins whose pages it shows.</summary>
    public IReadOnlyList<string> PortalOrigins { get; } =
        [.. Portals.Select(portal => new Uri(portal).GetLeftPart(UriPartial.Authority)).Distinct()];
}

/// <summary>Where site, messenger and portal are in this run, and the mock's files.</summary>
internal sealed class MockAddresses
{
    public const string SiteSetting = "Portal:Site:Origins:0", MessengerSetting = "Portal:MessengerOrigins:0";

    readonly string contentRoot;
    readonly Func<string?> findPortal;

    /// <summary>The demo: A and B by the portal's settings, C where its server listens.</summary>
    public MockAddresses(IConfiguration settings, IWebHostEnvironment environment, IServiceProvider services)
    {
        Sites = [ReadOrigin(settings[SiteSetting])];
        Messenger = ReadOrigin(settings[MessengerSetting]);
        contentRoot = environment.ContentRootPath;
        findPortal = () => services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses
            .FirstOrDefault() is { } address ? NameLocally(BindingAddress.Parse(address)) : null;
    }

    /// <summary>The messenger by itself, for a site and a portal that run elsewhere.</summary>
    public MockAddresses(OwnSite own, string messenger, string contentRoot)
    {
        Own = own;
        Sites = own.Sites;
        Messenger = messenger;
        this.contentRoot = contentRoot;
        findPortal = () => own.Portals[0];
    }

    /// <summary>Null in the demo.</summary>
    public OwnSite? Own { get; }

    /// <summary>A, the website; the first of several.</summary>
    public string Site => Sites[0];

    public IReadOnlyList<string> Sites { get; }

    /// <summary>B, the messenger.</summary>
    public string Messenger { get; }

    /// <summary>
    /// C, the portal, under the one name that it is reached by. Known once its server listens, so it is asked for at
    /// each use; null where it listens on nothing (a test server).
    /// </summary>
    public string? Portal => findPortal();

    /// <summary>The origins around an app, the messenger's last: an app must let each of them frame it.</summary>
    public IReadOnlyList<string> Ancestors => [.. Sites, Messenger];

    public IEnumerable<(string Setting, string Origin)> Settings =>
        [(SiteSetting, Site), (MessengerSetting, Messenger)];

    /// <summary>All three, the portal's as an example while it is not known.</summary>
    public AppPlaces Places => new(Site, Messenger, Portal ?? "https://portal.acme.example")
    {
        Sites = Sites,
        Portals = Own?.PortalOrigins ?? [],
    };

    public string CustomersFile => Seed("customers.json");

    /// <summary>A file or folder of the demo's data.</summary>
    public string Seed(string path) => Find("../seed-data", path);

    /// <summary>A file or folder of A's and B's pages.</summary>
    public string Page(string path) => Find("../wwwroot", path);

    /// <summary>A file that goes to an integrator's site, as Acme has it.</summary>
    public string ForYourSite(string path) => Find("ForYourSite", path);

    string Find(string folder, string path) =>
        Path.GetFullPath(Path.Combine(folder, path), contentRoot);

    static string ReadOrigin(string? text) => PortalOptionsCheck.NormaliseOrigin(text ?? "") ?? "";

    // A server that listens on 127.0.0.1 or on every address is still "localhost" to the person in front of it.
    static string NameLocally(BindingAddress address)
    {
        var isLocal = address.Host is "+" or "*" or "0.0.0.0" or "[::]"
            || Uri.TryCreate($"{address.Scheme}://{address.Host}", UriKind.Absolute, out var uri) && uri.IsLoopback;
        return $"{address.Scheme}://{(isLocal ? "localhost" : address.Host)}:{address.Port}";
    }
}
