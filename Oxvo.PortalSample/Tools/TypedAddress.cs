using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools;

/// <summary>Reads addresses and origins as people type or paste them.</summary>
public static partial class TypedAddress
{
    /// <summary>An absolute address with a host, of any scheme; null where the text is none.</summary>
    public static Uri? Read(string text) =>
        Uri.TryCreate(WithScheme(WithoutEntities(text.Trim())), UriKind.Absolute, out var uri) && uri.Host.Length > 0
            ? uri : null;

    /// <summary>The origin where the text is an http or https origin and nothing more; else null.</summary>
    public static string? ReadOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && uri is { Scheme: "https" or "http", PathAndQuery: "/", UserInfo: "", Fragment: "" }
            ? uri.GetLeftPart(UriPartial.Authority) : null;

    /// <summary>
    /// localhost, the names below it and the loopback addresses, which browsers trust without https
    /// (https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy).
    /// </summary>
    public static bool IsThisMachine(Uri address) => address.IsLoopback || IsBelowLocalhost(address.IdnHost);

    /// <summary>Names below localhost are this machine (RFC 6761), and few name services know them.</summary>
    public static bool IsBelowLocalhost(string host) =>
        host.TrimEnd('.').EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    /// <summary>A host without a scheme gets https, and this machine http. Anything else stays as it is.</summary>
    public static string WithScheme(string text)
    {
        if (ThisMachine().IsMatch(text)) return "http://" + text;
        return BareHost().IsMatch(text) ? "https://" + text : text;
    }

    /// <summary>An address that was copied from a page's source has <c>&amp;amp;</c> in place of each &amp;.</summary>
    public static string WithoutEntities(string text) => Ampersand().Replace(text, "&");

    [GeneratedRegex(@"&(?:amp;|#0{0,5}38;|#x0{0,4}26;)+", RegexOptions.IgnoreCase, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ampersand();

    [GeneratedRegex(@"\A(?:(?:[\w-]+\.)*localhost\.?|127\.0\.0\.1|\[::1\])(?::\d+)?(?:[/?#].*)?\z",
        RegexOptions.IgnoreCase)]
    private static partial Regex ThisMachine();

    [GeneratedRegex(@"\A[\w-]+(?:\.[\w-]+)+\.?(?::\d+)?(?:[/?#].*)?\z")]
    private static partial Regex BareHost();
}
