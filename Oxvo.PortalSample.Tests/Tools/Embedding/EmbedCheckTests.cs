using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tests.Tools.Embedding;

/// <summary>What the check says of addresses that do not answer, and of what it must not fetch.</summary>
public sealed class EmbedCheckTests
{
    static readonly string[] Local = ["http://localhost:5100", "http://127.0.0.1:5101"];
    static readonly string[] Production = ["https://www.acme.example", "https://app.oxvo.example"];

    [Fact]
    public async Task Nobody_there_could_not_be_checked_which_is_no_failure()
    {
        var verdict = await CheckAsync($"http://localhost:{FreePorts.Take()}/widget");

        Assert.Equal((EmbedOutcome.Unknown, null), (verdict.Outcome, verdict.Address));
        Assert.Equal("Could not check whether the messenger may show this page: it cannot be reached, or breaks off.",
            verdict.Summary);
        Assert.Empty(verdict.Findings);
    }

    /// <summary>Not in the table: the headless shell of Chromium has no viewer for them.</summary>
    [Fact]
    public void A_pdf_is_shown_as_the_browsers_of_people_show_it()
    {
        var app = new Uri("https://docs.acme.example/guide.pdf");

        Assert.Equal(EmbedOutcome.Allowed,
            EmbedCheck.Judge(app, Answers.Of(app.AbsoluteUri, ["Content-Type: application/pdf"]), Production).Outcome);
    }

    [Fact]
    public async Task A_page_that_takes_too_long_could_not_be_checked()
    {
        var clock = new ManualClock();
        using var server = new LocalServer((_, _, cancel) =>
        {
            clock.Pass(new FetchLimits().Time);
            return Task.Delay(Timeout.Infinite, cancel);
        });

        var verdict = await EmbedCheck.CheckAsync(server.Address, Local, clock).WaitAsync(TimeSpan.FromMinutes(1));

        Assert.Equal(EmbedOutcome.Unknown, verdict.Outcome);
        Assert.Contains("did not answer within 5 seconds", verdict.Summary);
    }

    [Theory]
    [InlineData("0; url=/locked", EmbedOutcome.Blocked, "/locked")]
    [InlineData("0; url=/between", EmbedOutcome.Blocked, "/locked")]
    [InlineData("5;URL='/open'", EmbedOutcome.Allowed, "/open")]
    [InlineData("0; url=/circle", EmbedOutcome.Allowed, "/circle")]
    [InlineData("300", EmbedOutcome.Allowed, "/")]
    [InlineData("0; url=/", EmbedOutcome.Allowed, "/")]
    [InlineData("0; url=http://shop.acme.example/", EmbedOutcome.Unknown, null)]
    [InlineData("0; url=https://10.0.0.1/", EmbedOutcome.Unknown, null)]
    public async Task A_page_that_goes_on_by_its_header_is_judged_by_where_it_goes(
        string refresh, EmbedOutcome outcome, string? path)
    {
        const string html = "Content-Type: text/html\r\n";
        Dictionary<string, string> headers = new()
        {
            ["/"] = $"Refresh: {refresh}",
            ["/between"] = "Refresh: 1; url=/locked",
            ["/locked"] = "X-Frame-Options: DENY",
            ["/circle"] = "Refresh: 0; url=/",
        };
        using var server = new LocalServer((request, stream, cancel) => stream.WriteAsync(
            LocalServer.Http("<h1>Order</h1>", html + headers.GetValueOrDefault(request.Split(' ')[1], "X-A: 1")),
            cancel).AsTask());

        var verdict = await CheckAsync(server.Address.AbsoluteUri);

        Assert.Equal((outcome, path), (verdict.Outcome, verdict.Address?.AbsolutePath));
    }

    [Fact]
    public async Task A_guard_against_robots_says_nothing_of_the_page_behind_it()
    {
        using var server = new LocalServer(LocalServer.Http("<h1>Just a moment</h1>",
            "Content-Type: text/html\r\nX-Frame-Options: SAMEORIGIN\r\ncf-mitigated: challenge", "403 Forbidden"));

        var verdict = await CheckAsync(server.Address.AbsoluteUri);

        Assert.Equal((EmbedOutcome.Unknown, server.Address), (verdict.Outcome, verdict.Address));
        Assert.Contains("robots", verdict.Summary);
    }

    [Fact]
    public async Task A_certificate_that_is_not_trusted_here_is_an_answer_all_the_same()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        using var server = new LocalServer((_, _, _) => Task.CompletedTask, certificate);
        var app = new UriBuilder(server.Address) { Scheme = "https" }.Uri;

        var verdict = await CheckAsync(app.AbsoluteUri);

