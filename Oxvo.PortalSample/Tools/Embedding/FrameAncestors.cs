using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>
/// The frame-ancestors directive (https://www.w3.org/TR/CSP3/#directive-frame-ancestors): every ancestor must be in the
/// list, not only the nearest. What is not a source is left out; an empty list allows no page.
/// </summary>
sealed class FrameAncestors(string value)
{
    public const string Name = "frame-ancestors";
    const string Quotes = "‘’‚‛“”„‟′`´";

    // 'none' means something only by itself, and then it means an empty list.
    readonly string[] tokens =
        [.. ContentPolicy.Tokens(value).Where(token => IsSelf(token) || AncestorSource.Parse(token) is not null)];

    /// <summary>Whether this ancestor is in the list of the page at <paramref name="self"/>.</summary>
    public bool Allows(string ancestor, Uri self, bool redirected) =>
        Uri.TryCreate(ancestor, UriKind.Absolute, out var origin) && tokens.Any(token => token switch
        {
            "*" => origin.Scheme is "http" or "https",
            _ when IsSelf(token) =>
                new AncestorSource(self.Scheme, self.IdnHost, self.Port, "").Matches(origin, self, redirected),
            _ => AncestorSource.Parse(token)!.Matches(origin, self, redirected),
        });

    /// <summary>The list with these ancestors in it as well, and without what browsers pass over.</summary>
    public string With(IEnumerable<string> ancestors) => string.Join(' ', tokens.Concat(ancestors).Distinct());

