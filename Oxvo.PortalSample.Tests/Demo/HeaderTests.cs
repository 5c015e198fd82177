using System.Net;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>The headers of A and B.</summary>
[Collection(RunningMock.Name)]
public sealed class HeaderTests(MockHostApp mock)
{
    public static TheoryData<string> Everything =>
    [
        "A /", "A /sign-in", "A /site.css", "A /portal-session.js", "A /demo/customers", "A /demo/session",
        "A /nowhere", "A /portal-token",
        "B /widget", "B /packs/js/sdk.js", "B /api/apps", "B /settings", "B /api/library", "B /nowhere", "B /",
    ];

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Every_answer_carries_the_security_headers(string what)
    {
        var headers = (await GetAsync(what)).Headers;

        Assert.Equal("nosniff", Assert.Single(headers.GetValues("X-Content-Type-Options")));
        Assert.StartsWith("default-src 'none'; ", Assert.Single(headers.GetValues("Content-Security-Policy")));
        Assert.True(headers.Contains("Referrer-Policy") && headers.Contains("Permissions-Policy"));
        Assert.NotNull(headers.CacheControl);
        Assert.False(headers.Contains("Server") || headers.Contains("X-Frame-Options"));
        Assert.DoesNotContain(headers,
            header => header.Key.StartsWith("Access-Control-", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("A /", "text/html")]
    [InlineData("A /site.css", "text/css")]
    [InlineData("A /site.js", "text/javascript")]
    [InlineData("A /portal-session.js", "text/javascript")]
    [InlineData("B /widget", "text/html")]
    [InlineData("B /packs/js/sdk.js", "text/javascript")]
    public async Task A_text_says_how_it_is_written(string what, string type) =>
        Assert.Equal($"{type}; charset=utf-8", (await GetAsync(what)).Content.Headers.ContentType!.ToString());

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task Only_the_sdk_may_be_loaded_by_another_site(string what)
    {
        var policy = Assert.Single((await GetAsync(what)).Headers.GetValues("Cross-Origin-Resource-Policy"));

        Assert.Equal(what == "B /packs/js/sdk.js" ? "cross-origin" : "same-origin", policy);
    }

    [Theory]
    [InlineData("A /", "same-origin-allow-popups")]
    [InlineData("B /widget", "unsafe-none")]
    [InlineData("B /settings", "same-origin")]
    [InlineData("B /packs/js/sdk.js", "same-origin")]
    public async Task A_window_of_the_messengers_own_keeps_the_page_that_opened_it(string what, string policy) =>
        Assert.Equal(policy, Assert.Single((await GetAsync(what)).Headers.GetValues("Cross-Origin-Opener-Policy")));

    [Fact]
    public async Task The_website_lets_in_the_messengers_script_and_frame_and_nothing_else()
    {
        var csp = await CspAsync("A /");

        Assert.Equal(["'self'", $"{mock.Messenger}/packs/js/sdk.js"], csp["script-src"]);
        Assert.Equal([mock.Messenger], csp["frame-src"]);
        Assert.Equal(["'none'"], csp["frame-ancestors"]);
        Assert.All(["style-src", "connect-src", "img-src", "form-action"],
            directive => Assert.Equal(["'self'"], csp[directive]));
    }

    [Fact]
    public async Task The_messenger_is_framed_by_the_website_alone_and_frames_apps_by_https_or_on_this_machine()
    {
        var csp = await CspAsync("B /widget");

        Assert.Equal([mock.Site], csp["frame-ancestors"]);
        Assert.Equal(["https:", "http://localhost:*", "http://*.localhost:*", "http://127.0.0.1:*"], csp["frame-src"]);
        Assert.Equal(["'self'"], csp["script-src"]);
        Assert.Equal(["'script'"], csp["require-trusted-types-for"]);
    }

    [Theory]
    [MemberData(nameof(Everything))]
    public async Task No_policy_holds_an_exception(string what)
    {
        var csp = await CspAsync(what);

        // An app may be anywhere: which schemes the messenger frames is told above.
        var strict =
            csp.Where(directive => directive.Key is not ("frame-src" or "connect-src") || !what.StartsWith('B'));
        Assert.DoesNotContain(strict.SelectMany(directive => directive.Value),
            value => value.Contains("unsafe") || value.Contains('*') || value.EndsWith(':'));
        Assert.Equal(csp.ContainsKey("script-src"), csp.ContainsKey("base-uri"));
    }

    [Fact]
    public async Task A_page_with_unfilled_placeholders_is_not_to_be_had()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("A /index.html")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await GetAsync("B /widget.html")).StatusCode);
    }

    Task<HttpResponseMessage> GetAsync(string what) =>
        MockHostApp.Stranger(what[0] == 'A' ? mock.Site : mock.Messenger).GetAsync(what[2..]);

    async Task<Dictionary<string, string[]>> CspAsync(string what) =>
        (await GetAsync(what)).Headers.GetValues("Content-Security-Policy").Single().Split("; ")
            .Select(directive => directive.Split(' '))
            .ToDictionary(directive => directive[0], directive => directive[1..]);
}
