using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>
/// One enforced policy of a Content-Security-Policy header (https://www.w3.org/TR/CSP3/#parse-serialized-policy). A
/// header may hold several, between commas, and there may be several headers: each policy applies.
/// </summary>
/// <param name="Directives">In order, names as they were written.</param>
sealed record ContentPolicy((string Name, string Value)[] Directives)
{
    public const string Header = "Content-Security-Policy";
    static readonly char[] Whitespace = [' ', '\t', '\n', '\f', '\r'];

    // Every directive has a dash but these. What else stands between two semicolons, browsers pass over.
    static readonly Regex DirectiveName =
        Pattern.New(@"(?i)\A(?:sandbox|webrtc|referrer|[a-z]+(?:-[a-z0-9]+){1,8})\z");

    /// <summary>The policies of one header that say anything.</summary>
    public static IReadOnlyList<ContentPolicy> ParseAll(string header) =>
        [.. header.Split(',').Select(Parse).Where(policy => policy.Directives.Length > 0)];

    static ContentPolicy Parse(string policy) => new(
    [
        .. from token in policy.Split(';').Select(token => token.Trim(Whitespace))
           where token.Length > 0
           let name = Tokens(token)[0]
           select (name, token[name.Length..].Trim(Whitespace)),
    ]);

    /// <summary>The parts between whitespace.</summary>
    public static string[] Tokens(string value) => value.Split(Whitespace, StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The value of the first directive of that name; null where there is none, or where it is void.</summary>
    // A value with anything outside printable ASCII voids the directive, and a later one does not take its place.
    public string? Find(string name) =>
        Raw(name) is { } value && value.All(c => Whitespace.Contains(c) || c is >= '!' and <= '~') ? value : null;

    /// <summary>The same, whatever characters are in it.</summary>
    public string? Raw(string name) => Directives.FirstOrDefault(directive => IsNamed(directive, name)).Value;

    /// <summary>The policy with this directive in place of all of its name, or at the end.</summary>
    public ContentPolicy With(string name, string value)
    {
        var at = Array.FindIndex(Directives, directive => IsNamed(directive, name));
        if (at < 0) return new([.. Directives, (name, value)]);
        var after = Directives[(at + 1)..].Where(directive => !IsNamed(directive, name));
        return new([.. Directives[..at], (name, value), .. after]);
    }

    static bool IsNamed((string Name, string) directive, string name) =>
        directive.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Its directives, without what is none.</summary>
    public override string ToString() => string.Join("; ", Directives.Where(directive => IsDirective(directive.Name))
        .Select(directive => $"{directive.Name} {directive.Value}".TrimEnd()));

    /// <summary>The header with these policies, but for those that hold no directive.</summary>
    public static string Line(IEnumerable<ContentPolicy> policies) =>
        $"{Header}: {string.Join(", ", policies.Select(policy => policy.ToString()).Where(text => text.Length > 0))}";

    public static bool IsDirective(string name) => DirectiveName.IsMatch(name);

    /// <summary>The line that allows the missing ancestors; whatever else the header says stays as it is.</summary>
    /// <param name="header">The header's value, empty where there is none.</param>
    /// <param name="missing">The ancestors that a list leaves out.</param>
    /// <param name="begin">The list to begin with where the header has none; null to begin none.</param>
    public static string Repair(
        string header, Func<FrameAncestors, IEnumerable<string>> missing, string? begin = null)
    {
        var policies = Meant(header)
            .Select(policy => policy.Raw(FrameAncestors.Name) is { } value ? Whole(policy, value) : policy).ToList();
        if (begin is not null && policies.All(policy => policy.Raw(FrameAncestors.Name) is null))
            policies = [Whole(policies.FirstOrDefault() ?? new([]), begin), .. policies.Skip(1)];
        return Line(policies);

        ContentPolicy Whole(ContentPolicy policy, string value)
        {
            var list = new FrameAncestors(value);
            return policy.With(FrameAncestors.Name, list.With(missing(list)));
        }
    }

    // A comma ends a policy, a semicolon a directive, and what follows a name without a space belongs to the name, but
    // their writers meant a list of ancestors. What is no directive is left out.
    static IEnumerable<ContentPolicy> Meant(string header)
    {
        List<List<(string Name, string Value)>> meant = [];
        List<(string Name, string Value)>? open = null; // the directives that end with a list of ancestors
        foreach (var policy in ParseAll(header))
        {
            List<(string Name, string Value)> directives = [];
            foreach (var (name, value) in policy.Directives.Select(FrameAncestors.ReadMeant))
                if (open is not null && FrameAncestors.IsNarrowSource(name))
                {
                    open[^1] = (FrameAncestors.Name, $"{open[^1].Value} {name} {value}");
                    directives = open;
                }
                else if (IsDirective(name))
                {
                    directives.Add((name, value));
                    open = name == FrameAncestors.Name ? directives : null;
                }
            if (directives != meant.LastOrDefault()) meant.Add(directives);
        }
        return meant.Select(directives => new ContentPolicy([.. directives]));
    }
}
