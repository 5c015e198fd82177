using System.Text;
using Oxvo.PortalSample.LaunchChecklist;
using Oxvo.PortalSample.Tests.Fetching;

namespace Oxvo.PortalSample.Tests.LaunchChecklist;

/// <summary>Targets that are out to hold the checklist up: each ends in time, with a result that says what was the matter.</summary>
public sealed class BoundTests
{
    [Fact]
    public async Task A_page_that_never_answers_ends_with_the_time()
    {
        using var server = new LocalServer((_, _, cancel) => Task.Delay(Timeout.Infinite, cancel));

        var results = await ResultsAsync(server, 1);

        Assert.All(results.Values.Where(result => result.Id != "real-widget"), result => Assert.Equal(CheckOutcome.NotRun, result.Result));
        Assert.Contains("1 seconds", results["page"].Seen);
        Assert.Equal(2, new CheckReport { Address = "", Checks = [.. results.Values] }.ExitStatus);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>")]
    public async Task A_page_that_drips_ends_with_the_time(string start)
    {
        using var server = new LocalServer((_, stream, cancel) => DripAsync(stream, start, cancel));

        Assert.Equal(CheckOutcome.NotRun, (await ResultsAsync(server, 1))["page"].Result);
    }

    [Fact]
    public async Task A_script_that_drips_leaves_the_rest_of_the_report()
    {
        using var server = new LocalServer((request, stream, cancel) => request.StartsWith("GET /slow.js")
            ? DripAsync(stream, "HTTP/1.1 200 OK\r\nContent-Type: text/javascript\r\n\r\n", cancel)
            : stream.WriteAsync(LocalServer.Http(Checked.Page("<h1>Order</h1>", "<script src=/slow.js></script>"), Checked.Html), cancel).AsTask());

        var results = await ResultsAsync(server, 4);

        Assert.Equal((CheckOutcome.Pass, CheckOutcome.NotRun), (results["viewport"].Result, results["message-origin"].Result));
        Assert.Contains("/slow.js", results["message-origin"].Seen);
        Assert.Equal(CheckOutcome.Pass, results["nested-cookies"].Result);
    }

    [Fact]
    public async Task A_page_without_an_end_is_judged_by_its_beginning()
    {
        using var server = new LocalServer(async (request, stream, cancel) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\n{Checked.Html}\r\n\r\n{Checked.Page("<h1>Order</h1>")}"), cancel);
            while (true) await stream.WriteAsync(new byte[16 * 1024], cancel);
        });

        var results = await ResultsAsync(server, 20);

        Assert.Equal(CheckOutcome.Pass, results["page"].Result);
        Assert.Equal(CheckOutcome.Fail, results["weight"].Result);
    }

    [Fact]
    public async Task What_is_behind_the_bound_of_a_script_is_not_taken_for_read()
    {
        var script = LocalServer.Http(new string(' ', CheckedApp.MostBytes + 1) + "password", "Content-Type: text/javascript");
        using var server = new LocalServer((request, stream, cancel) => stream.WriteAsync(request.StartsWith("GET /app.js") ? script
            : LocalServer.Http(Checked.Page("<h1>Order</h1>", "<script src=/app.js></script>"), Checked.Html), cancel).AsTask());

        var results = await ResultsAsync(server, 60);

        Assert.All(["secrets", "private-addresses", "message-origin"], id => Assert.Equal(CheckOutcome.NotRun, results[id].Result));
    }

    [Theory]
    [InlineData("/", "redirects more than 5 times")]
    [InlineData("https://192.168.0.1/", "private")]
    [InlineData("http://127.0.0.1:1/", "only https")]
    [InlineData("https://localhost:1/", "private")]
    [InlineData("file:///etc/passwd", "only https")]
    public async Task A_redirect_in_a_circle_or_to_a_private_address_is_failed_by_name(string to, string seen)
    {
        using var server = new LocalServer(LocalServer.Redirect(to));

        var results = await ResultsAsync(server, 20);

        Assert.Equal(["redirects"], results.Values.Where(result => result.Result == CheckOutcome.Fail).Select(result => result.Id));
        Assert.Contains(seen, results["redirects"].Seen);
    }

    [Fact]
    public async Task Ten_thousand_links_scripts_and_style_sheets_are_counted_and_not_followed()
    {
        var many = string.Concat(Enumerable.Range(0, 10_000)
            .Select(i => $"<a href=/{i}>{i}</a><script src=/{i}.js></script><link rel=stylesheet href=/{i}.css>"));
        using var server = new LocalServer(LocalServer.Http(Checked.Page("<h1>Shop</h1>" + many), Checked.Html));

        var results = await ResultsAsync(server, 30);

        Assert.Equal((CheckOutcome.Fail, CheckOutcome.Fail), (results["navigation"].Result, results["requests"].Result));
        Assert.StartsWith("10000 links", results["navigation"].Seen);
        Assert.InRange(server.Requests.Length, FirstView.MostFiles, FirstView.MostFiles + 10);
    }

    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg><a href=/>")]
    public async Task Tags_within_tags_end_in_time(string tag)
    {
        using var server = new LocalServer(LocalServer.Http(Checked.Page(string.Concat(Enumerable.Repeat(tag, 100_000))), Checked.Html));

        await ResultsAsync(server, 3);
    }

    [Theory]
    [InlineData("a(", 500_000)]
    [InlineData("window.addEventListener('message', e => f(e, ", 20_000)]
    [InlineData("x = { a: ", 200_000)]
    [InlineData("/* ", 500_000)]
    [InlineData("`${", 500_000)]
    [InlineData("password: 'a ", 100_000)]
    [InlineData("import ", 200_000)]
    [InlineData("host=a;", 200_000)]
    [InlineData("x.addEventListener('message', e => f(e, ", 20_000)]
    [InlineData("window.addEventListener('message', e => { f(e); });function f(e){g(e);f(e,", 10_000)]
    [InlineData("import { ", 200_000)]
    public async Task A_script_that_is_made_to_be_slow_to_read_is_read(string part, int times)
    {
        var script = LocalServer.Http(string.Concat(Enumerable.Repeat(part, times)), "Content-Type: text/javascript");
        using var server = new LocalServer((request, stream, cancel) => stream.WriteAsync(request.StartsWith("GET /app.js") ? script
            : LocalServer.Http(Checked.Page("<h1>Order</h1>", "<script type=module src=/app.js></script>"), Checked.Html),
                cancel).AsTask());

        var results = await ResultsAsync(server, 60);

        Assert.All(["mixed-content", "message-origin", "secrets"], id => Assert.NotEqual(CheckOutcome.NotRun, results[id].Result));
    }

    static async Task DripAsync(Stream stream, string start, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(start), cancel);
        for (; ; await Task.Delay(50, cancel)) await stream.WriteAsync("x"u8.ToArray(), cancel);
    }

    // The limit here is for what never ends: how long a busy machine takes is not asked.
    static Task<IReadOnlyDictionary<string, CheckResult>> ResultsAsync(LocalServer server, double timeout) =>
        Checked.AtAsync(server, options => options with { Timeout = TimeSpan.FromSeconds(timeout) }).WaitAsync(TimeSpan.FromMinutes(2));
}
