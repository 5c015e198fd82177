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
/// text with links. Nothing here is ever markup again.
/// </summary>
/// <param name="isWrapped">Tags make the lines, and a line end is only how the source was wrapped.</param>
sealed class FeedText(bool isWrapped)
{
    const int LongestLine = 200, LongestBody = 5_000, MostParagraphs = 60, LongestLink = 2_000;

    // A parser's work on tags and signs that are never closed grows with their square.
    const int LongestSource = 20_000, MostSigns = 1_000;

    static readonly string[]
        Silent = "script style template noscript noframes iframe object svg math textarea select title".Split(' '),
        Breaking = "p br div li ul ol tr h1 h2 h3 h4 h5 h6 hr blockquote pre section article".Split(' ');

    static readonly Regex Space = new(@"\s+"), Sign = new("[<*_~[`]"),
        LineTag = new(@"<(?:br|p|div|li)\b", RegexOptions.IgnoreCase),
        LineStart = new(@"\A *(?:#{1,6} |> ?|(?<bullet>[-*+] ))"),
        // "[Update]: fixed" is not the definition of a link, and 7*7*7 holds no emphasis.
        Literal = new(@"`[^`\n]*`|(?<=\]):|(?<=\w)\*(?=\w)");

    static readonly MarkdownPipeline Pipeline = BuildPipeline();

    readonly List<List<TextRun>> paragraphs = [[]];
    int left = LongestBody;
    string bullet = "";

    /// <summary>A name or title, in one line; null where nothing is left.</summary>
    public static string? Line(string? source)
    {
        if (source is null) return null;

        // Most names hold no markup, and a page has thousands of them.
        var text = source.Any("<&*_`[~#>".Contains)
            ? string.Join(' ', Body(source).Select(runs => string.Concat(runs.Select(run => run.Text))))
            : Unseen.Remove(source);
        text = Space.Replace(text, " ").Trim();
        return text.Length == 0 ? null : Cut(text, LongestLine);
    }

    /// <summary>What an update says: a paragraph for each line that has something in it.</summary>
    public static IReadOnlyList<IReadOnlyList<TextRun>> Body(string? source)
    {
        if (string.IsNullOrWhiteSpace(source)) return [];

        source = Bounded(Unseen.Remove(source).ReplaceLineEndings("\n"));
        using var document = new HtmlParser().ParseDocument(Html(source));
        var text = new FeedText(isWrapped: LineTag.IsMatch(source));
        text.Read(document.Body!, url: null);
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

    static string Html(string source)
    {
        var text = Literal.Replace(source, match => match.Value[0] == '`' ? match.Value : "\\" + match.Value);
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

    // Tags make lines as often as line ends do, so the sign at the beginning of a line is read later, from the text.
    static MarkdownPipeline BuildPipeline()
    {
        var builder = new MarkdownPipelineBuilder()
            .UseEmphasisExtras(EmphasisExtraOptions.Strikethrough)
            .UseAutoLinks(new AutoLinkOptions { ValidPreviousCharacters = "*_~(:,;\"'>" });
        builder.BlockParsers.RemoveAll(parser => parser is not (ParagraphBlockParser or FencedCodeBlockParser));
        return builder.DisableHeadings().Build();
    }

    void Read(INode node, string? url)
    {
        if (node is IText text)
            foreach (var (i, line) in (isWrapped ? [text.Data] : text.Data.Split('\n')).Index())
            {
                if (i > 0) Break();
                Add(Space.Replace(Unseen.Remove(line), " "), url);
            }
        if (node is not IElement element || Silent.Contains(element.LocalName)) return;

        var isBreaking = Breaking.Contains(element.LocalName);
        if (isBreaking) Break();
        if (element.LocalName == "li") bullet = "• ";
        if (element.LocalName == "a") url = SafeLink(element.GetAttribute("href"));
        foreach (var child in element.ChildNodes) Read(child, url);
        if (isBreaking) Break();
    }

    void Break()
    {
        if (paragraphs[^1].Count > 0) paragraphs.Add([]);
    }

    void Add(string text, string? url)
    {
        var runs = paragraphs[^1];
        if (runs is []) text = LineStart.Replace(text, match => match.Groups["bullet"].Success ? "• " : "");
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

    static string Cut(string text, int length)
    {
        if (text.Length <= length) return text;
        return text[..(char.IsHighSurrogate(text[length - 1]) ? length - 1 : length)].TrimEnd() + "…";
    }
}
