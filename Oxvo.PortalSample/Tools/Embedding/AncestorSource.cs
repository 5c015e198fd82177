using System.Globalization;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>
/// One host or scheme of a frame-ancestors list (https://www.w3.org/TR/CSP3/#match-url-to-source-expression), as Chromium reads it.
/// </summary>
/// <param name="Scheme">Null where it is the page's own.</param>
/// <param name="Host">Null for a scheme alone; <c>*</c> for every host; <c>*.name</c> for what lies below the name.</param>
/// <param name="Port">Null for the scheme's own; -1 for every port.</param>
/// <param name="Path">Empty where none was written.</param>
sealed record AncestorSource(string? Scheme, string? Host, int? Port, string Path)
{
    const int AnyPort = -1;

    /// <summary>Null where the expression is none, which browsers leave out of the list.</summary>
    public static AncestorSource? Parse(string expression)
    {
        string? scheme = null;
        var at = expression.IndexOf("://", StringComparison.Ordinal);
        if (expression.EndsWith(':') && IsScheme(expression[..^1])) return new(expression[..^1].ToLowerInvariant(), null, null, "");
        if (at >= 0 && expression.IndexOfAny([':', '/']) == at)
        {
            if (!IsScheme(expression[..at])) return null;
            scheme = expression[..at].ToLowerInvariant();
            expression = expression[(at + 3)..];
        }
        var slash = expression.IndexOf('/');
        var (authority, path) = slash < 0 ? (expression, "") : (expression[..slash], expression[slash..].Split('?', '#')[0]);
        var colon = authority.IndexOf(':');
        var (host, port) = colon < 0 ? (authority, null) : (authority[..colon], authority[(colon + 1)..]);
        return IsHost(host) && ReadPort(port, out var number) ? new(scheme, host.ToLowerInvariant(), number, path) : null;
    }

    /// <param name="ancestor">Its origin.</param>
    /// <param name="self">The page's own address, after redirects.</param>
    /// <param name="redirected">Whether it came by a redirect: paths do not count then.</param>
    public bool Matches(Uri ancestor, Uri self, bool redirected)
    {
        var scheme = Scheme ?? self.Scheme;
        var isUpgrade = scheme == "http" && ancestor.Scheme == "https";
        if (scheme != ancestor.Scheme && !isUpgrade) return false;
        if (Host is null) return true;
        return MatchesHost(ancestor.IdnHost) && MatchesPort(ancestor, isUpgrade)
            // An ancestor is an origin, so the only path it has is the root.
            && (Path.Length == 0 || redirected || Uri.UnescapeDataString(Path) == "/");
    }

    bool MatchesHost(string host) => Host == "*" || (Host!.StartsWith("*.", StringComparison.Ordinal)
        ? host.EndsWith(Host[1..], StringComparison.OrdinalIgnoreCase)
        : host.Equals(Host, StringComparison.OrdinalIgnoreCase));

    // http stands for https too, but with a port written out only where that is 80 and the other is 443.
    bool MatchesPort(Uri ancestor, bool isUpgrade) => Port switch
    {
        AnyPort => true,
        null => ancestor.IsDefaultPort,
        80 when isUpgrade => ancestor.Port == 443,
        _ => !isUpgrade && Port == ancestor.Port,
    };

    static bool IsScheme(string text) =>
        text.Length > 0 && char.IsAsciiLetter(text[0]) && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '+' or '-' or '.');

    static bool IsHost(string text)
    {
        if (text == "*") return true;
        if (text.StartsWith("*.", StringComparison.Ordinal)) text = text[2..];
        return text.Split('.').All(label => label.Length > 0 && label.All(c => char.IsAsciiLetterOrDigit(c) || c is '-'));
    }

    static bool ReadPort(string? text, out int? port)
    {
        port = text == "*" ? AnyPort : null;
        if (text is null or "*") return true;
        var isNumber = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number);
        port = number;
        return isNumber;
    }
}
