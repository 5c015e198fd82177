using System.Globalization;
using System.Text;

namespace Oxvo.PortalSample.Tools;

/// <summary>
/// The one list of characters that cannot be seen: control and format characters (direction marks, zero width, tags)
/// and the separators of lines. In a stranger's text they move a terminal's cursor, turn the reading direction, or
/// make two texts look like one.
/// </summary>
public static class Unseen
{
    public static bool Is(Rune rune) => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control
        or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    /// <summary>The same for a part of a text in UTF-16: half a pair cannot be seen.</summary>
    public static bool Is(char part) => !Rune.TryCreate(part, out var rune) || Is(rune);

    /// <summary>
    /// A line for a terminal or a log: one that a build's runner would take for a command to it (GitHub's <c>::</c> and
    /// <c>##[</c>, Azure's <c>##vso[</c>, TeamCity's <c>##teamcity[</c>) gets a blank in the middle of its sign.
    /// </summary>
    public static string ForLog(string line)
    {
        var start = line.Length - line.TrimStart().Length;
        if (line.AsSpan(start).StartsWith("::")) line = line.Insert(start + 1, " ");
        return line.Contains("##") ? line.Replace("##", "# #") : line;
    }

    /// <summary>A stranger's text as one such line, without what cannot be seen.</summary>
    public static string OneLine(string text) => ForLog(Remove(text.ReplaceLineEndings(" ")));

    /// <summary>The text without them. White space stays, and what joins letters and emoji or makes a flag.</summary>
    public static string Remove(string text) => string.Concat(text.EnumerateRunes().Where(rune =>
        !Is(rune) || Rune.IsWhiteSpace(rune) || rune.Value is 0x200C or 0x200D or (>= 0xE0020 and <= 0xE007F)));
}
