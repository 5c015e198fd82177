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

    /// <summary>The text without them. White space stays, and what joins letters and emoji or makes a flag.</summary>
    public static string Remove(string text) => string.Concat(text.EnumerateRunes().Where(rune =>
        !Is(rune) || Rune.IsWhiteSpace(rune) || rune.Value is 0x200C or 0x200D or (>= 0xE0020 and <= 0xE007F)));
}
