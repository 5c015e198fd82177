using Microsoft.Playwright;
using static Oxvo.PortalSample.Tests.Browser.OtherWebsites;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>To whom the website's part of the pattern, <c>portal-session.js</c>, gives a token, and how many.</summary>
[Collection(AmongOthers.Name)]
public sealed class SiteAnswersTests(PortalAmongOthers web)
{
    [Fact]
    public async Task A_frame_that_shows_another_page_by_now_gets_no_token()
    {
        await using var visitor = await VisitAsync(
            requestToken: "() => new Promise((resolve) => { window.answer = resolve; })");
        await AskAsync(visitor.Page.Frames[1], "n");
        await visitor.Page.WaitForFunctionAsync("() => window.answer");

        await visitor.Page.Frames[1].GotoAsync(web.Others.Stranger);
        await visitor.Page.EvaluateAsync("() => answer(Response.json({ token: 'a.b.c', expires_in: 60 }))");
        await visitor.Page.WaitForFunctionAsync("() => seen.length === 3");
        await visitor.Page.EvaluateAsync("() => frames[0].postMessage('what comes after it', '*')");
        await visitor.Page.Frames[1].WaitForFunctionAsync("() => heard.length");

        Assert.Equal(["what comes after it"], await visitor.Page.Frames[1].EvaluateAsync<string[]>("heard"));
    }

    /// <summary>Firefox gives a message no source where the frame was gone before the message came.</summary>
    [Fact]
    public async Task A_question_without_a_window_is_ignored()
    {
        await using var visitor = await VisitAsync();

        await visitor.Page.EvaluateAsync("""
            () => dispatchEvent(new MessageEvent('message', { source: null, origin: location.origin, data: question }))
            """);

        Assert.Equal(["ignored: the asking window is gone"], await visitor.Page.EvaluateAsync<string[]>("seen"));
        await AssertOthersAreAnsweredAsync(visitor);
    }

    [Fact]
    public async Task A_frame_that_asks_and_goes_at_once_costs_no_token()
    {
        await using var visitor = await VisitAsync();

        await visitor.Page.EvaluateAsync("() => { add(); frame.contentWindow.ask(); frame.remove(); }");
        await visitor.Page.WaitForFunctionAsync("() => seen.length");

        Assert.Equal(["ignored: the asking window is gone"], await visitor.Page.EvaluateAsync<string[]>("seen"));
        await AssertOthersAreAnsweredAsync(visitor);
    }

    [Theory]
    [InlineData("frame.contentWindow.postMessage = () => { window.tries++; throw new Error(); }")]
    [InlineData(
        "Object.defineProperty(frame.contentWindow, 'closed', { get() { window.tries++; throw new Error(); } })")]
    public async Task A_window_that_cannot_be_told_is_tried_once_and_spoils_nothing_for_the_others(string breakIt)
    {
        await using var visitor = await VisitAsync();
        await visitor.Page.EvaluateAsync("() => { add(); frame.contentWindow.ask(); }");
        await visitor.Page.WaitForFunctionAsync("() => seen.length === 3");

        await visitor.Page.EvaluateAsync($"() => {{ window.tries = 0; {breakIt}; }}");

        await AssertOthersAreAnsweredAsync(visitor);
        Assert.Equal(1, await visitor.Page.EvaluateAsync<int>("tries"));
    }

