using Oxvo.PortalSample.Tests.Browser;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>
/// The launch checklist with a browser, for the app at CHECK_ADDRESS with CHECK_ANCESTORS, CHECK_API and CHECK_STATUS,
/// by the command that <c>check</c> names. It prints the report line by line and writes it, with screenshots, to
/// <c>TestResults/launch-checklist</c>.
/// </summary>
public sealed class CheckedAddressTests
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static bool IsAsked => Asked is not null;

    static CheckOptions? Asked { get; } = CheckOptions.FromVariables(Environment.GetEnvironmentVariable);

    [Fact(Skip = "CHECK_ADDRESS names no app.", SkipUnless = nameof(IsAsked))]
    public async Task The_app_is_ready_for_its_launch()
    {
        var report = await CheckAsync(Asked!, Console.Out);

        Assert.True(IsReady(report), $"It is not ready. Report and screenshots: {Folder}");
    }

    /// <param name="output">Gets the report line by line as it comes.</param>
    internal static async Task<CheckReport> CheckAsync(CheckOptions options, TextWriter output)
    {
        using var app = new CheckedApp(options with { Timeout = Limit });
        var folder = Directory.CreateDirectory(Folder).FullName;
        var scenes = new Scenes(await Chromium.SharedTogetherAsync(), app)
        { Pictures = folder, Limit = TimeSpan.FromSeconds(60) };
        List<CheckResult> results = [];
        var people = new TerminalReport(output, isColoured: false);
        people.Begin(options.Address.OriginalString);
        await foreach (var result in Checklist.RunAsync(app, BrowserHalf.Checks(scenes)))
        {
            results.Add(result);
            people.Write(result);
        }
        var report = new CheckReport(options.Address.OriginalString, results);
        people.End(report);
        Write(report, folder);
        return report;
    }

    /// <summary>Nothing failed, and the browser has looked at what is framed.</summary>
    internal static bool IsReady(CheckReport report) => report.ExitStatus == 0 && report.Checks.Any(check => check is
    { Id: "overflow" or "status-feed", Result: CheckOutcome.Pass or CheckOutcome.Warn });

    static string Folder => Checkout.File("TestResults/launch-checklist");

    static void Write(CheckReport report, string folder)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var people = new TerminalReport(text, isColoured: false);
        people.Begin(report.Address);
        foreach (var check in report.Checks) people.Write(check);
        people.End(report);
        File.WriteAllText(Path.Combine(folder, "report.txt"), text.ToString());
        File.WriteAllText(Path.Combine(folder, "report.json"), report.ToJson());
        File.WriteAllText(Path.Combine(folder, "report.md"), report.ToMarkdown());
    }
}

/// <summary>The same for the running sample: the one whole run of both halves over the real portal.</summary>
[Collection(Running.Name)]
public sealed class CheckedSampleTests(WholeSample whole)
{
    [Fact]
    [Trait("Category", "Exhaustive")]
    public async Task The_portal_is_ready_for_its_launch()
    {
        var sample = whole.Sample;
        using var text = new StringWriter();

        var report = await CheckedAddressTests.CheckAsync(new()
        {
            Address = new($"{sample.Portal}/?view=orders"),
            Ancestors = [sample.Acme, sample.Messenger],
            Api = new($"{sample.Portal}/api/widget-portal"),
        }, text);

        Assert.True(CheckedAddressTests.IsReady(report), $"{text}");
        Assert.DoesNotContain(report.Checks,
            check => check is { Group: "Safety of the message", Result: CheckOutcome.Warn });
    }
}
