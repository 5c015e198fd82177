using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>A status page as it is configured.</summary>
/// <param name="Address">As people paste it.</param>
/// <param name="Provider">Null: looked for.</param>
public sealed record StatusPage(string Address, FeedProvider? Provider);

/// <summary>
/// One reading of each page for everybody: one request upstream at a time and at most one a minute, whether it succeeds
/// or fails. While a provider cannot be read its last good reading is given, marked stale, for a day.
/// </summary>
/// <param name="mostPages">How many pages are kept; the one not asked for longest makes room.</param>
public sealed class StatusCache(GuardedClient client, ILogger<StatusCache> log, int mostPages = 64)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60), LongestStale = TimeSpan.FromDays(1);

    /// <summary>
    /// What one reading may cost. Better Stack's feed is the largest: ninety days take 8 KB for each monitor, so 100
    /// monitors with their reports take about 1 MB. Twice of that is allowed, and takes 0.2 of the five seconds for
    /// everything to read.
    /// </summary>
    public static readonly FetchLimits Limits = new() { Bytes = 2 * 1024 * 1024 };

    readonly StatusFetcher fetcher = new(client);
    readonly Lock gate = new();

    // The page asked for last is the last.
    readonly OrderedDictionary<StatusPage, Task<Attempt>> attempts = [];

    /// <summary>The page's reading with its age, or null where there is none to give.</summary>
    public async Task<StatusReading?> ReadAsync(StatusPage page, CancellationToken cancel)
    {
        // Not the caller's to cancel: others wait for the same attempt.
        var (good, isStale, _) = await LatestAttempt(page).WaitAsync(cancel);
        if (good?.Reading is not { } reading) return null;
        var age = client.Clock.GetUtcNow() - reading.ReadAt;
        if (isStale && age > LongestStale) return null;
        return reading with { AgeSeconds = (int)age.TotalSeconds, Stale = isStale };
    }

    Task<Attempt> LatestAttempt(StatusPage page)
    {
        lock (gate)
        {
            attempts.Remove(page, out var latest);
            var last = latest is { IsCompleted: true } ? latest.Result : null;
            if (latest is null || client.Clock.GetUtcNow() - last?.At >= Fresh)
                latest = Task.Run(() => TryAsync(page, last?.Good));
            attempts.Add(page, latest);
            if (attempts.Count > mostPages) attempts.RemoveAt(0);
            return latest;
        }
    }

    async Task<Attempt> TryAsync(StatusPage page, FetchedStatus? good)
    {
        try
        {
            good = await fetcher.FetchAsync(page.Address, page.Provider, good);
            return new(good, IsStale: false, client.Clock.GetUtcNow());
        }
        catch (Exception fault)
        {
            var bug = fault is FeedException or FetchException ? null : fault;
            log.LogWarning(bug, "The status page {Page} cannot be read: {Why}.", page.Address, fault.Message);
            return new(good, IsStale: true, client.Clock.GetUtcNow());
        }
    }

    sealed record Attempt(FetchedStatus? Good, bool IsStale, DateTimeOffset At);
}
