using System.Net;
using System.Reflection;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>The headers that every answer carries, on a real port.</summary>
public sealed class HeaderTests(HeaderTests.Fixture fixture) : IClassFixture<HeaderTests.Fixture>
{
    public sealed class Fixture : IDisposable
    {
        public PortalApp Portal { get; } = PortalApp.With(
            ("Portal:MessengerOrigins:0", "https://Messenger.example:443/"), ("Portal:Site:Origins:0", "https://www.acme.example"));

        public Fixture() => Portal.UseKestrel(0);

        public void Dispose() => Portal.Dispose();
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/portal.css")]
    [InlineData("/portal-config.js")]
    [InlineData("/api/widget-portal?identifier=mira")]
    [InlineData("/api/widget-portal")]
    [InlineData("/nothing")]
    [InlineData("/health/live")]
    public async Task Every_answer_carries_the_security_headers_and_nothing_that_tells_of_the_server(string address)
    {
        using var mira = fixture.Portal.SignedInAs("mira");
        mira.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        var answer = await mira.GetAsync(address);
        var names = answer.Headers.Select(h => h.Key).Concat(answer.Content.Headers.Select(h => h.Key)).ToArray();

        Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-referrer", answer.Headers.GetValues("Referrer-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Resource-Policy").Single());
        Assert.Equal("same-origin", answer.Headers.GetValues("Cross-Origin-Opener-Policy").Single());
        Assert.Contains("Permissions-Policy", names);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
        Assert.DoesNotContain(names, n => n is "Server" or "Set-Cookie" or "X-Frame-Options" || n.StartsWith("Access-Control"));
    }

    [Fact]
    public async Task The_page_may_be_framed_by_the_site_and_the_messenger_and_runs_nothing_inline()
    {
        var policy = (await fixture.Portal.CreateClient().GetAsync("/")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains("frame-ancestors https://www.acme.example https://messenger.example", policy);
        Assert.Contains("require-trusted-types-for 'script'", policy);
        Assert.DoesNotContain("unsafe", policy);
        Assert.DoesNotMatch(@"\*|(^|[ ;])(https?:|data:|blob:)([ ;]|$)", policy);
    }

    [Theory]
    [InlineData("/api/widget-portal?identifier=mira", "mira", HttpStatusCode.OK)]
    [InlineData("/api/widget-portal?identifier=42", "mira", HttpStatusCode.Forbidden)]
    [InlineData("/api/widget-portal?identifier=mira", "nobody", HttpStatusCode.NotFound)]
    [InlineData("/api/widget-portal", "mira", HttpStatusCode.BadRequest)]
    public async Task No_cache_keeps_an_answer_of_the_api_and_no_frame_shows_it(string address, string signedIn, HttpStatusCode status)
    {
        using var client = fixture.Portal.SignedInAs(signedIn);

        var answer = await client.GetAsync(address);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("no-store, private", answer.Headers.CacheControl?.ToString());
        Assert.Equal("Authorization", answer.Headers.Vary.Single());
        Assert.Contains("frame-ancestors 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData(16 * 1024, HttpStatusCode.RequestUriTooLong)]
    [InlineData(10 * 1024, HttpStatusCode.BadRequest)]
    public async Task A_long_identifier_is_the_apps_own_400_and_a_longer_one_the_servers_414(int length, HttpStatusCode status)
    {
        using var mira = fixture.Portal.SignedInAs("mira");

        Assert.Equal(status, (await mira.GetAsync($"/api/widget-portal?identifier={new string('a', length)}")).StatusCode);
    }

    [Fact]
    public async Task A_header_of_more_than_32_kilobytes_gets_431()
    {
        using var client = fixture.Portal.WithToken(new string('a', 33_000));

        Assert.Equal(HttpStatusCode.RequestHeaderFieldsTooLarge, (await client.GetAsync("/api/widget-portal")).StatusCode);
    }

    [Fact]
    public async Task A_host_that_is_not_listed_is_refused()
    {
        using var client = fixture.Portal.CreateClient();
        client.DefaultRequestHeaders.Host = "evil.example";

        var refused = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        Assert.Equal("nosniff", refused.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("no-store, private", refused.Headers.CacheControl?.ToString());
    }

    [Theory]
    [InlineData("/health/live", HttpStatusCode.OK)]
    [InlineData("/health/ready", HttpStatusCode.OK)]
    [InlineData("/healthy", HttpStatusCode.BadRequest)]
    [InlineData("/portal-config.js", HttpStatusCode.BadRequest)]
    [InlineData("/api/widget-portal", HttpStatusCode.BadRequest)]
    public async Task A_probe_may_ask_by_the_machines_address(string path, HttpStatusCode status)
    {
        using var client = fixture.Portal.CreateClient();
        client.DefaultRequestHeaders.Host = "10.0.0.5:8080";

        Assert.Equal(status, (await client.GetAsync(path)).StatusCode);
    }

    [Fact]
    public async Task A_probe_is_told_the_version()
    {
        var version = typeof(Program).Assembly
            .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

        Assert.Equal($$"""{"version":"{{version}}"}""",
            await fixture.Portal.CreateClient().GetStringAsync("/health/live"));
        Assert.Contains(fixture.Portal.Log, line => line.TrimEnd() == $"Information Portal {version} has started.");
    }

    [Fact]
    public async Task The_config_module_names_the_normalised_origins()
    {
        var module = await fixture.Portal.CreateClient().GetStringAsync("/portal-config.js");

        Assert.Contains("""messengerOrigins = ["https://messenger.example"]""", module);
        Assert.Contains("""siteOrigins = ["https://www.acme.example"]""", module);
    }
}
