using static Oxvo.PortalSample.Tests.Browser.Engines.Engine;

namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>The messenger at the top, with no website above it: in a window of its own, and in a web view.</summary>
[Collection(InEngines.Name)]
public sealed class ApartTests(EngineRoom room) : InEngine(room)
{
    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_popout_gets_its_proof_from_the_page_that_opened_it_and_hears_of_each_change(string engine)
    {
        var answer = await Whole.AnswerFor("mira");
        var browser = await ArriveAsync(engine, "/?as=mira&open=account");
        await browser.SeesAsync(App, IsIn, "account");
        await browser.RunAsync(Site, "oxvo.init({ showPopoutButton: true })");
        await browser.SeesAsync(Messenger, "return find('#app [data-popout]').checkVisibility()");

        await browser.ClickAsync(Messenger, "#app [data-popout]");
        await browser.TurnToOpenedAsync();
        await browser.SeesAsync(AppApart, IsIn, "account");
        var shown = await browser.TextAsync(AppApart, "return find('main').textContent");
        await browser.TurnBackAsync();
        await browser.ClickAsync(Site, "#sign-out");
        await browser.TurnToOpenedAsync();
        await browser.SeesAsync(AppApart, IsIn, "anonymous");
        var left = await browser.TextAsync(AppApart, "return document.documentElement.outerHTML");
        await browser.TurnBackAsync();
        await browser.ClickAsync(Site, "#choose");
        await browser.ClickAsync(Site, "#customers button[data-identifier=mira]");
        await browser.TurnToOpenedAsync();
        await browser.SeesAsync(AppApart, IsIn, "account");
        await browser.RunAsync(Site, "setTimeout(close)");
        await browser.TurnBackAsync();

        var marks = AccountMarks.Expected("account", answer).ToArray();
        Assert.All(marks, mark => Assert.Contains(mark, shown));
        Assert.DoesNotContain(marks, left.Contains);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task In_a_web_view_the_page_says_that_it_needs_the_website_and_leads_there(string engine)
    {
        var browser = await ArriveAsync(engine, "/");
        await browser.GoAsync($"{Whole.Sample.Messenger}/widget?website_token=acme-store");
        await browser.SeesAsync(Site, "return find('[data-app=account]') !== null");

        await browser.ClickAsync(Site, "[data-app=account]");

        await browser.SeesAsync(AppApart, IsIn, "standalone");
        var (words, link) = (
            await browser.TextAsync(AppApart, "return find('main').textContent"),
            await browser.TextAsync(AppApart, "return find('main a').href"));
        Assert.Equal($"{Whole.Sample.Acme}/", link);
        Assert.DoesNotContain("come back", words);
    }
}
