using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>Whose feed it is, in the order in which an unnamed one is looked for.</summary>
[JsonConverter(typeof(SnakeCase<FeedProvider>))]
public enum FeedProvider { Statuspage, Instatus, [JsonStringEnumMemberName("betterstack")] BetterStack }

/// <summary>A feed cannot be read. The message follows on a page's address, in one line.</summary>
public sealed class FeedException(string message) : Exception(message);

/// <summary>Reads a status page's feed into the one model, whoever wrote it.</summary>
public static class FeedReader
{
    // What is deeper, or has a member twice, is not a status feed, and which of two members counts would be a guess.
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static string Name(FeedProvider provider) =>
        provider == FeedProvider.BetterStack ? "Better Stack" : provider.ToString();

    /// <summary>Where a provider keeps its feed, after the page's address.</summary>
    public static string Path(FeedProvider provider) => provider switch
    {
        FeedProvider.Instatus => "/summary.json",
        FeedProvider.BetterStack => "/index.json",
        _ => "/api/v2/summary.json",
    };

    /// <param name="body">The feed's document, in UTF-8.</param>
    /// <param name="components">The second document of Instatus or incident.io; empty where there is none.</param>
    /// <param name="provider">Null lets the content tell.</param>
    /// <param name="now">Decides which maintenance is over.</param>
    /// <param name="limit">Ends the reading of a feed that is made to be slow to read.</param>
    /// <exception cref="FeedException">The document is not a feed of this provider, or of any.</exception>
    /// <exception cref="OperationCanceledException">The limit ended first.</exception>
    public static StatusReading Read(ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> components,
        FeedProvider? provider, DateTimeOffset now, CancellationToken limit = default)
    {
        try
        {
            using var document = JsonDocument.Parse(body, Strict);
            using var second = components.IsEmpty ? null : JsonDocument.Parse(components, Strict);
            return Read(document.RootElement, second?.RootElement, provider, now, limit);
        }
        catch (JsonException)
        {
            throw new FeedException("what came is not the JSON of a status feed");
        }
        catch (RegexMatchTimeoutException)
        {
            throw new FeedException("what came takes too long to read");
        }
    }

    static StatusReading Read(JsonElement root, JsonElement? components, FeedProvider? provider, DateTimeOffset now,
        CancellationToken limit)
    {
        var found = Detect(root)
            ?? throw new FeedException("what came is not a feed of Statuspage, Instatus or Better Stack");
        if (provider is { } named && found != named)
            throw new FeedException($"what came is not a feed of {Name(named)}");
        if (components is not null && found == FeedProvider.BetterStack)
            throw new FeedException($"{Name(found)} has no second document; only Instatus and incident.io have");
        var isInstatus = found == FeedProvider.Instatus;
        if (components is { } second
            && !(isInstatus ? InstatusFeed.IsComponents(second) : StatuspageFeed.IsComponents(second)))
            throw new FeedException($"the second document holds no components of {Name(found)}");
        var page = found switch
        {
            FeedProvider.Statuspage => StatuspageFeed.Read(root, components ?? root, now),
            // The second document is worth reading without the first too; it cannot tell how the page is.
            FeedProvider.Instatus => InstatusFeed.Read(root, components ?? root, now),
            _ => BetterStackFeed.Read(root, now),
        };
        return page.ToReading(found, now, limit);
    }

    static FeedProvider? Detect(JsonElement root)
    {
        var page = root.Member("page");
        if (page.ValueKind == JsonValueKind.Object && root.Member("status").ValueKind == JsonValueKind.Object)
            return FeedProvider.Statuspage;
        if (page.Word("status") is not null || InstatusFeed.IsComponents(root)) return FeedProvider.Instatus;
        return root.Member("data").Word("type") == "status_page" ? FeedProvider.BetterStack : null;
    }
}
