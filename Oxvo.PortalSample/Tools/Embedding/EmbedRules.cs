using System.Text.RegularExpressions;
using Microsoft.AspNetCore.WebUtilities;
using Oxvo.PortalSample.Tools.Fetching;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>What is judged about an answer, one small function for each rule.</summary>
/// <param name="asked">The address before redirects.</param>
/// <param name="ancestors">Their origins, outermost first.</param>
sealed class EmbedRules(Uri asked, FetchAnswer answer, IReadOnlyList<string> ancestors)
{
    public const string AncestorsId = "frame-ancestors", OptionsId = "x-frame-options", HttpsId = "https";
    public const string OptionsHeader = "X-Frame-Options";

    static readonly string[] Needed = ["allow-scripts", "allow-same-origin"];
    static readonly string[] Pictures =
        ["image/apng", "image/avif", "image/bmp", "image/gif", "image/jpeg", "image/png", "image/webp", "image/x-icon"];

    static readonly string[] SavedTexts =
        ["text/csv", "text/tab-separated-values", "text/calendar", "text/vcard", "text/rtf"];

    static readonly Regex SignInPath = Pattern.New(
        "(?i)(?<![a-z])(?:sign-?_?in|log-?_?in|log-?_?on|auth|authori[sz]e|oauth2?|sso|saml2?|sessions?/new)(?![a-z])");

    // The enforced policies. A report-only one blocks nothing.
    readonly string[] policies = [.. answer.Headers[ContentPolicy.Header]];
    readonly bool isRedirected = answer.Redirects.Count > 0 || asked != answer.Address;

    public IEnumerable<Finding> Find()
    {
        (string Id, IEnumerable<Finding?> Found)[] rules =
        [
            (AncestorsId, policies.Select(Ancestors)),
            (OptionsId, [Options()]),
            ("no-content", [NoContent()]),
            ("attachment", [Attachment()]),
            ("type", [Type()]),
            (HttpsId, [answer.Address.Scheme == "http" ? PlainHttp(answer.Address, ancestors) : null]),
            ("error", [Error()]),
            ("sandbox", policies.Select(Sandbox)),
            ("redirect", [Redirect()]),
            ("ignored-ancestors", policies.Select(Ignored)),
        ];
        return from rule in rules
               from finding in rule.Found
               where finding is not null
               select finding with { Rule = rule.Id };
    }

    /// <summary>The path of an address names a sign-in page.</summary>
    public static bool IsSignIn(Uri address) => SignInPath.IsMatch(address.AbsolutePath);

    /// <summary>
    /// About a page on plain http: mixed content (https://www.w3.org/TR/mixed-content/) wherever the website is on
    /// https.
    /// </summary>
    public static Finding PlainHttp(Uri address, IReadOnlyList<string> ancestors)
    {
        var isHere = TypedAddress.IsThisMachine(address);
        var isOnHttps = ancestors.Any(ancestor => ancestor.StartsWith("https:", StringComparison.OrdinalIgnoreCase));
        var port = address.IsDefaultPort ? -1 : address.Port;
        var secured = new UriBuilder(address) { Scheme = "https", Port = port }.Uri.GetLeftPart(UriPartial.Path);
        return new(isHere || !isOnHttps ? CheckOutcome.Warn : CheckOutcome.Fail,
            address.GetLeftPart(UriPartial.Authority),
            isHere
                ? "Plain http works only on this machine: on a website with https the browser blocks it as mixed "
                    + "content."
                : "On a website with https the browser blocks plain http as mixed content.",
            $"Serve the page over https: {secured}");
    }

    // Every policy of every header must have every ancestor.
    Finding? Ancestors(string header)
    {
        var missing = Lists(header).SelectMany(Missing).Distinct().ToList();
        var verb = missing.Count == 1 ? "is" : "are";
        return missing.Count == 0 ? null : Fail(Shown(header),
            $"Every page around the app must be in frame-ancestors, and {string.Join(" and ", missing)} {verb} not.",
            ContentPolicy.Repair(header, Missing));
    }

    // The words of all headers together (https://html.spec.whatwg.org/#the-x-frame-options-header). They count only
    // where no policy has frame-ancestors (https://www.w3.org/TR/CSP3/#frame-ancestors-and-frame-options).
    Finding? Options()
    {
        string[] headers = [.. answer.Headers[OptionsHeader]];
        string[] words = [.. headers.SelectMany(header => header.Split(','))
            .Select(word => word.Trim([' ', '\t', '\n', '\r']).ToUpperInvariant()).Distinct()];
        // ALLOW-FROM is not in the HTML standard, and no browser follows it any more.
        var isKnown = words.Any(word => word is "DENY" or "SAMEORIGIN" or "ALLOWALL");
        var why = words switch
        {
            // Words that differ block if a browser knows one of them, even the harmless one or a comma too many.
            [_, _, ..] when isKnown => "Values that differ forbid every frame",
            ["DENY"] => "No page may frame it",
            ["SAMEORIGIN"] when ancestors.Any(ancestor => ancestor != OriginOf(answer.Address)) =>
                "Only the app’s own origin may frame it",
            _ => null,
        };
        if (why is null || policies.SelectMany(Lists).Any()) return null;
        var isOwn = words is ["SAMEORIGIN"];
        return Fail(string.Join(", ", headers.Select(value => $"{OptionsHeader}: {value}")),
            $"{why}; frame-ancestors can name who {(isOwn ? "else " : "")}may, and counts instead.",
            ContentPolicy.Repair(policies.FirstOrDefault() ?? "", Missing, isOwn ? "'self'" : ""));
    }

