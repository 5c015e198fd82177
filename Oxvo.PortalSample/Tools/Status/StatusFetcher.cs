using System.Net;
using System.Net.Http.Headers;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>A document as it was last fetched, to be asked for again by its ETag.</summary>
sealed record FeedCopy(Uri Address, byte[] Body, EntityTagHeaderValue? ETag);

/// <summary>A reading, and the documents that it was made from.</summary>
sealed record FetchedStatus(StatusReading Reading, FeedCopy Feed, FeedCopy? Components);

/// <summary>Finds and reads the feed of a status page. One call takes no longer than the client's time limit.</summary>
sealed class StatusFetcher(GuardedClient client)
{
    /// <param name="page">A page's address as people paste it.</param>
    /// <param name="provider">Null: looked for, by content.</param>
    /// <param name="last">What the same page gave before.</param>
    /// <exception cref="FeedException">There is no readable feed.</exception>
    /// <exception cref="FetchException">Nothing there can be fetched.</exception>
    public async Task<FetchedStatus> FetchAsync(string page, FeedProvider? provider, FetchedStatus? last)
    {
        var bases = PageAddress.Parse(page, client.IsException).Bases;
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
        foreach (var start in bases)
            foreach (var candidate in provider is { } named ? [named] : FeedReader.DetectionOrder)
                try
                {
                    return await ReadAsync(new(start + FeedReader.Path(candidate)), candidate, null, limit.Token);
                }
                catch (Exception fault) when (fault is FeedException or FetchException && !limit.IsCancellationRequested)
                {
                    faults.Add(fault);
                }
        throw provider is not null ? faults[0] : faults.OfType<FetchException>().FirstOrDefault()
            ?? (Exception)new FeedException("no feed of Statuspage, Instatus or Better Stack was found there");
    }

    async Task<FetchedStatus> ReadAsync(
        Uri address, FeedProvider provider, FetchedStatus? last, CancellationToken limit)
    {
        var feed = await GetAsync(address, last?.Feed, limit);
        var now = client.Clock.GetUtcNow();
        var reading = FeedReader.Read(feed.Body, default, provider, now);
        var components = provider == FeedProvider.Instatus
            ? await ComponentsAsync(address, last?.Components, limit) : null;
        if (components is not null) reading = FeedReader.Read(feed.Body, components.Body, provider, now);

        var page = address.AbsoluteUri[..^FeedReader.Path(provider).Length];
        return new(reading with { Url = reading.Url ?? page }, feed, components);
    }

    /// <summary>The second document. Without it the page still has a state, so its faults are not the page's.</summary>
    async Task<FeedCopy?> ComponentsAsync(Uri feed, FeedCopy? last, CancellationToken limit)
    {
        var page = feed.AbsoluteUri[..^InstatusFeed.Path.Length];
        var candidates = InstatusFeed.ComponentPaths.Select(path => new Uri(page + path));
        foreach (var candidate in candidates.OrderByDescending(candidate => candidate == last?.Address))
            try
            {
                var copy = await GetAsync(candidate, candidate == last?.Address ? last : null, limit);
                using var document = FeedReader.Parse(copy.Body);
                if (InstatusFeed.IsComponents(document.RootElement)) return copy;
            }
            catch (Exception fault) when (fault is FeedException or FetchException)
            {
                if (limit.IsCancellationRequested) return null;
            }
        return null;
    }

    async Task<FeedCopy> GetAsync(Uri address, FeedCopy? last, CancellationToken limit)
    {
        var answer = await client.GetAsync(address, last?.ETag, limit);
        if (answer.Status == HttpStatusCode.NotModified && last?.ETag is not null) return last;
        if (answer.Status is HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden)
            throw new FetchException($"it is not public (status {(int)answer.Status})", FetchFault.NotPublic);
        if (answer.Status is HttpStatusCode.NotFound or HttpStatusCode.Gone)
            throw new FeedException("there is no status feed");
        if ((int)answer.Status is < 200 or > 299) throw new FetchException($"it answers with status {(int)answer.Status}");
        if (answer.MediaType is { } type and not "text/plain" && !type.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            throw new FeedException($"what came is {type}, not JSON");
        return new(address, answer.Body, answer.ETag);
    }
}
