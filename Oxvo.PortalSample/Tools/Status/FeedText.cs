using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Markdig;
using Markdig.Extensions.AutoLinks;
using Markdig.Extensions.EmphasisExtras;
using Markdig.Parsers;
using Markdig.Parsers.Inlines;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// What providers write as HTML (Statuspage), Markdown (Better Stack, incident.io) or a mixture, as plain and bounded
/// text with links. Nothing here is ever markup again.
/// </summary>
/// <param name="isWrapped">Tags make the lines, and a line end is only how the source was wrapped.</param>
/// <param name="isTitle">No sign at its beginning makes it a heading, a list or a quotation.</param>
sealed class FeedText(bool isWrapped, bool isTitle)
{
    const int LongestLine = 200, LongestBody = 5_000, MostParagraphs = 60, LongestLink = 2_000;

    // A parser's work on tags and signs that are never closed grows with their square.
    const int LongestSource = 20_000, MostSigns = 1_000;

    // Fenced, or within a line.
    const string Code = @"(?<code>(?ms:^ {0,3}(?<fence>`{3,}|~{3,}).*?(?:^ {0,3}\k<fence>|\z))"
        + @"|(?<tick>`+)(?!`)[^\n]*?(?<!`)\k<tick>(?!`))";

    static readonly HashSet<string> Breaking =
    [
        .. "p br div li ul ol tr h1 h2 h3 h4 h5 h6 hr blockquote pre section article header footer main aside nav "
            .Split(' '),
        .. "address figure figcaption details summary dl dt dd table caption".Split(' '),
    ];

    static readonly Regex Space = Pattern.New(@"\s+"), Sign = Pattern.New("[<*_~[`]"),
        LineTag = Pattern.New(@"<(?i:br|p|div|li)[\s/>]"),
        // "> 99 %" is an amount, not a quotation.
        LineStart = Pattern.New(@"\A *(?:>(?! ?\d) ?)*(?:#{1,6} |(?<bullet>[-*+] ))?"),
        // What is not for people to read, unless it is code.
        Silent = Pattern.New(Code + "|<!--(?s:.*?)-->"
            + @"|<(?<name>(?i:script|style|iframe|svg|math|template))(?=[\s/>])(?s:.*?)</(?i:\k<name>)\s*>"),
        // "[Update]: fixed" does not define a link, [EU](Frankfurt) is not a link, 7*7*7 holds no emphasis, and \\host
        // is a path.
        Literal = Pattern.New(
            Code + @"|(?<=\]):|(?<=\])\((?=\w[^\s:)]{0,200}\))|(?<=\w)\*(?=\w)|\\\\(?=\w)");

    static readonly MarkdownPipeline Markdown = BuildMarkdown(), Tags = BuildTags();

    readonly List<List<TextRun>> paragraphs = [[]];
    int left = LongestBody;
    string bullet = "";
    bool isCut;

    /// <summary>
    /// A service's name in one line; null where nothing is left. No provider reads it as Markdown: [EU](Frankfurt).
    /// </summary>
    public static string? Name(string? source) => OneLine(source, "<&", Tags);

    /// <summary>A title or description, in one line; null where nothing is left.</summary>
    public static string? Line(string? source) => OneLine(source, "<&*_`[~\\", Markdown);

    static string? OneLine(string? text, string signs, MarkdownPipeline pipeline)
    {
        if (text is null) return null;
        // Most hold no markup, and a page has thousands of them.
        if (text.Any(signs.Contains))
            text = string.Join(' ', Read(text, pipeline, isTitle: true)
                .Select(runs => string.Concat(runs.Select(run => run.Text))));
        text = Space.Replace(Unseen.Remove(text), " ").Trim();
        return text.Length == 0 ? null : Cut(text, LongestLine);
    }

    /// <summary>What an update says: a paragraph for each line that has something in it.</summary>
    public static IReadOnlyList<IReadOnlyList<TextRun>> Body(string? source) =>
        string.IsNullOrWhiteSpace(source) ? [] : Read(source, Markdown, isTitle: false);

    static IReadOnlyList<IReadOnlyList<TextRun>> Read(string source, MarkdownPipeline pipeline, bool isTitle)
    {
        source = Bounded(Unseen.Remove(source).ReplaceLineEndings("\n"));
        using var document = new HtmlParser().ParseDocument(Html(source, pipeline));
        var text = new FeedText(isWrapped: LineTag.IsMatch(source), isTitle);
        text.Read(document.Body!, url: null, isCode: false);
        return [.. text.paragraphs.Select(Trimmed).Where(runs => runs.Count > 0)];
    }

