using System.Text.Json;
using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>The Chromium that the other tests have as well, by Playwright.</summary>
sealed class ChromiumEngine(Visitor visitor) : Engine
{
    IPage page = visitor.Page;

    public static async Task<Engine> StartAsync()
    {
        BrowserNewContextOptions options = new()
        {
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = 1280, Height = 900 },
        };
        return new ChromiumEngine(await Visitor.ArriveAsync(await Chromium.SharedAsync(), options));
    }

    public override Task GoAsync(string address) => page.GotoAsync(address);

    public override async Task TurnToOpenedAsync()
    {
        await Eventually.HoldsAsync(() => visitor.Context.Pages.Count > 1, "No window was opened.");
        page = visitor.Context.Pages[1];
    }

    public override Task TurnBackAsync()
    {
        page = visitor.Page;
        return Task.CompletedTask;
    }

    public override async Task<JsonElement> RunAsync(string[] place, string script, params object[] arguments)
    {
        var frame = await FrameAsync(place);
        try
        {
            return await frame.EvaluateAsync<JsonElement?>(
                $"(list) => (function () {{ {Find} {script} }})(...list)", arguments) ?? default;
        }
        catch (PlaywrightException e)
        {
            throw new EngineException(e.Message);
        }
    }

    public override async Task ClickAsync(string[] place, string selector) =>
        await (await FrameAsync(place)).ClickAsync(selector);

    public override Task PressAsync(string key) => page.Keyboard.PressAsync(key);

    public override Task<byte[]> PictureAsync() => page.ScreenshotAsync();

    public override ValueTask DisposeAsync() => visitor.DisposeAsync();

    async Task<IFrame> FrameAsync(string[] place)
    {
        var frame = page.MainFrame;
        foreach (var selector in place)
        {
            var element = await frame.QuerySelectorAsync(selector);
            frame = (element is null ? null : await element.ContentFrameAsync())
                ?? throw new EngineException($"There is no frame {selector}.");
        }
        return frame;
    }
}
