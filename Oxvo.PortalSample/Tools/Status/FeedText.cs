using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// What providers write as HTML (Statuspage), Markdown (Better Stack, incident.io) or a mixture, as plain and bounded
/// text with links. Nothing here is ever markup again, and none of it moves the cursor of a terminal or turns the
/// reading direction of what stands after it.
/// </summary>
static partial class FeedText
{
    const int LongestLine = 200, LongestBody = 5_000, MostParagraphs = 60, LongestLink = 2_000;

    // A parser's work on tags and signs that are never closed grows with their square.
    const int LongestSource = 20_000, MostTags = 500, MostSigns = 2_000, DeepestElement = 200;

    static readonly string[] Silent =
        "script style template noscript noframes iframe object svg math textarea select title".Split(' ');

    static readonly string[] Breaking =
        "p br div li ul ol tr h1 h2 h3 h4 h5 h6 hr blockquote pre section article".Split(' ');

    static readonly MarkdownPipeline Pipeline = BuildPipeline();

    /// <summary>A name or title, in one line; null where nothing is left.</summary>
    public static string? Line(string? source)
    {
        if (source is null) return null;

        // Most names hold no markup, and a page has thousands of them.
        var hasMarkup = source.Any(character => "<&*_`[~#>".Contains(character));
        var text = hasMarkup ? string.Join(' ', Body(source).Select(runs => string.Concat(runs.Select(run => run.Text))))
            : Unwanted().Replace(source, "");
        text = Space().Replace(text, " ").Trim();
        return text.Length == 0 ? null : Cut(text, LongestLine);
    }

    /// <summary>What an update says: a paragraph for each line that has something in it.</summary>
    public static IReadOnlyList<IReadOnlyList<TextRun>> Body(string? source)
    {
        if (string.IsNullOrWhiteSpace(source)) return [];

        source = Bounded(Unwanted().Replace(source, "").ReplaceLineEndings("\n"));
        using var document = new HtmlParser().ParseDocument(Html(source));
        // Where tags make the lines, a single line end is only how the source was wrapped.
        var walk = new Walk(isWrapped: LineTag().IsMatch(source));
        if (document.Body is { } body) walk.Read(body, url: null, depth: 0);
        return walk.Paragraphs;
    }

    /// <summary>The address as a browser would take it, or null unless it is plain https.</summary>
    public static string? SafeLink(string? address) =>
        address is { Length: > 8 and <= LongestLink } && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", UserInfo: "", Host: not "" } ? uri.AbsoluteUri : null;

    static string Bounded(string source)
    {
        int length = 0, tags = 0, signs = 0;
        for (; length < source.Length && length < LongestSource && tags < MostTags && signs < MostSigns; length++)
            if (source[length] == '<') tags++;
            else if ("*_~[`".Contains(source[length])) signs++;
        return length == source.Length ? source : source[..length].TrimEnd('<') + "…";
    }

    static string Html(string source)
    {
        // "[Update]: fixed" is not the definition of a link, and 7*7*7 holds no emphasis.
        var text = Literal().Replace(source, match => match.Value[0] == '`' ? match.Value : "\\" + match.Value);
        try
        {
            var document = Markdown.Parse(text, Pipeline);
            foreach (var image in MarkdownObjectExtensions.Descendants<LinkInline>(document)) image.IsImage = false;
            return document.ToHtml(Pipeline);
        }
        catch (ArgumentException)
        {
            return WebUtility.HtmlEncode(source); // nested deeper than anything that people write
        }
    }

    // Lines are made by tags as often as by line ends, so what stands at their beginning is read later, from the text.
    static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { ValidPreviousCharacters = "*_~(:,;\"'>" });
        builder.BlockParsers.RemoveAll(parser => parser is not (ParagraphBlockParser or FencedCodeBlockParser));
        builder.BlockParsers.Find<ParagraphBlockParser>()!.ParseSetextHeadings = false;
        return builder.Build();
    }

    static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd() + "…";
    }

    // Control characters, and those that turn the reading direction of what follows.
    [GeneratedRegex(@"[\p{Cc}\u202A-\u202E\u2066-\u2069-[\s]]")]
    private static partial Regex Unwanted();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Space();

    [GeneratedRegex(@"\A *(?:#{1,6} |> ?|(?<bullet>[-*+] ))")]
    private static partial Regex LineStart();

    [GeneratedRegex(@"`[^`\n]*`|(?<=\]):|(?<=\w)\*(?=\w)")]
    private static partial Regex Literal();

    [GeneratedRegex(@"<(?:br|p|div|li)\b", RegexOptions.IgnoreCase)]
    private static partial Regex LineTag();

    /// <summary>Collects the text and links of a document.</summary>
    sealed class Walk(bool isWrapped)
    {
        readonly List<List<TextRun>> paragraphs = [[]];
        int left = LongestBody;
        string bullet = "";

        public IReadOnlyList<IReadOnlyList<TextRun>> Paragraphs =>
            [.. paragraphs.Select(Trimmed).Where(runs => runs.Count > 0)];

        public void Read(INode parent, string? url, int depth)
        {
            foreach (var node in parent.ChildNodes)
                if (node is IText text) ReadText(text.Data, url);
                else if (node is IElement element && depth < DeepestElement && !Silent.Contains(element.LocalName))
                    ReadElement(element, url, depth + 1);
        }

        void ReadElement(IElement element, string? url, int depth)
        {
            var isBreaking = Breaking.Contains(element.LocalName);
            if (isBreaking) Break();
            if (element.LocalName == "li") bullet = "• ";
            Read(element, element.LocalName == "a" ? SafeLink(element.GetAttribute("href")) : url, depth);
            if (isBreaking) Break();
        }

        void ReadText(string text, string? url)
        {
            var lines = isWrapped ? [text] : text.Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0) Break();
                Add(Space().Replace(Unwanted().Replace(lines[i], ""), " "), url);
            }
        }

        void Break()
        {
            if (paragraphs[^1].Count > 0) paragraphs.Add([]);
        }

        void Add(string text, string? url)
        {
            var runs = paragraphs[^1];
            if (runs is []) text = LineStart().Replace(text, match => match.Groups["bullet"].Success ? "• " : "");
            if (runs is [] or [.., { Text: [.., ' '] }]) text = text.TrimStart();
            if (text.Length == 0 || left <= 0 || paragraphs.Count > MostParagraphs) return;

            text = Cut(bullet + text, left);
            bullet = "";
            left -= text.Length;
            if (runs is [.., var last] && last.Url == url) runs[^1] = last with { Text = last.Text + text };
            else runs.Add(new(text, url));
        }

        static List<TextRun> Trimmed(List<TextRun> runs)
        {
            if (runs is [.., var last]) runs[^1] = last with { Text = last.Text.TrimEnd() };
            return runs.FindAll(run => run.Text.Length > 0);
        }
    }
}
