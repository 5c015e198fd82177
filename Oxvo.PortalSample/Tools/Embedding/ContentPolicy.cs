namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>
/// One enforced policy of a Content-Security-Policy header (https://www.w3.org/TR/CSP3/#parse-serialized-policy). A header
/// may hold several, between commas, and there may be several headers: each policy applies.
/// </summary>
/// <param name="Directives">In order, names as they were written.</param>
sealed record ContentPolicy((string Name, string Value)[] Directives)
{
    public const string Header = "Content-Security-Policy";
    static readonly char[] Whitespace = [' ', '\t', '\n', '\f', '\r'];

    /// <summary>The policies of one header that say anything.</summary>
    public static IReadOnlyList<ContentPolicy> ParseAll(string header) =>
        [.. header.Split(',').Select(Parse).Where(policy => policy.Directives.Length > 0)];

    /// <summary>The value of the first directive of that name, which is the one that counts; null where there is none that does.</summary>
    // A value with anything outside printable ASCII voids the directive, and a later one does not take its place.
    public string? Find(string name) => Raw(name) is { } value && value.All(IsValueCharacter) ? value : null;

    /// <summary>The same, whatever characters are in it.</summary>
    public string? Raw(string name) =>
        Directives.Where(directive => IsNamed(directive, name)).Select(directive => directive.Value).FirstOrDefault();

    /// <summary>The policy with this directive in place of all of its name, or at the end.</summary>
    public ContentPolicy With(string name, string value)
    {
        var at = Array.FindIndex(Directives, directive => IsNamed(directive, name));
        return new([
            .. Directives.Select((directive, i) => i == at ? (name, value) : directive)
                .Where((directive, i) => i == at || !IsNamed(directive, name)),
            .. at < 0 ? [(name, value)] : Array.Empty<(string, string)>(),
        ]);
    }

    public override string ToString() => string.Join("; ", Directives.Select(directive => $"{directive.Name} {directive.Value}".TrimEnd()));

    /// <summary>The parts between whitespace.</summary>
    public static string[] Tokens(string value) => value.Split(Whitespace, StringSplitOptions.RemoveEmptyEntries);

    static ContentPolicy Parse(string policy) => new([
        .. policy.Split(';').Select(token => token.Trim(Whitespace)).Where(token => token.Length > 0).Select(token =>
        {
            var end = token.IndexOfAny(Whitespace);
            return end < 0 ? (token, "") : (token[..end], token[end..].Trim(Whitespace));
        }),
    ]);

    static bool IsNamed((string Name, string) directive, string name) => directive.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    static bool IsValueCharacter(char c) => Whitespace.Contains(c) || c is >= '!' and <= '~';
}
