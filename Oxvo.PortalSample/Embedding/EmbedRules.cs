using Oxvo.PortalSample.Fetching;

namespace Oxvo.PortalSample.Embedding;

/// <summary>What a rule looks at.</summary>
sealed record EmbedCase(Uri Asked, FetchAnswer Answer, IReadOnlyList<string> Ancestors)
{
    public bool IsRedirected => Asked != Answer.Address;
}

/// <summary>One small function for each thing that keeps a page from being an app, or spoils it.</summary>
static class EmbedRules
{
    public static readonly IReadOnlyList<Func<EmbedCase, IEnumerable<EmbedFinding>>> All = [Ancestors, Options, Scheme];

    static IEnumerable<EmbedFinding> Ancestors(EmbedCase page)
    {
        foreach (var header in page.Answer.Headers[ContentPolicy.Header])
        {
            var refused = new SortedSet<string>(StringComparer.Ordinal);
            var repaired = ContentPolicy.ParseAll(header).Select(policy =>
            {
                if (policy.Find(FrameAncestors.Name) is not { } value) return policy;
                var list = new FrameAncestors(value);
                var missing = page.Ancestors.Where(ancestor => !list.Allows(ancestor, page.Answer.Address, page.IsRedirected)).ToList();
                refused.UnionWith(missing);
                return missing.Count == 0 ? policy : policy.With(FrameAncestors.Name, list.With(missing));
            }).ToList();
            if (refused.Count > 0)
                yield return new()
                {
                    Blocks = true,
                    Seen = $"{ContentPolicy.Header}: {header}",
                    Why = $"Every page around the app must be in frame-ancestors, and {string.Join(" and ", refused)} is not.",
                    Repair = $"{ContentPolicy.Header}: {string.Join(", ", repaired)}",
                };
        }
    }

    static IEnumerable<EmbedFinding> Options(EmbedCase page)
    {
        var headers = page.Answer.Headers[FrameOptionsHeader.Name].ToList();
        var policies = page.Answer.Headers[ContentPolicy.Header].SelectMany(ContentPolicy.ParseAll).ToList();
        if (policies.Any(policy => policy.Find(FrameAncestors.Name) is not null)) yield break;
        var options = FrameOptionsHeader.Parse(headers);
        var self = page.Answer.Address.GetLeftPart(UriPartial.Authority);
        if (options is FrameOptions.None or FrameOptions.Allow or FrameOptions.Invalid) yield break;
        if (options == FrameOptions.SameOrigin && page.Ancestors.All(ancestor => ancestor == self)) yield break;
        var list = (options == FrameOptions.SameOrigin ? "'self' " : "") + string.Join(' ', page.Ancestors.Distinct());
        yield return new()
        {
            Blocks = true,
            Seen = string.Join(Environment.NewLine, headers.Select(value => $"{FrameOptionsHeader.Name}: {value}")),
            Why = "X-Frame-Options can name nobody; frame-ancestors can, and takes its place.",
            Repair = $"{ContentPolicy.Header}: {(policies.FirstOrDefault() ?? new([])).With(FrameAncestors.Name, list)}",
        };
    }

    static IEnumerable<EmbedFinding> Scheme(EmbedCase page) =>
        page.Answer.Address.Scheme == "http" ? [PlainHttp(page.Answer.Address, page.Ancestors)] : [];

    /// <summary>A finding about a page that is on plain http.</summary>
    public static EmbedFinding PlainHttp(Uri address, IReadOnlyList<string> ancestors)
    {
        var local = EmbedCheck.IsThisMachine(address);
        return new()
        {
            Blocks = !local && ancestors.Any(ancestor => ancestor.StartsWith("https:", StringComparison.OrdinalIgnoreCase)),
            Seen = address.GetLeftPart(UriPartial.Authority),
            Why = local ? "Plain http works on this machine; on a website with https the browser blocks it as mixed content."
                : "A website with https may not frame plain http: the browser blocks it as mixed content.",
            Repair = new UriBuilder(address) { Scheme = "https", Port = address.IsDefaultPort ? -1 : address.Port }.Uri.AbsoluteUri,
        };
    }
}
