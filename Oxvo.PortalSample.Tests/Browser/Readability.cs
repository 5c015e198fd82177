using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// Looks at what the portal shows in each size that its frame has in the messenger, light and dark, with the browser's text as it
/// is and twice as large, and tells what a person could not read.
/// </summary>
sealed class Readability
{
    const int Bar = 48, BesidePanel = 84; // the messenger's own bar above the app; what the panel leaves of 90 % of the window

    static readonly (int Width, int Height)[] Frames = [(400, 590), (400, 510), (320, 520)];
    static readonly ColorScheme[] Themes = [ColorScheme.Light, ColorScheme.Dark];
    static readonly int[] TextSizes = [16, 32];

    readonly Shopper shopper;
    readonly ICDPSession[] browser;

    Readability(Shopper shopper, ICDPSession[] browser) => (this.shopper, this.browser) = (shopper, browser);

    /// <summary>Empty if everything can be read.</summary>
    public static async Task<IReadOnlyList<string>> FaultsAsync(Shopper shopper, bool withAxe = true)
    {
        var context = shopper.Visitor.Context;
        var messenger = shopper.PortalFrame.ParentFrame!;
        // The messenger is another site than Acme, so the browser keeps it in another process.
        var looks = new Readability(shopper, [await context.NewCDPSessionAsync(shopper.Page), await context.NewCDPSessionAsync(messenger)]);
        if (withAxe) await Axe.LoadAsync(shopper.PortalFrame);
        List<string> faults = withAxe ? [.. await Axe.FaultsAsync(shopper.PortalFrame, without: Axe.MainHeading)] : [];
        foreach (var (width, height) in Frames)
            foreach (var text in TextSizes)
            {
                await looks.SetAsync(width, height, text);
                foreach (var theme in Themes)
                {
                    await shopper.Page.EmulateMediaAsync(new() { ColorScheme = theme });
                    var found = (await Layout.FaultsAsync(shopper.PortalFrame))
                        .Concat(withAxe ? await Axe.FaultsAsync(shopper.PortalFrame, Axe.OfLooks) : []);
                    faults.AddRange(found.Select(fault => $"{width}×{height}, {theme}, text {text} px: {fault}"));
                }
            }
        return faults;
    }

    async Task SetAsync(int width, int height, int text)
    {
        foreach (var session in browser)
            await session.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = text, @fixed = text } });
        var isPhone = width < 400;
        await shopper.Page.SetViewportSizeAsync(
            isPhone ? width : 1280, isPhone ? height + Bar : (int)Math.Round((height + Bar + BesidePanel) / 0.9));
        // With larger text the messenger's bar is higher, and the app's frame as much lower.
        await shopper.PortalFrame.WaitForFunctionAsync(
            "([width, height, isExact]) => innerWidth === width && (isExact ? Math.abs(innerHeight - height) <= 1 : innerHeight <= height + 1)",
            new object[] { width, height, text == TextSizes[0] });
    }
}
