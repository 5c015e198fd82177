using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// The mock messenger on a site of one's own, with a portal of one's own in it, and its page of messages.
/// </summary>
[Collection(OwnSite.Name)]
public sealed class OwnSiteTests(OwnWebsites own)
{
    [Fact]
    public async Task The_printed_snippet_and_a_right_hash_show_the_own_portal_a_customer_of_its_own()
    {
        await using var shopper = await own.ArriveAsync();
        await shopper.IdentifyAsync("1005", own.HashOf("1005"));

        await shopper.Launcher.ClickAsync();
        await shopper.OpenAppAsync("Track my order");

        await Assertions.Expect(shopper.App.Locator("#heard")).ToHaveTextAsync("1005");
        await Assertions.Expect(shopper.Messenger.Locator("#stage")).ToHaveAttributeAsync("data-state", "shown");
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task A_wrong_hash_leaves_the_visitor_anonymous_and_is_told_on_the_console()
    {
        await using var shopper = await own.ArriveAsync();

        var said = await shopper.HearsAsync("identifier_hash is wrong", $$"""
            () => oxvo.identify('1005', { identifier_hash: '{{own.HashOf("1006")}}' })
            """);
        await shopper.Launcher.ClickAsync();
        await shopper.OpenAppAsync("Account status");

        Assert.StartsWith("info: ", said);
        await Assertions.Expect(shopper.App.Locator("#heard")).ToHaveTextAsync("anonymous");
    }

    [Fact]
    public async Task A_site_that_was_not_named_cannot_hold_it_and_is_told_the_cure()
    {
        await using var visitor = await Visitor.ArriveAsync(await Chromium.SharedAsync());
        await visitor.Page.Clock.InstallAsync();
        await visitor.Page.GotoAsync(own.Stranger);

        await visitor.Page.RunAndWaitForConsoleMessageAsync(() => visitor.Page.Clock.FastForwardAsync(10_000),
            new() { Predicate = line => line.Text.Contains($"Start the mock with --site {own.Stranger}.") });

        Assert.Contains(visitor.Complaints, line => line.Contains("frame-ancestors"));
    }

    [Fact]
    public async Task The_page_of_messages_lists_what_is_said_while_it_is_open()
    {
        await using var reader = await Visitor.AtAsync(own.Mock.Messenger + "/messages");
        await EmptyAsync(reader.Page);
        await using var shopper = await own.ArriveAsync();
        await shopper.IdentifyAsync("1005", own.HashOf("1005"));

        await shopper.Page.EvaluateAsync("() => oxvo.open({ app: 'account' })");
        await Assertions.Expect(shopper.App.Locator("#heard")).ToHaveTextAsync("1005");

        foreach (var line in new[] { "Site→OXVO", "identifier_hash is right", "OXVO→App", "oxvo.current_user" })
            await Assertions.Expect(Row(reader, line)).ToBeVisibleAsync();
        Assert.Empty(reader.Complaints);
    }

    [Fact]
    public async Task A_question_of_the_portal_that_the_site_does_not_answer_is_named_with_the_cure()
    {
        await using var reader = await Visitor.AtAsync(own.Mock.Messenger + "/messages");
        await using var shopper = await own.ArriveAsync();
        await shopper.Launcher.ClickAsync();
        await shopper.OpenAppAsync("Billing");

        for (var times = 0; times < 4; times++) await shopper.App.Locator("#ask").ClickAsync();

        await Assertions.Expect(Row(reader, "asks the site’s page")).ToBeVisibleAsync();
        await Assertions.Expect(Row(reader, $"must run startPortalSession, with {own.Portal} in its portalOrigins"))
            .ToBeVisibleAsync();
    }

    [Fact]
    public async Task What_a_customer_asks_about_is_named_among_the_messages()
    {
        await using var reader = await Visitor.AtAsync(own.Mock.Messenger + "/messages");
        await using var shopper = await own.ArriveAsync();
        await shopper.Launcher.ClickAsync();
        await shopper.OpenAppAsync("Billing");

        await shopper.App.Locator("#ask").EvaluateAsync("""
            () => top.postMessage({ source: 'portal', type: 'portal.ask', v: 1, nonce: 'n-2', kind: 'order' }, '*')
            """);

        await Assertions.Expect(Row(reader, $"{own.Portal} tells the site’s page what its customer asks about."))
            .ToBeVisibleAsync();
    }

    [Theory]
    [InlineData(1280, 800)]
    [InlineData(400, 590)]
    [InlineData(320, 520)]
    public async Task The_page_of_messages_is_readable_at_any_size_in_both_themes(int width, int height)
    {
        await using var reader = await Visitor.AtAsync(own.Mock.Messenger + "/messages");
        await reader.Page.SetViewportSizeAsync(width, height);
        await EmptyAsync(reader.Page);
        await Axe.LoadAsync(reader.Page.MainFrame);
        var faults = await FaultsAsync(reader.Page);
        await using var shopper = await own.ArriveAsync();
        await shopper.Page.EvaluateAsync("() => oxvo.identify(1005, { name: 'Greta Lindner' })");
        await reader.Page.Locator("summary").First.ClickAsync();

        Assert.Empty(faults.Concat(await FaultsAsync(reader.Page)));
    }

    [Fact]
    public async Task The_page_of_messages_is_used_by_keyboard_and_has_no_barrier_empty_or_full()
    {
        await using var reader = await Visitor.AtAsync(own.Mock.Messenger + "/");
        await EmptyAsync(reader.Page);
        await Assertions.Expect(reader.Page.Locator("pre")).ToContainTextAsync(own.Mock.Token);
        await Axe.LoadAsync(reader.Page.MainFrame);
        var faults = await Axe.FaultsAsync(reader.Page.MainFrame);
        await using var shopper = await own.ArriveAsync();
        await shopper.Page.EvaluateAsync("() => oxvo.setAttributes({ plan: 'pro' })");

        await reader.Page.PressAsync(reader.Page.Locator("summary").First);
        await Assertions.Expect(reader.Page.Locator("td pre").First).ToBeVisibleAsync();
        faults = [.. faults, .. await Axe.FaultsAsync(reader.Page.MainFrame)];
        await reader.Page.PressAsync(reader.Page.Locator("#clear"), way: "Shift+Tab");

        await Assertions.Expect(reader.Page.Locator("#none")).ToBeVisibleAsync();
        await Assertions.Expect(reader.Page.Locator("#none pre")).ToBeFocusedAsync();
        Assert.Empty(faults);
    }

    static ILocator Row(Visitor reader, string words) =>
        reader.Page.Locator("#messages tr", new() { HasText = words }).First;

    static async Task<List<string>> FaultsAsync(IPage page)
    {
        List<string> faults = [.. await Layout.FaultsAsync(page.MainFrame)];
        foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
        {
            await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            faults.AddRange(await Axe.FaultsAsync(page.MainFrame, Axe.OfLooks));
        }
        return faults;
    }

    static async Task EmptyAsync(IPage page)
    {
        await Assertions.Expect(page.Locator("#state")).ToHaveTextAsync("Live");
        if (await page.Locator("#clear").IsEnabledAsync()) await page.Locator("#clear").ClickAsync();
        await Assertions.Expect(page.Locator("#none")).ToBeVisibleAsync();
    }
}
