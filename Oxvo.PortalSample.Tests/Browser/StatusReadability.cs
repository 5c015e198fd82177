using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Whether a person can read the messenger's own screens: in each size of the panel, light and dark, with small and large text.</summary>
static class StatusReadability
{
    const string FindFullCards = """
        () => [...document.querySelectorAll('.card')].filter((card) => card.checkVisibility() && card.scrollHeight > card.clientHeight + 1)
          .map((card) => `"${card.textContent.trim().slice(0, 40)}" is higher than its card`)
        """;

    static readonly (int Width, int Height)[] Panels = [(400, 638), (400, 558), (320, 568)]; // with the bar: 590, 510 and 520 are left
    static readonly ColorScheme[] Themes = [ColorScheme.Light, ColorScheme.Dark];

    /// <summary>axe in both themes; then whether every word is whole, at each size and with text twice as large.</summary>
    public static async Task<string[]> FaultsAsync(Shopper shopper)
    {
        var frame = shopper.MessengerFrame();
        var messenger = await shopper.Visitor.Context.NewCDPSessionAsync(frame);
        await Axe.LoadAsync(frame);
        // Each view scrolls in itself; the page around it hides nothing but would count as a box that cuts.
        await frame.EvaluateAsync("() => { document.body.style.overflow = 'visible'; }");
        var faults = new List<string>();
        foreach (var theme in Themes)
        {
            await shopper.Page.EmulateMediaAsync(new() { ColorScheme = theme });
            faults.AddRange((await Axe.FaultsAsync(frame, theme == Themes[0] ? null : Axe.OfLooks)).Select(fault => $"{theme}: {fault}"));
        }
        foreach (var text in new[] { 16, 32 })
        {
            await messenger.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = text, @fixed = text } });
            foreach (var (width, height) in Panels)
            {
                await SetAsync(shopper, width, height);
                var found = (await Layout.FaultsAsync(frame)).Concat(await frame.EvaluateAsync<string[]>(FindFullCards));
                faults.AddRange(found.Select(fault => $"{width}×{height}, text {text} px: {fault}"));
            }
        }
        await messenger.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 16, @fixed = 16 } });
        await SetAsync(shopper, Panels[0].Width, Panels[0].Height);
        return [.. faults];
    }

    static async Task SetAsync(Shopper shopper, int width, int height)
    {
        var isPhone = width < 400;
        await shopper.Page.SetViewportSizeAsync(isPhone ? width : 1280, isPhone ? height : (int)Math.Round((height + 84) / 0.9));
        await shopper.MessengerFrame().WaitForFunctionAsync(
            "([width, height]) => innerWidth === width && Math.abs(innerHeight - height) <= 1", new object[] { width, height });
    }
}
