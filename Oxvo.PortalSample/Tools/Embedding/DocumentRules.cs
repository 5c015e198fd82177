using Microsoft.AspNetCore.WebUtilities;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>What keeps an answer from being a page in a frame, though nothing forbids framing it, or keeps the page from working there.</summary>
static class DocumentRules
{
    static readonly string[] Needed = ["allow-scripts", "allow-same-origin"];
    static readonly string[] Pictures =
        ["image/apng", "image/avif", "image/bmp", "image/gif", "image/jpeg", "image/png", "image/webp", "image/x-icon"];
    static readonly string[] Saved = ["text/csv", "text/tab-separated-values", "text/calendar", "text/vcard", "text/rtf"];

    /// <summary>A frame that gets these stays as it was: empty.</summary>
    public static IEnumerable<EmbedFinding> NoContent(EmbedCase page)
    {
        if ((int)page.Answer.Status is 204 or 205)
            yield return new()
            {
                Blocks = true,
                Seen = Status(page),
                Why = "An answer without content shows nothing.",
                Repair = "Answer with 200 and the page.",
            };
    }

    /// <summary>Anything but inline is saved as a file (RFC 6266 §4.2); what is not a word counts as nothing.</summary>
    public static IEnumerable<EmbedFinding> Attachment(EmbedCase page)
    {
        var value = string.Join(", ", page.Answer.Headers["Content-Disposition"]);
        var kind = value.Split(';')[0].Trim();
        if (kind.Length > 0 && !kind.Contains('=') && !kind.Equals("inline", StringComparison.OrdinalIgnoreCase))
            yield return new()
            {
                Blocks = true,
                Seen = $"Content-Disposition: {value}",
                Why = "The browser saves the page as a file and shows nothing.",
                Repair = "Content-Disposition: inline",
            };
    }

    /// <summary>A type that browsers do not show is saved as a file; one that they show is not a page for that.</summary>
    public static IEnumerable<EmbedFinding> Type(EmbedCase page)
    {
        if (page.Answer.MediaType?.ToLowerInvariant() is not { } type || type is "text/html" or "application/xhtml+xml") yield break;
        var shows = IsShown(type);
        yield return new()
        {
            Blocks = !shows,
            Seen = $"Content-Type: {string.Join(", ", page.Answer.Headers["Content-Type"])}",
            Why = shows ? "The browser shows this as it stands, not as a page." : "The browser saves this as a file and shows nothing.",
            Repair = "Content-Type: text/html; charset=utf-8",
        };
    }

    public static IEnumerable<EmbedFinding> Error(EmbedCase page)
    {
        if ((int)page.Answer.Status is var status && status >= 400)
            yield return new()
            {
                Blocks = false,
                Seen = Status(page),
                Why = "The browser shows the error in the app’s place.",
                Repair = status is 401 or 403
                    ? "Let the address answer 200 without a sign-in: cookies seldom arrive in a frame of another site."
                    : "Let the address answer 200, or name the one that does.",
            };
    }

    /// <summary>The sandbox directive (https://www.w3.org/TR/CSP3/#directive-sandbox).</summary>
    public static IEnumerable<EmbedFinding> Sandbox(EmbedCase page) =>
        from header in page.PolicyHeaders
        let policies = ContentPolicy.ParseAll(header)
        let missing = policies.SelectMany(Missing).Distinct().ToList()
        where missing.Count > 0
        select new EmbedFinding
        {
            Blocks = false,
            Seen = $"{ContentPolicy.Header}: {header}",
            Why = missing.Contains("allow-scripts") ? "The page is shown, but no script runs in it: it gets no message."
                : "The page is shown, but its origin becomes null: it cannot be told from any other, and gets no message addressed to it.",
            Repair = PolicyRepair.Line(policies.Select(Loosened)),
        };

    static ContentPolicy Loosened(ContentPolicy policy) => Missing(policy) is { Length: > 0 } missing
        ? policy.With("sandbox", string.Join(' ', [.. ContentPolicy.Tokens(policy.Raw("sandbox")!), .. missing]))
        : policy;

    static string[] Missing(ContentPolicy policy) => policy.Find("sandbox") is { } value
        ? [.. Needed.Except(ContentPolicy.Tokens(value), StringComparer.OrdinalIgnoreCase)]
        : [];

    static string Status(EmbedCase page) => $"{(int)page.Answer.Status} {ReasonPhrases.GetReasonPhrase((int)page.Answer.Status)}".Trim();

    // Of text, browsers save what other programs open: tables, calendars and cards.
    static bool IsShown(string type) =>
        type is "application/json" or "application/xml" or "application/pdf" or "application/javascript"
        || type.EndsWith("+json", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal)
        || Pictures.Contains(type) || type.StartsWith("video/", StringComparison.Ordinal)
        || type.StartsWith("audio/", StringComparison.Ordinal)
        || (type.StartsWith("text/", StringComparison.Ordinal) && !Saved.Contains(type));
}
