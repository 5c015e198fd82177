using System.Net;
using System.Net.Http.Json;
using System.Net.ServerSentEvents;
using System.Text.Json;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>The log behind the page <c>/messages</c> of the command <c>mock</c>.</summary>
public sealed class MessageLogTests(MockCommandTests.OneMock one)
    : IClassFixture<MockCommandTests.OneMock>, IAsyncLifetime
{
    HttpClient Page => one.Mock.Client;

    public async ValueTask InitializeAsync() => (await Page.DeleteAsync("/api/messages")).EnsureSuccessStatusCode();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task Who_looks_sees_what_was_and_what_comes()
    {
        await AddAsync("before");
        await using var look = await LookAsync();
        var seen = new[] { await NextAsync(look), await NextAsync(look) };

        await AddAsync("after");

        Assert.Equal(["cleared", "before"], seen);
        Assert.Equal("after", await NextAsync(look));
    }

    [Fact]
    public async Task When_it_is_emptied_everyone_is_told_and_what_was_is_gone()
    {
        await AddAsync("before");
        await using var early = await LookAsync();
        await NextAsync(early);
        await NextAsync(early);

        await Page.DeleteAsync("/api/messages");
        var told = await NextAsync(early);
        await AddAsync("after");
        await using var late = await LookAsync();

        Assert.Equal(["cleared", "after"], [told, await NextAsync(early)]);
        Assert.Equal(["cleared", "after"], [await NextAsync(late), await NextAsync(late)]);
    }

    [Fact]
    public async Task It_keeps_the_newest_two_hundred()
    {
        for (var number = 0; number <= 200; number++) await AddAsync($"{number}");
        await using var look = await LookAsync();
        await NextAsync(look);

        Assert.Equal("1", await NextAsync(look));
    }

    [Theory]
    [InlineData("http://localhost:4000")]
    [InlineData(null)]
    public async Task No_other_website_writes_into_it(string? origin)
    {
        var stranger = MockHostApp.Stranger(one.Mock.Messenger);
        if (origin is not null) stranger.DefaultRequestHeaders.Add("Origin", origin);

        var answer = await stranger.PostAsJsonAsync("/api/messages", Line("forged"));

        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"at":"now"}""")]
    [InlineData("[")]
    public async Task Nonsense_is_refused(string body)
    {
        var answer = await Page.PostAsync("/api/messages", new StringContent(body, null, "application/json"));

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    static object Line(string type) => new { at = 0, from = "A", to = "B", type, outcome = "sent", why = "" };

    async Task AddAsync(string type) =>
        (await Page.PostAsJsonAsync("/api/messages", Line(type))).EnsureSuccessStatusCode();

    async Task<IAsyncEnumerator<SseItem<string>>> LookAsync() =>
        SseParser.Create(await Page.GetStreamAsync("/api/messages"))
            .EnumerateAsync(TestContext.Current.CancellationToken).GetAsyncEnumerator();

    static async Task<string> NextAsync(IAsyncEnumerator<SseItem<string>> look)
    {
        Assert.True(await look.MoveNextAsync());
        return look.Current.EventType == "cleared" ? "cleared"
            : JsonDocument.Parse(look.Current.Data).RootElement.GetProperty("type").GetString()!;
    }
}
