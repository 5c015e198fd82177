using static Oxvo.PortalSample.Tests.Browser.OtherWebsites;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>To whom the website's part of the pattern, <c>portal-session.js</c>, gives a token, and how many.</summary>
[Collection(AmongOthers.Name)]
public sealed class SiteAnswersTests(PortalAmongOthers web)
{
    [Fact]
    public async Task A_frame_that_shows_another_page_by_now_gets_no_token()
    {
        await using var visitor = await Visitor.AtAsync(Framing(web.Others.Site, web.Others.Messenger));
        var module = await File.ReadAllTextAsync(Repository.Checkout.File("wwwroot/site/portal-session.js"));
        await visitor.Page.AddScriptTagAsync(new()
        {
            Type = "module",
            Content = $$"""
                {{module}}
                startPortalSession({ portalOrigins: ['{{web.Others.Messenger}}'], requestToken: () => new Promise((resolve) => { window.answer = resolve; }) });
                """,
        });
        await visitor.Page.Frames[1].EvaluateAsync("top.postMessage({ source: 'portal', type: 'portal.token.request', v: 1, nonce: 'n' }, '*')");
        await visitor.Page.WaitForFunctionAsync("() => window.answer");

        await visitor.Page.Frames[1].GotoAsync(web.Others.Stranger);
        await visitor.Page.EvaluateAsync("() => answer(Response.json({ token: 'a.b.c', expires_in: 60 }))");

        await visitor.Page.Frames[1].EvaluateAsync("() => new Promise((resolve) => setTimeout(resolve, 200))");
        Assert.Equal(0, await visitor.Page.Frames[1].EvaluateAsync<int>("heard.length"));
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
              top.postMessage({ source: 'portal', type: 'portal.token.request', v: 1, nonce }, location.ancestorOrigins[1]);
            }); }
            """);

        var atOnce = await shopper.PortalFrame.EvaluateAsync<string[]>("() => Promise.all(Array.from({ length: 300 }, (_, n) => ask(`at-once-${n}`)))");
        Assert.All(atOnce, answer => Assert.Equal("ok", answer));
        Assert.InRange(shopper.Visitor.RequestsTo(web.Sample.Acme + "/portal-token").Count(), 1, 10);

        var inTurn = await shopper.PortalFrame.EvaluateAsync<string[]>(
            "async () => { const all = []; for (let n = 0; n < 40; n++) all.push(await ask(`in-turn-${n}`)); return all; }");
        Assert.InRange(inTurn.Count(answer => answer == "ok"), 1, 30);
        Assert.Equal("rate_limited", inTurn[^1]);
    }
}