    // A frame that gets these stays as it was: empty.
    Finding? NoContent() => (int)answer.Status is not (204 or 205) ? null
        : Fail(ShownStatus, "An answer without content shows nothing.", "Answer with 200 and the page.");

    // Anything but inline is saved as a file (RFC 6266 §4.2); what is not a word counts as nothing.
    Finding? Attachment()
    {
        var value = string.Join(", ", answer.Headers["Content-Disposition"]);
        var kind = value.Split(';')[0].Trim();
        if (kind.Length == 0 || kind.Contains('=') || kind.Equals("inline", StringComparison.OrdinalIgnoreCase))
            return null;
        return Fail($"Content-Disposition: {value}", "The browser saves the page as a file and shows nothing.",
            "Content-Disposition: inline");
    }

    // A type that browsers do not show is saved as a file; one that they show is still not a page.
    Finding? Type()
    {
        if (answer.MediaType?.ToLowerInvariant() is not { } type || answer.IsPage) return null;
        var seen = $"Content-Type: {string.Join(", ", answer.Headers["Content-Type"])}";
        const string repair = "Content-Type: text/html; charset=utf-8";
        return IsShown(type) ? Warn(seen, "The browser shows this as it is, not as a page.", repair)
            : Fail(seen, "The browser saves this as a file and shows nothing.", repair);
    }

    Finding? Error() => (int)answer.Status < 400 ? null
        : Warn(ShownStatus, "The browser shows the error in the app’s place.", (int)answer.Status is 401 or 403
            ? "Let the address answer 200 without a sign-in: cookies seldom arrive in a frame of another site."
            : "Let the address answer 200, or name the one that does.");

    // https://www.w3.org/TR/CSP3/#directive-sandbox
    Finding? Sandbox(string header)
    {
        var sandboxed = ContentPolicy.ParseAll(header);
        var missing = sandboxed.SelectMany(Lacking).ToHashSet();
        return missing.Count == 0 ? null : Warn(Shown(header),
            missing.Contains("allow-scripts") ? "The page is shown, but no script runs in it: it gets no message."
                : "The page is shown, but its origin becomes null: it cannot be told from any other, and gets no "
                    + "message addressed to it.",
            ContentPolicy.Line(sandboxed.Select(Loosened)));

        static string[] Lacking(ContentPolicy policy) => policy.Find("sandbox") is not { } value ? []
            : [.. Needed.Except(ContentPolicy.Tokens(value), StringComparer.OrdinalIgnoreCase)];

        static ContentPolicy Loosened(ContentPolicy policy) => Lacking(policy) is not { Length: > 0 } lacking ? policy
            : policy.With("sandbox", string.Join(' ', [.. ContentPolicy.Tokens(policy.Raw("sandbox")!), .. lacking]));
    }

    // The headers of the redirect itself count for nothing; those of the page that it ends at do.
    Finding? Redirect()
    {
        var to = answer.Address.GetLeftPart(UriPartial.Path);
        if (isRedirected && IsSignIn(answer.Address))
            return Warn($"It leads to {to}",
                "What opens in the messenger is a sign-in page, and signing in seldom works in a frame: "
                + "its cookies do not arrive.", "Let the address answer with the app itself, without a sign-in.");
        return OriginOf(asked) == OriginOf(answer.Address) ? null
            : Warn($"It leads to {to}", "What opens in the messenger is the page that it leads to, on another origin.",
                $"Name {to} itself, or let the address answer without a redirect.");
    }

    // A list that browsers pass over keeps no page away, though it was written to.
    Finding? Ignored(string header)
    {
        return FrameAncestors.FindVoid(header) is not { } why ? null : Warn(Shown(header),
            $"A frame-ancestors is there and void: {why}. Browsers pass over it.",
            ContentPolicy.Repair(header, Missing));
    }

    static IEnumerable<FrameAncestors> Lists(string header) => ContentPolicy.ParseAll(header)
        .Select(policy => policy.Find(FrameAncestors.Name)).OfType<string>().Select(value => new FrameAncestors(value));

    IEnumerable<string> Missing(FrameAncestors list) =>
        ancestors.Where(ancestor => !list.Allows(ancestor, answer.Address, isRedirected)).Distinct();

    // Of text, browsers save what other programs open: tables, calendars and cards.
    static bool IsShown(string type) => Pictures.Contains(type)
        || type is "application/json" or "application/xml" or "application/pdf" or "application/javascript"
        || type.EndsWith("+json", StringComparison.Ordinal) || type.EndsWith("+xml", StringComparison.Ordinal)
        || type.Split('/')[0] is "video" or "audio"
        || (type.StartsWith("text/", StringComparison.Ordinal) && !SavedTexts.Contains(type));

    static string Shown(string header) => $"{ContentPolicy.Header}: {header}";

    string ShownStatus => $"{(int)answer.Status} {ReasonPhrases.GetReasonPhrase((int)answer.Status)}".Trim();

    static string OriginOf(Uri address) => address.GetLeftPart(UriPartial.Authority);
}
