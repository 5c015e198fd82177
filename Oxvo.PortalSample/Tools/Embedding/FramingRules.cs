namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>
/// The headers that say who may frame a page. One small function for each; what it finds carries the line that repairs it.
/// </summary>
static class FramingRules
{
    /// <summary>Each policy of each header must have every ancestor.</summary>
    public static IEnumerable<EmbedFinding> Ancestors(EmbedCase page)
    {
        foreach (var header in page.PolicyHeaders)
        {
            var missing = Lists(header).SelectMany(page.Missing).Distinct().ToList();
            var verb = missing.Count == 1 ? "is" : "are";
            if (missing.Count > 0)
                yield return new()
                {
                    Blocks = true,
                    Seen = $"{ContentPolicy.Header}: {header}",
                    Why = $"Every page around the app must be in frame-ancestors, and {string.Join(" and ", missing)} {verb} not.",
                    Repair = PolicyRepair.Line(header, page.Missing),
                };
        }
    }

    /// <summary>
    /// X-Frame-Options counts only where no policy has frame-ancestors (https://www.w3.org/TR/CSP3/#frame-ancestors-and-frame-options).
    /// </summary>
    public static IEnumerable<EmbedFinding> Options(EmbedCase page)
    {
        var headers = page.Answer.Headers[FrameOptionsHeader.Name].ToList();
        var options = FrameOptionsHeader.Parse(headers);
        if (page.PolicyHeaders.SelectMany(Lists).Any() || !Blocks(options, page)) yield break;
        yield return new()
        {
            Blocks = true,
            Seen = string.Join(", ", headers.Select(value => $"{FrameOptionsHeader.Name}: {value}")),
            Why = options switch
            {
                FrameOptions.Conflict => "Values that differ forbid every frame; frame-ancestors can name who may, and counts instead.",
                FrameOptions.SameOrigin => "Only the app’s own origin may frame it; frame-ancestors can name who else may, and counts instead.",
                _ => "No page may frame it; frame-ancestors can name who may, and counts instead.",
            },
            Repair = PolicyRepair.Line(page.PolicyHeaders.FirstOrDefault() ?? "", page.Missing, options == FrameOptions.SameOrigin ? "'self'" : ""),
        };
    }

    /// <summary>A list that browsers pass over keeps nobody away, though somebody wrote it to.</summary>
    public static IEnumerable<EmbedFinding> Ignored(EmbedCase page) =>
        from header in page.PolicyHeaders
        let policies = ContentPolicy.ParseAll(header)
        let misnamed = policies.Any(policy => policy.Directives.Any(directive => PolicyRepair.IsMisnamed(directive.Name)))
        where misnamed || policies.Any(policy => policy.Raw(FrameAncestors.Name) is not null && policy.Find(FrameAncestors.Name) is null)
        select new EmbedFinding
        {
            Blocks = false,
            Seen = $"{ContentPolicy.Header}: {header}",
            Why = misnamed ? "Browsers pass over a directive whose name is not exactly frame-ancestors."
                : "Browsers pass over a frame-ancestors with characters outside ASCII; write such a host as xn--….",
            Repair = PolicyRepair.Line(header, page.Missing),
        };

    static IEnumerable<FrameAncestors> Lists(string header) =>
        from policy in ContentPolicy.ParseAll(header)
        let value = policy.Find(FrameAncestors.Name)
        where value is not null
        select new FrameAncestors(value);

    static bool Blocks(FrameOptions options, EmbedCase page) => options switch
    {
        FrameOptions.Deny or FrameOptions.Conflict => true,
        FrameOptions.SameOrigin => page.Ancestors.Any(ancestor => ancestor != page.Answer.Address.GetLeftPart(UriPartial.Authority)),
        _ => false,
    };
}
