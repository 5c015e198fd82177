using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// What providers write as HTML (Statuspage), Markdown (Better Stack, incident.io) or a mixture, as pieces of text and
/// links. HTML is read by a real parser: a pattern that looks for tags is what attackers wait for. Nothing here is ever
/// markup again.
/// </summary>
static partial class FeedMarkup
{
    const int LongestSource = 20_000, MostTags = 500, LongestLink = 2_000;

    static readonly HashSet<string> Silent = new(StringComparer.OrdinalIgnoreCase)
        { "script", "style", "template", "noscript", "noframes", "iframe", "object", "svg", "math", "textarea", "select", "title" };

    static readonly HashSet<string> Breaking = new(StringComparer.OrdinalIgnoreCase)
        { "p", "br", "div", "li", "ul", "ol", "tr", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "blockquote", "pre", "section", "article" };

    /// <summary>The text's pieces in order; a line break is <c>\n</c> in a piece's text.</summary>
    public static IEnumerable<TextRun> Pieces(string source)
    {
        source = Bounded(source).ReplaceLineEndings("\n");
        return source.AsSpan().ContainsAny('<', '&') ? HtmlPieces(source) : MarkdownPieces(source);
    }

    // A parser's work on tags that are never closed grows with their square.
    static string Bounded(string source)
    {
        var (length, tags) = (0, 0);
        while (length < source.Length && length < LongestSource && tags < MostTags)
            if (source[length++] == '<') tags++;
        return length == source.Length ? source : source[..length].TrimEnd('<') + "…";
    }

    static IEnumerable<TextRun> HtmlPieces(string source)
    {
        var body = new HtmlParser().ParseDocument(source).Body;
        // Where tags make the lines, a single line end is only how the source was wrapped.
        var hasBreaks = body?.QuerySelector("br, p, div, li") is not null;
        var text = new StringBuilder();
        for (INode? node = body?.FirstChild; node is not null; node = Next(node, body!, text))
        {
            if (node is IText { Data: var data })
            {
                text.Append(hasBreaks ? WrappedLine().Replace(data, " ") : data);
            }
            else if (node is IElement { LocalName: "a" } anchor)
            {
                foreach (var piece in MarkdownPieces(text.ToString())) yield return piece;
                text.Clear();
                yield return new() { Text = Spoken(anchor), Url = SafeLink(anchor.GetAttribute("href")) };
            }
            else if (node is IElement { LocalName: var name } && Breaking.Contains(name))
            {
                text.Append(name == "li" ? "\n• " : "\n");
            }
        }
        foreach (var piece in MarkdownPieces(text.ToString())) yield return piece;
    }

    // Without recursion: thousands of nested tags must not exhaust the stack.
    static INode? Next(INode node, INode root, StringBuilder text)
    {
        var isClosed = node is IElement { LocalName: var name } && (name == "a" || Silent.Contains(name));
        if (!isClosed && node.FirstChild is { } child) return child;
        while (node.NextSibling is null)
        {
            if (node.Parent is null || node.Parent == root) return null;
            node = node.Parent;
            if (Breaking.Contains(node.NodeName)) text.Append('\n');
        }
        return node.NextSibling;
    }

    static string Spoken(IElement anchor)
    {
        foreach (var silent in anchor.QuerySelectorAll(string.Join(',', Silent))) silent.Remove();
        return anchor.TextContent;
    }

    static IEnumerable<TextRun> MarkdownPieces(string text)
    {
        text = Emphasis().Replace(LineStart().Replace(text, match => match.Groups["bullet"].Success ? "• " : ""), "$2$3$4$5");
        var from = 0;
        foreach (Match match in Link().Matches(text))
        {
            if (match.Index > from) yield return new() { Text = text[from..match.Index] };
            var bare = match.Groups["bare"].Value.TrimEnd('.', ',', ';', ':', '!', '?');
            from = match.Index + (bare.Length > 0 ? bare.Length : match.Length);
            yield return bare.Length > 0
                ? new() { Text = bare, Url = SafeLink(bare) }
                : new() { Text = match.Groups["text"].Value, Url = SafeLink(match.Groups["address"].Value) };
        }
        if (from < text.Length) yield return new() { Text = text[from..] };
    }

    /// <summary>The address as a browser would take it, or null unless it is plain https.</summary>
    public static string? SafeLink(string? address) =>
        address is { Length: > 8 and <= LongestLink } && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", UserInfo: "", Host: not "" } ? uri.AbsoluteUri : null;

    [GeneratedRegex(@"(?<!\n)\n(?![ \t]*\n)")]
    private static partial Regex WrappedLine();

    [GeneratedRegex(@"^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|(?<bullet>[-*+][ \t]+))", RegexOptions.Multiline)]
    private static partial Regex LineStart();

    // Spans are bounded, so that a text of nothing but asterisks costs no more than another.
    [GeneratedRegex(@"(\*\*|~~)(?=\S)(.{1,500}?)(?<=\S)\1|(?<!\w)__?(?=\S)([^_\n]{1,500}?)(?<=\S)__?(?!\w)"
        + @"|(?<![\w*])\*(?=\S)([^*\n]{1,500}?)(?<=\S)\*(?![\w*])|`([^`\n]{1,500})`")]
    private static partial Regex Emphasis();

    [GeneratedRegex(@"!?\[(?<text>[^\[\]\n]{1,300})\]\((?<address>[^()\s]{1,2000}(?:\([^()\s]{0,100}\))?)[^()\n]{0,100}\)"
        + @"|(?<bare>https://[^\s<>""'()\[\]]{1,2000})")]
    private static partial Regex Link();
}
