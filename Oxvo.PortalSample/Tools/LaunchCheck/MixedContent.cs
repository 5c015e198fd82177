using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// What a page loads over plain http (https://www.w3.org/TR/mixed-content/). Links do not count, nor does this machine,
/// which browsers trust.
/// </summary>
public static class MixedContent
{
    static readonly string[] Blocked =
    [
        "script[src]", "iframe[src]", "frame[src]", "embed[src]", "object[data]", "track[src]",
        "link[rel~=stylesheet][href]", "link[rel~=modulepreload][href]", "link[rel~=preload][href]",
        "link[rel~=manifest][href]", "form[action]", "button[formaction]", "input[formaction]",
    ];

    static readonly string[] Upgraded =
        ["img[src]", "source[src]", "video[src]", "video[poster]", "audio[src]", "input[src]", "link[rel~=icon][href]"];

    static readonly Regex InSheet = Pattern.New(
        @"(?i)(?:(?<import>@import)\s+(?:url\()?|url\()\s*[""']?(?<address>http://[^""'\s)]+)");

    static readonly Regex Sources = Pattern.New(@"(?i)http://[^\s,]+");

    public static async Task<Finding> Check(CheckedApp app)
    {
        var (page, document, view) = (await app.Page, await app.Document, await app.View);
        if (IsUpgraded(page, document)) return Pass("upgrade-insecure-requests");
        var (blocked, shown) = Find(document, FirstView.FindBase(document, page.Address), view);
        const string repair = "Write these addresses with https:, or host the files yourself.";
        if (blocked.Count > 0)
            return Fail(Lines(blocked), "On a page with https the browser blocks what is loaded over plain http.",
                repair);
        return shown.Count == 0 ? Pass("") : Warn(Lines(shown),
            "Browsers ask for these pictures over https instead, and leave them out where that fails.", repair);
    }

    // The page asks for https in place of http itself.
    static bool IsUpgraded(FetchAnswer page, IDocument document) => page.Headers[ContentPolicy.Header]
        .Concat(document.QuerySelectorAll("meta[http-equiv=Content-Security-Policy i]")
            .Select(meta => meta.GetAttribute("content") ?? ""))
        .SelectMany(ContentPolicy.ParseAll).Any(policy => policy.Find("upgrade-insecure-requests") is not null);

    /// <summary>What browsers block, and what they ask for over https instead, without queries.</summary>
    /// <param name="start">Where the relative addresses of the page begin.</param>
    public static (IReadOnlyList<string> Blocked, IReadOnlyList<string> Shown) Find(
        IDocument document, Uri start, FirstView view)
    {
        var sheets = document.QuerySelectorAll("style").Select(style => style.TextContent)
            .Concat(view.Files.Where(file => !file.IsScript).Select(file => file.Text ?? ""));
        var inSheets = sheets.SelectMany(sheet => InSheet.Matches(sheet).Take(20))
            .Where(found => IsPlain(found.Groups["address"].Value))
            .ToLookup(found => found.Groups["import"].Success, found => found.Value);
        var inSets = document.QuerySelectorAll("[srcset]")
            .SelectMany(element => Sources.Matches(element.GetAttribute("srcset")!)).Select(match => match.Value)
            .Where(IsPlain);
        return (
            [.. Tags(document, start, Blocked), .. inSheets[true]],
            [.. Tags(document, start, Upgraded), .. inSets, .. inSheets[false]]);
    }

    static IEnumerable<string> Tags(IDocument document, Uri start, string[] selectors) =>
        from selector in selectors
        let attribute = selector[(selector.LastIndexOf('[') + 1)..^1]
        from element in document.QuerySelectorAll(selector)
        let address = element.GetAttribute(attribute)!.Trim()
        // Another check tells a page on plain http about its own address.
        where IsPlain(address) && !(start.Scheme == "http" && new Uri(address).Authority == start.Authority)
        select $"<{element.LocalName} {attribute}=\"{new Uri(address).GetLeftPart(UriPartial.Path)}\">";

    static bool IsPlain(string text) => Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.Scheme == "http"
        && !TypedAddress.IsThisMachine(uri);
}
