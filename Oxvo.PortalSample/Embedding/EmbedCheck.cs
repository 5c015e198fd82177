using Oxvo.PortalSample.Fetching;

namespace Oxvo.PortalSample.Embedding;

/// <summary>
/// Whether a page may be an app in the messenger, nested site &gt; messenger &gt; app, by the headers that it answers with.
/// </summary>
public static class EmbedCheck
{
    /// <summary>Asks the page as nobody in particular, and judges its answer. A network that fails is an outcome, not an exception.</summary>
    /// <param name="named">What the person at the keyboard typed: for that reason alone it may be on this machine.</param>
    /// <param name="ancestors">Their origins, outermost first.</param>
    public static async Task<EmbedVerdict> CheckAsync(Uri named, IReadOnlyList<string> ancestors, TimeProvider clock)
    {
        if (named is { IsAbsoluteUri: true, Scheme: "http" } && !IsThisMachine(named)) return PlainHttp(named, ancestors);
        // The headers alone count, and a page may be long.
        using var client = new GuardedClient(new([named]), clock) { Limits = new() { CutsBody = true, Bytes = 1024 } };
        using var limit = client.StartClock();
        try
        {
            return Judge(named, await client.GetAsync(named, null, limit.Token), ancestors);
        }
        catch (FetchException fault)
        {
            return new()
            {
                Outcome = EmbedOutcome.Unknown,
                Summary = $"Could not check whether this page may be shown in the messenger: {fault.Message}.",
                Address = null,
                Findings = [],
            };
        }
    }

    /// <summary>What a browser does with this answer. Never throws, whatever the headers are.</summary>
    /// <param name="asked">The address before redirects.</param>
    /// <param name="ancestors">Their origins, outermost first.</param>
    public static EmbedVerdict Judge(Uri asked, FetchAnswer answer, IReadOnlyList<string> ancestors)
    {
        EmbedFinding[] findings = [.. EmbedRules.All.SelectMany(rule => rule(new(asked, answer, ancestors))).OrderByDescending(finding => finding.Blocks)];
        var blocked = findings.Any(finding => finding.Blocks);
        return new()
        {
            Outcome = blocked ? EmbedOutcome.Blocked : EmbedOutcome.Allowed,
            Summary = blocked ? "The browser will not show this page in the messenger."
                : findings.Length == 0 ? "The browser will show this page in the messenger."
                : "The browser will show this page in the messenger, with something to look at.",
            Address = answer.Address,
            Findings = findings,
        };
    }

    /// <summary>localhost and the loopback addresses, which browsers trust without https.</summary>
    internal static bool IsThisMachine(Uri address) =>
        address.IsLoopback || address.IdnHost.EndsWith(".localhost", StringComparison.OrdinalIgnoreCase);

    static EmbedVerdict PlainHttp(Uri named, IReadOnlyList<string> ancestors)
    {
        var finding = EmbedRules.PlainHttp(named, ancestors);
        return new()
        {
            Outcome = finding.Blocks ? EmbedOutcome.Blocked : EmbedOutcome.Unknown,
            Summary = finding.Blocks ? "The browser will not show this page in the messenger: it needs https."
                : "Could not check this page: it needs https, as the messenger is on https everywhere but on this machine.",
            Address = null,
            Findings = [finding],
        };
    }
}
