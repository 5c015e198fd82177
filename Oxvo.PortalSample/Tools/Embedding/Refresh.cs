using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>Where a page goes by a Refresh header or a meta element of that name.</summary>
static class Refresh
{
    public const string Header = "Refresh";

    // https://html.spec.whatwg.org/multipage/semantics.html#shared-declarative-refresh-steps
    static readonly Regex Value = Pattern.New(
        @"(?i)\A\s*[0-9.]+[\s;,]+(?:url\s*=\s*)?(?:'(?<url>[^']*)|""(?<url>[^""]*)|(?<url>[^'""].*))");

    /// <returns>The address as it is written; null where the page stays.</returns>
    public static string? Read(string value) =>
        Value.Match(value) is { Success: true } match ? match.Groups["url"].Value : null;

    /// <summary>
    /// Where a page goes on to; null where it stays, which it does too where it loads itself again.
    /// </summary>
    /// <param name="page">The page's own address.</param>
    /// <param name="start">What <paramref name="to"/> is relative to.</param>
    /// <param name="to">The address as it is written.</param>
    public static Uri? Follow(Uri page, Uri start, string? to) =>
        to is not null && Uri.TryCreate(start, to.Trim(), out var onward)
        && onward is { Scheme: "https" or "http", UserInfo: "" }
        && onward.GetLeftPart(UriPartial.Query) != page.GetLeftPart(UriPartial.Query) ? onward : null;
}
