using Oxvo.PortalSample.Tests.Browser;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>
/// The launch checklist with a browser: <c>CHECK_ADDRESS=… dotnet test --filter CheckedAddressTests</c>, with
/// CHECK_ANCESTORS and CHECK_API beside it. It prints the report line by line and writes it, with screenshots, to
/// <c>TestResults/launch-checklist</c>.
/// </summary>
public sealed class CheckedAddressTests
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);

    public static bool IsAsked => Asked is not null;

    static CheckOptions? Asked { get; } = CheckOptions.FromVariables(Environment.GetEnvironmentVariable);

    [Fact(Skip = "CHECK_ADDRESS names no app.", SkipUnless = nameof(IsAsked))]
    public async Task The_app_is_ready_for_its_launch() => AssertIsReady(await CheckAsync(Asked!));

    internal static async Task<CheckReport> CheckAsync(CheckOptions options)
    {
        using var app = new CheckedApp(options with { Timeout = Limit });
        var folder = Directory.CreateDirectory(Folder).FullName;
        var scenes = new Scenes(await Chromium.SharedTogetherAsync(), app)
        { Pictures = folder, Limit = TimeSpan.FromSeconds(60) };
        List<CheckResult> results = [];
        var people = new TerminalReport(new Progress(), isColoured: false);
        people.Begin(options.Address.OriginalString);
        await foreach (var result in Checklist.RunAsync(app, BrowserHalf.Checks(scenes)))
        {
            results.Add(result);
            people.Write(result);
        }
        var report = new CheckReport(options.Address.OriginalString, results);
        people.End(report);
        return report;
    }

    internal static void AssertIsReady(CheckReport report)
    {
        var text = Write(report, Folder);
        Assert.True(report.ExitStatus == 0, $"\n{text}\nThe report is in {Folder}.");
        Assert.True(report.Checks.Any(check =>
            check is { Id: "overflow", Result: CheckOutcome.Pass or CheckOutcome.Warn }), text);
    }

    static string Folder => Checkout.File("TestResults/launch-checklist");

    /// <summary>Shows each line as it comes: what a test prints itself is not shown.</summary>
    sealed class Progress : StringWriter
    {
        public override void WriteLine(string? value)
        {
            foreach (var line in value!.Split('\n'))
                TestContext.Current.SendDiagnosticMessage(line.Length == 0 ? " " : line);
        }

        public override void WriteLine() => WriteLine("");
    }

    /// <returns>The report for people.</returns>
    static string Write(CheckReport report, string folder)
    {
        using var text = new StringWriter { NewLine = "\n" };
        var people = new TerminalReport(text, isColoured: false);
        people.Begin(report.Address);
        foreach (var check in report.Checks) people.Write(check);
        people.End(report);
        text.WriteLine($"\nReport and screenshots: {Path.GetRelativePath(Checkout.Folder, folder)}");
        File.WriteAllText(Path.Combine(folder, "report.txt"), text.ToString());
        File.WriteAllText(Path.Combine(folder, "report.json"), report.ToJson());
        File.WriteAllText(Path.Combine(folder, "report.md"), report.ToMarkdown());
        return text.ToString();
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

        var report = await CheckedAddressTests.CheckAsync(new()
        {
            Address = new($"{sample.Portal}/?view=orders"),
            Ancestors = [sample.Acme, sample.Messenger],
            Api = new($"{sample.Portal}/api/widget-portal"),
        });

        CheckedAddressTests.AssertIsReady(report);
        Assert.DoesNotContain(report.Checks,
            check => check is { Group: "Safety of the message", Result: CheckOutcome.Warn });
    }
}
