namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Whose word counts as proof. The website is the tests' own and answers what a test tells it to.</summary>
[Collection(AmongOthers.Name)]
public sealed class ProofTests(PortalAmongOthers web)
{
    [Fact]
    public async Task A_proof_from_another_origin_than_the_websites_is_not_heard() =>
        await AssertUnheard(SpeakBeside, web.Others.Stranger);

    [Fact]
    public async Task A_proof_from_a_frame_of_the_website_that_is_not_on_top_is_not_heard() =>
        await AssertUnheard(SpeakBeside, web.Others.Site);

    [Fact]
    public async Task A_proof_from_the_messenger_is_not_heard() =>
        await AssertUnheard((visitor, answer) =>
            web.Messenger(visitor).EvaluateAsync($"frames[0].postMessage({answer}, '*')"));

    [Fact]
    public async Task An_answer_to_another_question_is_not_heard() =>
        await AssertUnheard((visitor, answer) => visitor.Page.EvaluateAsync(
            $"frames[0].frames[0].postMessage({{ ...{answer}, nonce: '0'.repeat(32) }}, '*')"));

    [Fact]
    public async Task A_proof_that_comes_after_the_question_was_given_up_is_not_heard() =>
        await AssertUnheard(async (visitor, answer) =>
        {
            await GiveUpAsync(visitor);
            await visitor.Page.EvaluateAsync($"frames[0].frames[0].postMessage({answer}, '*')");
        });

    [Theory]
    [InlineData("'a.b'")]
    [InlineData("'a.b.c.d'")]
    [InlineData("'a..c'")]
    [InlineData("''")]
    [InlineData("'a.b.' + 'c'.repeat(4093)")]
    [InlineData("'a.b.c\\r\\nX-Evil: 1'")]
    [InlineData("['a.b.c']")]
    [InlineData("null")]
    public async Task What_is_no_token_counts_as_no_answer(string token)
    {
        await using var visitor = await AskedAsync();

        await visitor.Page.EvaluateAsync($"frames[0].frames[0].postMessage({{ ...{Answer}, token: {token} }}, '*')");

        await web.Portal(visitor).WaitForSelectorAsync("main[data-state=error]");
        Assert.Empty(visitor.RequestsTo($"{web.Sample.Portal}/api/"));
        Assert.Empty(visitor.Complaints);
    }

    const string Answer = "{ source: 'portal-site', type: 'portal.token.response', v: 1, "
        + "nonce: top.heard?.[0]?.nonce, ok: true, token: 'a.b.c', expires_in: 60 }";

    async Task AssertUnheard(Func<Visitor, string, Task> speak, params string[] beside)
    {
        await using var visitor = await AskedAsync(beside);
        var nonce = await visitor.Page.EvaluateAsync<string>("heard[0].nonce");

        await web.AfterHearingAsync(visitor, 1, () =>
            speak(visitor, Answer.Replace("top.heard?.[0]?.nonce", $"'{nonce}'", StringComparison.Ordinal)));

        await GiveUpAsync(visitor);
        Assert.Empty(visitor.RequestsTo($"{web.Sample.Portal}/api/"));
        Assert.Empty(visitor.Complaints);
    }

    /// <summary>With no answer that counts, the page waits two seconds.</summary>
    async Task GiveUpAsync(Visitor visitor)
    {
        await visitor.Context.Clock.FastForwardAsync(2_000);
        await web.Portal(visitor).WaitForSelectorAsync("main[data-state=unverified]");
    }

    async Task<Visitor> AskedAsync(params string[] beside)
    {
        var visitor = await web.VisitNestedAsync(beside);
        await visitor.Context.Clock.InstallAsync();
        await web.Messenger(visitor).EvaluateAsync("""
            frames[0].postMessage({
              source: 'oxvo-app', type: 'oxvo.current_user', payload: { id: 7, identifier: 'mira' },
            }, '*')
            """);
        await visitor.Page.WaitForFunctionAsync("() => heard.some(({ type }) => type === 'portal.token.request')");
        return visitor;
    }

    async Task SpeakBeside(Visitor visitor, string answer)
    {
        var beside = web.Messenger(visitor).ChildFrames
            .Single(frame => !frame.Url.StartsWith(web.Sample.Portal, StringComparison.Ordinal));
        await beside.EvaluateAsync($"parent.frames[0].postMessage({answer}, '*')");
    }
}
