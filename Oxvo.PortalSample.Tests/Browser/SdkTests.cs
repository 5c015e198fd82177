using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// Each name of OXVO's public pages on the mock's <c>window.oxvo</c>: it works, or says once that it is not simulated.
/// </summary>
[Collection(OwnSite.Name)]
public sealed class SdkTests(OwnWebsites own)
{
    [Theory]
    [InlineData("{ position: 'left' }", null)]
    [InlineData(null, "data-oxvo-position=\"left\"")]
    public async Task Position_puts_launcher_and_panel_on_that_side(string? settings, string? attribute)
    {
        await using var shopper = await own.ArriveAsync(settings, TagWith(attribute));
        await shopper.Launcher.ClickAsync();

        Assert.InRange((await shopper.Launcher.BoundingBoxAsync())!.X, 0, 40);
        Assert.InRange((await shopper.Panel.BoundingBoxAsync())!.X, 0, 40);
    }

    [Theory]
    [InlineData("{ theme: 'dark' }", null, ColorScheme.Light, "dark")]
    [InlineData("{ theme: 'light' }", null, ColorScheme.Dark, "light")]
    [InlineData("{ theme: 'auto' }", null, ColorScheme.Dark, "light dark")]
    [InlineData(null, "data-oxvo-theme=\"dark\"", ColorScheme.Light, "dark")]
    public async Task Theme_is_the_messengers_own_whatever_the_system_has(
        string? settings, string? attribute, ColorScheme system, string expected)
    {
        await using var shopper = await own.ArriveAsync(settings, TagWith(attribute));
        await shopper.Page.EmulateMediaAsync(new() { ColorScheme = system });
        await shopper.Page.EvaluateAsync("() => oxvo.setAttributes({})");

        await Assertions.Expect(shopper.Messenger.Locator("html")).ToHaveCSSAsync("color-scheme", expected);
        await Assertions.Expect(shopper.Page.Locator("oxvo-messenger")).ToHaveCSSAsync("color-scheme", expected);
    }

    [Theory]
    [InlineData("{ launcherTitle: 'Ask us' }", null)]
    [InlineData(null, "data-oxvo-launcher-title=\"Ask us\"")]
    public async Task Launcher_title_is_on_the_launcher(string? settings, string? attribute)
    {
        await using var shopper = await own.ArriveAsync(settings, TagWith(attribute));

        await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Ask us", Exact = true }))
            .ToHaveTextAsync("Ask us");
    }

