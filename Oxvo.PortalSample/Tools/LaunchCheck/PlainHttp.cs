using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// What a page loads over plain http (https://www.w3.org/TR/mixed-content/). Links are none of it, nor is this machine, which
/// browsers trust.
/// </summary>
public static partial class PlainHttp
{
    static readonly (string Selector, string Attribute)[] Blocked =
    [
        ("script[src]", "src"), ("iframe[src]", "src"), ("frame[src]", "src"), ("embed[src]", "src"),
        ("object[data]", "data"), ("track[src]", "src"), ("link[rel~=stylesheet][href]", "href"),
        ("link[rel~=modulepreload][href]", "href"), ("link[rel~=preload][href]", "href"), ("link[rel~=manifest][href]", "href"),
        ("form[action]", "action"), ("button[formaction]", "formaction"), ("input[formaction]", "formaction"),
    ];

    static readonly (string Selector, string Attribute)[] Upgraded =
    [
        ("img[src]", "src"), ("source[src]", "src"), ("video[src]", "src"), ("video[poster]", "poster"), ("audio[src]", "src"),
        ("input[src]", "src"), ("link[rel~=icon][href]", "href"),
    ];

    /// <summary>The page asks for https in place of http itself.</summary>
    public static bool IsUpgraded(FetchAnswer page, IDocument document) =>
        page.Headers[ContentPolicy.Header].Concat(document.QuerySelectorAll("meta[http-equiv=Content-Security-Policy i]")
            .Select(meta => meta.GetAttribute("content") ?? ""))
            .SelectMany(ContentPolicy.ParseAll).Any(policy => policy.Find("upgrade-insecure-requests") is not null);

    /// <summary>What browsers block, and what they ask for over https instead, as tags without the addresses' queries.</summary>
    /// <param name="start">Where the relative addresses of the page begin.</param>
    public static (IReadOnlyList<string> Blocked, IReadOnlyList<string> Shown) Find(IDocument document, Uri start, FirstView view) => (
        [.. Named(document, start, Blocked), .. InSheets(document, view).Where(found => found.IsImport).Select(found => found.Text)],
        [
            .. Named(document, start, Upgraded),
            .. document.QuerySelectorAll("[srcset]").SelectMany(element => Sources().Matches(element.GetAttribute("srcset")!))
                .Select(match => match.Value).Where(IsPlain),
            .. InSheets(document, view).Where(found => !found.IsImport).Select(found => found.Text),
        ]);

    static IEnumerable<string> Named(IDocument document, Uri start, (string Selector, string Attribute)[] places) =>
        from place in places
        from element in document.QuerySelectorAll(place.Selector)
        let address = element.GetAttribute(place.Attribute)!.Trim()
        // A page that is on plain http itself is told so by another check.
        where IsPlain(address) && !(start.Scheme == "http" && new Uri(address).Authority == start.Authority)
        select $"<{element.LocalName} {place.Attribute}=\"{new Uri(address).GetLeftPart(UriPartial.Path)}\">";

    static IEnumerable<(string Text, bool IsImport)> InSheets(IDocument document, FirstView view) =>
        from sheet in document.QuerySelectorAll("style").Select(style => style.TextContent)
            .Concat(view.Files.Where(file => !file.IsScript).Select(file => file.Text ?? ""))
        from found in InSheet().Matches(sheet).Take(20)
        where IsPlain(found.Groups["address"].Value)
        select (found.Value, found.Groups["import"].Success);

    static bool IsPlain(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == "http"
        && !EmbedCheck.IsThisMachine(uri);

    [GeneratedRegex(@"(?:(?<import>@import)\s+(?:url\()?|url\()\s*[""']?(?<address>http://[^""'\s)]+)",
        RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex InSheet();

    [GeneratedRegex(@"http://[^\s,]+", RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Sources();
}