        Assert.Equal((EmbedOutcome.Unknown, app), (verdict.Outcome, verdict.Address));
        Assert.Contains("its certificate is not valid", verdict.Summary);
    }

    [Theory]
    [InlineData("/again", "redirects more than 3 times")]
    [InlineData("http://acme.example/", "it leads to http:")]
    [InlineData("http://127.0.0.1:1/", "it leads to http:")]
    [InlineData("https://10.0.0.1/", "private or reserved")]
    [InlineData("https://me@acme.example/", "a user name")]
    [InlineData("file:///etc/passwd", "it leads to file:")]
    public async Task A_redirect_that_is_not_followed_could_not_be_checked(string to, string why)
    {
        using var server = new LocalServer(LocalServer.Redirect(to));

        var verdict = await CheckAsync(server.Address.AbsoluteUri);

        Assert.Equal(EmbedOutcome.Unknown, verdict.Outcome);
        Assert.Contains(why, verdict.Summary);
    }

    [Fact]
    public async Task Plain_http_of_another_machine_is_not_fetched_and_https_is_asked_for()
    {
        var blocked = await EmbedCheck.CheckAsync(new("http://192.0.2.1/app?a=b"), Production, TimeProvider.System);
        var unknown = await CheckAsync("http://acme.example:8080/app");

        Assert.Equal((EmbedOutcome.Blocked, EmbedOutcome.Unknown), (blocked.Outcome, unknown.Outcome));
        Assert.Equal("Serve the page over https: https://192.0.2.1/app", Assert.Single(blocked.Findings).Repair);
        Assert.All([blocked, unknown], verdict => Assert.Contains("https", verdict.Summary));
    }

    [Theory]
    [InlineData("/widget")]
    [InlineData("file:///etc/passwd")]
    [InlineData("javascript:alert(1)")]
    [InlineData("https://me@acme.example/")]
    public async Task What_is_no_web_address_could_not_be_checked(string address)
    {
        var verdict = await EmbedCheck.CheckAsync(new(address, UriKind.RelativeOrAbsolute), Local, TimeProvider.System);

        Assert.Equal(EmbedOutcome.Unknown, verdict.Outcome);
    }

    [Fact]
    public async Task The_page_is_asked_for_as_a_page_and_a_long_one_is_not_read_to_its_end()
    {
        using var server = new LocalServer(async (_, stream, cancel) =>
        {
            await stream.WriteAsync(
                "HTTP/1.1 200 OK\r\nX-Frame-Options: DENY\r\nTransfer-Encoding: chunked\r\n\r\n"u8.ToArray(), cancel);
            byte[] chunk = [.. "400\r\n"u8, .. new byte[1024], .. "\r\n"u8];
            while (true) await stream.WriteAsync(chunk, cancel);
        });

        var verdict = await CheckAsync(server.Address.AbsoluteUri);

        Assert.Equal(EmbedOutcome.Blocked, verdict.Outcome);
        Assert.Contains("Accept: text/html", Assert.Single(server.Requests));
    }

    [Fact]
    public void A_finding_names_its_rule_which_is_not_written_to_the_wire()
    {
        var finding = Assert.Single(Judge("X-Frame-Options: DENY").Findings);

        Assert.Equal("x-frame-options", finding.Rule);
        Assert.DoesNotContain("\"Rule\"", JsonSerializer.Serialize(finding));
    }

    [Fact]
    public void The_line_for_a_page_without_a_policy_names_both_ancestors()
    {
        var verdict = Judge("X-Frame-Options: DENY");

        var finding = Assert.Single(verdict.Findings);
        Assert.Equal("X-Frame-Options: DENY", finding.Seen);
        Assert.Equal("Content-Security-Policy: frame-ancestors http://localhost:5100 http://127.0.0.1:5101",
            finding.Repair);
    }

    [Theory]
    [InlineData("frame-ancestors 'none'", "frame-ancestors http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("frame-ancestors 'self' https://a.example",
        "frame-ancestors 'self' https://a.example http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("default-src 'self'; Frame-Ancestors http://localhost:5100; img-src *; frame-ancestors *",
        "default-src 'self'; frame-ancestors http://localhost:5100 http://127.0.0.1:5101; img-src *")]
    [InlineData("frame-ancestors https://a.example, https://b.example; img-src *",
        "frame-ancestors https://a.example https://b.example http://localhost:5100 http://127.0.0.1:5101; img-src *")]
    [InlineData("frame-ancestors 'none', default-src *; frame-ancestors *",
        "frame-ancestors http://localhost:5100 http://127.0.0.1:5101, default-src *; frame-ancestors *")]
    [InlineData("frame-ancestors https://a.example;https://b.example",
        "frame-ancestors https://a.example https://b.example http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("frame-ancestors https://a.example; 'self'; *; img-src *; https://c.example",
        "frame-ancestors https://a.example 'self' http://localhost:5100 http://127.0.0.1:5101; img-src *")]
    [InlineData("script-src 'self'; 'unsafe-inline'; self; frame-ancestors 'none'",
        "script-src 'self'; frame-ancestors http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("'none', frame-ancestors 'none'", "frame-ancestors http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("frame-ancestors 'none' 'unsafe-inline' **",
        "frame-ancestors http://localhost:5100 http://127.0.0.1:5101")]
    public void The_line_keeps_what_the_policy_says_besides(string policy, string repaired)
    {
        var verdict = Judge($"Content-Security-Policy: {policy}");

        Assert.Equal($"Content-Security-Policy: {repaired}", Assert.Single(verdict.Findings).Repair);
    }

    [Theory]
    [InlineData("SAMEORIGIN", "default-src *",
        "default-src *; frame-ancestors 'self' http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("DENY", "frame-ancestors: https://a.example",
        "frame-ancestors https://a.example http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("DENY", "frame-ancestors=https://a.example https://b.example",
        "frame-ancestors https://a.example https://b.example http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("DENY", "frame-ancestors:https://a.example",
        "frame-ancestors https://a.example http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("DENY", "frame-ancestors https://a.example\u00a0https://b.example",
        "frame-ancestors https://a.example https://b.example http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("DENY", "frame-ancestors\u00c2\u00a0\u00e2\u0080\u0098self\u00e2\u0080\u0099 https://a.example",
        "frame-ancestors 'self' https://a.example http://localhost:5100 http://127.0.0.1:5101")]
    [InlineData("DENY", "frame-ancestors https://a.example https://bücher.example",
        "frame-ancestors https://a.example http://localhost:5100 http://127.0.0.1:5101")]
    public void The_line_that_takes_X_Frame_Options_place_goes_into_the_policy_that_is_there(string options,
        string policy, string repaired)
    {
        var verdict = Judge($"X-Frame-Options: {options}", $"Content-Security-Policy: {policy}");

        Assert.Equal($"Content-Security-Policy: {repaired}", verdict.Findings.First(finding => finding.Blocks).Repair);
    }

    [Theory]
    [InlineData("sandbox", "no script runs", "sandbox allow-scripts allow-same-origin")]
    [InlineData("sandbox allow-forms allow-scripts; img-src *", "its origin becomes null",
        "sandbox allow-forms allow-scripts allow-same-origin; img-src *")]
    [InlineData("sandbox; 'none'", "no script runs", "sandbox allow-scripts allow-same-origin")]
    [InlineData("frame-ancestors: *", "pass over", "frame-ancestors *")]
    [InlineData("frame-ancestors * https://bücher.example", "pass over", "frame-ancestors *")]
    public void What_is_shown_and_does_not_work_is_a_warning(string policy, string why, string repaired)
    {
        var verdict = Judge($"Content-Security-Policy: {policy}");

        var finding = Assert.Single(verdict.Findings);
        Assert.Equal((EmbedOutcome.Allowed, false, $"Content-Security-Policy: {repaired}"),
            (verdict.Outcome, finding.Blocks, finding.Repair));
        Assert.Contains(why, finding.Why);
    }

    [Theory]
    [InlineData("https://acme.example/", "https://acme.example/", 404, "404 Not Found")]
    [InlineData("https://acme.example/", "https://acme.example/", 503, "503 Service Unavailable")]
    [InlineData("https://acme.example/", "https://login.acme.example/?next=secret", 200,
        "It leads to https://login.acme.example/")]
    [InlineData("https://acme.example/", "https://acme.example/users/sign_in", 200,
        "It leads to https://acme.example/users/sign_in")]
    [InlineData("https://acme.example/",
        "https://acme.example/users/sign-in?next=secret", 200, "It leads to https://acme.example/users/sign-in")]
    [InlineData("https://acme.example/", "https://acme.example/en/", 200, null)]
    [InlineData("http://localhost:3000/", "http://localhost:3000/", 200, "http://localhost:3000")]
    public void What_the_address_answers_or_leads_to_is_a_warning(string asked, string address, int status,
        string? seen)
    {
        var verdict =
            EmbedCheck.Judge(new(asked), Answers.Of(address) with { Status = (HttpStatusCode)status }, Production);

        Assert.Equal((EmbedOutcome.Allowed, seen), (verdict.Outcome, verdict.Findings.SingleOrDefault()?.Seen));
        Assert.Equal(seen is null, verdict.Summary == "The browser will show this page in the messenger.");
    }

    static EmbedVerdict Judge(params string[] headers) =>
        EmbedCheck.Judge(new("https://acme.example/"), Answers.Of("https://acme.example/", headers), Local);

    static Task<EmbedVerdict> CheckAsync(string address) =>
        EmbedCheck.CheckAsync(new(address), Local, new ManualClock());
}
