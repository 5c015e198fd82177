using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;
using static Oxvo.PortalSample.Tests.Browser.Engines.Engine;

namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>The main job in each engine. What only multiplies it is tested in Chromium, in the folder above.</summary>
[Collection(InEngines.Name)]
public sealed class EngineTests(EngineRoom room) : InEngine(room)
{
    const string Markup = "return document.documentElement.outerHTML";

    static readonly Lazy<string[]> Customers = new(() =>
    [
        .. DemoDatabase.Read(Checkout.File("seed-data/customers.json"))
            .SelectMany(customer => customer.People).Select(person => person.Identifier),
    ]);

    /// <summary>
    /// WebKit's driver gives a key to the window, and on a busy machine loses one now and then: too often for every run.
    /// </summary>
    public static TheoryData<string> ByKeys =>
    [
        EngineRoom.Chromium, EngineRoom.Firefox,
        new TheoryDataRow<string>(EngineRoom.WebKit).WithTrait("Category", "Exhaustive"),
    ];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Each_customer_sees_their_own_account_after_a_switch_and_nothing_of_another(string engine)
    {
        var browser = await ArriveAsync(engine, "/?as=margaux&open=account");
        // While the sign-in by the address is under way, the demo bar changes under a click.
        await browser.SeesAsync(App, IsIn, "account");

        foreach (var identifier in Customers.Value)
        {
            var answer = await Whole.AnswerFor(identifier);
            var marks = AccountMarks.Expected("account", answer).ToArray();
            await browser.ClickAsync(Site, "#choose");
            await browser.SeesAsync(Site, "return find('#customers details').open = true");
            await browser.ClickAsync(Site, $"#customers button[data-identifier='{identifier}']");
            await browser.SeesAsync(App, """
                const { dataset: { state }, textContent } = find('main');
                return state === (arguments.length ? 'account' : 'empty')
                  && [...arguments].every((mark) => textContent.includes(mark));
                """, marks);
            var text = await browser.TextAsync(App, $"return ({AccountMarks.ReadTexts})()");
            AccountMarks.AssertShowsOnlyTheirs(Whole.Sample, identifier, "account", answer, text);
        }

        Assert.Equal(21, Customers.Value.Length);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task After_signing_out_nothing_of_the_customer_is_left(string engine)
    {
        var answer = await Whole.AnswerFor("mira");
        var marks = PortalTab.Views.SelectMany(view => AccountMarks.Expected(view, answer)).Append("Mira").ToArray();
        var browser = await ArriveAsync(engine, "/?as=mira&open=account");
        await browser.SeesAsync(App, IsIn, "account");
        Assert.Contains("Mira", await browser.TextAsync(Messenger, Markup));

        await browser.ClickAsync(Site, "#sign-out");

        await browser.SeesAsync(App, IsIn, "anonymous");
        await browser.SeesAsync(Messenger, "return find('#greeting').textContent === 'Hi there'");
        var left = await browser.TextAsync(App, Markup) + await browser.TextAsync(Messenger, Markup);
        Assert.DoesNotContain(marks, left.Contains);
    }

    /// <summary>
    /// No browser lets a page of another origin frame the portal, so the portal is made to read another one in what its
    /// own messenger and website say.
    /// </summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_said_from_another_origin_or_window_changes_nothing(string engine)
    {
        const string words = """
            const payload = { id: 1, identifier: 'anneliese' };
            const claim = { source: 'oxvo-app', type: 'oxvo.current_user', payload };
            const left = { source: 'portal-site', type: 'portal.signed_out', v: 1 };
            const inMessenger = () => find('#stage iframe').contentWindow;
            const inSite = () => find('iframe[title^=Chat]').contentWindow.frames[0];

            """;
        var browser = await ArriveAsync(engine, "/?as=mira&open=account");
        await browser.SeesAsync(App, IsIn, "account");
        await browser.RunAsync(App, """
            const { get } = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'origin');
            window.isOther = true;
            window.received = 0;
            Object.defineProperty(MessageEvent.prototype, 'origin',
              { get() { return get.call(this) + (window.isOther ? '.evil.example' : ''); } });
            addEventListener('message', () => { window.received++; });
            // Signed in at Acme as before, the customer is not left without the account for long.
            window.states = [];
            new MutationObserver(() => window.states.push(find('main').dataset.state))
              .observe(find('main'), { attributeFilter: ['data-state'] });
            """);
        var before = await browser.TextAsync(App, Markup);

        await browser.RunAsync(Messenger, words + "inMessenger().postMessage(claim, '*')");
        await browser.RunAsync(Site, words + "inSite().postMessage(left, '*')");
        await browser.SeesAsync(App, "return window.received >= 2");
        await browser.RunAsync(App, "window.isOther = false");
        await browser.RunAsync(Site, words + "inSite().postMessage(claim, '*')");
        await browser.RunAsync(Messenger, words + "inMessenger().postMessage(left, '*')");
        await browser.SeesAsync(App, "return window.received >= 4");

        Assert.Equal(before, await browser.TextAsync(App, Markup));
        await browser.RunAsync(Site, words + "inSite().postMessage(left, '*')");
        await browser.SeesAsync(App, "return window.states.includes('unverified')");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_stranger_among_the_apps_gets_no_proof_and_no_answer_and_no_portal_into_a_frame(string engine)
    {
        var browser = await ArriveAsync(engine, "/?as=mira&open=account");
        await browser.SeesAsync(App, IsIn, "account");
        await browser.RunAsync(Messenger, "find('#app [data-back]').click()");
        await browser.RunAsync(Messenger, """
            const apps = [...document.querySelectorAll('#apps button')];
            apps.find((app) => app.textContent.includes(arguments[0])).click();
            """, EngineRoom.Stranger);
        await browser.SeesAsync(Messenger, "return find('#stage').dataset.state === 'shown'");
        await browser.SeesAsync(App, "return document.readyState === 'complete'");

        await browser.RunAsync(App, """
            const about = { kind: 'order', ref: '1042', reason: 'late' };
            for (const type of ['portal.token.request', 'portal.ask'])
              top.postMessage({ source: 'portal', type, v: 1, nonce: 'a-strangers', ...about }, '*');
            """);
        const string rows = """
            const rows = [...document.querySelectorAll('#messages tbody tr')]
              .map(({ textContent }) => textContent).filter((text) => text.includes('a-strangers'));
            return
            """;
        await browser.SeesAsync(Site, $"{rows} rows.length === 2");

        await browser.SeesAsync(Site, $"{rows} rows.every((row) => row.includes('not from a portal origin'))");
        Assert.Equal("[]", await browser.TextAsync(App, "return JSON.stringify(window.heard)"));
        await browser.SeesAsync(Messenger, "return find('#agent').hidden");
        Assert.DoesNotContain("<main", await browser.TextAsync(InApp, Markup));
    }

    [Theory]
    [MemberData(nameof(ByKeys))]
    public async Task By_keys_to_an_app_to_a_link_and_back(string engine)
    {
        const string launcher = "button[aria-controls=panel]";
        const string app = "[data-app=account]", row = ".row[data-open=billing]";
        var browser = await ArriveAsync(engine, "/?as=mira");
        await browser.SeesAsync(
            Messenger, $"return find('#greeting').textContent === 'Hi Mira' && find('{app}') !== null");

        // What comes before is Acme's.
        await browser.RunAsync(Site, "[...document.querySelectorAll('summary')].at(-1).focus()");
        await browser.TabToAsync(Site, launcher);
        await browser.PressAsync("Enter");
        await browser.SeesFocusAsync(Messenger, "#greeting");
        await browser.TabToAsync(Messenger, app);
        await browser.PressAsync("Enter");
        await browser.SeesAsync(App, IsIn, "account");
        await browser.TabToAsync(App, row);
        await browser.PressAsync("Enter");
        await browser.TabToAsync(App, "a[href*='INV-']");
        await browser.TabToAsync(App, "[data-do=back]", "Shift+Tab");
        await browser.PressAsync("Enter");
        await browser.SeesFocusAsync(App, row);
        await browser.TabToAsync(Messenger, "#app [data-back]", "Shift+Tab");
        await browser.PressAsync("Enter");
        await browser.SeesFocusAsync(Messenger, app);
        await browser.PressAsync("Escape");

        await browser.SeesFocusAsync(Site, launcher);
        Assert.Equal("false", await browser.TextAsync(Site, $"return find('{launcher}').ariaExpanded"));
    }

    /// <summary>Who opens an app and goes back at once leaves a question behind whose window is gone.</summary>
    [Theory]
    [InlineData(EngineRoom.Chromium, "closed")]
    [InlineData(EngineRoom.Firefox, "null")]
    [InlineData(EngineRoom.WebKit, "null")]
    public async Task A_question_whose_window_is_gone_stops_neither_the_next_one_nor_a_sign_out(
        string engine, string window)
    {
        var browser = await ArriveAsync(engine, "/?as=mira&open=account");
        await browser.SeesAsync(App, IsIn, "account");
        await browser.RunAsync(Site, """
            addEventListener('message', ({ data, source }) => {
              if (data?.nonce !== 'left-behind') return;
              document.body.dataset.asker = source?.closed ? 'closed' : String(source);
            });
            """);
        await browser.RunAsync(App, "addEventListener('pagehide', () => "
            + "top.postMessage({ source: 'portal', type: 'portal.token.request', v: 1, nonce: 'left-behind' }, '*'))");
        await browser.RunAsync(Messenger, "find('#app [data-back]').click()");
        await browser.SeesAsync(Site, "return document.body.dataset.asker === arguments[0]", window);

        await browser.RunAsync(Messenger, "find('[data-app=account]').click()");
        await browser.SeesAsync(App, IsIn, "account");
        await browser.ClickAsync(Site, "#sign-out");

        await browser.SeesAsync(App, IsIn, "anonymous");
        await browser.SeesAsync(Messenger, "return find('#greeting').textContent === 'Hi there'");
        Assert.DoesNotContain("Mira", await browser.TextAsync(Messenger, Markup));
    }
}

[CollectionDefinition(Name)]
public sealed class InEngines : ICollectionFixture<EngineRoom>
{
    public const string Name = "The whole sample, in three engines";
}
