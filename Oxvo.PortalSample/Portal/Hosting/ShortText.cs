using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Portal.Hosting;

/// <summary>Scripts and styles without what is only for their readers.</summary>
public static partial class ShortText
{
    /// <summary>
    /// Takes comments and indentation out of a script, and the ends of lines where the code goes on or a statement
    /// ends. A script with a text over several lines is left as it is: these lines are not for readers only.
    /// </summary>
    public static string Script(string script) => script.Split('\n').Any(line => line.Count('`') % 2 == 1) ? script
        : ScriptLineEnd.Replace(ScriptComment.Replace(script, ""), "");

    /// <summary>Takes comments out of a style, and the spaces around its marks.</summary>
    public static string Style(string style) => StyleSpace.Replace(style, "$1$2");

    /// <summary>
    /// What a line begins with, the comments that fill lines, and one at a line's end; there, what holds a quotation
    /// mark may be the end of a text, and what holds a slash the end of a pattern.
    /// </summary>
    [GeneratedRegex("""^[ \t]*(?:(?://.*|/\*\*(?:(?!\*/)[\s\S])*\*/)$)?|[ \t]+//[^'"`/\n]*$""",
        RegexOptions.Multiline, 1000)]
    private static partial Regex ScriptComment { get; }

    /// <summary>Behind a mark, unless the line has a comment left, and of lines that are empty.</summary>
    [GeneratedRegex("""(?<=^(?!.*/[/*]).*[{;,])\n+|(?<=\n|\A)\n+""", RegexOptions.Multiline, 1000)]
    private static partial Regex ScriptLineEnd { get; }

    /// <summary>A text, which stays; a comment, which goes; a mark, of which the spaces around it go.</summary>
    [GeneratedRegex("""
        ("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')|/\*[\s\S]*?\*/\s*|\s*([{};,])\s*|(?<=:)\s+
        """, RegexOptions.None, 1000)]
    private static partial Regex StyleSpace { get; }
}
