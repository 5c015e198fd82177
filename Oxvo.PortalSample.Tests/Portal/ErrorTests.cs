using System.Net;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>Limits and faults of the database: each an answer that says what to do, and no data.</summary>
public sealed class ErrorTests
{
    const string MirasAccount = "/api/widget-portal?identifier=mira";

    [Fact]
    public async Task Too_many_requests_of_an_address_get_429_before_the_token_is_asked_for()
    {
        using var portal = PortalApp.With(("Portal:RequestsPerMinute:Address", "2"));
        using var client = portal.CreateClient();

        var statuses = new List<HttpStatusCode>();
        for (var i = 0; i < 3; i++) statuses.Add((await client.GetAsync(MirasAccount)).StatusCode);

        Assert.Equal([HttpStatusCode.Unauthorized, HttpStatusCode.Unauthorized, HttpStatusCode.TooManyRequests], statuses);
    }

    [Fact]
    public async Task Too_many_requests_of_a_customer_get_429_with_a_wait_and_others_go_on()
    {
        using var portal = PortalApp.With(("Portal:RequestsPerMinute:Subject", "1"));
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync("/api/widget-portal?broken");

        var answer = await mira.GetAsync(MirasAccount);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        await Problem.AssertIsAsync(answer, "rate_limited");
        Assert.Equal(HttpStatusCode.OK, (await portal.SignedInAs("42").GetAsync("/api/widget-portal?identifier=42")).StatusCode);
    }

    [Theory]
    [InlineData("203.0.113.9", false)]
    [InlineData("203.0.113.9", true)]
    public async Task A_forwarded_address_counts_only_where_its_proxy_is_known(string forwarded, bool known)
    {
        using var portal = PortalApp.With([("Portal:RequestsPerMinute:Address", "1"), .. known ? new[] { ("Portal:KnownProxies:0", "127.0.0.1") } : []]);
        portal.UseKestrel(0);
        using var client = portal.CreateClient();
        await client.GetAsync(MirasAccount);
        client.DefaultRequestHeaders.Add("X-Forwarded-For", forwarded);

        var answer = await client.GetAsync(MirasAccount);

        Assert.Equal(known ? HttpStatusCode.Unauthorized : HttpStatusCode.TooManyRequests, answer.StatusCode);
    }

    [Fact]
    public async Task A_locked_database_gets_503_long_before_the_drivers_half_minute_and_the_next_read_works()
    {
        using var portal = new PortalApp();
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync(MirasAccount);
        using var locked = new LockedDatabase(portal.DatabaseFile);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => mira.GetAsync(MirasAccount)));
        var wasStillLocked = locked.KeepsTheDriverWaiting;
        locked.Dispose();

        Assert.True(wasStillLocked);
        foreach (var answer in answers) await Problem.AssertIsAsync(answer, "unavailable");
        Assert.Equal(HttpStatusCode.OK, (await mira.GetAsync(MirasAccount)).StatusCode);
    }

    [Fact]
    public async Task A_database_that_is_gone_gets_503_and_comes_back()
    {
        using var portal = new PortalApp();
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync(MirasAccount);

        File.Move(portal.DatabaseFile, portal.DatabaseFile + ".away");
        var gone = await mira.GetAsync(MirasAccount);
        var ready = await mira.GetAsync("/health/ready");
        var live = await mira.GetAsync("/health/live");
        File.Move(portal.DatabaseFile + ".away", portal.DatabaseFile);

        await Problem.AssertIsAsync(gone, "unavailable");
        await Problem.AssertIsAsync(ready, "unavailable");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await mira.GetAsync("/health/ready")).StatusCode);
    }
}
