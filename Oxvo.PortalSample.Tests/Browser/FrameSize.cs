using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>The sizes that the portal's frame has in the messenger, and what a person's browser adds to them.</summary>
sealed class FrameSize
{
    const int Bar = 48, BesidePanel = 84; // the messenger's own bar above the app; what the panel leaves of 90 % of the window

    static readonly (int Width, int Height)[] Frames = [(400, 590), (400, 510), (320, 520)];

    /// <summary>Each size of the frame, in pixels, with each size of text and each theme.</summary>
    public static readonly IReadOnlyList<(int Width, int Height, int Text, ColorScheme Theme)> Variants = [..
        from theme in new[] { ColorScheme.Light, ColorScheme.Dark }
        from text in new[] { 16, 32 }
        from frame in Frames
        select (frame.Width, frame.Height, text, theme)];

    /// <summary>A script for the page: how old its data is, in words, stays as it is.</summary>
    public const string KeepAge =
        "window.setInterval = ((set) => (act, wait, ...more) => wait === 30_000 ? 0 : set(act, wait, ...more))(setInterval)";

    const string IsSet = """
        ([width, height, text, isDark]) => innerWidth === width && Math.abs(innerHeight - height) <= 2
          && getComputedStyle(document.documentElement).fontSize === `${text}px`
          && matchMedia('(prefers-color-scheme: dark)').matches === isDark
        """;

    readonly Shopper shopper;
    readonly ICDPSession[] browser;

    FrameSize(Shopper shopper, ICDPSession[] browser) => (this.shopper, this.browser) = (shopper, browser);

    public static async Task<FrameSize> OfAsync(Shopper shopper)
    {
        var context = shopper.Visitor.Context;
        // The messenger is another site than Acme, so the browser keeps it in another process.
        return new(shopper, [await context.NewCDPSessionAsync(shopper.Page), await context.NewCDPSessionAsync(shopper.MessengerFrame())]);
    }

    /// <summary>Makes the frame this large by way of the window around it, and gives back its exact size.</summary>
    public async Task<(int Width, int Height)> SetAsync(int width, int height, int text, ColorScheme theme)
    {
        foreach (var session in browser)
            await session.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = text, @fixed = text } });
        await shopper.Page.EmulateMediaAsync(new() { ColorScheme = theme });
        var isPhone = width < 400;
        await shopper.Page.SetViewportSizeAsync(
            isPhone ? width : 1280, isPhone ? height + Bar : (int)Math.Round((height + Bar + BesidePanel) / 0.9));
        await WaitAsync(shopper.PortalFrame, width, height, text, theme);
        var size = await shopper.PortalFrame.EvaluateAsync<int[]>("() => [innerWidth, innerHeight]");
        return (size[0], size[1]);
    }

    /// <summary>
    /// Waits until a frame has its size, give or take what rounding and the bar's larger text take, its text and its
    /// theme.
    /// </summary>
    public static Task WaitAsync(IFrame frame, int width, int height, int text, ColorScheme theme) =>
        frame.WaitForFunctionAsync(IsSet, new object[] { width, height, text, theme == ColorScheme.Dark });
}
