using System.Collections.Concurrent;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>Whether the nesting site, messenger, app will be allowed, by the app's headers.</summary>
internal sealed class EmbedVerdicts(MockAddresses addresses, TimeProvider clock)
{
    // Who is told of a fault repairs it and looks again at once.
    static readonly TimeSpan Kept = TimeSpan.FromMinutes(1), FaultKept = TimeSpan.FromSeconds(2);
    readonly ConcurrentDictionary<Uri, (DateTimeOffset At, Task<EmbedVerdict> Verdict)> kept = [];

    public Task<EmbedVerdict> CheckAsync(Uri address) =>
        EmbedCheck.CheckAsync(address, addresses.Ancestors, clock);

    /// <summary>
    /// Asks once a minute for all visitors together, and every two seconds while the app is not allowed. Only for
    /// listed apps, so that what is kept is bounded by the library.
    /// </summary>
    public Task<EmbedVerdict> CheckListedAsync(Uri address)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, (at, verdict)) in kept)
        {
            var isFault = verdict is
            { IsCompletedSuccessfully: true, Result.Outcome: EmbedOutcome.Blocked or EmbedOutcome.Unknown };
            if (now - at > (isFault ? FaultKept : Kept)) kept.TryRemove(old, out _);
        }
        return kept.GetOrAdd(address, _ => (now, CheckAsync(address))).Verdict;
    }

    /// <summary>
    /// A verdict on the wire: its outcome is "allowed", "blocked", or "unknown" where it could not be checked; its
    /// address is the one after redirects, null where nothing answered.
    /// </summary>
    public static object Describe(EmbedVerdict verdict) => new
    {
        Outcome = verdict.Outcome.ToString().ToLowerInvariant(),
        verdict.Summary,
        Address = verdict.Address?.AbsoluteUri,
        verdict.Findings,
    };
}
