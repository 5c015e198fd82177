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
/// <param name="client">Whom it fetches through.</param>
/// <param name="log">One line for each page that cannot be read.</param>
/// <param name="mostPages">How many pages are kept; the one not asked for longest makes room.</param>
public sealed class StatusCache(GuardedClient client, ILogger<StatusCache> log, int mostPages = 64)
{
    public static readonly TimeSpan Fresh = TimeSpan.FromSeconds(60), LongestStale = TimeSpan.FromDays(1);

    readonly StatusFetcher fetcher = new(client);
    readonly Lock gate = new();
    readonly Dictionary<StatusPage, Entry> entries = [];
    long uses;

    /// <summary>The page's reading with its age, or null where there is none to give.</summary>
    public async Task<StatusReading?> ReadAsync(StatusPage page, CancellationToken cancel)
    {
        Entry entry;
        Task? refresh;
        lock (gate)
        {
            entry = Find(page);
            // Not the caller's to cancel: others wait for the same answer.
            var isFresh = client.Clock.GetUtcNow() - entry.TriedAt < Fresh;
            if (!isFresh) entry.Refresh ??= Task.Run(() => RefreshAsync(entry), CancellationToken.None);
            refresh = entry.Refresh;
        }
        if (refresh is not null) await refresh.WaitAsync(cancel);
        lock (gate) return Answer(entry);
    }

    async Task RefreshAsync(Entry entry)
    {
        FetchedStatus? fetched = null;
        try
        {
            fetched = await fetcher.FetchAsync(entry.Page.Address, entry.Page.Provider, entry.Good);
        }
        catch (Exception fault) when (fault is FeedException or FetchException)
        {
            log.LogWarning("The status page {Page} cannot be read: {Why}.", entry.Page.Address, fault.Message);
        }
        finally
        {
            lock (gate)
            {
                entry.TriedAt = client.Clock.GetUtcNow();
                entry.Good = fetched ?? entry.Good;
                entry.IsStale = fetched is null;
                entry.Refresh = null;
            }
        }
    }

    StatusReading? Answer(Entry entry)
    {
        if (entry.Good?.Reading is not { } reading) return null;
        var age = client.Clock.GetUtcNow() - reading.ReadAt;
        if (entry.IsStale && age > LongestStale) return null;
        return reading with { AgeSeconds = (int)age.TotalSeconds, Stale = entry.IsStale };
    }

    Entry Find(StatusPage page)
    {
        if (!entries.TryGetValue(page, out var entry)) entries[page] = entry = new(page);
        entry.LastUse = ++uses;
        if (entries.Count > mostPages) entries.Remove(entries.Values.MinBy(other => other.LastUse)!.Page);
        return entry;
    }

    sealed class Entry(StatusPage page)
    {
        public StatusPage Page => page;
        public long LastUse { get; set; }
        public FetchedStatus? Good { get; set; }
        public DateTimeOffset? TriedAt { get; set; }
        public bool IsStale { get; set; }
        public Task? Refresh { get; set; }
    }
}
