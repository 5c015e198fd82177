using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Looks for barriers in one frame, by axe-core (https://github.com/dequelabs/axe-core).</summary>
static class Axe
{
    /// <summary>The only rules that ask for colours and sizes; what the others find is the same at each size and in each theme.</summary>
    public static readonly string[] OfLooks = ["color-contrast", "link-in-text-block", "scrollable-region-focusable", "target-size"];

    const string Run = """
        async ({ only, without }) => (await axe.run(document, {
          ...(only ? { runOnly: only } : {}), rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
          resultTypes: ['violations'], iframes: false,
        })).violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `axe ${id}: ${target} ${failureSummary}`))
        """;

    static readonly string Script = new BundledAxeScriptProvider().GetScript() + "; undefined";

    /// <summary>Once in each page, before the first look.</summary>
    public static Task LoadAsync(IFrame frame) => frame.EvaluateAsync(Script);

    /// <param name="only">These rules; null for all.</param>
    public static Task<string[]> FaultsAsync(IFrame frame, string[]? only = null, params string[] without) =>
        frame.EvaluateAsync<string[]>(Run, new { only, without });
}
