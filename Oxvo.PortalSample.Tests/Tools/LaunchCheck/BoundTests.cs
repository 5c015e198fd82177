using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>
/// Targets that are out to hold the checklist up: each ends in time, with a result that says what was the matter.
/// </summary>
public sealed class BoundTests
{
    readonly ManualClock clock = new();

    [Fact]
    public async Task A_page_that_never_answers_ends_with_the_time()
    {
        using var server = new LocalServer((_, _, cancel) => HangAsync(CheckOptions.DefaultTimeout, cancel));

        var results = await Checked.AtAsync(server, clock: clock);

        Assert.All(results.Values.Where(result => result.Id != "real-widget"),
            result => Assert.Equal(CheckOutcome.NotRun, result.Result));
        Assert.Contains("30 seconds", results["page"].Seen);
        Assert.Equal(2, new CheckReport("", [.. results.Values]).ExitStatus);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nX-Slow: ")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<h1>")]
    public async Task A_page_that_drips_ends_with_the_time(string start)
    {
        using var server = new LocalServer((_, stream, cancel) => DripAsync(stream, start, cancel));

        var page = (await Checked.AtAsync(server, clock: clock))["page"];

        Assert.Equal(CheckOutcome.NotRun, page.Result);
        Assert.Contains("30 seconds", page.Seen);
    }

    [Fact]
    public async Task A_script_that_never_answers_leaves_the_rest_of_the_report()
    {
        using var server = new LocalServer((request, stream, cancel) => request.StartsWith("GET /slow.js")
            ? HangAsync(CheckOptions.DefaultTimeout / 2, cancel)
            : stream.WriteAsync(LocalServer.Http(Checked.Page("<h1>Order</h1>", "<script src=/slow.js></script>"),
                Checked.Html), cancel).AsTask());

        var results = await Checked.AtAsync(server, clock: clock);

        Assert.Equal((CheckOutcome.Pass, CheckOutcome.NotRun),
            (results["viewport"].Result, results["message-origin"].Result));
        Assert.Contains("/slow.js", results["message-origin"].Seen);
        Assert.Equal(CheckOutcome.Pass, results["nested-cookies"].Result);
    }

    [Fact]
    public async Task A_page_without_an_end_is_judged_by_its_beginning()
    {
        using var server = new LocalServer(async (request, stream, cancel) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(
                $"HTTP/1.1 200 OK\r\n{Checked.Html}\r\n\r\n{Checked.Page("<h1>Order</h1>")}"), cancel);
            while (true) await stream.WriteAsync(new byte[16 * 1024], cancel);
        });

        var results = await Checked.AtAsync(server);

        Assert.Equal(CheckOutcome.Pass, results["page"].Result);
        Assert.Equal(CheckOutcome.Fail, results["weight"].Result);
    }

    [Fact]
    public async Task What_is_behind_the_bound_of_a_script_is_not_taken_for_read()
    {
        var script =
            LocalServer.Http(new string(' ', CheckedApp.MostBytes + 1) + "password", "Content-Type: text/javascript");
        using var server =
            new LocalServer((request, stream, cancel) => stream.WriteAsync(request.StartsWith("GET /app.js") ? script
            : LocalServer.Http(Checked.Page("<h1>Order</h1>", "<script src=/app.js></script>"), Checked.Html), cancel)
                .AsTask());

        var results = await Checked.AtAsync(server);

        Assert.All(["secrets", "private-addresses", "message-origin"],
            id => Assert.Equal(CheckOutcome.NotRun, results[id].Result));
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

        var results = await Checked.AtAsync(server);

        Assert.Equal(["redirects"],
            results.Values.Where(result => result.Result == CheckOutcome.Fail).Select(result => result.Id));
        Assert.Contains(seen, results["redirects"].Seen);
    }

    [Fact]
    public async Task Thousands_of_links_scripts_and_style_sheets_are_counted_and_not_followed()
    {
        var many = string.Concat(Enumerable.Range(0, 2_000)
            .Select(i => $"<a href=/{i}>{i}</a><script src=/{i}.js></script><link rel=stylesheet href=/{i}.css>"));
        using var server = new LocalServer(LocalServer.Http(Checked.Page("<h1>Shop</h1>" + many), Checked.Html));

        var results = await Checked.AtAsync(server);

        Assert.Equal((CheckOutcome.Fail, CheckOutcome.Fail),
            (results["navigation"].Result, results["requests"].Result));
        Assert.StartsWith("2000 links", results["navigation"].Seen);
        Assert.InRange(server.Requests.Length, FirstView.MostFiles, FirstView.MostFiles + 10);
    }

    // The parser takes time by the square of the depth, more than this limit: what is asked is that the report does not
    // wait for it.
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b><p>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg><a href=/>")]
    public async Task Tags_within_tags_end_in_time(string tag)
    {
        using var server = new LocalServer(
            LocalServer.Http(Checked.Page(string.Concat(Enumerable.Repeat(tag, 100_000))), Checked.Html));

        var results = await AtAsync(server, TimeSpan.FromMilliseconds(250));

        Assert.Equal(Checklist.Checks.Count, results.Count);
    }

    // So long that a reader whose time goes by the square takes longer than the limit, and one whose time goes by the
    // length a hundredth of it.
    [Theory]
    [InlineData("a(")]
    [InlineData("window.addEventListener('message', e => f(e, ")]
    [InlineData("x = { a: ")]
    [InlineData("/* ")]
    [InlineData("`${")]
    [InlineData("password: 'a ")]
    [InlineData("import ")]
    [InlineData("host=a;")]
    [InlineData("x.addEventListener('message', e => f(e, ")]
    [InlineData("window.addEventListener('message', e => { f(e); });function f(e){g(e);f(e,")]
    [InlineData("import { ")]
    public async Task A_script_that_is_made_to_be_slow_to_read_is_read(string part)
    {
        var script = LocalServer.Http(string.Concat(Enumerable.Repeat(part, 250_000 / part.Length)),
            "Content-Type: text/javascript");
        using var server =
            new LocalServer((request, stream, cancel) => stream.WriteAsync(request.StartsWith("GET /app.js") ? script
            : LocalServer.Http(Checked.Page("<h1>Order</h1>", "<script type=module src=/app.js></script>"),
                Checked.Html),
                cancel).AsTask());

        var results = await AtAsync(server, TimeSpan.FromMinutes(1));

        Assert.All(["mixed-content", "message-origin", "secrets"],
            id => Assert.NotEqual(CheckOutcome.NotRun, results[id].Result));
    }

    [Fact]
    public void Every_pattern_for_the_text_of_strangers_has_a_bound()
    {
        string[] rooms =
        [
            "Oxvo.PortalSample.Tools.LaunchCheck", "Oxvo.PortalSample.Tools.Embedding",
            "Oxvo.PortalSample.Tools.Status",
        ];
        const BindingFlags all = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;
        var patterns =
            (from type in typeof(Checklist).Assembly.GetTypes()
             where rooms.Contains(type.Namespace)
             from field in type.GetFields(all)
             where !field.IsLiteral && !type.ContainsGenericParameters
             from pattern in PatternsIn(field.GetValue(null))
             select (Name: $"{type.Name}.{field.Name}", Pattern: pattern)).ToArray();

        Assert.True(patterns.Length > 20);
        Assert.Empty(patterns.Where(one => one.Pattern.MatchTimeout == Regex.InfiniteMatchTimeout
            && !one.Pattern.Options.HasFlag(RegexOptions.NonBacktracking)).Select(one => one.Name));
        // What is kept nowhere would escape: no other way to a pattern is taken.
        string[] others =
            ["new Regex(", "GeneratedRegex", "Regex.IsMatch(", "Regex.Match", "Regex.Replace(", "Regex.Split("];
        Assert.Empty(from room in rooms
                     from file in Directory.GetFiles(
                         Checkout.File(room.Replace("PortalSample.", "PortalSample/").Replace("Tools.", "Tools/")))
                     let text = File.ReadAllText(file)
                     where others.Any(other => text.Contains(other, StringComparison.Ordinal))
                     select file);
    }

    static IEnumerable<Regex> PatternsIn(object? value) => value switch
    {
        Regex pattern => [pattern],
        ITuple tuple => Enumerable.Range(0, tuple.Length).SelectMany(i => PatternsIn(tuple[i])),
        Array array => array.Cast<object?>().SelectMany(PatternsIn),
        _ => [],
    };

    Task HangAsync(TimeSpan time, CancellationToken cancel)
    {
        clock.Pass(time);
        return Task.Delay(Timeout.Infinite, cancel);
    }

    // A byte a second, by the clock that the time limit runs by.
    async Task DripAsync(Stream stream, string start, CancellationToken cancel)
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(start), cancel);
        for (; ; await Task.Delay(1, cancel))
        {
            await stream.WriteAsync("x"u8.ToArray(), cancel);
            clock.Pass(TimeSpan.FromSeconds(1));
        }
    }

    // By the clock on the wall: what is slow to read takes its time there.
    static Task<IReadOnlyDictionary<string, CheckResult>> AtAsync(LocalServer server, TimeSpan timeout) =>
        Checked.AtAsync(server, options => options with { Timeout = timeout }, TimeProvider.System);
}
