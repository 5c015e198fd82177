using System.Net;
using Oxvo.PortalSample.Portal.Accounts;

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
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 2, 60);
        await Problem.AssertIsAsync(answer, "rate_limited");
        Assert.Equal(HttpStatusCode.OK, (await portal.SignedInAs("42").GetAsync("/api/widget-portal?identifier=42")).StatusCode);
    }

    [Theory]
    [InlineData("203.0.113.8", "203.0.113.8", true)]
    [InlineData("203.0.113.8", "203.0.113.9", false)]
    [InlineData("203.0.113.8", "::ffff:203.0.113.8", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:1:ffff::2", true)]
    [InlineData("2001:db8:0:1::1", "2001:db8:0:2::1", false)]
    public async Task Requests_are_counted_by_network_which_is_64_bits_of_IPv6(string first, string second, bool isOne)
    {
        using var portal = PortalApp.With(("Portal:RequestsPerMinute:Address", "1"));

        var answers = new[] { await AskAsync(portal, first), await AskAsync(portal, second) };

        Assert.Equal([401, isOne ? 429 : 401], answers);
    }

    [Fact]
    public async Task What_holds_no_account_is_never_limited()
    {
        using var portal = PortalApp.With(("Portal:RequestsPerMinute:Address", "1"));
        using var client = portal.CreateClient();

        var answers = new List<HttpStatusCode>();
        foreach (var address in new[] { "/portal-config.js", "/health/live", "/health/ready" })
            for (var i = 0; i < 2; i++) answers.Add((await client.GetAsync(address)).StatusCode);

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer));
    }

    [Fact]
    public async Task A_fault_of_the_program_gets_500_and_the_next_customer_an_answer()
    {
        using var portal = PortalApp.With(new FaultySection("Mira Okafor"));

        var answer = await portal.SignedInAs("mira").GetAsync(MirasAccount);
        var other = await portal.SignedInAs("42").GetAsync("/api/widget-portal?identifier=42");

        Assert.Equal(HttpStatusCode.InternalServerError, answer.StatusCode);
        await Problem.AssertIsAsync(answer, "internal");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task A_locked_database_gets_503_long_before_the_drivers_half_minute_and_the_next_read_works()
    {
        using var portal = new PortalApp();
        using var mira = portal.SignedInAs("mira");
        await mira.GetAsync(MirasAccount);
        using var locked = new LockedDatabase(portal.DatabaseFile);

        var answers = await Task.WhenAll(Enumerable.Range(0, 4 * Environment.ProcessorCount).Select(_ => mira.GetAsync(MirasAccount)));
        var wasStillLocked = locked.KeepsTheDriverWaiting;
        locked.Dispose();

        Assert.True(wasStillLocked);
        foreach (var answer in answers) await Problem.AssertIsAsync(answer, "unavailable");
        Assert.All(answers, answer => Assert.Equal(3, answer.Headers.RetryAfter?.Delta?.TotalSeconds));
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
        Assert.Contains(portal.Log, line => line.StartsWith("Warning The database cannot be read"));
        await Problem.AssertIsAsync(ready, "unavailable");
        Assert.Equal(HttpStatusCode.OK, live.StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await mira.GetAsync("/health/ready")).StatusCode);
    }

    [Fact]
    public async Task However_many_probes_ask_at_once_the_database_is_read_once()
    {
        using var portal = new PortalApp();
        using var client = portal.CreateClient();
        await client.GetAsync("/health/ready");
        using var locked = new LockedDatabase(portal.DatabaseFile);
        var database = AccountsDatabase.Locate($"Data Source={portal.DatabaseFile}", "/");

        var answers = await Task.WhenAll(Enumerable.Range(0, 3 * database.MostAtOnce + 256)
            .Select(_ => client.GetAsync("/health/ready")));

        foreach (var answer in answers) await Problem.AssertIsAsync(answer, "unavailable");
        var warnings = portal.Log.Where(line => line.StartsWith("Warning The database")).Select(line => line.TrimEnd());
        Assert.Equal(["Warning The database did not answer in time."], warnings.Distinct());
        Assert.DoesNotContain(portal.Log, line => line.Contains("Too many customers"));
    }

    static async Task<int> AskAsync(PortalApp portal, string address) => (await portal.Server.SendAsync(http =>
    {
        http.Connection.RemoteIpAddress = IPAddress.Parse(address);
        http.Request.Path = "/api/widget-portal";
    })).Response.StatusCode;
}
