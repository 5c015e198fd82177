using System.Text;
using AngleSharp.Html.Parser;
using Oxvo.PortalSample.Tests.Tools.Embedding;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>What the checklist makes of headers, tags and statuses.</summary>
public sealed class HeaderCheckTests
{
    static readonly string Order = Checked.Page("<h1>Order</h1><p>It arrives on Friday.</p>");

    [Theory]
    [InlineData("frame-ancestors *", CheckOutcome.Fail)]
    [InlineData("frame-ancestors https://www.acme.example https:", CheckOutcome.Fail)]
    [InlineData("frame-ancestors http://*", CheckOutcome.Fail)]
    [InlineData("frame-ancestors https://*:443", CheckOutcome.Fail)]
    [InlineData("frame-ancestors https://*:8443 https://www.acme.example", CheckOutcome.Fail)]
    [InlineData("frame-ancestors HTTPS:", CheckOutcome.Fail)]
    [InlineData("frame-ancestors Https://*:*", CheckOutcome.Fail)]
    [InlineData("frame-ancestors https://*/", CheckOutcome.Fail)]
    [InlineData("frame-ancestors *:*/ 'self'", CheckOutcome.Fail)]
    [InlineData("frame-ancestors https://*.example", CheckOutcome.Fail)]
    [InlineData("frame-ancestors https://*/shop https://www.acme.example", CheckOutcome.Pass)]
    [InlineData("frame-ancestors wss: https://www.acme.example", CheckOutcome.Pass)]
    [InlineData("frame-ancestors ** https://www.acme.example", CheckOutcome.Pass)]
    [InlineData("frame-ancestors https://*.acme.example", CheckOutcome.Warn)]
    [InlineData("default-src 'self'", CheckOutcome.Warn)]
    [InlineData("frame-ancestors *, frame-ancestors https://www.acme.example", CheckOutcome.Pass)]
    [InlineData("frame-ancestors https://www.acme.example https://messenger.oxvo.example", CheckOutcome.Pass)]
    public async Task Who_else_may_frame_it_is_told(string policy, CheckOutcome outcome) =>
        Assert.Equal(outcome,
            (await Checked.PageAsync(Order, $"Content-Security-Policy: {policy}"))["frame-width"].Result);

    [Theory]
    [InlineData("frame-ancestors https://www.acme.example\u00a0https://messenger.oxvo.example", "a no-break space")]
    [InlineData("img-src *; frame-ancestors\u00a0https://www.acme.example", "a no-break space follows its name")]
    [InlineData("frame-ancestors ‘self’ https://www.acme.example", "a curly quote")]
    [InlineData("frame-ancestors “https://www.acme.example”", "a curly quote")]
    [InlineData("frame-ancestors=https://www.acme.example", "“=” follows its name")]
    [InlineData("frame-ancestors: https://www.acme.example", "“:” follows its name")]
    [InlineData("frame-ancestor https://www.acme.example", "its name is written frame-ancestor")]
    [InlineData("frame-ancestors https://bücher.example", "“ü”, which is not ASCII; write such a host as xn--")]
    public async Task A_list_that_is_void_is_told_as_there_with_the_reason(string policy, string why)
    {
        var page = Encoding.UTF8.GetBytes(Order);
        byte[] answer =
        [
            .. Encoding.UTF8.GetBytes($"HTTP/1.1 200 OK\r\n{Checked.Html}\r\nContent-Security-Policy: {policy}\r\n"
                + $"Content-Length: {page.Length}\r\nConnection: close\r\n\r\n"), .. page,
        ];

        var results = await Checked.SiteAsync(new() { ["/"] = answer });

        Assert.All([results["frame-ancestors"], results["frame-width"]], result =>
        {
            Assert.Contains("a frame-ancestors is there and void: ", result.Seen);
            Assert.Contains(why, result.Seen);
        });
        Assert.Equal(CheckOutcome.Warn, results["frame-width"].Result);
    }

    [Theory]
    [InlineData("", CheckOutcome.Pass)]
    [InlineData("Content-Security-Policy: frame-ancestors 'none'", CheckOutcome.Fail)]
    [InlineData("Content-Security-Policy: frame-ancestors https://www.acme.example", CheckOutcome.NotRun)]
    public async Task Without_the_ancestors_names_only_what_is_certain_is_told(string header, CheckOutcome outcome) =>
        Assert.Equal(outcome,
            (await Checked.PageAsync(Order, header.Length == 0 ? [] : [header]))["frame-ancestors"].Result);

