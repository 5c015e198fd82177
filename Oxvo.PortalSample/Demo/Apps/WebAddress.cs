using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>
/// What holds for every address, whoever provides it: https, or plain http on this machine; nobody's name in it; nothing that
/// cannot be seen; at most 2,000 characters.
/// </summary>
internal static partial class WebAddress
{
    public const int Longest = 2000;

    /// <summary>
    /// The address as a browser would ask for it, its host in lower case and in ASCII; or, instead, one sentence on what is wrong.
    /// A host without a scheme gets https, and on this machine http.
    /// </summary>
    public static (Uri? Address, string? Fault) Read(string text)
    {
        text = text.Trim();
        if (text.StartsWith('<')) return (null, "That is embed code. Copy only the address that stands in its src.");
        if (text.Length > Longest)
            return (null, Invariant($"An address has at most {Longest:N0} characters, and this one has {text.Length:N0}."));
        if (text.Any(char.IsWhiteSpace)) return (null, "An address has no spaces.");
        if (text.EnumerateRunes().Any(rune => rune == Rune.ReplacementChar || Unseen.Is(rune)))
            return (null, "The address holds a character that cannot be seen. Type it again.");
        // Some programs read it as a slash and others do not, so that what is checked and what is opened could be two hosts.
        if (text.Contains('\\')) return (null, @"An address has / and never \.");

        if (text.StartsWith("//", StringComparison.Ordinal)) text = "https:" + text;
        text = TypedAddress.WithScheme(text);
        if (Scheme().Match(text).Groups[1].Value.ToLowerInvariant() is not ("" or "https" or "http") and var other)
            return (null, $"An address that begins with {other}: is not opened.");
        if (UserName().IsMatch(text)) return (null, "The address holds a user name. Leave out what stands before the @.");
        if (!Host().IsMatch(text) || !Uri.TryCreate(text, UriKind.Absolute, out var uri) || Name(uri) is not { Length: > 0 } host)
            return (null, "That is not a web address.");
        if (uri.Scheme == "http" && host is not ("localhost" or "127.0.0.1" or "[::1]"))
            return (null, "Plain http works on this machine only: elsewhere, anybody on the way could change the page.");
        return (new($"{uri.Scheme}://{host}{(uri.IsDefaultPort ? "" : Invariant($":{uri.Port}"))}{uri.PathAndQuery}{uri.Fragment}"), null);
    }

    // A name in another script becomes the one that is really asked for (xn--…), so that a look-alike is seen for what it is.
    static string? Name(Uri uri)
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

    static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A([a-z][a-z0-9+.-]*):", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();

    [GeneratedRegex(@"\A\w+://[^/?#]*@")]
    private static partial Regex UserName();

    [GeneratedRegex(@"\Ahttps?://[^/?#]", RegexOptions.IgnoreCase)]
    private static partial Regex Host();
}
