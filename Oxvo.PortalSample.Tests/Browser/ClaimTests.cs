using static Oxvo.PortalSample.Tests.Browser.OtherWebsites;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>What the messenger may claim, well or badly.</summary>
[Collection(AmongOthers.Name)]
public sealed class ClaimTests(PortalAmongOthers web)
{
    static readonly string[] Unusable =
    [
        "{ id: 7, identifier: '' }", "{ id: 7, identifier: '   ' }", "{ id: 7, identifier: 'x'.repeat(129) }",
        "{ id: 7, identifier: 'mi\\u0000ra' }", "{ id: 7, identifier: 'mira\\n' }",
        "{ id: 7, identifier: 'mira\\u0085' }",
        "{ id: 7, identifier: '\\ud800' }", "{ id: 7, identifier: { length: 4 } }", "{ id: 7, identifier: ['mira'] }",
        "{ id: 7, identifier: true }", "{ id: 7, identifier: 42 }",
        "{ id: 0, identifier: null }", "{ id: -1, identifier: null }",
        "{ id: 1.5, identifier: null }", "{ id: NaN, identifier: null }", "{ id: 2 ** 53, identifier: null }",
        "{ id: '42', identifier: null }", "{ id: true, identifier: null }", "{ identifier: undefined }", "{}",
    ];

    [Fact]
    public async Task Without_a_usable_identifier_or_id_a_visitor_is_anonymous_and_nothing_is_asked_for()
    {
        var portals = Enumerable.Repeat(web.Sample.Portal, Unusable.Length).ToArray();
        await using var visitor = await Visitor.AtAsync(
            Framing(web.Others.Site, Framing(web.Others.Messenger, portals)));

        await web.Messenger(visitor).EvaluateAsync($"[{string.Join(',', Unusable)}]"
            + $".forEach((payload, n) => frames[n].postMessage({{ {Type}, payload }}, '*'))");

        foreach (var portal in web.Messenger(visitor).ChildFrames)
            await portal.WaitForSelectorAsync("main[data-state=anonymous]");
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("heard.length"));
        Assert.Empty(visitor.RequestsTo($"{web.Sample.Portal}/api/"));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task Members_that_are_not_known_change_nothing()
    {
        await using var visitor = await web.VisitNestedAsync();

        await web.Messenger(visitor).EvaluateAsync($$"""
            () => {
              const constructor = { prototype: { polluted: 1 } };
              const payload = Object.defineProperty({ constructor, identifier: 'mira', id: 7, admin: true },
                '__proto__', { value: { polluted: 1 }, enumerable: true });
              frames[0].postMessage({ {{Type}}, payload }, '*');
            }
            """);

        await web.Portal(visitor).WaitForSelectorAsync("main[data-state=loading]");
        Assert.False(await web.Portal(visitor).EvaluateAsync<bool>("'polluted' in {} || 'admin' in {}"));
        Assert.Empty(visitor.Complaints);
    }

    [Fact]
    public async Task A_thousand_equal_claims_are_one_question()
    {
        await using var visitor = await web.VisitNestedAsync();
        const string noAccount = """{"type":"urn:oxvo-portal:no_account"}""";
        await visitor.Page.RouteAsync("**/api/widget-portal?*",
            route => route.FulfillAsync(new() { Status = 404, Body = noAccount }));
        await visitor.Page.EvaluateAsync("""
            () => addEventListener('message', ({ data: { type, nonce }, source, origin }) => {
              const response = { source: 'portal-site', type: 'portal.token.response', v: 1, nonce, ok: true };
              if (type === 'portal.token.request')
                source.postMessage({ ...response, token: 'a.b.c', expires_in: 60 }, origin);
            })
            """);

        await web.Messenger(visitor).EvaluateAsync($$"""
            () => {
              const claim = { {{Type}}, payload: { id: 7, identifier: 'mira' } };
              for (let n = 0; n < 1000; n++) frames[0].postMessage(claim, '*');
            }
            """);

        await web.Portal(visitor).WaitForSelectorAsync("main[data-state=empty]");
        Assert.Single(visitor.RequestsTo($"{web.Sample.Portal}/api/"));
        Assert.Equal(1, await visitor.Page.EvaluateAsync<int>("new Set(heard.map(({ nonce }) => nonce)).size"));
    }

    const string Type = "source: 'oxvo-app', type: 'oxvo.current_user'";
}
