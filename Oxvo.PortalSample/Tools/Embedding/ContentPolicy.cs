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

    public override string ToString() =>
        string.Join("; ", Directives.Select(directive => $"{directive.Name} {directive.Value}".TrimEnd()));

    public static string Line(IEnumerable<ContentPolicy> policies) => $"{Header}: {string.Join(", ", policies)}";

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

    // A comma ends a policy and a colon belongs to the name, but their writers meant a list of ancestors.
    static List<ContentPolicy> Meant(string header)
    {
        List<ContentPolicy> meant = [];
        foreach (var policy in ParseAll(header))
        {
            var (name, value) = policy.Directives[0];
            if (name.Contains("://") && meant.LastOrDefault()?.Raw(FrameAncestors.Name) is { } list)
                meant[^1] = new([.. meant[^1].With(FrameAncestors.Name, $"{list} {name} {value}").Directives,
                    .. policy.Directives[1..]]);
            else
                meant.Add(new([.. policy.Directives
                    .Select(one =>
                        (FrameAncestors.IsMisnamed(one.Name) ? FrameAncestors.Name : one.Name, one.Value))]));
        }
        return meant;
    }
}
