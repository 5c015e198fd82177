using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// The report for people: a line for each check, and under it what was seen, why it matters and the repair. No line is
/// longer than 80 columns. How a check came out is a sign and a word; the colour only adds to them.
/// </summary>
/// <param name="isColoured">Only where a person sees it: on a terminal, and not with NO_COLOR.</param>
public sealed class TerminalReport(TextWriter output, bool isColoured)
{
    const int Width = 80, Indent = 12, Label = 8;

    // By CheckOutcome.
    static readonly (char Sign, string Word, int Colour)[] Marks =
        [('✓', "pass", 32), ('!', "warn", 33), ('✕', "fail", 31), ('☐', "by hand", 34), ('·', "not run", 90)];

    readonly HashSet<string> said = [];
    string? group;
    CheckResult? last;

    public void Begin(string address) => WriteLines("", address);

    /// <summary>The next result, in the list's order.</summary>
    public void Write(CheckResult result)
    {
        CloseWaiting(result);
        if (result.Group != group) output.WriteLine($"\n{group = result.Group}");
        output.WriteLine($"  {Paint(result.Result)}{result.Title}{Note(result)}");
        if (result.Result == CheckOutcome.NotRun) last = result;
        if (result.Result is CheckOutcome.Pass or CheckOutcome.NotRun) return;
        WriteText("seen", result.Seen);
        WriteText("why", result.Why);
        WriteText(result.Result == CheckOutcome.Manual ? "steps" : "repair", result.Repair);
    }

    /// <summary>The sum.</summary>
    public void End(CheckReport report)
    {
        CloseWaiting(null);
        output.WriteLine();
        if (report.Missed is { } missed) WriteLines("", missed);
        var failed = report.Checks.Where(check => check.Result == CheckOutcome.Fail).Select(check => check.Title);
        if (failed.Any()) WriteLines("", $"To repair: {string.Join("; ", failed)}.");
        WriteLines("", string.Join(", ", report.Checks.CountBy(check => check.Result).OrderBy(count => count.Key)
            .Select(count => $"{count.Value} {Word(count.Key)}")));
    }

    internal static string Word(CheckOutcome outcome) => Marks[(int)outcome].Word;

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
        {
            // A command as far left as can be: a word of it that is broken can no longer be copied.
            WriteLines(IsCommand(line) ? "  " : $"{"",Indent}{label,-Label}", line);
            if (!IsCommand(line)) label = "";
        }
    }

    /// <summary>At blanks, or anywhere in a word that is too long. A command goes on after a backslash.</summary>
    void WriteLines(string start, string text)
    {
        var width = Width - start.Length;
        var more = IsCommand(text) ? " \\" : "";
        while (text.Length > width)
        {
            var end = text.LastIndexOf(' ', width - more.Length);
            var isWord = end <= more.Length;
            if (isWord) end = width;
            WriteLine(text[..end] + (isWord ? "" : more));
            text = text[end..].TrimStart();
        }
        WriteLine(text);

        void WriteLine(string line)
        {
            output.WriteLine(Unseen.ForLog(start + line));
            start = new(' ', start.Length);
        }
    }

    static bool IsCommand(string line) => line.StartsWith("$ ", StringComparison.Ordinal);

    string Paint(CheckOutcome outcome)
    {
        var (sign, word, colour) = Marks[(int)outcome];
        var text = $"{sign} {word}";
        return (isColoured ? $"\e[{colour}m{text}\e[0m" : text) + new string(' ', Indent - 2 - text.Length);
    }
}
