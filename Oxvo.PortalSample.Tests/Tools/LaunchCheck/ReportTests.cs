using System.Text.Json;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>The three forms of the report.</summary>
public sealed class ReportTests
{
    static readonly CheckReport Report = new(
        "https://app.acme.example/a/path/that/is/rather/long/and/goes/on/and/on/and/on/until/it/is/over?view=orders",
        [
            .. Checklist.Checks.Select((check, i) => new CheckResult(check, check.NeedsBrowser
                ? Finding.NotRun("This takes a browser.", "Run it:\n$ CHECK_ADDRESS='https://app.acme.example/' "
                    + "CHECK_API=https://app.acme.example/api " + CheckOptions.TestRun)
                : (i % 4) switch
                {
                    0 => Finding.Pass(new string('p', 90)),
                    1 => Finding.Warn("X-Long: " + new string('w', 200), "It matters.", "Write it.\nX-Short: yes"),
                    2 => Finding.Fail("\e[31mred\e[0m \u202Eback | `code` <b>\r\n second", "It matters.", "```\nfence"),
                    _ => new(CheckOutcome.Manual, "", "", "1. First.\n2. Second."),
                })),
        ]);

    [Fact]
    public void No_line_for_people_is_longer_than_80_columns()
    {
        var text = Terminal(isColoured: false);

        Assert.All(text.Split('\n'), line => Assert.True(line.TrimEnd('\r').Length <= 80, line));
        Assert.DoesNotContain('\e', text);
        Assert.Contains("https://app.acme.example/a/path", text);
    }

