using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// A provider's text made plain and bounded: no markup, and none of the characters that move the cursor of a terminal
/// or turn the reading direction of what stands after them.
/// </summary>
static partial class FeedText
{
    const int LongestLine = 200, LongestBody = 5_000, MostParagraphs = 60;

    const string MarkupSigns = "<&*_`[~#>";

    static readonly SearchValues<char> Markup = SearchValues.Create(MarkupSigns);

    // What most names have none of, and are then as good as they come.
    static readonly SearchValues<char> Untidy = SearchValues.Create(
    [
        .. MarkupSigns,
        .. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code)
            .Where(character => character != ' ' && (char.IsWhiteSpace(character) || IsDropped(character))),
    ]);

    /// <summary>A name or title, in one line; null where nothing is left.</summary>
    public static string? Line(string? source)
    {
        if (string.IsNullOrWhiteSpace(source)) return null;
        if (source.Length <= LongestLine && IsTidy(source)) return source;

        var text = source.AsSpan().ContainsAny(Markup)
            ? string.Concat(FeedMarkup.Pieces(source).Select(piece => piece.Text)) : source;
        text = Space().Replace(Clean(text), " ").Trim();
        return text.Length == 0 ? null : Cut(text, LongestLine);
    }

    /// <summary>What an update says: a paragraph for each line that has something in it.</summary>
    public static IReadOnlyList<IReadOnlyList<TextRun>> Body(string? source)
    {
        List<IReadOnlyList<TextRun>> paragraphs = [];
        List<TextRun> paragraph = [];
        var left = LongestBody;
        foreach (var piece in source is null ? [] : FeedMarkup.Pieces(source))
        {
            var lines = Clean(piece.Text).Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0) paragraph = Close(paragraphs, paragraph);
                if (left <= 0 || paragraphs.Count == MostParagraphs) return paragraphs;

                var text = Cut(Space().Replace(lines[i], " "), left);
                left -= text.Length;
                if (text.Length > 0) Add(paragraph, piece with { Text = text });
            }
        }
        Close(paragraphs, paragraph);
        return paragraphs;
    }

    static void Add(List<TextRun> paragraph, TextRun run)
    {
        if (paragraph.Count > 0 && paragraph[^1].Url == run.Url)
            paragraph[^1] = run with { Text = paragraph[^1].Text + run.Text };
        else
            paragraph.Add(run);
    }

    static List<TextRun> Close(List<IReadOnlyList<TextRun>> paragraphs, List<TextRun> paragraph)
    {
        if (paragraph.Count > 0) paragraph[0] = paragraph[0] with { Text = paragraph[0].Text.TrimStart() };
        if (paragraph.Count > 0) paragraph[^1] = paragraph[^1] with { Text = paragraph[^1].Text.TrimEnd() };
        paragraph.RemoveAll(run => run.Text.Length == 0);
        if (paragraph.Any(run => !string.IsNullOrWhiteSpace(run.Text))) paragraphs.Add(paragraph);
        return [];
    }

    static bool IsTidy(string text) => text[0] != ' ' && text[^1] != ' ' && !text.AsSpan().ContainsAny(Untidy)
        && !text.Contains("  ", StringComparison.Ordinal);

    static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd() + "…";
    }

    // Control characters, and those that turn the reading direction of what follows.
    static bool IsDropped(char character) =>
        char.IsControl(character) || character is (>= '\u202A' and <= '\u202E') or (>= '\u2066' and <= '\u2069');

    static string Clean(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange(' ', '~')) return text;
        var clean = new StringBuilder(text.Length);
        foreach (var character in text)
            if (character is '\t' or '\r' or '\u0085') clean.Append(' ');
            else if (character == '\n' || !IsDropped(character)) clean.Append(character);
        return clean.ToString();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();
}
