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

    [Theory]
    [InlineData("/ap")]
    [InlineData("/ap/history")]
    [InlineData("/us-west/incidents/abc")]
    public async Task What_may_be_a_language_is_a_path_first(string path)
    {
        documents["/ap/api/v2/summary.json"] = LocalServer.Http(Feeds.Statuspage("minor"));
        documents["/us-west/api/v2/summary.json"] = LocalServer.Http(Feeds.Statuspage("minor"));
        documents["/api/v2/summary.json"] = LocalServer.Http(Feeds.Statuspage("critical"));

        Assert.Equal(ServiceState.Degraded, (await ReadAsync(path, FeedProvider.Statuspage))!.State);
    }

    [Fact]
    public async Task A_language_is_left_out_where_no_feed_is_under_it()
    {
        documents["/status/index.json"] = LocalServer.Http(Feeds.BetterStack("downtime"));

        Assert.Equal(ServiceState.MajorOutage, (await ReadAsync("/status/fr"))!.State);
    }

    [Theory]
    [InlineData("/", "/index.json")]
    [InlineData("/health/", "/health/summary.json")]
    [InlineData("/health/en", "/summary.json")]
    public async Task A_page_that_moved_to_another_host_is_looked_for_where_it_leads(string to, string feed)
    {
        documents[feed] = LocalServer.Http(feed == "/index.json" ? Feeds.BetterStack() : Feeds.Instatus());
        using var old = new LocalServer(LocalServer.Redirect(new Uri(server.Address, to).AbsoluteUri));
        using var both = new GuardedClient(new([server.Address, old.Address]), clock);

        var reading = await new StatusCache(both, NullLogger<StatusCache>.Instance)
            .ReadAsync(new(old.Address.AbsoluteUri, null), default);

        Assert.Equal((ServiceState.Operational, "https://status.acme.example/"), (reading?.State, reading?.Url));
    }

    [Fact]
    public async Task A_page_that_leads_to_a_folder_of_its_host_is_looked_for_there()
    {
        documents["/"] = LocalServer.Redirect("/health/?from=root");
        documents["/health/index.json"] = LocalServer.Http(Feeds.BetterStack());

        Assert.Equal(ServiceState.Operational, (await ReadAsync(""))?.State);
    }

    [Fact]
    public async Task Where_a_page_went_is_said_when_no_feed_is_there_either()
    {
        using var old = new LocalServer(LocalServer.Redirect(server.Address.AbsoluteUri));
        using var both = new GuardedClient(new([server.Address, old.Address]), clock);
        var log = new LastWarning();

        await new StatusCache(both, log).ReadAsync(new(old.Address.AbsoluteUri, null), default);

        Assert.Contains($"it leads to {server.Address.GetLeftPart(UriPartial.Authority)}, and none was found there",
            log.Text);
    }

    [Fact]
    public async Task Incident_io_is_asked_for_the_components_that_its_summary_leaves_out()
    {
        documents["/api/v2/summary.json"] = LocalServer.Http(IncidentIo(Component("API", "operational")));
        documents["/api/v2/components.json"] = LocalServer.Http($$"""
            {"page":{"id":"01J"},"components":[{{Component("API", "operational")}},
              {{Component("Voice", "partial_outage")}}]}
            """);

        var reading = await ReadAsync("", FeedProvider.Statuspage);

        Assert.Equal(["API", "Voice"], Feeds.Leaves(reading!.Components));
        Assert.Equal(ServiceState.PartialOutage, reading.Components![1].State);
    }

    [Theory]
    [InlineData("""{"page":{"id":"01J"},"components":[]}""")]
    [InlineData("""{"components":[{"name":"Another"},{"name":"Another"}]}""")]
    [InlineData("[]")]
    [InlineData("{")]
    public async Task A_second_document_that_tells_less_changes_nothing(string second)
    {
        documents["/api/v2/summary.json"] = LocalServer.Http(IncidentIo(Component("API", "operational")));
        documents["/api/v2/components.json"] = LocalServer.Http(second);

        Assert.Equal(["API"], Feeds.Leaves((await ReadAsync("", FeedProvider.Statuspage))!.Components));
    }

    [Theory]
    [InlineData("none", 1)]
    [InlineData("major", 2)]
    public async Task Statuspage_is_asked_twice_only_about_trouble_that_no_component_has(string indicator, int requests)
    {
        documents["/api/v2/summary.json"] = LocalServer.Http(
            Feeds.Statuspage(indicator, $"[{Component("API", "operational")}]"));

        await ReadAsync("", FeedProvider.Statuspage);

        Assert.Equal(requests, server.Requests.Length);
    }

    [Fact]
    public async Task A_hundred_and_fifty_monitors_with_ninety_days_each_can_be_read()
    {
        var days = string.Join(',', Enumerable.Range(0, 90).Select(day => $$"""
            {"day":"{{Feeds.Now.AddDays(day - 89):yyyy-MM-dd}}","status":"operational",
              "downtime_duration":0,"maintenance_duration":0}
            """));
        documents["/index.json"] = LocalServer.Http(Feeds.BetterStack("operational",
        [
            .. Enumerable.Range(1, 150).Select(one => Feeds.Resource($"{one}", $$"""
                {"public_name":"Monitor {{one}}","position":{{one}},"status":"operational",
                  "status_history":[{{days}}]}
                """)),
        ]));
        using var asDeployed = new GuardedClient(new([server.Address]), clock) { Limits = StatusCache.Limits };

        var reading = await new StatusCache(asDeployed, NullLogger<StatusCache>.Instance)
            .ReadAsync(Page("", FeedProvider.BetterStack), default);

        Assert.True(documents["/index.json"].Length > 1024 * 1024);
        Assert.Equal((150, 0), (reading?.ComponentCount, reading?.DroppedRows));
    }

    [Fact]
    public async Task The_time_limit_covers_reading_too()
    {
        documents["/api/v2/summary.json"] = LocalServer.Http(
            Feeds.Statuspage(incidents: """[{"name":"It broke","status":"investigating"}]"""));
        using var hurried = new GuardedClient(new([server.Address]), new HurriedClock());
        var log = new LastWarning();

        await new StatusCache(hurried, log).ReadAsync(Page("", null), default);

        Assert.Contains("it takes too long to read", log.Text);
    }

    static string IncidentIo(string component) => $$"""
        {"page":{"id":"01J","name":"Acme","url":"https://status.acme.example/"},
         "status":{"indicator":"none","description":"All well"},"components":[{{component}}]}
        """;

    static string Component(string name, string status) =>
        $$"""{"id":"{{name}}","name":"{{name}}","status":"{{status}}"}""";

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

    /// <summary>To look at the time uses it up, as the fetcher does between fetching and reading.</summary>
    sealed class HurriedClock : TimeProvider
    {
        readonly ManualClock inner = new();

        public override DateTimeOffset GetUtcNow()
        {
            inner.Pass(TimeSpan.FromSeconds(6));
            return inner.GetUtcNow();
        }

        public override ITimer CreateTimer(
            TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            inner.CreateTimer(callback, state, dueTime, period);
    }
}
