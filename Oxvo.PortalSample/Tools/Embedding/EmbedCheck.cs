using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>
/// Whether a page may be an app in the messenger, nested site &gt; messenger &gt; app, by the headers that it answers with. Where
/// standards and Chromium differ, it says what Chromium does.
/// </summary>
public static class EmbedCheck
{
    const string Accept = "text/html, application/xhtml+xml, */*;q=0.5";

    public const string AncestorsRule = "frame-ancestors", OptionsRule = "x-frame-options", HttpsRule = "https";

    static readonly (string Id, Func<EmbedCase, IEnumerable<EmbedFinding>> Find)[] Rules =
    [
        (AncestorsRule, FramingRules.Ancestors),
        (OptionsRule, FramingRules.Options),
        ("no-content", DocumentRules.NoContent),
        ("attachment", DocumentRules.Attachment),
        ("type", DocumentRules.Type),
        (HttpsRule, AddressRules.Https),
        ("error", DocumentRules.Error),
        ("sandbox", DocumentRules.Sandbox),
        ("redirect", AddressRules.Redirect),
        ("ignored-ancestors", FramingRules.Ignored),
    ];

    /// <summary>Asks the page as nobody in particular, and judges its answer. A network that fails is an outcome, not an exception.</summary>
    /// <param name="named">What the person at the keyboard typed: for that reason alone it may be on this machine.</param>
    /// <param name="ancestors">Their origins, outermost first.</param>
    public static async Task<EmbedVerdict> CheckAsync(Uri named, IReadOnlyList<string> ancestors, TimeProvider clock)
    {
        if (!named.IsAbsoluteUri) return Unknown("that is not a web address");
        if (named.Scheme == "http" && !IsThisMachine(named)) return NeedsHttps(named, ancestors);
        // The headers alone count, and a page may be long.
        using var client = new GuardedClient(new([named]), clock) { Limits = new() { CutsBody = true, Bytes = 1024 } };
        using var limit = client.StartClock();
        try
        {
            var answer = await client.GetAsync(named, null, limit.Token, Accept);
            // https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
            return answer.Headers["cf-mitigated"].Any() ? Unknown("a guard against robots answers our server in its place, and a browser gets another answer")
                : Judge(named, answer, ancestors);
        }
        catch (FetchException fault)
        {
            return Unknown(fault.Message);
        }
    }

    /// <summary>What a browser does with this answer. Never throws, whatever the headers are.</summary>
    /// <param name="asked">The address before redirects.</param>
    /// <param name="ancestors">Their origins, outermost first.</param>
    public static EmbedVerdict Judge(Uri asked, FetchAnswer answer, IReadOnlyList<string> ancestors)
    {
        var page = new EmbedCase(asked, answer, ancestors);
        EmbedFinding[] findings = [.. Rules
            .SelectMany(rule => rule.Find(page).Select(finding => finding with { Rule = rule.Id }))
            .OrderByDescending(finding => finding.Blocks)];
        var blocks = findings.Any(finding => finding.Blocks);
        return new()
        {
            Outcome = blocks ? EmbedOutcome.Blocked : EmbedOutcome.Allowed,
            Summary = blocks ? "The browser will not show this page in the messenger." : findings.Length switch
            {
                0 => "The browser will show this page in the messenger.",
                1 => "The browser will show this page in the messenger, with one thing to look at.",
                var count => $"The browser will show this page in the messenger, with {count} things to look at.",
            },
            Address = answer.Address,
            Findings = findings,
        };
    }

    /// <summary>
    /// localhost and the loopback addresses, which browsers trust without https
    /// (https://www.w3.org/TR/secure-contexts/#is-origin-trustworthy).
    /// </summary>
    internal static bool IsThisMachine(Uri address) =>
        address.IsLoopback || address.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    static EmbedVerdict Unknown(string why) => new()
    {
        Outcome = EmbedOutcome.Unknown,
        Summary = $"Could not check whether the messenger may show this page: {why}.",
        Address = null,
        Findings = [],
    };

    // Not asked at all: no real messenger could show it, whatever it answers.
    static EmbedVerdict NeedsHttps(Uri named, IReadOnlyList<string> ancestors)
    {
        var finding = AddressRules.PlainHttp(named, ancestors) with { Rule = HttpsRule };
        return new()
        {
            Outcome = finding.Blocks ? EmbedOutcome.Blocked : EmbedOutcome.Unknown,
            Summary = finding.Blocks ? "The browser will not show this page in the messenger, because it is not on https."
                : "Could not check this page, because it is not on https, as it must be in the messenger of any website with https.",
            Address = null,
            Findings = [finding],
        };
    }
}