    /// <summary>The address as a browser would take it, or null unless it is plain https.</summary>
    public static string? SafeLink(string? address) =>
        address is { Length: > 8 and <= LongestLink } && Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri)
        && uri is { Scheme: "https", UserInfo: "", Host: not "" } ? uri.AbsoluteUri : null;

    static string Bounded(string source)
    {
        var length = Sign.Matches(source).ElementAtOrDefault(MostSigns)?.Index ?? source.Length;
        if (length > LongestSource) length = LongestSource;
        return length == source.Length ? source : source[..length].TrimEnd('<') + "…";
    }

    static string Html(string source, MarkdownPipeline pipeline)
    {
        source = Silent.Replace(source, match => match.Groups["code"].Value);
        var text = pipeline == Tags ? source
            : Literal.Replace(source, match => match.Groups["code"].Success ? match.Value : "\\" + match.Value);
        try
        {
            var document = Markdig.Markdown.Parse(text, pipeline, AngleParser.ContextFor(source));
            foreach (var link in document.Descendants<LinkInline>())
            {
                link.IsImage = false;
                if (link.FirstChild is null) link.AppendChild(new LiteralInline(link.Url ?? ""));
            }
            return document.ToHtml(pipeline);
        }
        catch (ArgumentException)
        {
            return WebUtility.HtmlEncode(source); // nested deeper than anything that people write
        }
    }

    // Tags make lines as often as line ends do, so the sign at the beginning of a line is read later, from the text.
    static MarkdownPipeline BuildMarkdown()
    {
        var builder = new MarkdownPipelineBuilder()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { ValidPreviousCharacters = "*_~(:,;\"'>" });
        builder.InlineParsers.Replace<AutolinkInlineParser>(new AngleParser());
        builder.BlockParsers.RemoveAll(parser => parser is not (ParagraphBlockParser or FencedCodeBlockParser));
        return builder.DisableHeadings().Build();
    }

    static MarkdownPipeline BuildTags()
    {
        var builder = new MarkdownPipelineBuilder();
        builder.InlineParsers.Replace<AutolinkInlineParser>(new AngleParser());
        builder.InlineParsers.RemoveAll(parser => parser is not (AngleParser or HtmlEntityParser));
        builder.BlockParsers.RemoveAll(parser => parser is not ParagraphBlockParser);
        return builder.DisableHeadings().Build();
    }

    void Read(INode node, string? url, bool isCode)
    {
        if (node is IText text)
            foreach (var (i, line) in (isWrapped ? [text.Data] : text.Data.Split('\n')).Index())
            {
                if (i > 0) Break();
                Add(Space.Replace(Unseen.Remove(line), " "), url, isCode);
            }
        if (node is not IElement element) return;

        var isBreaking = Breaking.Contains(element.LocalName);
        if (isBreaking) Break();
        if (element.LocalName == "li") bullet = "• ";
        if (element.LocalName is "td" or "th") Add(" ", null, isCode);
        if (element.LocalName == "a") url = SafeLink(element.GetAttribute("href"));
        if (element.LocalName == "img") AddImage(element, url);
        isCode |= element.LocalName is "code" or "pre";
        foreach (var child in element.ChildNodes) Read(child, url, isCode);
        if (isBreaking) Break();
    }

    void AddImage(IElement image, string? url)
    {
        var source = SafeLink(image.GetAttribute("src"));
        var words = image.GetAttribute("alt") is { Length: > 0 } alt ? alt : source;
        if (words is not null) Add(Space.Replace(Unseen.Remove(words), " "), url ?? source, isCode: true);
    }

    void Break()
    {
        if (paragraphs[^1].Count > 0) paragraphs.Add([]);
    }

    void Add(string text, string? url, bool isCode)
    {
        var runs = paragraphs[^1];
        if (runs is [] && !isCode && !isTitle)
            text = LineStart.Replace(text, match => match.Groups["bullet"].Success ? "• " : "");
        if (runs is [] or [.., { Text: [.., ' '] }]) text = text.TrimStart();
        if (text.Length == 0 || isCut) return;

        if (paragraphs.Count > MostParagraphs)
        {
            isCut = true;
            paragraphs[^2].Add(new("…", null));
            return;
        }
        text = bullet + text;
        bullet = "";
        isCut = text.Length > left;
        text = Cut(text, left);
        left -= text.Length;
        if (runs is [.., var last] && last.Url == url) runs[^1] = last with { Text = last.Text + text };
        else runs.Add(new(text, url));
    }

    static List<TextRun> Trimmed(List<TextRun> runs)
    {
        if (runs is [.., var last]) runs[^1] = last with { Text = last.Text.TrimEnd() };
        return runs.FindAll(run => run.Text.Length > 0);
    }

    static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        if (length <= 0) return "…";
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd() + "…";
    }
}
