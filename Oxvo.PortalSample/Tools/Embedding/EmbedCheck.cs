using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>Whether a browser shows the page below its ancestors; unknown where the page could not be asked.</summary>
public enum EmbedOutcome { Allowed, Blocked, Unknown }

/// <summary>What a browser makes of a page's answer.</summary>
/// <param name="Summary">One sentence for people.</param>
/// <param name="Address">
/// After redirects, and as it was asked where its certificate is not valid; null where nothing answered.
/// </param>
/// <param name="Findings">What blocks comes first; the rest are warnings.</param>
public sealed record EmbedVerdict(EmbedOutcome Outcome, string Summary, Uri? Address, IReadOnlyList<Finding> Findings);

/// <summary>
/// Whether a page may be an app in the messenger, nested site &gt; messenger &gt; app, by the headers that it answers
/// with. Where standards and Chromium differ, it says what Chromium does.
/// </summary>
public static class EmbedCheck
{
    const int MostOnward = 3;

    /// <summary>Asks the page without cookies, and judges its answer. A network that fails is an outcome.</summary>
    /// <param name="named">What the person at the keyboard typed, and only so it may be on this machine.</param>
    /// <param name="ancestors">Their origins, outermost first.</param>
    public static async Task<EmbedVerdict> CheckAsync(Uri named, IReadOnlyList<string> ancestors, TimeProvider clock)
    {
        if (!named.IsAbsoluteUri) return Unknown("that is not a web address");
        if (named.Scheme == "http" && !TypedAddress.IsThisMachine(named)) return NeedsHttps(named, ancestors);
        // Only the headers count, and a page may be long.
        using var client = new GuardedClient(new([named]), clock) { Limits = new() { CutsBody = true, Bytes = 1024 } };
        using var limit = client.StartClock();
        try
        {
            var asked = named;
            for (var step = 0; ; step++)
            {
                var answer =
                    await client.GetAsync(asked, null, limit.Token, "text/html, application/xhtml+xml, */*;q=0.5");
                var verdict = Judge(asked, answer, ancestors);
                // A browser shows what the page goes on to by itself.
                if (verdict.Outcome != EmbedOutcome.Allowed || step == MostOnward
                    || FindOnward(answer) is not { } onward) return verdict;
                if (onward.Scheme == "http" && !TypedAddress.IsThisMachine(onward))
                    return NeedsHttps(onward, ancestors);
                asked = onward;
            }
        }
        catch (FetchException fault)
        {
            return Unknown(fault.Message, fault.Fault is FetchFault.Certificate or FetchFault.Robots ? named : null);
        }
    }

    static Uri? FindOnward(FetchAnswer answer) => Refresh.Follow(
        answer.Address, answer.Address, answer.Headers[Refresh.Header].Select(Refresh.Read).FirstOrDefault());

    /// <summary>What a browser does with this answer. Never throws, whatever the headers are.</summary>
    /// <param name="asked">The address before redirects.</param>
    /// <param name="ancestors">Their origins, outermost first.</param>
    public static EmbedVerdict Judge(Uri asked, FetchAnswer answer, IReadOnlyList<string> ancestors)
    {
        Finding[] findings =
            [.. new EmbedRules(asked, answer, ancestors).Find().OrderByDescending(finding => finding.Blocks)];
        if (findings is [{ Blocks: true }, ..])
            return new(EmbedOutcome.Blocked, "The browser will not show this page in the messenger.", answer.Address,
                findings);
        var rest = findings.Length switch
        {
            0 => "",
            1 => ", with one thing to look at",
            var count => $", with {count} things to look at",
        };
        return new(EmbedOutcome.Allowed, $"The browser will show this page in the messenger{rest}.", answer.Address,
            findings);
    }

    static EmbedVerdict Unknown(string why, Uri? address = null) =>
        new(EmbedOutcome.Unknown, $"Could not check whether the messenger may show this page: {why}.", address, []);

    // Not asked at all: no real messenger could show it, whatever it answers.
    static EmbedVerdict NeedsHttps(Uri named, IReadOnlyList<string> ancestors)
    {
        var finding = EmbedRules.PlainHttp(named, ancestors) with { Rule = EmbedRules.HttpsId };
        return finding.Blocks
            ? new(EmbedOutcome.Blocked,
                "The browser will not show this page in the messenger, because it is not on https.", null, [finding])
            : new(EmbedOutcome.Unknown, "Could not check this page, because it is not on https, as it must be in the "
                + "messenger of any website with https.", null, [finding]);
    }
}
