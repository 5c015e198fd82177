using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// A person on Acme's website: what they do with mouse and keys, and what they see in the messenger's panel.
/// </summary>
sealed class Shopper(Visitor visitor, Sample sample) : IAsyncDisposable
{
    public static readonly string[] Apps = ["Account status", "Track my order", "Billing", "Getting started"];

    public Visitor Visitor => visitor;
    public IPage Page => visitor.Page;
    public IFrameLocator Messenger => Page.FrameLocator("iframe[title^='Chat']");
    public IFrameLocator Portal => Messenger.FrameLocator("#stage iframe");
    public ILocator Main => Portal.Locator("main");

    /// <summary>The portal's frame itself, for what only its own window can tell.</summary>
    public IFrame PortalFrame => Page.Frames.Single(frame => frame.Url.StartsWith(sample.Portal, StringComparison.Ordinal));

    public static async Task<Shopper> ArriveAsync(IBrowser browser, Sample sample, BrowserNewContextOptions? options = null, string path = "/")
    {
        var shopper = new Shopper(await Visitor.ArriveAsync(browser, options ?? new() { ReducedMotion = ReducedMotion.Reduce }), sample);
        await shopper.Page.GotoAsync(sample.Acme + path);
        return shopper;
    }

    /// <param name="identifier">Whom to choose in the demo bar; null is nobody.</param>
    public async Task SignInAs(string? identifier)
    {
        var choice = Page.Locator(identifier is null ? "#customers button:not([data-identifier])" : $"#customers button[data-identifier='{identifier}']");
        await Page.Locator("#choose").ClickAsync();
        await choice.WaitForAsync(new() { State = WaitForSelectorState.Attached });
        if (!await choice.IsVisibleAsync()) await Page.Locator("#customers summary").ClickAsync();
        await choice.ClickAsync();
        await Assertions.Expect(choice).ToHaveAttributeAsync("aria-pressed", "true");
    }

    public Task OpenMessenger() => Launcher.ClickAsync();

    public Task CloseMessenger() => Messenger.GetByRole(AriaRole.Button, new() { Name = "Close chat" }).ClickAsync();

    public ILocator Launcher => Page.GetByRole(AriaRole.Button, new() { Name = "Chat", Exact = true });

    public ILocator App(string title) => Messenger.Locator("#apps").GetByRole(AriaRole.Button, new() { Name = title });

    public Task OpenApp(string title) => App(title).ClickAsync();

    public async Task GoBack()
    {
        await Messenger.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await Messenger.Locator("#stage iframe").WaitForAsync(new() { State = WaitForSelectorState.Detached });
        await PointAtHomeAsync();
    }

    // For a moment the browser gives the mouse to the frame that is gone, and a click then is lost. A hand sees where
    // it points.
    async Task PointAtHomeAsync()
    {
        var apps = Messenger.Locator("#apps");
        await apps.EvaluateAsync("(apps) => { delete apps.dataset.pointed; apps.addEventListener('pointermove', () => { apps.dataset.pointed = ''; }); }");
        for (var moves = 0; moves < 1000 && await apps.GetAttributeAsync("data-pointed") is null; moves++)
        {
            var box = (await apps.BoundingBoxAsync())!;
            await Page.Mouse.MoveAsync(box.X + box.Width / 2 + moves % 2, box.Y + box.Height / 2);
        }
    }

    /// <summary>Sets one of the demo bar's host switches.</summary>
    public async Task Switch(string name, string? option = null)
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Host" }).ClickAsync();
        if (option is null) await Page.GetByLabel(name).ClickAsync();
        else await Page.GetByLabel(name).SelectOptionAsync(option);
        await Page.GetByRole(AriaRole.Button, new() { Name = "Host" }).ClickAsync();
    }

    /// <summary>The website's session ends on its server, and neither page nor messenger learn of it.</summary>
    public async Task EndSessionUnnoticed()
    {
        await Page.GetByRole(AriaRole.Button, new() { Name = "Host" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "End Acme’s session unnoticed" }).ClickAsync();
        await Page.GetByRole(AriaRole.Button, new() { Name = "Host" }).ClickAsync();
    }

    /// <summary>Waits for words in the demo bar's log of messages, open or not.</summary>
    public Task SeesInLog(string words) =>
        Page.Locator("#messages tr", new() { HasText = words }).First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

    public Task Sees(string state, string? view = null) => Main.And(Portal.Locator(
        $"[data-state={state}]{(view is null ? "" : $"[data-view={view}]")}")).WaitForAsync();

    public Task AssertSees(string state) => Assertions.Expect(Main).ToHaveAttributeAsync("data-state", state);

    /// <summary>Everything that the portal's frame holds, folded or not.</summary>
    public async Task<string> TextAsync() => await Portal.Locator("body").TextContentAsync() ?? "";

    /// <summary>
    /// Nothing went wrong unseen: no console error or warning, no CSP report, no request to anywhere else.
    /// </summary>
    public void AssertNothingWentWrong()
    {
        Assert.Empty(visitor.Complaints);
        Assert.DoesNotContain(visitor.Requests, request => !new[] { sample.Acme, sample.Messenger, sample.Portal }
            .Any(origin => request.Url.StartsWith(origin + "/", StringComparison.Ordinal)));
    }

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}