    [Theory]
    [InlineData("https://www.acme.example", CheckOutcome.Pass)]
    [InlineData("https://www.acme.example https://messenger.oxvo.example", CheckOutcome.Fail)]
    public async Task Every_named_ancestor_must_be_allowed(string ancestors, CheckOutcome outcome)
    {
        var page = LocalServer.Http(Order,
            $"{Checked.Html}\r\nContent-Security-Policy: frame-ancestors https://www.acme.example");

        var result = (await Checked.SiteAsync(
            new() { ["/"] = page }, options => options with { Ancestors = ancestors.Split(' ') }))["frame-ancestors"];

        Assert.Equal(outcome, result.Result);
        if (outcome == CheckOutcome.Fail)
            Assert.Contains("frame-ancestors https://www.acme.example https://messenger.oxvo.example", result.Repair);
    }

    [Fact]
    public async Task A_missing_page_that_is_data_and_may_not_be_framed_is_a_warning()
    {
        const string headers =
            "Content-Type: application/problem+json\r\nContent-Security-Policy: frame-ancestors 'none'";
        using var server = new LocalServer((request, stream, cancel) => stream.WriteAsync(request.StartsWith("GET / ")
            ? LocalServer.Http(Order, Checked.Html) : LocalServer.Http("{}", headers, "404 Not Found"), cancel)
                .AsTask());

        Assert.Equal(CheckOutcome.Warn, (await Checked.AtAsync(server))["error-pages"].Result);
    }

    [Theory]
    [InlineData("<meta name=viewport content='width=device-width, initial-scale=1'>", CheckOutcome.Pass)]
    [InlineData("<meta name=viewport content='width=device-width, user-scalable=no'>", CheckOutcome.Warn)]
    [InlineData("<meta name=viewport content='width=device-width, maximum-scale=1.0'>", CheckOutcome.Warn)]
    [InlineData("<meta name=viewport content='width=device-width, maximum-scale=10'>", CheckOutcome.Pass)]
    [InlineData("<meta name=viewport content='width=1200'>", CheckOutcome.Fail)]
    [InlineData("", CheckOutcome.Fail)]
    public async Task The_viewport_is_read(string meta, CheckOutcome outcome) =>
        Assert.Equal(outcome, (await Checked.PageAsync($"<!doctype html>{meta}<h1>Order</h1>"))["viewport"].Result);

    [Theory]
    [InlineData("<h1>Order</h1><p>It arrives on Friday.</p>", CheckOutcome.Pass)]
    [InlineData("<h1>Order</h1><h1 hidden>Invoices</h1><template><h1>Help</h1></template>", CheckOutcome.Pass)]
    [InlineData("<h1>Order</h1><div role=heading aria-level=1>Invoices</div>", CheckOutcome.Fail)]
    [InlineData("<p>It arrives on Friday, between nine and twelve o’clock.</p>", CheckOutcome.Fail)]
    [InlineData("<h2>Order</h2><p>It arrives on Friday, between nine and twelve.</p>", CheckOutcome.Warn)]
    [InlineData("<video src=/walk.mp4 controls></video>", CheckOutcome.Warn)]
    [InlineData("<div id=app>Loading…</div><noscript><h1>This needs a script, and you have none of "
        + "them.</h1></noscript><script>app()</script>", CheckOutcome.NotRun)]
    public async Task Main_headings_are_counted_where_the_page_is_not_drawn_by_script(string body,
        CheckOutcome outcome) =>
        Assert.Equal(outcome, (await Checked.PageAsync(Checked.Page(body)))["main-heading"].Result);

    [Theory]
    [InlineData("<img src='http://cdn.acme.example/a.png' alt=''>", CheckOutcome.Warn)]
    [InlineData("<style>body { background: url(http://cdn.acme.example/a.png) }</style>", CheckOutcome.Warn)]
    [InlineData("<style>@import 'http://cdn.acme.example/a.css';</style>", CheckOutcome.Fail)]
    [InlineData("<iframe src='http://video.acme.example/1'></iframe>", CheckOutcome.Fail)]
    [InlineData("<a href='http://www.acme.example/'>Shop</a><svg xmlns='http://www.w3.org/2000/svg'></svg>",
        CheckOutcome.Pass)]
    [InlineData("<img src='//cdn.acme.example/a.png' alt=''><iframe src='http://localhost:3000/'></iframe>",
        CheckOutcome.Pass)]
    [InlineData("<meta http-equiv=content-security-policy content=upgrade-insecure-requests><iframe "
        + "src='http://video.acme.example/1'></iframe>", CheckOutcome.Pass)]
    public async Task What_is_loaded_over_plain_http_is_found(string body, CheckOutcome outcome) =>
        Assert.Equal(outcome, (await Checked.PageAsync(Checked.Page("<h1>Order</h1>" + body)))["mixed-content"].Result);