    [Fact]
    public async Task An_observer_that_throws_is_reported_and_stops_nothing()
    {
        await using var visitor = await VisitAsync(observe: "() => { throw new Error('The observer is broken.'); }");

        await AssertOthersAreAnsweredAsync(visitor);
        Assert.Contains(visitor.Complaints,
            complaint => complaint.Contains("The observer is broken.", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Signing_out_resets_the_messenger_after_a_question_without_a_window_too()
    {
        await using var shopper = await MiraAsync();
        await shopper.Page.EvaluateAsync("""
            (origin) => {
              const data = { source: 'portal', type: 'portal.token.request', v: 1, nonce: 'n' };
              dispatchEvent(new MessageEvent('message', { source: null, origin, data }));
            }
            """, web.Sample.Portal);

        await shopper.SignInAs(null);

        await Assertions.Expect(shopper.Messenger.Locator("#greeting")).ToHaveTextAsync("Hi there");
    }

    [Fact]
    public async Task Signing_out_resets_the_messenger_where_the_website_does_not_answer_afterwards_too()
    {
        await using var shopper = await MiraAsync();
        await shopper.Page.RouteAsync("**/demo/session",
            route => route.Request.Method == "GET" ? route.AbortAsync() : route.ContinueAsync());

        await shopper.SignInAs(null);

        await Assertions.Expect(shopper.Messenger.Locator("#greeting")).ToHaveTextAsync("Hi there");
    }

    [Fact]
    public async Task Hundreds_of_questions_at_once_are_few_mints_and_after_thirty_in_a_minute_there_are_no_more()
    {
        await using var shopper = new Shopper(await Visitor.AtAsync(web.Sample.Acme), web.Sample);
        await shopper.SignInAs("noor");
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        await shopper.Sees("account");
        await shopper.PortalFrame.EvaluateAsync("""
            () => { window.ask = (nonce) => new Promise((resolve) => {
              addEventListener('message', function hear({ data }) {
                if (data.nonce !== nonce || data.type !== 'portal.token.response') return;
                removeEventListener('message', hear);
                resolve(data.ok ? 'ok' : data.error);
              });
              const question = { source: 'portal', type: 'portal.token.request', v: 1, nonce };
              top.postMessage(question, location.ancestorOrigins[1]);
            }); }
            """);

        var atOnce = await shopper.PortalFrame.EvaluateAsync<string[]>(
            "() => Promise.all(Array.from({ length: 300 }, (_, n) => ask(`at-once-${n}`)))");
        Assert.All(atOnce, answer => Assert.Equal("ok", answer));
        Assert.InRange(shopper.Visitor.RequestsTo(web.Sample.Acme + "/portal-token").Count(), 1, 10);

        var inTurn = await shopper.PortalFrame.EvaluateAsync<string[]>("""
            async () => {
              const all = [];
              for (let n = 0; n < 40; n++) all.push(await ask(`in-turn-${n}`));
              return all;
            }
            """);
        Assert.InRange(inTurn.Count(answer => answer == "ok"), 1, 30);
        Assert.Equal("rate_limited", inTurn[^1]);
    }

    async Task<Shopper> MiraAsync()
    {
        var shopper = new Shopper(await Visitor.AtAsync(web.Sample.Acme), web.Sample);
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await Assertions.Expect(shopper.Messenger.Locator("#greeting")).ToHaveTextAsync("Hi Mira");
        return shopper;
    }

    /// <summary>
    /// A website that runs the file, and holds a frame of the messenger's. <c>add()</c> adds one of its own that can
    /// ask.
    /// </summary>
    async Task<Visitor> VisitAsync(
        string requestToken = "async () => Response.json({ token: 'a.b.c', expires_in: 60 })",
        string observe = "({ outcome, why }) => seen.push(`${outcome}: ${why}`)")
    {
        var visitor = await Visitor.AtAsync(Framing(web.Others.Site, web.Others.Messenger));
        var session = await File.ReadAllTextAsync(
            Repository.Checkout.File("Oxvo.PortalSample/ForYourSite/portal-session.js"));
        await visitor.Page.AddScriptTagAsync(new()
        {
            Type = "module",
            Content = $$"""
                {{session}}
                window.seen = [];
                window.question = { source: 'portal', type: 'portal.token.request', v: 1, nonce: 'n' };
                window.add = () => {
                  window.frame = document.createElement('iframe');
                  document.documentElement.append(frame);
                  frame.contentWindow.eval('function ask() { parent.postMessage(parent.question, "*"); }');
                };
                window.portal = startPortalSession({
                  portalOrigins: [location.origin, '{{web.Others.Messenger}}'],
                  requestToken: {{requestToken}},
                  observe: {{observe}},
                });
                """,
        });
        await visitor.Page.WaitForFunctionAsync("() => window.portal");
        return visitor;
    }

    static async Task AskAsync(IFrame frame, string nonce) => await frame.EvaluateAsync(
        "(nonce) => top.postMessage({ source: 'portal', type: 'portal.token.request', v: 1, nonce }, '*')", nonce);

    static async Task AssertOthersAreAnsweredAsync(Visitor visitor)
    {
        var other = visitor.Page.Frames[1];
        await AskAsync(other, "other");
        await other.WaitForFunctionAsync("() => heard.length === 2");
        await visitor.Page.EvaluateAsync("() => { portal.signedIn(); portal.signedOut(); }");
        await other.WaitForFunctionAsync("() => heard.length === 4");

        Assert.Equal(["portal.token.pending", "portal.token.response", "portal.signed_in", "portal.signed_out"],
            await other.EvaluateAsync<string[]>("heard.map(({ type }) => type)"));
    }
}