    /// <summary>Whether browsers pass over a directive that was meant to be frame-ancestors.</summary>
    public static bool IsMisnamed(string name) => name.StartsWith("frame-ancestor", StringComparison.OrdinalIgnoreCase)
        && !name.Equals(Name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether pages of any host are in the list.</summary>
    public static bool IsOpen(string value) => ContentPolicy.Tokens(value)
        .Any(token => token == "*" || AncestorSource.Parse(token)?.IsAnyHost == true);

    /// <summary>What is a source of the list, and neither a directive nor everybody.</summary>
    public static bool IsNarrowSource(string text) => !ContentPolicy.IsDirective(text)
        && (IsSelf(text) || AncestorSource.Parse(text) is { IsAnyHost: false });

    /// <summary>Why browsers pass over a frame-ancestors that is there; null where they do not.</summary>
    public static string? FindVoid(string header)
    {
        foreach (var policy in ContentPolicy.ParseAll(header))
        {
            if (policy.Directives.Select(one => one.Name).FirstOrDefault(IsMisnamed) is { } misnamed)
                return Decode(misnamed).Length <= Name.Length ? $"its name is written {misnamed}"
                    : $"{Describe(Decode(misnamed)[Name.Length])} follows its name";
            if (policy.Raw(Name) is { } value && policy.Find(Name) is null)
                return $"it holds {Describe(Decode(value).First(part => part is > '~' or < '\t'))}";
        }
        return null;
    }

    /// <summary>The directive as its writer meant it, where that is a list of ancestors.</summary>
    public static (string Name, string Value) ReadMeant((string Name, string Value) written)
    {
        var isMisnamed = IsMisnamed(written.Name);
        if (!isMisnamed && !written.Name.Equals(Name, StringComparison.OrdinalIgnoreCase)) return written;
        var behind = isMisnamed ? Decode(written.Name)[(Name.Length - 1)..].TrimStart('s', 'S', '=', ':') : "";
        return (Name, string.Concat($"{behind} {Decode(written.Value)}".Select(part =>
            char.IsWhiteSpace(part) || Unseen.Is(part) ? ' ' : Quotes.Contains(part) ? '\'' : part)).Trim());
    }

    static string Describe(char part) => part switch
    {
        '=' or ':' => $"“{part}”",
        '\u00a0' => "a no-break space",
        _ when char.IsWhiteSpace(part) || Unseen.Is(part) => $"an invisible character, U+{(int)part:X4},",
        _ when Quotes.Contains(part) => "a curly quote",
        _ when part > '~' => $"“{part}”, which is not ASCII; write such a host as xn--…, and that",
        _ => $"“{part}”",
    };

    // Headers come as Latin-1, one character a byte, and were mostly written in UTF-8.
    static string Decode(string text)
    {
        if (text.All(char.IsAscii) || text.Any(part => part > '\u00ff')) return text;
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(Encoding.Latin1.GetBytes(text));
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    static bool IsSelf(string token) => token.Equals("'self'", StringComparison.OrdinalIgnoreCase);
}

/// <summary>
/// One host or scheme of the list (https://www.w3.org/TR/CSP3/#match-url-to-source-expression), as Chromium reads it.
/// </summary>
/// <param name="Scheme">Null where it is the page's own.</param>
/// <param name="Host">Empty for a scheme only; <c>*</c> for every host; <c>*.name</c> for names below.</param>
/// <param name="Port">Null for the scheme's own; -1 for every port.</param>
/// <param name="Path">Empty where none was written.</param>
sealed record AncestorSource(string? Scheme, string Host, int? Port, string Path)
{
    const int AnyPort = -1;

    /// <summary>A scheme, <c>*</c>, or all that is below a top-level domain: a stranger gets such a host too.</summary>
    public bool IsAnyHost => Scheme is null or "http" or "https" && Uri.UnescapeDataString(Path) is "" or "/"
        && (Host is "" or "*" || (Host.StartsWith("*.", StringComparison.Ordinal) && !Host[2..].Contains('.')));

    static readonly Regex Written = Pattern.New(@"\A(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*):"
        + @"|(?:(?<scheme>[A-Za-z][A-Za-z0-9+.-]*)://)?(?<host>\*|(?:\*\.)?[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*)"
        + @"(?::(?:(?<any>\*)|(?<port>0*[0-9]{1,9})))?(?:(?<path>/[^?#]*).*)?)\z");

    /// <summary>Null where the expression is not valid; browsers leave such ones out of the list.</summary>
    public static AncestorSource? Parse(string expression)
    {
        var groups = Written.Match(expression).Groups;
        if (!groups[0].Success) return null;
        int? port = groups["port"].Success ? int.Parse(groups["port"].Value, CultureInfo.InvariantCulture) : null;
        return new(groups["scheme"].Success ? groups["scheme"].Value.ToLowerInvariant() : null, groups["host"].Value,
            groups["any"].Success ? AnyPort : port, groups["path"].Value);
    }

    /// <param name="ancestor">Its origin.</param>
    /// <param name="self">The page's own address, after redirects.</param>
    /// <param name="redirected">Whether it came by a redirect: paths do not count then.</param>
    public bool Matches(Uri ancestor, Uri self, bool redirected)
    {
        var scheme = Scheme ?? self.Scheme;
        var isUpgrade = scheme == "http" && ancestor.Scheme == "https";
        if (scheme != ancestor.Scheme && !isUpgrade) return false;
        return Host.Length == 0 || (MatchesHost(ancestor.IdnHost) && MatchesPort(ancestor, isUpgrade)
            // An ancestor is an origin, so the only path it has is the root.
            && (Path.Length == 0 || redirected || Uri.UnescapeDataString(Path) == "/"));
    }

    bool MatchesHost(string host) => Host == "*"
        || (Host.StartsWith("*.", StringComparison.Ordinal)
            ? host.EndsWith(Host[1..], StringComparison.OrdinalIgnoreCase)
            : host.Equals(Host, StringComparison.OrdinalIgnoreCase));

    // http means https too, but with a port written out only where that is 80 and the other is 443.
    bool MatchesPort(Uri ancestor, bool isUpgrade) => Port switch
    {
        AnyPort => true,
        null => ancestor.IsDefaultPort,
        80 when isUpgrade => ancestor.Port == 443,
        _ => !isUpgrade && Port == ancestor.Port,
    };
}