    [Fact]
    public void Plain_http_of_the_pages_own_host_is_found_too()
    {
        var page = new Uri("https://app.acme.example/orders");
        var document = new HtmlParser().ParseDocument("<script src='http://app.acme.example/app.js'></script>");
        var view = new FirstView(Answers.Of(page.AbsoluteUri, []), [], [], []);

        Assert.Single(MixedContent.Find(document, page, view).Blocked);
        Assert.Empty(MixedContent.Find(document, new("http://app.acme.example/orders"), view).Blocked);
    }

    [Theory]
    [InlineData("acme_session=1; SameSite=Lax; HttpOnly", CheckOutcome.Fail)]
    [InlineData("XSRF-TOKEN=1", CheckOutcome.Fail)]
    [InlineData("PHPSESSID=1; SameSite=None", CheckOutcome.Fail)]
    [InlineData("theme=dark", CheckOutcome.Warn)]
    [InlineData("acme_session=1; SameSite=None; Secure", CheckOutcome.Warn)]
    [InlineData("__Host-acme_session=1; Path=/; samesite=none; secure; partitioned", CheckOutcome.Pass)]
    public async Task Cookies_are_named_with_what_they_lack_and_without_their_value(string cookie, CheckOutcome outcome)
    {
        var result = (await Checked.PageAsync(Order, $"Set-Cookie: {cookie}"))["nested-cookies"];

        Assert.Equal(outcome, result.Result);
        Assert.StartsWith(cookie.Split('=')[0] + ":", result.Seen);
        Assert.DoesNotContain("dark", result.Seen);
    }

    [Theory]
    [InlineData("401 Unauthorized", "", CheckOutcome.Pass)]
    [InlineData("403 Forbidden", "", CheckOutcome.Pass)]
    [InlineData("400 Bad Request", "{}", CheckOutcome.Warn)]
    [InlineData("405 Method Not Allowed", "", CheckOutcome.Warn)]
    [InlineData("404 Not Found", "{}", CheckOutcome.Warn)]
    [InlineData("429 Too Many Requests", "", CheckOutcome.NotRun)]
    [InlineData("500 Internal Server Error", "{}", CheckOutcome.Fail)]
    [InlineData("503 Service Unavailable", "", CheckOutcome.Fail)]
    [InlineData("200 OK", "", CheckOutcome.Warn)]
    [InlineData("200 OK", "{\"error\":\"unauthorized\"}", CheckOutcome.Fail)]
    public async Task An_endpoint_that_is_asked_without_a_proof_has_to_refuse(string status, string body,
        CheckOutcome outcome)
    {
        var answer = LocalServer.Http(body, "Content-Type: application/json\r\nCache-Control: no-store", status);
        using var server = new LocalServer((request, stream, cancel) =>
            stream.WriteAsync(request.StartsWith("GET /api") ? answer : LocalServer.Http(Order, Checked.Html), cancel)
                .AsTask());

        var results = await Checked.AtAsync(server, options => options with { Api = new(options.Address, "/api?v=2") });

        Assert.Equal((outcome, outcome), (results["api-without-token"].Result, results["api-identifier-alone"].Result));
        Assert.Equal(["/api?v=2", "/api?v=2&identifier=launch-check", "/api?v=2&id=1", "/api?v=2&key=launch-check"],
            server.Requests.Where(request => request.StartsWith("GET /api")).Select(request => request.Split(' ')[1])
                .Distinct());
        Assert.DoesNotContain(server.Requests, request => request.Contains("Authorization"));
    }

    [Fact]
    public async Task With_a_real_identifier_nobody_is_not_an_answer_to_doubt()
    {
        var page = LocalServer.Http(Order, Checked.Html);

        var results = await Checked.SiteAsync(
            new() { ["/"] = page }, options => options with { Api = new(options.Address, "/api?identifier=mira") });

        Assert.Equal(CheckOutcome.Pass, results["api-identifier-alone"].Result);
        Assert.DoesNotContain("mira", results["api-identifier-alone"].Seen);
    }

    [Theory]
    [InlineData("private, no-store", CheckOutcome.Pass)]
    [InlineData("private, max-age=30", CheckOutcome.Pass)]
    [InlineData("private, max-age=3600", CheckOutcome.Fail)]
    [InlineData("s-maxage=600", CheckOutcome.Fail)]
    [InlineData("public", CheckOutcome.Fail)]
    [InlineData("public, max-age=60", CheckOutcome.Fail)]
    [InlineData("public, max-age=0, must-revalidate", CheckOutcome.Pass)]
    public async Task What_the_API_tells_caches_is_read(string value, CheckOutcome outcome)
    {
        var answer =
            LocalServer.Http("{}", $"Content-Type: application/json\r\nCache-Control: {value}", "401 Unauthorized");

        var results =
            await Checked.SiteAsync(new() { ["/"] = LocalServer.Http(Order, Checked.Html), ["/api"] = answer },
            options => options with { Api = new(options.Address, "/api") });

        Assert.Equal(outcome, results["personal-caching"].Result);
    }
}
