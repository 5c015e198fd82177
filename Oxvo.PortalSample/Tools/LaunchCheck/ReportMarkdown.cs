using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>The report for a pull request or a job's summary: a table, then what is to be done.</summary>
public static partial class ReportMarkdown
{
    public static string Of(CheckReport report)
    {
        IEnumerable<string> lines =
        [
            $"## Launch checklist: {Escape(report.Address)}", "", "| | check | seen |", "|---|---|---|",
            .. report.Checks.Select(check =>
                $"| {TerminalReport.Word(check.Result)} | {Escape(check.Title)} | {Escape(check.Seen ?? "").Replace("\n", "<br>")} |"),
            .. report.Checks.Where(check => check.Repair is not null && check.Result != CheckOutcome.NotRun).SelectMany(Todo),
            .. report.Checks.Where(check => check is { Result: CheckOutcome.NotRun, Repair: not null }).GroupBy(check => check.Repair!)
                .SelectMany(group => Section($"not run: {Escape(string.Join(", ", group.Select(check => check.Title)))}", null, group.Key)),
        ];
        return string.Join('\n', lines) + "\n";
    }

    static IEnumerable<string> Todo(CheckResult check) =>
        Section($"{TerminalReport.Word(check.Result)}: {Escape(check.Title)}", check.Why, check.Repair!);

    // A repair is to be copied as it stands, so it is code; the fence is longer than any in it.
    static IEnumerable<string> Section(string heading, string? why, string repair)
    {
        var fence = new string('`', Math.Max(3, Ticks().Matches(repair).Select(ticks => ticks.Length + 1).DefaultIfEmpty().Max()));
        return ["", $"### {heading}", "", .. why is null ? Array.Empty<string>() : [Escape(why), ""], fence, repair, fence];
    }

    // Everything that Markdown or HTML would take for its own: what is quoted is a stranger's text.
    static string Escape(string text) =>
        Signs().Replace(text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;"), @"\$0");

    [GeneratedRegex(@"[\\`*_\[\]|!~@]", RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Signs();

    [GeneratedRegex("`+", RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Ticks();
}