    [Fact]
    public async Task Without_a_launcher_the_site_opens_and_closes_it_and_the_focus_comes_back()
    {
        await using var shopper = await own.ArriveAsync("{ launcherVisible: false }");
        await Assertions.Expect(shopper.Launcher).ToBeHiddenAsync();
        await shopper.Page.GetByText("Basket").FocusAsync();

        await shopper.Page.EvaluateAsync("() => oxvo.open()");
        await Assertions.Expect(shopper.Messenger.Locator("#greeting")).ToBeVisibleAsync();
        await shopper.Page.EvaluateAsync("() => oxvo.close()");

        await Assertions.Expect(shopper.Panel).ToBeHiddenAsync();
        await Assertions.Expect(shopper.Page.GetByText("Basket")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task Show_popout_button_opens_a_window_that_knows_the_customer_and_has_the_site_as_its_opener()
    {
        await using var shopper = await own.ArriveAsync("{ showPopoutButton: true }");
        await shopper.IdentifyAsync("1005", own.HashOf("1005"));
        await shopper.Launcher.ClickAsync();
        await shopper.OpenAppAsync("Billing");

        var popout = await shopper.Page.RunAndWaitForPopupAsync(
            () => shopper.Messenger.Locator("#app [data-popout]").ClickAsync());

        await Assertions.Expect(popout.FrameLocator("#stage iframe").Locator("#heard")).ToHaveTextAsync("1005");
        await Assertions.Expect(popout.Locator("[data-popout]").First).ToBeHiddenAsync();
        await Assertions.Expect(shopper.Panel).ToBeHiddenAsync();
        Assert.True(await popout.EvaluateAsync<bool>("() => opener !== null"));
        Assert.Empty(shopper.Complaints);
    }

    /// <summary>Of a visitor without a name too, whom only this browser's storage tells apart.</summary>
    [Theory]
    [InlineData("1005")]
    [InlineData(null)]
    public async Task A_conversation_moves_into_the_popout_and_back_and_is_stored_nowhere_there(string? identifier)
    {
        await using var shopper = await own.ArriveAsync("{ showPopoutButton: true }");
        if (identifier is not null) await shopper.IdentifyAsync(identifier, own.HashOf(identifier));
        await shopper.Launcher.ClickAsync();
        await shopper.Messenger.GetByText("Send us a message").ClickAsync();
        await WriteAsync(shopper.Messenger.Locator("#text"), "Where is my book?");
        await Assertions.Expect(shopper.Messenger.Locator("#thread")).ToContainTextAsync("Thank you.");
        var name = await shopper.Messenger.Locator("#chat-as").TextContentAsync();

        var popout = await shopper.Page.RunAndWaitForPopupAsync(
            () => shopper.Messenger.Locator("#chat [data-popout]").ClickAsync());
        await Assertions.Expect(popout.Locator("#thread .mine")).ToHaveTextAsync("You: Where is my book?");
        await Assertions.Expect(popout.Locator("#chat-as")).ToHaveTextAsync(name!);
        await WriteAsync(popout.Locator("#text"), "The blue one");
        await Assertions.Expect(shopper.Messenger.Locator("#thread .mine").Last).ToHaveTextAsync("You: The blue one");
        var stored = await popout.EvaluateAsync<string>(
            "() => JSON.stringify([{ ...sessionStorage }, { ...localStorage }])");
        await shopper.IdentifyAsync("1006", own.HashOf("1006"));

        await Assertions.Expect(popout.Locator("#thread li")).ToHaveCountAsync(0);
        Assert.DoesNotContain("book", stored);
        Assert.Empty(shopper.Complaints);
    }

    static async Task WriteAsync(ILocator text, string words)
    {
        await text.FillAsync(words);
        await text.PressAsync("Enter");
    }

    /// <summary>What docs/your-site.md says of the site's own policy.</summary>
    [Theory]
    [InlineData("unsafe-none", "in a window of its own")]
    [InlineData("same-origin-allow-popups", "in a window of its own")]
    [InlineData("same-origin", "no website above it")]
    public async Task A_site_of_one_origin_cuts_the_opener_of_its_popout_and_one_that_allows_popups_does_not(
        string policy, string place)
    {
        await using var shopper = await own.ArriveAsync();
        var page = own.AddPage($"<script>window.oxvoSettings = {{ showPopoutButton: true }};</script>{own.Mock.Snippet}");
        await shopper.Page.GotoAsync($"{page}?opener-policy={policy}");
        await shopper.Launcher.ClickAsync();

        var popout = await shopper.Page.Context.RunAndWaitForPageAsync(
            () => shopper.Messenger.Locator("#home [data-popout]").ClickAsync());

        await Assertions.Expect(popout.Locator("#place")).ToContainTextAsync(place);
    }

    [Fact]
    public async Task In_a_popout_window_the_site_is_told_what_happens_and_its_customer_is_forgotten()
    {
        await using var shopper = await own.ArriveAsync("{ showPopoutButton: true }");
        await shopper.IdentifyAsync("1005", own.HashOf("1005"));
        await shopper.Launcher.ClickAsync();
        var popout = await shopper.Page.RunAndWaitForPopupAsync(
            () => shopper.Messenger.Locator("#home [data-popout]").ClickAsync());
        await popout.GetByText("Billing").ClickAsync();
        await Assertions.Expect(popout.FrameLocator("#stage iframe").Locator("#heard")).ToHaveTextAsync("1005");

        await shopper.Page.EvaluateAsync("() => oxvo.reset()");
        await Assertions.Expect(popout.FrameLocator("#stage iframe").Locator("#heard")).ToHaveTextAsync("anonymous");
        var closed = new TaskCompletionSource();
        popout.Close += (_, _) => closed.SetResult();
        await popout.Locator("#app [data-close]").ClickAsync();
        await closed.Task.WaitAsync(TimeSpan.FromSeconds(20));

        Assert.True(popout.IsClosed);
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task Without_the_setting_there_is_no_popout_button()
    {
        await using var shopper = await own.ArriveAsync();
        await shopper.Launcher.ClickAsync();
        await shopper.OpenAppAsync("Billing");

        await Assertions.Expect(shopper.Messenger.Locator("#app [data-close]")).ToBeVisibleAsync();
        await Assertions.Expect(shopper.Messenger.Locator("#app [data-popout]")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Welcome_words_are_on_the_home_screen()
    {
        await using var shopper = await own.ArriveAsync(
            "{ welcomeTitle: 'Books & more', welcomeDescription: 'We read, too' }");
        await shopper.Launcher.ClickAsync();

        await Assertions.Expect(shopper.Messenger.Locator("#greeting")).ToHaveTextAsync("Books & more");
        await Assertions.Expect(shopper.Messenger.Locator("#greeting + p")).ToHaveTextAsync("We read, too");
    }

    [Fact]
    public async Task What_is_not_simulated_or_does_not_fit_is_said_once()
    {
        (string Setting, string Words)[] settings =
        [
            ("locale: 'de'", "locale is \"de\", and it speaks English only."),
            ("widgetStyle: 'flat'", "the setting widgetStyle is not simulated."),
            ("showPopoutButton: 'yes'", "showPopoutButton is \"yes\", which changes nothing. Use true or false."),
            ("position: 'top'", "position is \"top\", which changes nothing. Use left or right."),
            ("launcherTitle: 3", "launcherTitle is 3, which changes nothing. Use a text."),
        ];
        await using var shopper = await own.ArriveAsync();
        List<string> said = [];
        shopper.Page.Console += (_, line) => said.Add($"{line.Type}: {line.Text}");

        foreach (var (setting, _) in settings)
            await shopper.HearsAsync($"the end of {setting}", $$"""
                () => {
                  oxvo.init({ {{setting}} });
                  oxvo.init({ settings: { {{setting}} } });
                  console.info("the end of {{setting}}");
                }
                """);

        Assert.Equal(settings.SelectMany(one => new[]
            { $"info: Simulated OXVO messenger: {one.Words}", $"info: the end of {one.Setting}" }), said);
        Assert.Equal(1, await shopper.Page.EvaluateAsync<int>(
            "() => document.querySelectorAll('oxvo-messenger').length"));
    }

    [Fact]
    public async Task Locale_of_the_script_tag_is_told_as_well()
    {
        await using var shopper = await own.ArriveAsync();
        var german = own.AddPage(TagWith("data-oxvo-locale=\"de\"")!);

        var said = await shopper.HearsAsync("locale", $"() => {{ location.href = '{german}'; }}");

        Assert.Equal("info: Simulated OXVO messenger: locale is \"de\", and it speaks English only.", said);
    }

    [Fact]
    public async Task Init_starts_it_where_the_tag_names_no_website_token()
    {
        await using var shopper = await own.ArriveAsync(
            snippet: $"<script defer src=\"{own.Mock.Messenger}/packs/js/sdk.js\"></script>");

        await shopper.Page.EvaluateAsync("""
            ([baseUrl, websiteToken]) => oxvo.init({ baseUrl, websiteToken, settings: { position: 'left' } })
            """, new[] { own.Mock.Messenger, own.Mock.Token });
        await shopper.Launcher.ClickAsync();

        await Assertions.Expect(shopper.Messenger.Locator("#apps")).ToContainTextAsync("Account status");
        Assert.InRange((await shopper.Launcher.BoundingBoxAsync())!.X, 0, 40);
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task In_a_head_without_defer_it_waits_for_the_page()
    {
        await using var shopper = await own.ArriveAsync(snippet: own.Mock.Snippet.Replace(" defer", ""));

        await shopper.Launcher.ClickAsync();

        await Assertions.Expect(shopper.Messenger.Locator("#apps")).ToContainTextAsync("Account status");
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task A_wrong_website_token_is_an_error_event()
    {
        await using var shopper = await own.ArriveAsync(
            snippet: "<script>heard = new Promise((resolve) => addEventListener('oxvo:error', resolve));</script>"
                + own.Mock.Snippet.Replace(own.Mock.Token, "of-another"));

        var message = await shopper.Page.EvaluateAsync<string>("async () => (await heard).detail.message");

        Assert.Equal("No widget has the website token “of-another”.", message);
    }

    [Fact]
    public async Task An_event_is_heard_until_its_handler_is_taken_off()
    {
        (string Key, string Cause, string Event)[] events =
        [
            ("opened", "oxvo.open()", "opened"),
            ("oxvo:opened", "oxvo.toggle()", "opened"),
            ("closed", "oxvo.open(), oxvo.close()", "closed"),
            ("error", "oxvo.identify(1005)", "error"),
            ("on-contact", "oxvo.setAttributes({ plan: 'pro' })", "on-contact"),
            ("onContact", "oxvo.reset()", "on-contact"),
            ("on-conversation", "oxvo.setConversationAttributes({ topic: 'returns' })", "on-conversation"),
            ("onConversation", "oxvo.setConversationAttributes({ topic: 'a book' })", "on-conversation"),
        ];
        await using var shopper = await own.ArriveAsync();
        await shopper.Page.EvaluateAsync("() => oxvo.ready()");

        List<string> heard = [];
        foreach (var (key, cause, _) in events)
            heard.Add(string.Join(", ", await shopper.Page.EvaluateAsync<string[]>($$"""
                async (key) => {
                  const heard = [];
                  const handler = (event) => heard.push(event.type);
                  const happens = async () => { await ({{cause}}); };
                  oxvo.close();
                  oxvo.on(key, handler);
                  await happens();
                  oxvo.off(key, handler);
                  oxvo.close();
                  await happens();
                  return heard;
                }
                """, key)));

        Assert.Equal(events.Select(one => "oxvo:" + one.Event), heard);
    }

    [Fact]
    public async Task Once_hears_once_and_ready_comes_to_who_listens_early()
    {
        await using var shopper = await own.ArriveAsync(script: """
            window.ready = new Promise((resolve) => oxvo.once('ready', resolve));
            """);

        var heard = await shopper.Page.EvaluateAsync<string[]>("""
            async () => {
              const heard = [(await ready).type];
              oxvo.once('opened', (event) => heard.push(event.type));
              oxvo.open();
              oxvo.close();
              oxvo.open();
              return heard;
            }
            """);

        Assert.Equal(["oxvo:ready", "oxvo:opened"], heard);
    }

    [Fact]
    public async Task A_message_and_the_start_of_its_conversation_are_heard()
    {
        await using var shopper = await own.ArriveAsync();
        await shopper.Page.EvaluateAsync("""
            () => {
              window.heard = [];
              for (const key of ['onStartConversation', 'on-message'])
                oxvo.on(key, ({ type, detail }) => heard.push(`${type} ${detail.content ?? ''}`));
            }
            """);
        await shopper.Launcher.ClickAsync();

        await shopper.Messenger.GetByText("Send us a message").ClickAsync();
        await shopper.Messenger.Locator("#text").FillAsync("Where is my book?");
        await shopper.Messenger.Locator("#text").PressAsync("Enter");

        await shopper.Page.WaitForFunctionAsync("() => heard.length >= 3");
        Assert.Equal(["oxvo:on-start-conversation ", "oxvo:on-message Where is my book?"],
            (await shopper.Page.EvaluateAsync<string[]>("() => heard"))[..2]);
    }

    [Fact]
    public async Task A_call_that_does_nothing_says_why_and_does_not_throw()
    {
        (string Call, string Kind, string Words)[] calls =
        [
            ("oxvo.on('postback', () => {})", "info", "postback is not simulated: the event never comes."),
            ("oxvo.on('opend', () => {})", "info", "there is no event \"opend\". Use ready, "),
            ("oxvo.on('opened')", "info", "a handler of \"opened\" must be a function."),
            ("oxvo.identify(1005)", "error", "identify: identifier must be text, as in identify(String(id), …)"),
            ("oxvo.identify('', null)", "error", "identify: identifier must be text"),
            ("oxvo.identify('1005')", "info", "identify: No identifier_hash, which is enforced"),
            ("oxvo.identify('1005', { identifier_hash: 7, name: 8 })", "info", "identify: identifier_hash is wrong"),
            ("oxvo.setAttributes()", "info", "setAttributes takes an object"),
            ("oxvo.setConversationAttributes('topic')", "info", "setConversationAttributes takes an object"),
            ("oxvo.setAttributes({ then: () => {} })", "error", "attributes: only plain data can be sent"),
            ("oxvo.init({ baseUrl: 'messenger' })", "info", "it runs already"),
        ];
        await using var shopper = await own.ArriveAsync();
        await shopper.Page.EvaluateAsync("() => oxvo.ready()");

        foreach (var (call, kind, words) in calls)
            Assert.StartsWith($"{kind}: Simulated OXVO messenger: {words}",
                await shopper.HearsAsync(words, $"async () => {{ await {call}; }}"));

        Assert.DoesNotContain(shopper.Complaints, line => !line.Contains("Simulated OXVO messenger: "));
    }

    // Null is the printed tag.
    string? TagWith(string? attribute) =>
        attribute is null ? null : own.Mock.Snippet.Replace("<script defer", $"<script defer {attribute}");
}
