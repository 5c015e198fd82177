using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>
/// What holds for every address: https, or plain http on this machine; no user name; nothing that cannot be seen; at
/// most 2,000 characters.
/// </summary>
internal static class WebAddress
{
    public const int Longest = 2000;

    /// <summary>
    /// The address as a browser would ask for it, its host in lower case and ASCII; or one sentence on what is wrong.
    /// A host without a scheme gets https, and on this machine http.
    /// </summary>
    public static (Uri? Address, string? Fault) Read(string text)
    {
        text = TypedAddress.WithoutEntities(text.Trim());
        if (text.StartsWith('<')) return (null, "That is embed code. Copy only the address that is its src.");
        if (text.Length > Longest)
            return (null, string.Create(CultureInfo.InvariantCulture,
                $"An address has at most {Longest:N0} characters, and this one has {text.Length:N0}."));
        if (text.Any(char.IsWhiteSpace)) return (null, "An address has no spaces.");
        if (text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || Unseen.Is(rune)))
            return (null, "The address holds a character that cannot be seen. Type it again.");
        // Some programs read it as a slash and others do not: what is checked and what is opened could be two hosts.
        if (text.Contains('\\')) return (null, @"An address has / and never \.");

        if (text.StartsWith("//", StringComparison.Ordinal)) text = "https:" + text;
        text = TypedAddress.WithScheme(text);
        var scheme = Regex.Match(text, @"\A([a-z][a-z0-9+.-]*):", RegexOptions.IgnoreCase)
            .Groups[1].Value.ToLowerInvariant();
        if (scheme is not ("" or "https" or "http"))
            return (null, $"An address that begins with {scheme}: is not opened.");
        if (Regex.IsMatch(text, @"\A\w+://[^/?#]*@"))
            return (null, "The address holds a user name. Leave out what is before the @.");
        if (!Regex.IsMatch(text, @"\Ahttps?://[^/?#]", RegexOptions.IgnoreCase)
            || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || ReadHost(uri) is not { Length: > 0 } host)
            return (null, "That is not a web address.");
        if (uri.Scheme == "http" && host is not ("localhost" or "127.0.0.1" or "[::1]")
            && !host.EndsWith(".localhost", StringComparison.Ordinal))
            return (null,
                "Plain http works on this machine only: elsewhere, anybody on the way could change the page.");
        var port = uri.IsDefaultPort ? "" : $":{uri.Port}";
        return (new($"{uri.Scheme}://{host}{port}{uri.PathAndQuery}{uri.Fragment}"), null);
    }

    // A name in another script becomes the one that is really asked for (xn--…), so that a look-alike is seen.
    static string? ReadHost(Uri uri)
    {
        try
        {
            return uri.HostNameType switch
            {
                UriHostNameType.Dns => uri.IdnHost.TrimEnd('.').ToLowerInvariant(),
                UriHostNameType.IPv4 or UriHostNameType.IPv6 => uri.Host,
                _ => null,
            };
        }
        catch (UriFormatException)
        {
            return null;
        }
    }
}
