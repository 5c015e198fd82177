using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>The listeners in <c>Listeners</c>: those of its table, and three apps as builders write them.</summary>
public sealed class ListenerKindTests
{
    internal const string Folder = "Oxvo.PortalSample.Tests/Tools/LaunchCheck/Listeners";
    const string NextRow = "\n//// ";
    const string NextFile = "\n//// module.js\n", Js = "Content-Type: text/javascript";

    internal static readonly Dictionary<string, string> Rows = File.ReadAllText(Checkout.File($"{Folder}/table.txt"))
        .Replace(NextFile, "\0").Split(NextRow).Skip(1)
        .Select(row => row.Split('\n', 2)).ToDictionary(row => row[0], row => row[1]);

    public static TheoryData<string> Table => [.. Rows.Keys];

    public static TheoryData<string> Bundles =>
        [.. Directory.GetFiles(Checkout.File(Folder), "*-*.js").Select(file => Path.GetFileName(file)).Order()];

    /// <summary>What is right for a bundle.</summary>
    internal static string RightFor(string bundle) => bundle.Split('-')[1] switch
    { "unchecked.js" => "fail / pass", "suffix.js" => "pass / fail", _ => "pass / pass" };

    [Theory]
    [MemberData(nameof(Table))]
    public async Task A_listener_is_judged_by_what_it_compares(string row)
    {
        var files = Rows[row].Split('\0');

        var results = await Checked.ScriptAsync(files[0], files.ElementAtOrDefault(1));

        Assert.Equal(row.Split(':')[0], Verdict(results));
    }

    // The first lets everybody speak, the second compares an end of the host, the third looks the origin up in a set.
    [Theory]
    [MemberData(nameof(Bundles))]
    public async Task A_bundle_is_judged_as_its_source_is(string file)
    {
        var results = await Checked.ScriptAsync(await File.ReadAllTextAsync(Checkout.File($"{Folder}/{file}")));

        Assert.Equal(RightFor(file), Verdict(results));
    }

    [Theory]
    [InlineData("fail / pass", "<body onmessage=\"document.title = event.data\"><h1>Order</h1>")]
    [InlineData("pass / pass",
        "<body onmessage=\"if (event.origin === 'https://messenger.oxvo.example') show(event.data)\"><h1>Order</h1>")]
    [InlineData("pass / fail",
        "<body onmessage=\"if (event.origin.endsWith('oxvo.example')) show(event.data)\"><h1>Order</h1>")]
    [InlineData("pass / pass", "<body><h1 onmessage=\"document.title = event.data\">Order</h1>")]
    [InlineData("fail / pass", "<body><script>var onmessage = (e) => { document.title = e.data; };</script>")]
    public async Task A_listener_in_the_page_is_judged_too(string right, string body) =>
        Assert.Equal(right, Verdict(await Checked.PageAsync($"<!doctype html><title>Order</title>{body}")));

    [Theory]
    [InlineData("'oxvo.current_user' === e.data.type && show(e.data)", CheckOutcome.Fail)]
    [InlineData("show(e.data)", CheckOutcome.Warn)]
    public async Task A_script_of_another_host_is_the_apps_own_where_it_knows_the_message(
        string body, CheckOutcome right)
    {
        using var files = new LocalServer(LocalServer.Http($"addEventListener('message', (e) => {{ {body}; }});", Js));
        var address = new Uri(files.Address, "/app.js");
        using var server = new LocalServer(LocalServer.Http(
            Checked.Page("<h1>Order</h1>", $"<script src={address}></script>"), Checked.Html));

        var results = await Checked.AtAsync(server, options => options with { Api = files.Address });

        Assert.Equal((right, $"{address}, line 1"),
            (results["message-origin"].Result, results["message-origin"].Seen));
    }

    [Theory]
    [InlineData("$(window)", ".on('message', take)")]
    [InlineData("addEventListener('message', take); take", "('message')")]
    [InlineData("addEventListener('message' + ''", " + ''")]
    [InlineData("addEventListener('message', (e) => e.origin", ".trim()")]
    [InlineData("addEventListener('message', (e) => e.origin", " || e.origin")]
    [InlineData("addEventListener('message', (e) => take(e)); take", ";function take(e) { take(e); }")]
    public async Task A_chain_of_any_length_is_followed_to_an_end(string start, string link)
    {
        var end = start.Contains("=> e.origin", StringComparison.Ordinal) ? ");"
            : start.EndsWith("''", StringComparison.Ordinal) ? ", take);" : ";";
        var script = $"{start}{string.Concat(Enumerable.Repeat(link, 10_000))}{end}";

        var result = (await Checked.ScriptAsync(script))["message-origin"].Result;

        Assert.True(result is CheckOutcome.Fail or CheckOutcome.NotRun, $"{result}");
    }

    [Theory]
    [InlineData("window.addEventListener('message', (e) => e.origin === ORIGIN && load(e.data));", 60)]
    [InlineData("connect(new Worker('w.js'), 'message', load);", 500)]
    public async Task More_than_is_looked_at_does_not_pass(string text, int count)
    {
        var script = string.Concat(Enumerable.Repeat(text, count));

        var results = await Checked.ScriptAsync(script);

        Assert.Equal("lost / lost", Verdict(results));
    }

    static string Verdict(IReadOnlyDictionary<string, CheckResult> results) =>
        $"{Word(results["message-origin"])} / {Word(results["origin-comparison"])}";

    static string Word(CheckResult result) => result.Result switch
    {
        CheckOutcome.NotRun when result.Seen!.StartsWith("Some scripts could not be followed:",
            StringComparison.Ordinal) => "lost",
        var other => $"{other}".ToLowerInvariant(),
    };
}
