using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// One line of the report. Its JSON is <c>{id, title, result, seen, repair}</c>, and stays that. A text is null where
/// there is nothing to say.
/// </summary>
public sealed class CheckResult(LaunchCheck check, Finding finding)
{
    static readonly Regex Blanks = Pattern.New(" {2,}");
    const int LongestText = 1_000;

    public string Id => check.Id;
    public string Title => check.Title;
    public CheckOutcome Result => finding.Result;
    public string? Seen { get; } = Clean(finding.Seen);
    public string? Repair { get; } = Clean(finding.Repair);

    /// <summary>It should have run, and nothing is known.</summary>
    [JsonIgnore] public bool IsMissed => finding is { Result: CheckOutcome.NotRun, IsExcused: false };

    [JsonIgnore] public string? Why { get; } = Clean(finding.Why);
    [JsonIgnore] public string Group => check.Group;

    // Headers and pages of strangers are quoted here: nothing of them may move a terminal's cursor, turn the reading
    // direction, or fill the screen.
    static string? Clean(string text)
    {
        text = string.Concat(text.ReplaceLineEndings("\n")
            .Select(c => c == '\n' || !Unseen.Is(c) && !char.IsWhiteSpace(c) ? c : ' '));
        text = Blanks.Replace(text, " ").Trim();
        if (text.Length == 0) return null;
        return text.Length <= LongestText ? text : text[..LongestText] + "…";
    }
}

/// <summary>The whole report, as <c>--json</c> writes it.</summary>
/// <param name="Address">As it was given.</param>
/// <param name="Checks">In the order of <see cref="Checklist.Checks"/>.</param>
public sealed record CheckReport(string Address, IReadOnlyList<CheckResult> Checks)
{
    static readonly Regex Signs = Pattern.New(@"[\\`*_\[\]|!~@]"), Ticks = Pattern.New("`+");

    // For people too: letters of every language stay letters. It is written to a terminal or a file, never into a page.
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>
    /// 0 nothing failed, 1 something failed, 2 the page could not be reached, 3 a check that should have run did not.
    /// </summary>
    [JsonIgnore]
    public int ExitStatus => Checks.Any(check => check.Result == CheckOutcome.Fail) ? 1
        : Checks.Any(check => check is { Id: "page", Result: CheckOutcome.NotRun }) ? 2
        : Missed is null ? 0 : 3;

    /// <summary>What was not looked at, as the report says first; null where everything was.</summary>
    [JsonIgnore]
    public string? Missed => Checks.Any(check => check.IsMissed)
        ? $"Not looked at: {string.Join("; ", Checks.Where(check => check.IsMissed).Select(check => check.Title))}."
        : null;

    /// <summary>The report for programs.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, Json);

    /// <summary>The report for a pull request or a job's summary: a table, then what is to be done.</summary>
    public string ToMarkdown()
    {
        var repairs = Checks.Where(check => check.Repair is not null)
            .ToLookup(check => check.Result == CheckOutcome.NotRun);
        IEnumerable<string> lines =
        [
            $"## Launch checklist: {Escape(Address)}", "",
            .. Missed is { } missed ? [$"**{Escape(missed)}**", ""] : Array.Empty<string>(),
            "| | check | seen |", "|---|---|---|",
            .. from check in Checks
               let seen = Escape(check.Seen ?? "").Replace("\n", "<br>")
               select $"| {TerminalReport.Word(check.Result)} | {Escape(check.Title)} | {seen} |",
            .. repairs[false].SelectMany(check => Section(
                $"{TerminalReport.Word(check.Result)}: {Escape(check.Title)}", check.Why, check.Repair!)),
            .. repairs[true].GroupBy(check => check.Repair!).SelectMany(group => Section(
                $"not run: {Escape(string.Join(", ", group.Select(check => check.Title)))}", null, group.Key)),
        ];
        return string.Join('\n', lines.SelectMany(line => line.Split('\n')).Select(ForLog)) + "\n";
    }

    // A repair is to be copied exactly, so it is code; the fence is longer than any in it.
    static IEnumerable<string> Section(string heading, string? why, string repair)
    {
        var longest = Ticks.Matches(repair).Select(ticks => ticks.Length + 1).DefaultIfEmpty().Max();
        var fence = new string('`', Math.Max(3, longest));
        string[] reason = why is null ? [] : [Escape(why), ""];
        return ["", $"### {heading}", "", .. reason, fence, repair, fence];
    }

    // A heading keeps its signs.
    static string ForLog(string line) =>
        line.StartsWith("## ", StringComparison.Ordinal) || line.StartsWith("### ", StringComparison.Ordinal)
            ? line : Unseen.ForLog(line);

    // Everything that Markdown or HTML would interpret: what is quoted is a stranger's text.
    static string Escape(string text) =>
        Signs.Replace(text.Replace("&", "&amp;").Replace("<", "&lt;").Replace(">", "&gt;"), @"\$0");
}
