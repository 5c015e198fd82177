using Microsoft.Extensions.Logging.Abstractions;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Fetching;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>
/// One reading for everybody: how often a provider is asked, and what is shown while it cannot be read.
/// </summary>
public sealed class CacheTests : IDisposable
{
    const string ETag = "ETag: \"v1\"\r\nContent-Type: application/json";

    readonly ManualClock clock = new();
    readonly LocalServer server;
    readonly GuardedClient client;
    readonly StatusCache cache;
    Func<string, byte[]> answer = _ => LocalServer.Http(Feeds.Statuspage());
    Task held = Task.CompletedTask;

    public CacheTests()
    {
        server = new(async (request, stream, cancel) =>
        {
            await held.WaitAsync(cancel);
            await stream.WriteAsync(answer(request), cancel);
        });
        client = new(new([server.Address]), clock);
        cache = new(client, NullLogger<StatusCache>.Instance, mostPages: 3);
    }

    [Fact]
    public async Task A_thousand_home_screens_cause_one_request_a_minute()
    {
        for (var minute = 1; minute <= 3; minute++)
        {
            var release = Hold();
            var asked = Enumerable.Range(0, 1_000).Select(_ => ReadAsync()).ToArray();
            release();
            var readings = await Task.WhenAll(asked);
            clock.Pass(TimeSpan.FromSeconds(59));
            await Task.WhenAll(Enumerable.Range(0, 1_000).Select(_ => ReadAsync()));
            Assert.All(readings, reading => Assert.Equal(ServiceState.Operational, reading!.State));
            Assert.Equal(minute, server.Requests.Length);
            clock.Pass(TimeSpan.FromSeconds(1));
        }
    }

    [Fact]
    public async Task Failures_are_not_asked_for_more_often_either()
    {
        answer = _ => LocalServer.Http("<h1>504</h1>", "Content-Type: text/html", "504 Gateway Time-out");

        await Task.WhenAll(Enumerable.Range(0, 100).Select(_ => ReadAsync()));
        Assert.Null(await ReadAsync());

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task A_provider_that_does_not_answer_in_time_is_no_error_and_no_outage()
    {
        Hold();
        var reading = ReadAsync();
        await Eventually.HoldsAsync(() => server.Requests.Length > 0, "The provider was not asked.");

        clock.Pass(new FetchLimits().Time);

        Assert.Null(await reading.WaitAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public async Task An_unchanged_feed_is_confirmed_by_its_etag()
    {
        answer = request => request.Contains("If-None-Match: \"v1\"") ? LocalServer.Http("", ETag, "304 Not Modified")
            : LocalServer.Http(Feeds.Statuspage(), ETag);

        await ReadAsync();
        clock.Pass(TimeSpan.FromMinutes(2));
        var reading = await ReadAsync();

        Assert.Equal((2, 0, false), (server.Requests.Length, reading!.AgeSeconds, reading.Stale));
        Assert.Equal("Acme", reading.Name);
    }

    [Fact]
    public async Task The_last_good_reading_is_shown_with_its_age_for_a_day_and_then_no_more()
    {
        await ReadAsync();
        answer = _ => LocalServer.Http("oops", "Content-Type: text/html", "503 Service Unavailable");

        clock.Pass(TimeSpan.FromMinutes(5));
        var stale = await ReadAsync();
        clock.Pass(TimeSpan.FromDays(1));

        Assert.Equal((true, 300, ServiceState.Operational), (stale!.Stale, stale.AgeSeconds, stale.State));
        Assert.Null(await ReadAsync());
    }

    [Fact]
    public async Task A_provider_that_comes_back_is_read_at_the_next_minute()
    {
        await ReadAsync();
        answer = _ => LocalServer.Http("{");
        clock.Pass(TimeSpan.FromMinutes(1));
        var stale = await ReadAsync();
        answer = _ => LocalServer.Http(Feeds.Statuspage("critical"));
        clock.Pass(TimeSpan.FromMinutes(1));
        var fresh = await ReadAsync();

        Assert.True(stale!.Stale);
        Assert.Equal((false, ServiceState.MajorOutage, 0), (fresh!.Stale, fresh.State, fresh.AgeSeconds));
    }

    [Fact]
    public async Task A_visitor_who_leaves_does_not_take_the_reading_from_the_others()
    {
        var release = Hold();
        using var leaving = new CancellationTokenSource();

        var first = cache.ReadAsync(Page("/a"), leaving.Token);
        var second = cache.ReadAsync(Page("/a"), default);
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        release();
        Assert.NotNull(await second);
    }

    [Fact]
    public async Task The_page_asked_for_longest_ago_makes_room()
    {
        foreach (var page in new[] { "/aaa", "/bbb", "/ccc", "/aaa", "/ddd", "/aaa", "/bbb" })
            await cache.ReadAsync(Page(page), default);

        Assert.Equal(["/aaa", "/bbb", "/ccc", "/ddd", "/bbb"], server.Requests.Select(request => request[4..8]));
    }

    /// <summary>Keeps every answer back.</summary>
    /// <returns>Lets them go.</returns>
    Action Hold()
    {
        var released = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        held = released.Task;
        return released.SetResult;
    }

    Task<StatusReading?> ReadAsync() => cache.ReadAsync(Page(""), default);

    StatusPage Page(string path) =>
        new(server.Address.GetLeftPart(UriPartial.Authority) + path, FeedProvider.Statuspage);

    public void Dispose()
    {
        client.Dispose();
        server.Dispose();
    }
}
