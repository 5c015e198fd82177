using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>Whose feed it is, in the order in which an unnamed one is looked for.</summary>
public enum FeedProvider
{
    /// <summary>Atlassian Statuspage, and incident.io behind the same path.</summary>
    [JsonStringEnumMemberName("statuspage")] Statuspage,
    [JsonStringEnumMemberName("instatus")] Instatus,
    [JsonStringEnumMemberName("betterstack")] BetterStack,
}

/// <summary>Reads a status page's feed into the one model, whoever wrote it.</summary>
public static class FeedReader
{
    public static IReadOnlyList<FeedProvider> DetectionOrder { get; } =
        [FeedProvider.Statuspage, FeedProvider.Instatus, FeedProvider.BetterStack];

    /// <summary>Where a provider keeps its feed, after the page's address.</summary>
    public static string Path(FeedProvider provider) => provider switch
    {
        FeedProvider.Instatus => InstatusFeed.Path,
        FeedProvider.BetterStack => BetterStackFeed.Path,
        _ => StatuspageFeed.Path,
    };

    /// <param name="body">The feed's document, in UTF-8.</param>
    /// <param name="components">Instatus's second document; empty where there is none.</param>
    /// <param name="provider">Null lets the content tell.</param>
    /// <param name="now">Decides which maintenance is over.</param>
    /// <exception cref="FeedException">The document is no feed of this provider, or of any.</exception>
    public static StatusReading Read(
        ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> components, FeedProvider? provider, DateTimeOffset now)
    {
        using var document = FeedJson.Parse(body);
        using var second = components.IsEmpty ? null : FeedJson.Parse(components);
        var root = document.RootElement;
        if (second is not null && !InstatusFeed.IsComponents(second.RootElement))
            throw new FeedException("the second document holds no components of Instatus");

        return Detect(root, provider) switch
        {
            FeedProvider.Statuspage when second is null => StatuspageFeed.Read(root, now),
            FeedProvider.BetterStack when second is null => BetterStackFeed.Read(root, now),
            // The second document alone is worth reading too; how the page is, it cannot tell.
            FeedProvider.Instatus => InstatusFeed.Read(root, second?.RootElement ?? root, now),
            null when provider is { } named => throw new FeedException($"what came is no feed of {Name(named)}"),
            null => throw new FeedException("what came is no feed of Statuspage, Instatus or Better Stack"),
            { } found => throw new FeedException($"{Name(found)} has no second document; only Instatus has"),
        };
    }

    public static string Name(FeedProvider provider) =>
        provider == FeedProvider.BetterStack ? "Better Stack" : provider.ToString();

    static FeedProvider? Detect(JsonElement root, FeedProvider? named)
    {
        FeedProvider? found = StatuspageFeed.IsFeed(root) ? FeedProvider.Statuspage
            : InstatusFeed.IsFeed(root) || InstatusFeed.IsComponents(root) ? FeedProvider.Instatus
            : BetterStackFeed.IsFeed(root) ? FeedProvider.BetterStack : null;
        return named is null || named == found ? found : null;
    }
}
