namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// The report for people: a line for each check, and under it what was seen, why it matters and the repair. No line is
/// longer than 80 columns. How a check came out is a sign and a word; the colour only adds to them.
/// </summary>
/// <param name="output">Where it is written.</param>
/// <param name="isColoured">Only where somebody sees it: on a terminal, and not with NO_COLOR.</param>
public sealed class TerminalReport(TextWriter output, bool isColoured)
{
    public const int Width = 80;
    const int Indent = 12, Label = 8;

    readonly HashSet<string> said = [];
    string? group;
    CheckResult? last;

    public void Begin(string address)
    {
        foreach (var line in Wrap(address, Width)) output.WriteLine(line);
    }

    /// <summary>The next result, in the list's order.</summary>
    public void Write(CheckResult result)
    {
        CloseWaiting(result);
        if (result.Group != group) output.WriteLine($"\n{group = result.Group}");
        output.WriteLine($"  {Paint(result.Result)}{result.Title}{Note(result)}");
        if (result.Result == CheckOutcome.Pass) return;
        if (result.Result == CheckOutcome.NotRun)
        {
            last = result;
            return;
        }
        WriteText("seen", result.Seen);
        WriteText("why", result.Why);
        WriteText(result.Result == CheckOutcome.Manual ? "steps" : "repair", result.Repair);
    }

    /// <summary>The sum, and where the page could not be reached the reason.</summary>
    public void End(CheckReport report)
    {
        CloseWaiting(null);
        output.WriteLine();
        var counts = Enum.GetValues<CheckOutcome>()
            .Select(outcome => (Word: Word(outcome), Count: report.Checks.Count(check => check.Result == outcome)))
                .Where(count => count.Count > 0);
        foreach (var line in Wrap(string.Join(", ", counts.Select(count => $"{count.Count} {count.Word}")), Width)) output.WriteLine(line);
    }

    // What passes has one line, and the JSON the rest.
    static string Note(CheckResult result)
    {
        var note = result.Seen?.Split('\n')[0] ?? "";
        var room = Width - Indent - result.Title.Length - 3;
        if (result.Result != CheckOutcome.Pass || note.Length == 0 || room < 10) return "";
        return $" - {(note.Length <= room ? note : note[..(room - 1)] + "…")}";
    }

    // Several checks in a row that wait for the same thing say so once.
    void CloseWaiting(CheckResult? next)
    {
        if (last is { } waiting && (next?.Group != waiting.Group || next.Result != CheckOutcome.NotRun
            || (next.Seen, next.Repair) != (waiting.Seen, waiting.Repair)))
        {
            WriteText("seen", waiting.Seen);
            WriteText("to run", said.Add(waiting.Repair ?? "") ? waiting.Repair : "As above.");
        }
        last = null;
    }

    void WriteText(string label, string? text)
    {
        foreach (var line in text?.Split('\n') ?? [])
            if (IsCommand(line)) WriteCommand(line);
            else
                foreach (var part in Wrap(line, Width - Indent - Label))
                {
                    output.WriteLine($"{"",Indent}{label,-Label}{part}");
                    label = "";
                }
    }

    // As far left as can be: a word of it that is broken can no longer be copied.
    void WriteCommand(string command)
    {
        foreach (var part in Wrap(command, Width - 2)) output.WriteLine($"  {part}");
    }

    static bool IsCommand(string line) => line.StartsWith("$ ", StringComparison.Ordinal);

    /// <summary>At blanks, or anywhere in a word that is too long. A command goes on after a backslash, so that it can be copied.</summary>
    public static IEnumerable<string> Wrap(string text, int width)
    {
        var more = IsCommand(text) ? " \\" : "";
        while (text.Length > width)
        {
            var end = text.LastIndexOf(' ', width - more.Length);
            if (end <= more.Length) yield return text[..(end = width)];
            else yield return text[..end] + more;
            text = text[end..].TrimStart();
        }
        yield return text;
    }

    string Paint(CheckOutcome outcome)
    {
        var (sign, colour) = outcome switch
        {
            CheckOutcome.Pass => ('✓', 32),
            CheckOutcome.Warn => ('!', 33),
            CheckOutcome.Fail => ('✕', 31),
            CheckOutcome.Manual => ('☐', 34),
            _ => ('·', 90),
        };
        var text = $"{sign} {Word(outcome)}";
        return (isColoured ? $"\e[{colour}m{text}\e[0m" : text) + new string(' ', Indent - 2 - text.Length);
    }

    internal static string Word(CheckOutcome outcome) => outcome switch
    {
        CheckOutcome.Manual => "by hand",
        CheckOutcome.NotRun => "not run",
        _ => outcome.ToString().ToLowerInvariant(),
    };
}
