using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Who may speak to the portal's page, and in what shape.</summary>
[Collection(AmongOthers.Name)]
public sealed class MessageTests(PortalAmongOthers web)
{
    const string Claim = "{ source: 'oxvo-app', type: 'oxvo.current_user', payload: { id: 7, identifier: 'mira' } }";
    const string ClaimOfVisitor =
        "{ source: 'oxvo-app', type: 'oxvo.current_user', payload: { id: null, identifier: null } }";

    // The portal, seen from a window that frames it, stands beside it, or opened it.
    const string FromTop = "frames[0].frames[0]", FromParent = "frames[0]", FromBeside = "parent.frames[0]";

    [Fact]
    public async Task The_messenger_is_heard()
    {
        await using var visitor = await web.VisitNestedAsync();

        await web.Messenger(visitor).EvaluateAsync($"{FromParent}.postMessage({Claim}, '*')");

        await visitor.Page.WaitForFunctionAsync("heard.some((message) => message.type === 'portal.token.request')");
        Assert.Equal("loading", await StateOf(web.Portal(visitor)));
    }

    [Fact]
    public async Task The_website_is_not_heard_as_the_messenger() =>
        await AssertIgnored(visitor => visitor.Page.EvaluateAsync($"{FromTop}.postMessage({Claim}, '*')"));

    [Fact]
    public async Task A_strangers_frame_beside_the_portal_is_not_heard() =>
        await AssertIgnored(
            visitor => Beside(visitor).EvaluateAsync($"{FromBeside}.postMessage({Claim}, '*')"), web.Others.Stranger);

    [Fact]
    public async Task Another_frame_of_the_messengers_origin_is_not_heard() =>
        await AssertIgnored(
            visitor => Beside(visitor).EvaluateAsync($"{FromBeside}.postMessage({Claim}, '*')"), web.Others.Messenger);

    [Fact]
    public async Task A_sandboxed_frame_of_origin_null_is_not_heard() =>
        await AssertIgnored(visitor => web.Messenger(visitor).EvaluateAsync($$"""
            () => new Promise((onload) => {
              const frame = Object.assign(document.createElement('iframe'), { onload, sandbox: 'allow-scripts' });
              frame.srcdoc = "<script>{{FromBeside}}.postMessage({{Claim.Replace("'", "`")}}, '*')</script>";
              document.documentElement.append(frame);
            })
            """));

    [Fact]
    public async Task A_popup_of_the_website_is_not_heard() =>
        await AssertIgnored(async visitor =>
        {
            var popup = await visitor.Page.RunAndWaitForPopupAsync(
                () => visitor.Page.EvaluateAsync($"void open('{web.Others.Messenger}')"));
            await popup.EvaluateAsync($"opener.{FromTop}.postMessage({Claim}, '*')");
        });

    [Fact]
    public async Task The_page_does_not_hear_itself() =>
        await AssertIgnored(visitor => web.Portal(visitor).EvaluateAsync($"postMessage({Claim}, '*')"));

    [Fact]
    public async Task An_origin_that_looks_like_the_messengers_is_not_heard()
    {
        var (origin, host) = (web.Others.Messenger, web.Others.Messenger["http://".Length..]);
        string[] alike =
        [
            $"{origin}.evil.example", $"http://evil-{host}", $"{origin}@evil.example", $"https://{host}",
            $"{origin}0", $"{origin}.", $"{origin}/", origin[..^1], "", "null",
        ];

        await AssertIgnored(alike.Length, visitor => web.Portal(visitor).EvaluateAsync($$"""
            (alike) => alike.forEach((origin) =>
              dispatchEvent(new MessageEvent('message', { source: parent, origin, data: {{Claim}} })))
            """, alike));
    }

    [Fact]
    public async Task A_message_of_another_shape_is_ignored()
    {
        string[] shapes =
        [
            "null", "'oxvo.current_user'", "42", "['oxvo-app']", "new Date()", "new Map([['source', 'oxvo-app']])",
            "'x'.repeat(1_000_000)",
            "(() => { const loop = { source: 'oxvo-app', type: 'oxvo' }; loop.payload = loop; return loop; })()",
            "{ source: 'oxvo', type: 'oxvo.current_user', payload: { identifier: 'mira' } }",
            "{ source: 'oxvo-app', type: 'oxvo.current_users', payload: { identifier: 'mira' } }",
            "{ source: 'oxvo-app', type: 'oxvo.current_user' }",
            "{ source: 'oxvo-app', type: 'oxvo.current_user', payload: 'mira' }",
            "{ source: 'oxvo-app', type: 'oxvo.current_user', payload: ['mira'] }",
            "{ source: ['oxvo-app'], type: ['oxvo.current_user'], payload: { identifier: 'mira' } }",
        ];

        await AssertIgnored(shapes.Length, visitor => web.Messenger(visitor).EvaluateAsync(
            $"[{string.Join(',', shapes)}].forEach((shape) => {FromParent}.postMessage(shape, '*'))"));
    }

    /// <summary>After a visitor without an identifier was told of, so that hearing anything more would show.</summary>
    Task AssertIgnored(Func<Visitor, Task> speak, params string[] beside) => AssertIgnored(1, speak, beside);

    async Task AssertIgnored(int count, Func<Visitor, Task> speak, params string[] beside)
    {
        await using var visitor = await web.VisitNestedAsync(beside);
        var portal = web.Portal(visitor);
        await web.Messenger(visitor).EvaluateAsync($"{FromParent}.postMessage({ClaimOfVisitor}, '*')");
        await portal.WaitForSelectorAsync("main[data-state=anonymous]");
        var before = await portal.ContentAsync();

        await web.AfterHearingAsync(visitor, count, () => speak(visitor));

        Assert.Equal(before, await portal.ContentAsync());
        Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("heard.length"));
        Assert.Empty(visitor.RequestsTo($"{web.Sample.Portal}/api/"));
        Assert.Empty(visitor.Complaints);
    }

    IFrame Beside(Visitor visitor) => web.Messenger(visitor).ChildFrames
        .Single(frame => !frame.Url.StartsWith(web.Sample.Portal, StringComparison.Ordinal));

    static async Task<string?> StateOf(IFrame portal) => await portal.GetAttributeAsync("main", "data-state");
}
