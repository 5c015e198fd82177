using System.Net;
using System.Net.Http.Headers;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>A document as it was last fetched, to be asked for again by its ETag.</summary>
sealed record FeedCopy(Uri Address, byte[] Body, EntityTagHeaderValue? ETag);

/// <summary>A reading, and the documents that it was made from.</summary>
sealed record FetchedStatus(StatusReading Reading, FeedCopy Feed, FeedCopy? Components);

/// <summary>
/// Finds and reads the feed of a status page. One call, reading included, takes no longer than the client's time limit.
/// </summary>
sealed class StatusFetcher(GuardedClient client)
{
    /// <param name="page">A page's address as people paste it.</param>
    /// <param name="provider">Null: looked for, by content.</param>
    /// <param name="last">What the same page gave before.</param>
    /// <exception cref="FeedException">There is no readable feed.</exception>
    /// <exception cref="FetchException">Nothing there can be fetched.</exception>
    public async Task<FetchedStatus> FetchAsync(string page, FeedProvider? provider, FetchedStatus? last)
    {
        var starts = PageAddress.Read(page, client.IsException);
        using var limit = client.StartClock();
        if (last is not null)
            try
            {
                return await ReadAsync(last.Feed.Address, last.Reading.Provider, last, limit.Token);
            }
            catch (FeedException)
            {
                // Pages move from one provider to another under the same name: look again.
            }

        List<Exception> faults = [];
        if (await FindAsync(starts) is { } found) return found;
        var moved = faults.All(fault => fault is FeedException) ? await FindMoveAsync(starts[0], limit.Token) : null;
        if (moved is not null && await FindAsync(moved.Except(starts)) is { } there) return there;

        var why = provider is not null ? faults[0] : faults.OfType<FetchException>().FirstOrDefault()
            ?? (Exception)new FeedException("no feed of Statuspage, Instatus or Better Stack was found there");
        throw moved is null || why is FetchException ? why
            : new FeedException($"{why.Message}; it leads to {moved[0]}, and none was found there either");

        async Task<FetchedStatus?> FindAsync(IEnumerable<string> places)
        {
            foreach (var place in places)
                foreach (var candidate in provider is { } named ? [named] : Enum.GetValues<FeedProvider>())
                    try
                    {
                        return await ReadAsync(new(place + FeedReader.Path(candidate)), candidate, null, limit.Token);
                    }
                    catch (Exception fault)
                        when (fault is FeedException or FetchException && !limit.IsCancellationRequested)
                    {
                        faults.Add(fault);
                    }
            return null;
        }
    }

    /// <summary>Where the page itself leads, if elsewhere: a feed's own address need not be forwarded.</summary>
    async Task<IReadOnlyList<string>?> FindMoveAsync(string page, CancellationToken limit)
    {
        try
        {
            var answer = await client.GetAsync(new(page), null, limit, "text/html, */*;q=0.5");
            var starts = PageAddress.FindStarts(answer.Address);
            return starts[0] == page ? null : starts;
        }
        catch (FetchException)
        {
            return null;
        }
    }

    async Task<FetchedStatus> ReadAsync(
        Uri address, FeedProvider provider, FetchedStatus? last, CancellationToken limit)
    {
        var page = address.AbsoluteUri[..^FeedReader.Path(provider).Length];
        var feed = await GetAsync(address, last?.Feed, limit);
        var now = client.Clock.GetUtcNow();
        FeedCopy? components = null;
        var reading = Read();
        // Without the second document the page still has a state, so its faults are not the page's.
        string[] paths = reading.Provider switch
        {
            FeedProvider.Instatus => InstatusFeed.ComponentPaths,
            FeedProvider.Statuspage when StatuspageFeed.MayHaveMore(reading) => [StatuspageFeed.ComponentPath],
            _ => [],
        };
        foreach (var candidate in paths.Select(path => new Uri(page + path)).OrderByDescending(IsLast))
            try
            {
                components = await GetAsync(candidate, IsLast(candidate) ? last?.Components : null, limit);
                reading = Read();
                break;
            }
            catch (Exception fault) when (fault is FeedException or FetchException)
            {
                components = null;
            }
        return new(reading with { Url = reading.Url ?? page }, feed, components);

        bool IsLast(Uri candidate) => candidate == last?.Components?.Address;

        StatusReading Read()
        {
            try
            {
                return FeedReader.Read(feed.Body, components?.Body, provider, now, limit);
            }
            catch (OperationCanceledException)
            {
                throw new FetchException("it takes too long to read", FetchFault.Time);
            }
        }
    }

    async Task<FeedCopy> GetAsync(Uri address, FeedCopy? last, CancellationToken limit)
    {
        var answer = await client.GetAsync(address, last?.ETag, limit);
        var status = (int)answer.Status;
        if (answer.Status == HttpStatusCode.NotModified && last?.ETag is not null) return last;
        if (status is 401 or 403) throw new FetchException($"it is not public (status {status})", FetchFault.NotPublic);
        if (status is 404 or 410) throw new FeedException("there is no status feed");
        if (status is < 200 or > 299) throw new FetchException($"it answers with status {status}");
        if (answer.MediaType is { } type and not "text/plain"
            && !type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            throw new FeedException($"what came is {type}, not JSON");
        return new(address, answer.Body, answer.ETag);
    }
}
