using System.Net;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal;

/// <summary>
/// Brings origins to the one form that browsers send, and stops the start on a setting that would leave the portal open
/// or dead. Every message names the setting and the cure.
/// </summary>
public sealed partial class PortalOptionsCheck(IHostEnvironment environment)
    : IPostConfigureOptions<PortalOptions>, IValidateOptions<PortalOptions>
{
    const string PublishedX = "0NTlFV95zIa7QVmG3_PYvWbF4iZLgEF18t7y4zD3CpA";

    public void PostConfigure(string? name, PortalOptions options)
    {
        Normalise(options.MessengerOrigins);
        Normalise(options.Site.Origins);
    }

    public ValidateOptionsResult Validate(string? name, PortalOptions options)
    {
        string[] faults =
        [
            .. Origins("Portal:MessengerOrigins", options.MessengerOrigins),
            .. Origins("Portal:Site:Origins", options.Site.Origins),
            .. Site(options.Site),
            .. Keys(options.Site.Keys),
            .. options.RequestsPerMinute is { Address: > 0, Subject: > 0 }
                ? Array.Empty<string>() : ["Portal:RequestsPerMinute: Address and Subject must be 1 or more."],
            .. options.KnownProxies.Where(p => !IPAddress.TryParse(p, out _) && !IPNetwork.TryParse(p, out _))
                .Select(p => $"Portal:KnownProxies: '{p}' is not an IP address or network. "
                    + "List each proxy's address, such as 10.0.0.7, or their network, such as 10.0.0.0/8."),
            .. options.KnownProxies.Where(p => IPNetwork.TryParse(p, out var network) && network.PrefixLength == 0)
                .Select(p => $"Portal:KnownProxies: '{p}' is every address there is, so each visitor could write the "
                    + "address that is counted. List the network that your proxies are in."),
            .. options.PathBase.Length == 0 || PathPrefix().IsMatch(options.PathBase)
                ? Array.Empty<string>() : [$"Portal:PathBase: '{options.PathBase}' is not a path. "
                    + "Begin with / and end without, such as /account."],
            .. options.Hsts is "on" or "off" or "includeSubDomains"
                ? Array.Empty<string>() : [$"Portal:Hsts: '{options.Hsts}' is not known. "
                    + "Write on, off or includeSubDomains."],
            .. options.LinkHosts.Where(h => Uri.CheckHostName(h) != UriHostNameType.Dns)
                .Select(h => $"Portal:LinkHosts: '{h}' is not a host name. "
                    + "List hosts only, such as shop.acme.example."),
            .. Regional.IsLocale(options.Locale) ? Array.Empty<string>()
                : [$"Portal:Locale: '{options.Locale}' is not a locale. Write it as BCP 47 does, such as de-DE."],
            .. Regional.FindZone(options.TimeZone) is not null ? Array.Empty<string>()
                : [$"Portal:TimeZone: '{options.TimeZone}' is not a time zone. "
                    + "Write its IANA name, such as Europe/Berlin."],
            .. options.SilentDays > 0 ? Array.Empty<string>()
                : [$"Portal:SilentDays: {options.SilentDays} is not a number of days. Write 1 or more."],
        ];
        return faults.Length == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(faults);
    }

    /// <summary>
    /// The origin as a browser writes it (RFC 6454 §6.2), or null where the text is none that can be listed.
    /// </summary>
    internal static string? NormaliseOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri is { Scheme: "https" or "http", UserInfo: "", PathAndQuery: "/", Fragment: "", Host: not "" }
        && Host().IsMatch(uri.IdnHost)
            ? uri.Scheme + "://" + (uri.HostNameType == UriHostNameType.IPv6 ? uri.Host : uri.IdnHost)
                + (uri.IsDefaultPort ? "" : ":" + uri.Port)
            : null;

    static void Normalise(List<string> origins)
    {
        for (var i = 0; i < origins.Count; i++) origins[i] = NormaliseOrigin(origins[i]) ?? origins[i];
    }

    IEnumerable<string> Origins(string setting, List<string> origins)
    {
        if (origins.Count == 0)
            yield return $"{setting} is empty. List each origin exactly, such as {setting}:0=https://www.acme.example.";
        foreach (var origin in origins)
            if (NormaliseOrigin(origin) is null)
                yield return $"{setting}: '{origin}' is not an origin. Write scheme, host and port only, such as "
                    + "https://www.acme.example; no *, null, path, query or user.";
            else if (NeedsHttps(origin))
                yield return $"{setting}: '{origin}' is plain http, which anybody on the way can change. Use https; "
                    + "http is for Development only.";
    }

    IEnumerable<string> Site(SiteOptions site)
    {
        if (site.Issuer.Length == 0)
            yield return "Portal:Site:Issuer is empty. Set it to what the site puts into the token's iss.";
        if (site.Name.Length == 0)
            yield return "Portal:Site:Name is empty. Set it to the site's name as customers know it.";
        if (!Uri.TryCreate(site.SignInUrl, UriKind.Absolute, out var url) || url.Scheme is not ("https" or "http"))
            yield return $"Portal:Site:SignInUrl: '{site.SignInUrl}' is not a web address. "
                + "Set the page where customers sign in.";
        else if (NeedsHttps(site.SignInUrl))
            yield return $"Portal:Site:SignInUrl: '{site.SignInUrl}' is plain http. "
                + "Use https; http is for Development only.";
    }

    IEnumerable<string> Keys(List<SiteKey> keys)
    {
        // In Development there may be no key yet: the page shows, and every token is refused.
        if (keys.Count == 0 && !environment.IsDevelopment())
            yield return "Portal:Site:Keys is empty. Add the site's public key as Portal:Site:Keys:0:Kid, :X and :Y.";
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            var setting = $"Portal:Site:Keys:{i}";
            if (!KeyName().IsMatch(key.Kid))
                yield return $"{setting}:Kid must be 1 to 64 letters, digits, '-' or '_'.";
            else if (keys.Take(i).Any(other => other.Kid == key.Kid))
                yield return $"{setting}:Kid '{key.Kid}' names a second key. Give each key its own.";
            if (!IsOnCurve(key))
                yield return $"{setting}: X and Y are not a point of P-256. "
                    + "Copy both from the public key's JWK, as base64url.";
            if (key.X.StartsWith(PublishedX, StringComparison.Ordinal) && !environment.IsDevelopment())
                yield return $"{setting} is the test key whose private half ForYourSite/proof-vectors.json publishes, "
                    + "so anyone can sign in as anyone. Make a key of your own, as docs/your-site.md says.";
        }
    }

    static bool IsOnCurve(SiteKey key)
    {
        try
        {
            using var imported = key.ToECDsa();
            return true;
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException or ArgumentException)
        {
            return false;
        }
    }

    bool NeedsHttps(string address) =>
        !environment.IsDevelopment() && !address.StartsWith("https:", StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"\A(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|[0-9a-f:.]+)\z", RegexOptions.IgnoreCase)]
    private static partial Regex Host();

    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex KeyName();

    [GeneratedRegex(@"\A(?:/[A-Za-z0-9._~-]+)+\z")]
    private static partial Regex PathPrefix();
}

/// <summary>Registers the settings and their check.</summary>
public static class PortalOptionsServices
{
    public static void AddPortalOptions(this IServiceCollection services)
    {
        services.AddOptions<PortalOptions>().BindConfiguration("Portal").ValidateOnStart();
        services.AddSingleton<IPostConfigureOptions<PortalOptions>, PortalOptionsCheck>();
        services.AddSingleton<IValidateOptions<PortalOptions>, PortalOptionsCheck>();
    }
}
