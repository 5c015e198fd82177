using System.Text.RegularExpressions;
using Markdig;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax.Inlines;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Reads what follows on "&lt;" in an update: an address (of Slack's form too), a tag of HTML, or else plain text, as
/// in "send X-Tenant: &lt;tenant-id&gt;". Takes the place of Markdown's own parser, to which any name is a tag.
/// </summary>
sealed class AngleParser : InlineParser
{
    static readonly Regex
        Angle = Pattern.New("""
            (?x)\G<(?:
              (?<url>(?i:https?://|mailto:)[^\s<>|]+)(?:\|(?<words>[^<>\n]*))?
              |(?<url>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)
              |/?(?<name>[A-Za-z][A-Za-z0-9]*)(?<rest>(?>(?:(?:[\s/]+|(?<=["']))(?:
                [A-Za-z_:@][\w:.-]*\s*=\s*(?:"[^"]*"|'[^']*'|[^\s"'<>]+)
                |(?i:checked|compact|controls|disabled|download|hidden|nowrap|open|reversed)(?=[\s/>])
              ))*[\s/]*))
            )>
            """),
        TagStart = Pattern.New(@"<(?<end>/?)(?<name>[A-Za-z][A-Za-z0-9]*)(?=[\s/>])");

    static readonly HashSet<string>
        // What editors write, and what needs no end tag.
        Markup = Names("a b blockquote br dd div dt em h1 h2 h3 h4 h5 h6 hr i img li ol p pre s span strong tbody td "
            + "tfoot th thead tr u ul wbr"),
        // Each may be a placeholder as well ("enter your <code>"): a tag if it has an attribute, or both ends.
        Words = Names("abbr acronym address area article aside audio base bdi bdo big body button caption center cite "
            + "code col colgroup data datalist del details dfn dialog dir dl embed fieldset figcaption figure font "
            + "footer form head header hgroup html input ins kbd label legend link main map mark menu meta meter nav "
            + "nobr noscript object optgroup option output param picture progress q rp rt ruby samp section select "
            + "small source strike sub summary sup table time track tt var video");

    static readonly object Paired = new();

    public AngleParser() => OpeningCharacters = ['<'];

    /// <summary>What the parsing of this text needs to know: which tags have both ends in it.</summary>
    public static MarkdownParserContext ContextFor(string source)
    {
        var names = TagStart.Matches(source).ToLookup(
            tag => tag.Groups["end"].Length > 0, tag => tag.Groups["name"].Value);
        var paired = names[true].ToHashSet(StringComparer.OrdinalIgnoreCase);
        paired.IntersectWith(names[false]);
        return new() { Properties = { [Paired] = paired } };
    }

    public override bool Match(InlineProcessor processor, ref StringSlice slice)
    {
        var found = Angle.Match(slice.Text, slice.Start, slice.Length);
        if (!found.Success) return false;
        if (found.Groups["url"] is { Success: true, Value: var url })
            processor.Inline = Link(url, found.Groups["words"].Value);
        else if (IsTag(found, (HashSet<string>)processor.Context!.Properties[Paired]))
            processor.Inline = new HtmlInline(found.Value);
        else return false;

        slice.Start += found.Length;
        return true;
    }

    static Inline Link(string url, string words)
    {
        var address = url.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase) ? url["mailto:".Length..] : url;
        if (string.IsNullOrWhiteSpace(words)) words = address;
        if (FeedText.SafeLink(url) is { } safe)
            return new LinkInline { Url = safe, IsClosed = true }.AppendChild(new LiteralInline(words));
        return new LiteralInline(words.Contains(address) ? words : $"{words} ({address})");
    }

    static bool IsTag(Match found, HashSet<string> paired)
    {
        var name = found.Groups["name"].Value;
        return Markup.Contains(name)
            || Words.Contains(name) && (found.Groups["rest"].ValueSpan.Contains('=') || paired.Contains(name));
    }

    static HashSet<string> Names(string names) => new(names.Split(' '), StringComparer.OrdinalIgnoreCase);
}