    [Fact]
    public void A_check_is_a_line_and_what_is_wrong_comes_with_what_was_seen_why_and_the_repair()
    {
        var lines = Terminal(isColoured: false).Split(Environment.NewLine);

        Assert.All(Checklist.Checks, check => Assert.Single(
            lines.TakeWhile(line => !line.StartsWith("Not looked at")), line => line.Contains(check.Title)));
        Assert.All(Checklist.Checks.Select(check => check.Group), group => Assert.Contains(group, lines));
        var failed = Array.FindIndex(lines, line => line.Contains("✕ fail"));
        Assert.Equal(["seen", "second", "why", "repair"], lines[(failed + 1)..(failed + 5)]
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]));
        Assert.StartsWith("To repair: ", Assert.Single(lines, line => line.StartsWith("To repair: ")));
        Assert.Matches("^\\d+ pass, \\d+ warn, \\d+ fail, \\d+ by hand, \\d+ not run$", lines[^2]);
    }

    public static TheoryData<int, string, Finding> Statuses => new()
    {
        { 0, "message-origin", Finding.Pass("") },
        { 0, "message-origin", Finding.Warn("", "", "") },
        { 0, "overflow", Finding.DoesNotApply("", "") },
        { 1, "message-origin", Finding.Fail("", "", "") },
        { 2, "page", Finding.NotRun("", "") },
        { 3, "message-origin", Finding.NotRun("", "") },
    };

    [Theory]
    [MemberData(nameof(Statuses))]
    public void What_should_have_run_and_did_not_has_an_exit_status_of_its_own(int status, string id, Finding finding)
    {
        var check = Checklist.Checks.Single(check => check.Id == id);

        var report = new CheckReport("https://app.acme.example/", [new(check, finding)]);

        Assert.Equal(status, report.ExitStatus);
    }

    [Fact]
    public void What_was_not_looked_at_is_said_first()
    {
        var check = Checklist.Checks.Single(check => check.Id == "message-origin");
        var report = new CheckReport("https://app.acme.example/", [new(check, Finding.NotRun("", ""))]);

        Assert.Equal($"**Not looked at: {check.Title}.**", report.ToMarkdown().Split('\n')[2]);
        Assert.Equal($"Not looked at: {check.Title}.",
            Terminal(report, isColoured: false).Split(Environment.NewLine)[^3]);
    }

    [Theory]
    [InlineData("::set-output name=key::value")]
    [InlineData("a word\n  ::error::The build failed")]
    [InlineData("before ##[add-path]/tmp")]
    [InlineData("before ##vso[task.setvariable variable=key]value")]
    [InlineData("##teamcity[buildStatus status='SUCCESS']")]
    public void A_page_cannot_speak_to_the_runner_of_a_build(string seen)
    {
        var check = Checklist.Checks.Single(check => check.Id == "message-origin");
        var long_ = new string('x', 60) + seen; // is broken at the width of a line
        var report = new CheckReport("https://app.acme.example/",
            [new(check, Finding.Fail(seen, seen, seen)), new(check, Finding.Fail(long_, long_, long_))]);

        var lines = (report.ToMarkdown() + Terminal(report, isColoured: false)).Split('\n');

        Assert.DoesNotContain(lines, line => line.TrimStart().StartsWith("::", StringComparison.Ordinal));
        Assert.DoesNotContain(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"##\w*\["));
    }

    [Fact]
    public void A_command_that_is_broken_can_still_be_copied()
    {
        var lines = Terminal(isColoured: false).Split(Environment.NewLine);

        var command = lines.SkipWhile(line => !line.Contains("$ CHECK_ADDRESS"))
            .TakeWhile(line => line.StartsWith("  ") && !line.Contains('·'))
            .Select(line => line.Trim()).ToArray();
        Assert.True(command.Length > 1);
        Assert.All(command[..^1], line => Assert.EndsWith(" \\", line));
        Assert.EndsWith(CheckOptions.TestRun,
            string.Join(' ', command.Select(line => line.TrimEnd('\\', ' '))));
    }

    [Fact]
    public void Colours_only_add_to_signs_and_words()
    {
        var (plain, coloured) = (Terminal(isColoured: false), Terminal(isColoured: true));

        Assert.Contains("\e[31m✕ fail\e[0m", coloured);
        Assert.Equal(plain, System.Text.RegularExpressions.Regex.Replace(coloured, "\e\\[\\d*m", ""));
    }

    [Fact]
    public void Programs_get_the_documented_members_and_no_other()
    {
        using var json = JsonDocument.Parse(Report.ToJson());

        Assert.Equal(["address", "checks"], json.RootElement.EnumerateObject().Select(member => member.Name));
        Assert.Equal(Report.Address, json.RootElement.GetProperty("address").GetString());
        var checks = json.RootElement.GetProperty("checks").EnumerateArray().ToArray();
        Assert.Equal(Checklist.Checks.Select(check => check.Id),
            checks.Select(check => check.GetProperty("id").GetString()));
        Assert.All(checks, check => Assert.Equal(["id", "title", "result", "seen", "repair"], check.EnumerateObject()
            .Select(member => member.Name)));
        Assert.Equal(["fail", "manual", "not_run", "pass", "warn"], checks
            .Select(check => check.GetProperty("result").GetString()!).Distinct().Order());
    }

    [Fact]
    public void Markdown_keeps_a_strangers_text_a_text()
    {
        var text = Report.ToMarkdown();

        Assert.DoesNotContain("<b>", text);
        Assert.DoesNotContain('\e', text);
        Assert.Contains("| fail | ", text);
        Assert.Contains("\\`code\\`", text);
        Assert.Contains("````\n```\nfence\n````", text);
        Assert.All(text.Split('\n').Where(line => line.StartsWith("| ")), line =>
            Assert.Equal(3, line.Replace("\\|", "").Count(c => c == '|') - 1));
    }

    [Fact]
    public void The_list_has_each_check_once_and_names_the_command_for_a_browser()
    {
        Assert.Equal(Checklist.Checks.Count, Checklist.Checks.Select(check => check.Id).Distinct().Count());
        Assert.Contains(Checklist.Checks, check => check.NeedsBrowser);
        Assert.All(Checklist.Checks, check => Assert.Matches("^[a-z]+(-[a-z]+)*$", check.Id));
        Assert.All(Checklist.Checks, check => Assert.InRange(check.Title.Length, 5, 66));
    }

    [Fact]
    public void The_document_tells_the_schema_the_limits_and_the_options_as_they_are()
    {
        var readme = File.ReadAllText(Checkout.File("docs/launch-check.md")).ReplaceLineEndings(" ");

        Assert.Contains("""{ "address", "checks": [ { "id", "title", "result", "seen", "repair" } ] }""", readme);
        Assert.Contains(
            $"{WeightChecks.GoodBytes / 1024} KB and {WeightChecks.GoodRequests} requests for the first view", readme);
        Assert.Contains($"({WeightChecks.MostBytes / 1024 / 1024} MB and {WeightChecks.MostRequests} fail)", readme);
        Assert.Contains($"{OneJobChecks.GoodLinks} links and one nested frame ({OneJobChecks.MostLinks} and two are "
            + $"the most)", readme);
        Assert.Contains($"everything together, {CheckOptions.DefaultTimeout.TotalSeconds} seconds", readme);
        Assert.All(CheckCommand.Usage.Split(' ').Select(word => word.Trim('[', ']', '…'))
            .Where(word => word.StartsWith("--")),
            option => Assert.Contains($"`{option}", readme));
    }

    static string Terminal(bool isColoured) => Terminal(Report, isColoured);

    static string Terminal(CheckReport shown, bool isColoured)
    {
        var output = new StringWriter();
        var report = new TerminalReport(output, isColoured);
        report.Begin(shown.Address);
        foreach (var check in shown.Checks) report.Write(check);
        report.End(shown);
        return output.ToString();
    }
}
