using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>How a check came out. Only <see cref="Fail"/> makes a launch fail.</summary>
public enum CheckOutcome
{
    [JsonStringEnumMemberName("pass")] Pass,
    [JsonStringEnumMemberName("warn")] Warn,
    [JsonStringEnumMemberName("fail")] Fail,

    /// <summary>For a person to do; the repair holds the steps.</summary>
    [JsonStringEnumMemberName("manual")] Manual,

    /// <summary>Nothing is known. The repair says what would run it. Never taken for a pass.</summary>
    [JsonStringEnumMemberName("not_run")] NotRun,
}

/// <summary>What a check found, before it is put under the check's name. Texts may have several lines.</summary>
/// <param name="Seen">What was there: a header and its value, a count beside its limit, an address.</param>
/// <param name="Why">Why it matters, in one sentence; empty where nothing is wrong.</param>
/// <param name="Repair">What to write, change or run; a line that begins with <c>$ </c> is a command.</param>
public sealed record CheckFinding(CheckOutcome Result, string Seen, string Why, string Repair)
{
    public static CheckFinding Pass(string seen) => new(CheckOutcome.Pass, seen, "", "");
    public static CheckFinding Warn(string seen, string why, string repair) => new(CheckOutcome.Warn, seen, why, repair);
    public static CheckFinding Fail(string seen, string why, string repair) => new(CheckOutcome.Fail, seen, why, repair);
    public static CheckFinding NotRun(string seen, string repair) => new(CheckOutcome.NotRun, seen, "", repair);
}

/// <summary>One line of the report. Its JSON is <c>{id, title, result, seen, repair}</c>, and stays that.</summary>
public sealed partial record CheckResult
{
    const int LongestText = 1_000;

    public required string Id { get; init; }
    public required string Title { get; init; }
    public required CheckOutcome Result { get; init; }

    /// <summary>Null where there is nothing to say.</summary>
    public required string? Seen { get; init; }

    /// <summary>Null where nothing is to be repaired, run or done by hand.</summary>
    public required string? Repair { get; init; }

    [JsonIgnore] public string Group { get; init; } = "";
    [JsonIgnore] public string? Why { get; init; }

    public static CheckResult Of(LaunchCheck check, CheckFinding finding) => new()
    {
        Id = check.Id,
        Group = check.Group,
        Title = check.Title,
        Result = finding.Result,
        Seen = Text(finding.Seen),
        Why = Text(finding.Why),
        Repair = Text(finding.Repair),
    };

    // Headers and pages of strangers are quoted here: nothing of them may move a terminal's cursor, turn the reading direction, or
    // fill the screen.
    static string? Text(string text)
    {
        text = string.Concat(text.ReplaceLineEndings("\n")
            .Select(c => c == '\n' || !Unseen.Is(c) && !char.IsWhiteSpace(c) ? c : ' '));
        text = Blanks().Replace(text, " ").Trim();
        if (text.Length == 0) return null;
        return text.Length <= LongestText ? text : text[..LongestText] + "…";
    }

    [GeneratedRegex(" {2,}", RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Blanks();
}

/// <summary>The whole report, as <c>--json</c> writes it.</summary>
public sealed record CheckReport
{
    /// <summary>As it was given.</summary>
    public required string Address { get; init; }

    /// <summary>In the order of <see cref="Checklist.Checks"/>.</summary>
    public required IReadOnlyList<CheckResult> Checks { get; init; }

    /// <summary>0 nothing failed, 1 something failed, 2 the page could not be reached, whatever its API answers.</summary>
    [JsonIgnore]
    public int ExitStatus
    {
        get
        {
            if (Checks.Any(check => check.Result == CheckOutcome.Fail)) return 1;
            return Checks.Any(check => check is { Id: "page", Result: CheckOutcome.NotRun }) ? 2 : 0;
        }
    }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(CheckReport))]
public sealed partial class CheckJson : JsonSerializerContext;
