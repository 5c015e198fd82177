using System.Net;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>What a proxy in front of the portal says, whom it is believed from, and the path it leaves.</summary>
public sealed class ProxyTests
{
    [Theory]
    [InlineData(null, "127.0.0.1", false)]
    [InlineData("10.0.0.7", "127.0.0.1", false)]
    [InlineData("10.0.0.7", "::1", false)]
    [InlineData("10.0.0.7", "10.0.0.7", true)]
    [InlineData("10.0.0.0/8", "10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "::ffff:10.1.2.3", true)]
    [InlineData("10.0.0.0/8", "11.1.2.3", false)]
    [InlineData("fd00::/8", "fd12::7", true)]
    [InlineData("fd00::/8", "10.1.2.3", false)]
    public async Task A_forwarded_address_counts_only_where_its_proxy_is_known(string? known, string proxy, bool counts)
    {
        using var portal = OneRequestEach(known);

        var answers = new[]
        {
            await AskAsync(portal, proxy, "203.0.113.8"), await AskAsync(portal, proxy, "203.0.113.9"),
        };

        Assert.Equal([401, counts ? 401 : 429], answers);
    }

    [Theory]
    [InlineData("203.0.113.8, 10.0.0.9", "203.0.113.9, 10.0.0.9", false)]
    [InlineData("203.0.113.8, 10.0.0.9", "203.0.113.8, 10.0.0.10", true)]
    [InlineData("198.51.100.1, 203.0.113.8", "198.51.100.2, 203.0.113.8", true)]
    public async Task Behind_several_proxies_the_visitor_is_the_first_that_is_not_one(
        string first, string second, bool isOne)
    {
        using var portal = OneRequestEach("10.0.0.0/8");

        var answers = new[] { await AskAsync(portal, "10.0.0.7", first), await AskAsync(portal, "10.0.0.7", second) };

        Assert.Equal([401, isOne ? 429 : 401], answers);
    }

    [Fact]
    public async Task A_known_proxy_tells_that_the_caller_came_by_https()
    {
        using var portal = PortalApp.With(("Portal:KnownProxies:0", "10.0.0.7"));

        var answer = await portal.Server.SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse("10.0.0.7");
            http.Request.Headers["X-Forwarded-Proto"] = "https";
        });

        Assert.True(answer.Response.Headers.ContainsKey("Strict-Transport-Security"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("10.0.0.7")]
    public async Task The_first_word_of_an_unknown_proxy_is_logged_once_with_its_address_only(string? known)
    {
        using var portal = OneRequestEach(known);

        foreach (var visitor in new[] { "203.0.113.8", "203.0.113.9" }) await AskAsync(portal, "10.9.9.9", visitor);

        var word = Assert.Single(portal.Log, line => line.Contains("X-Forwarded-For"));
        Assert.StartsWith("Warning A request from 10.9.9.9 carries X-Forwarded-For", word);
        Assert.Contains("list it or its network in Portal:KnownProxies", word);
        Assert.DoesNotContain("203.0.113", word);
    }

    [Fact]
    public async Task Nothing_is_said_of_a_known_proxy_or_of_a_visitor_without_one()
    {
        using var portal = PortalApp.With(("Portal:KnownProxies:0", "10.0.0.7"));

        await AskAsync(portal, "10.0.0.7", "203.0.113.8");
        await AskAsync(portal, "10.0.0.7", "198.51.100.1, 203.0.113.8");
        await AskAsync(portal, "203.0.113.9");

        Assert.DoesNotContain(portal.Log, line => line.Contains("X-Forwarded-For"));
    }

    [Theory]
    [InlineData("10.9.9.9", "/", "http", "Production", 1)]
    [InlineData("10.9.9.9", "/api/widget-portal", "http", "Production", 1)]
    [InlineData("10.9.9.9", "/health/live", "http", "Production", 0)]
    [InlineData("10.9.9.9", "/", "https", "Production", 0)]
    [InlineData("127.0.0.1", "/", "http", "Production", 0)]
    [InlineData("::ffff:127.0.0.1", "/", "http", "Production", 0)]
    [InlineData("10.9.9.9", "/", "http", "Development", 0)]
    public async Task A_visitor_over_plain_http_in_Production_is_warned_of_once(
        string address, string path, string scheme, string environment, int warnings)
    {
        using var portal = PortalApp.With(
            ("environment", environment), ("Portal:MessengerOrigins:0", "https://messenger.example"),
            ("Portal:Site:Origins:0", "https://www.acme.example"),
            ("Portal:Site:SignInUrl", "https://www.acme.example/sign-in"), ("Portal:Site:Issuer", "acme"),
            ("Portal:Site:Name", "Acme"));

        for (var i = 0; i < 2; i++)
            await portal.Server.SendAsync(http =>
            {
                http.Connection.RemoteIpAddress = IPAddress.Parse(address);
                (http.Request.Path, http.Request.Scheme) = (path, scheme);
            });

        var said = portal.Log.Where(line => line.StartsWith("Warning A request came over plain http")).ToArray();
        Assert.Equal(warnings, said.Length);
        Assert.All(said, line => Assert.DoesNotContain(address, line));
    }

    [Theory]
    [InlineData("/account/", "text/html")]
    [InlineData("/account/?view=orders", "text/html")]
    [InlineData("/account/portal.css", "text/css")]
    [InlineData("/account/main.js", "text/javascript")]
    [InlineData("/account/portal-config.js", "text/javascript")]
    [InlineData("/account/api/widget-portal?identifier=mira", "application/json")]
    [InlineData("/account/health/live", "application/json")]
    [InlineData("/", "text/html")]
    [InlineData("/health/live", "application/json")]
    public async Task A_path_that_the_proxy_leaves_is_taken_away_here(string address, string type)
    {
        using var portal = PortalApp.With(("Portal:PathBase", "/account"));

        var answer = await portal.SignedInAs("mira").GetAsync(address);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task Without_its_slash_the_path_leads_to_the_page()
    {
        using var portal = PortalApp.With(("Portal:PathBase", "/account"));
        using var client = portal.CreateDefaultClient();

        var answer = await client.GetAsync("/account?view=orders");

        Assert.Equal(HttpStatusCode.MovedPermanently, answer.StatusCode);
        Assert.Equal("http://localhost/account/?view=orders", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task Another_path_is_not_found()
    {
        using var portal = PortalApp.With(("Portal:PathBase", "/account"));

        await Problem.AssertIsAsync(await portal.CreateClient().GetAsync("/accounts/"), "not_found");
    }

    static PortalApp OneRequestEach(string? known) => PortalApp.With(
    [
        ("Portal:RequestsPerMinute:Address", "1"),
        .. known is null ? [] : new[] { ("Portal:KnownProxies:0", known) },
    ]);

    static async Task<int> AskAsync(PortalApp portal, string address, string? forwarded = null) =>
        (await portal.Server.SendAsync(http =>
        {
            http.Connection.RemoteIpAddress = IPAddress.Parse(address);
            http.Request.Path = "/api/widget-portal";
            if (forwarded is not null) http.Request.Headers["X-Forwarded-For"] = forwarded;
        })).Response.StatusCode;
}
