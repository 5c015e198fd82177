namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>The line that a page should send in place of its Content-Security-Policy: whatever else it says stays as it is.</summary>
static class PolicyRepair
{
    /// <param name="header">The header's value, empty where there is none.</param>
    /// <param name="missing">The ancestors that a list leaves out.</param>
    /// <param name="begin">The list to begin with where the header has none; null to begin none.</param>
    public static string Line(string header, Func<FrameAncestors, IEnumerable<string>> missing, string? begin = null)
    {
        var policies = Meant(header).Select(policy => policy.Raw(FrameAncestors.Name) is { } value ? Whole(policy, value) : policy).ToList();
        if (begin is not null && policies.All(policy => policy.Raw(FrameAncestors.Name) is null))
            policies = [Whole(policies.FirstOrDefault() ?? new([]), begin), .. policies.Skip(1)];
        return Line(policies);

        ContentPolicy Whole(ContentPolicy policy, string value)
        {
            var list = new FrameAncestors(value);
            return policy.With(FrameAncestors.Name, list.With(missing(list)));
        }
    }

    public static string Line(IEnumerable<ContentPolicy> policies) =>
        $"{ContentPolicy.Header}: {string.Join(", ", policies)}";

    /// <summary>Whether a directive was meant to be frame-ancestors and is not: browsers pass over it without a word.</summary>
    public static bool IsMisnamed(string name) =>
        name.StartsWith("frame-ancestor", StringComparison.OrdinalIgnoreCase)
        && !name.Equals(FrameAncestors.Name, StringComparison.OrdinalIgnoreCase);

    // A comma ends a policy and a colon belongs to the name. Who writes either among ancestors means what is said here.
    static List<ContentPolicy> Meant(string header)
    {
        List<ContentPolicy> meant = [];
        foreach (var policy in ContentPolicy.ParseAll(header))
        {
            var (name, value) = policy.Directives[0];
            if (name.Contains("://", StringComparison.Ordinal) && meant.Count > 0 && meant[^1].Raw(FrameAncestors.Name) is { } list)
                meant[^1] = new([.. meant[^1].With(FrameAncestors.Name, $"{list} {name} {value}").Directives, .. policy.Directives[1..]]);
            else
                meant.Add(new([.. policy.Directives.Select(Renamed)]));
        }
        return meant;
    }

    static (string, string) Renamed((string Name, string Value) directive) =>
        (IsMisnamed(directive.Name) ? FrameAncestors.Name : directive.Name, directive.Value);
}
