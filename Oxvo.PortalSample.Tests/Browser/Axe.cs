using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Looks for barriers in one frame, by axe-core (https://github.com/dequelabs/axe-core).</summary>
static class Axe
{
    /// <summary>
    /// The only rules that ask for colours: what they find depends on the theme, and larger text may only be paler.
    /// </summary>
    public static readonly string[] OfColours = ["color-contrast", "link-in-text-block"];

    /// <summary>The only rules that ask for sizes: what they find is the same in each theme.</summary>
    public static readonly string[] OfSizes = ["scrollable-region-focusable", "target-size"];

    /// <summary>What all the other rules find is the same at each size and in each theme.</summary>
    public static readonly string[] OfLooks = [.. OfColours, .. OfSizes];

    public const string MainHeading = "page-has-heading-one";

    public const string Run = """
        async ({ only, without }) => (await axe.run(document, {
          ...(only ? { runOnly: only } : {}), rules: Object.fromEntries(without.map((rule) => [rule, { enabled: false }])),
          resultTypes: ['violations'], iframes: false,
        })).violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `axe ${id}: ${target} ${failureSummary}`))
        """;

    static readonly string Script = Read();

    /// <summary>
    /// What it finds in all frames of a page. Each is looked at by itself, and the first alone has to have a main
    /// heading.
    /// </summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(IPage page)
    {
        List<string> faults = [];
        foreach (var frame in page.Frames)
        {
            await LoadAsync(frame);
            faults.AddRange(await FaultsAsync(frame, without: frame == page.MainFrame ? [] : [MainHeading]));
        }
        return faults;
    }

    /// <summary>Once in each page, before the first look.</summary>
    public static Task LoadAsync(IFrame frame) => frame.EvaluateAsync(Script);

    // It loads in half the time of what the package's own BundledAxeScriptProvider hands out.
    static string Read()
    {
        using var script = new StreamReader(typeof(AxeRunOptions).Assembly.GetManifestResourceStream("Deque.AxeCore.Commons.Resources.axe.min.js")!);
        return script.ReadToEnd() + "; undefined";
    }

    /// <param name="only">These rules; null for all.</param>
    public static Task<string[]> FaultsAsync(IFrame frame, string[]? only = null, params string[] without) =>
        frame.EvaluateAsync<string[]>(Run, new { only, without });
}
