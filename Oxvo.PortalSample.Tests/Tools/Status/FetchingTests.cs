using Microsoft.Extensions.Logging.Abstractions;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Fetching;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>Finding a page's feed on a real server, where some paths answer and others do not.</summary>
public sealed class FetchingTests : IDisposable
{
    readonly Dictionary<string, byte[]> documents = [];
    readonly ManualClock clock = new();
    readonly LocalServer server;
    readonly GuardedClient client;

    public FetchingTests()
    {
        var page = LocalServer.Http("<h1>Our page</h1>", "Content-Type: text/html");
        server = new((request, stream, cancel) =>
            stream.WriteAsync(documents.GetValueOrDefault(request.Split(' ')[1], page), cancel).AsTask());
        client = new(new([server.Address]), clock);
    }

    [Theory]
    [InlineData("/api/v2/summary.json", FeedProvider.Statuspage)]
    [InlineData("/summary.json", FeedProvider.Instatus)]
    [InlineData("/index.json", FeedProvider.BetterStack)]
    public async Task A_page_that_answers_200_to_everything_is_known_by_its_content(string path, FeedProvider provider)
    {
        documents[path] = LocalServer.Http(Document(provider));

        var reading = await ReadAsync("/?utm_source=mail");

        Assert.Equal((provider, ServiceState.Operational), (reading!.Provider, reading.State));
    }

    [Fact]
    public async Task Providers_are_looked_for_in_order_under_the_pages_path_and_then_at_the_root()
    {
        documents["/index.json"] = LocalServer.Http(Feeds.BetterStack());

        Assert.NotNull(await ReadAsync("/status/"));

        Assert.Equal(
            [
                "/status/api/v2/summary.json", "/status/summary.json", "/status/index.json",
                "/api/v2/summary.json", "/summary.json", "/index.json",
            ],
            server.Requests.Select(request => request.Split(' ')[1]));
    }

    [Fact]
    public async Task The_feed_that_was_found_is_asked_directly_until_the_page_moves_to_another_provider()
    {
        documents["/summary.json"] = LocalServer.Http(Feeds.Instatus());
        var cache = new StatusCache(client, NullLogger<StatusCache>.Instance);
        await cache.ReadAsync(Page("", null), default);
        clock.Pass(StatusCache.Fresh);
        var found = server.Requests.Length;
        await cache.ReadAsync(Page("", null), default);
        Assert.StartsWith("GET /summary.json ", server.Requests[found]);

        documents["/summary.json"] = LocalServer.Http("", "", "404 Not Found");
        documents["/index.json"] = LocalServer.Http(Feeds.BetterStack("degraded"));
        clock.Pass(StatusCache.Fresh);
        var moved = await cache.ReadAsync(Page("", null), default);

        Assert.Equal((FeedProvider.BetterStack, false), (moved!.Provider, moved.Stale));
    }

    [Theory]
    [InlineData("/v3/components.json")]
    [InlineData("/v2/components.json")]
    public async Task Instatus_is_asked_for_its_second_document(string path)
    {
        documents["/summary.json"] = LocalServer.Http(Feeds.Instatus());
        documents[path] = LocalServer.Http(
            """{"components":[{"id":"1","name":"API","status":"OPERATIONAL","group":null}]}""");

        Assert.Equal(1, (await ReadAsync("", FeedProvider.Instatus))!.ComponentCount);
    }

    [Fact]
    public async Task Without_its_second_document_the_page_still_has_a_state()
    {
        documents["/summary.json"] = LocalServer.Http(Feeds.Instatus("HASISSUES"));
        documents["/v3/components.json"] = LocalServer.Http("{");

        var reading = await ReadAsync("", FeedProvider.Instatus);

        Assert.Equal((ServiceState.Degraded, true), (reading!.State, reading.Components is null));
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/png")]
    public async Task A_feed_that_does_not_come_as_json_is_none(string type)
    {
        documents["/api/v2/summary.json"] = LocalServer.Http(Feeds.Statuspage(), $"Content-Type: {type}");

        Assert.Null(await ReadAsync(""));
    }

    [Theory]
    [InlineData("401 Unauthorized")]
    [InlineData("403 Forbidden")]
    [InlineData("404 Not Found")]
    [InlineData("500 Internal Server Error")]
    [InlineData("304 Not Modified")]
    public async Task An_error_is_no_reading_whatever_its_body_says(string status)
    {
        documents["/api/v2/summary.json"] = LocalServer.Http(
            Feeds.Statuspage(), "Content-Type: application/json", status);

        Assert.Null(await ReadAsync("", FeedProvider.Statuspage));
    }

    Task<StatusReading?> ReadAsync(string path, FeedProvider? provider = null) =>
        new StatusCache(client, NullLogger<StatusCache>.Instance).ReadAsync(Page(path, provider), default);

    StatusPage Page(string path, FeedProvider? provider) =>
        new(server.Address.GetLeftPart(UriPartial.Authority) + path, provider);

    static string Document(FeedProvider provider) => provider switch
    {
        FeedProvider.Instatus => Feeds.Instatus(),
        FeedProvider.BetterStack => Feeds.BetterStack(),
        _ => Feeds.Statuspage(),
    };

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }
}
