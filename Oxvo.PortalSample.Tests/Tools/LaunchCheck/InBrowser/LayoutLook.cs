using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Browser;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>What cannot be read in the frame's sizes, with the browser's text as it is and twice as large.</summary>
sealed record LayoutFaults
{
    /// <summary>What is wider than the frame.</summary>
    public required IReadOnlyList<string> Overflow { get; init; }

    /// <summary>Text that is cut off when it is larger, too small, or too pale.</summary>
    public required IReadOnlyList<string> Unreadable { get; init; }

    /// <summary>
    /// Text that may be cut off on purpose, is rather small, or stays as it is when the browser's is larger.
    /// </summary>
    public required IReadOnlyList<string> Doubtful { get; init; }
}

/// <summary>Looks at an app on its stage in every size.</summary>
static partial class LayoutLook
{
    public const double LeastPixels = 10, GoodPixels = 12;
    const int Normal = 16, Large = 32;

    static readonly (int Width, int Height)[] Frames = [(400, 590), (400, 510), (320, 520)];

    // Where a page paints no background, the browser does, in its theme; axe takes it for white.
    const string RunAxe = """
        async () => {
          const { style } = document.documentElement;
          const own = style.backgroundColor;
          const isBare = (e) => getComputedStyle(e).backgroundColor === 'rgba(0, 0, 0, 0)';
          if ([document.documentElement, document.body].every(isBare)) style.backgroundColor = 'Canvas';
          const { violations } = await axe.run(document,
            { runOnly: ['color-contrast'], resultTypes: ['violations'], iframes: false });
          style.backgroundColor = own;
          return violations.flatMap(({ nodes }) => nodes).map(({ target, any }) =>
            `${target}: ${any[0]?.data?.contrastRatio} of ${any[0]?.data?.expectedContrastRatio}`);
        }
        """;

    /// <param name="stage">With the app as it is to be looked at.</param>
    /// <param name="pictures">Where screenshots go; null for none.</param>
    /// <param name="name">Begins their names.</param>
    public static async Task<LayoutFaults> LookAsync(Stage stage, string? pictures, string name)
    {
        List<string> overflow = [], unreadable = [], doubtful = [];
        HashSet<string> usual = [];
        SizedText[] before = [];
        foreach (var text in (int[])[Normal, Large])
            foreach (var (width, height) in Frames)
            {
                await SetAsync(stage, width, height, text);
                var at = $"{width}×{height}{(text == Large ? ", text at 200 %" : "")}";
                foreach (var fault in await Layout.FaultsAsync(stage.App.Frame))
                {
                    var plain = Places().Replace(fault, "");
                    if (fault.StartsWith("the page is", StringComparison.Ordinal)
                        || fault.EndsWith("leaves the frame", StringComparison.Ordinal))
                        overflow.Add($"{at}: {plain}");
                    else if (text == Large && !usual.Contains(plain)
                        && plain.Contains(" is cut off ", StringComparison.Ordinal))
                        unreadable.Add($"{at}: {plain}");
                    else if (usual.Add(plain)) doubtful.Add($"{at}: {plain}");
                }
                if (pictures is not null)
                    await stage.Messenger.Locator("iframe").First.ScreenshotAsync(new()
                    { Path = Path.Combine(pictures, $"{name}-{width}x{height}{(text == Large ? "-200" : "")}.png") });
                if ((width, height) != Frames[0]) continue;

                var sizes = await stage.App.AskAsync<SizedText[]>("sizes");
                if (text == Normal)
                {
                    before = sizes;
                    unreadable.AddRange(Smaller(sizes, 0, LeastPixels).Concat(await PaleAsync(stage)));
                    doubtful.AddRange(Smaller(sizes, LeastPixels, GoodPixels));
                }
                else if (before.Length > 0 && before.Length == sizes.Length
                    && sizes.Zip(before).Count(pair => pair.First.Pixels <= pair.Second.Pixels * 1.2) * 2
                        > sizes.Length)
                    doubtful.Add("most text keeps its size when the browser's is twice as large: its sizes are in "
                        + "px, not in rem");
            }
        return new() { Overflow = overflow, Unreadable = unreadable, Doubtful = doubtful };
    }

    static IEnumerable<string> Smaller(SizedText[] sizes, double from, double to) =>
        sizes.Where(text => text.Pixels >= from && text.Pixels < to)
            .Select(text => $"{text.Pixels:0.#} px of {GoodPixels}: \"{text.Words}\"");

    static async Task<IEnumerable<string>> PaleAsync(Stage stage)
    {
        List<string> pale = [];
        await Axe.LoadAsync(stage.App.Frame);
        foreach (var theme in (ColorScheme[])[ColorScheme.Dark, ColorScheme.Light])
        {
            await stage.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            pale.AddRange((await stage.App.Frame.EvaluateAsync<string[]>(RunAxe))
                .Select(text => $"contrast{(theme == ColorScheme.Dark ? " in dark colours" : "")} of {text}"));
        }
        return pale;
    }

    static async Task SetAsync(Stage stage, int width, int height, int text)
    {
        foreach (var target in await stage.TargetsAsync())
            await target.SendAsync("Page.setFontSizes",
                new() { ["fontSizes"] = new { standard = text, @fixed = text } });
        await stage.Messenger.EvaluateAsync("([width, height]) => "
            + "Object.assign(document.querySelector('iframe').style, { width: `${width}px`, height: `${height}px` })",
            new[] { width, height });
        await stage.App.Frame.WaitForFunctionAsync(
            "([width, height]) => innerWidth === width && innerHeight === height", new[] { width, height });
    }

    [GeneratedRegex(@" \(-?\d+(?:,-?\d+)*\)")]
    private static partial Regex Places();
}
