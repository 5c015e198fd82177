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

/// <summary>A feed cannot be read. The message follows on a page's address, in one line.</summary>
public sealed class FeedException(string message) : Exception(message);

/// <summary>Reads a status page's feed into the one model, whoever wrote it.</summary>
public static class FeedReader
{
    // What is deeper, or has a member twice, is not a status feed, and which of two members counts would be a guess.
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    public static IReadOnlyList<FeedProvider> DetectionOrder { get; } = Enum.GetValues<FeedProvider>();

    public static string Name(FeedProvider provider) =>
        provider == FeedProvider.BetterStack ? "Better Stack" : provider.ToString();

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
    /// <exception cref="FeedException">The document is not a feed of this provider, or of any.</exception>
    public static StatusReading Read(
        ReadOnlyMemory<byte> body, ReadOnlyMemory<byte> components, FeedProvider? provider, DateTimeOffset now)
    {
        using var document = Parse(body);
        using var second = components.IsEmpty ? null : Parse(components);
        var root = document.RootElement;
        if (second is not null && !InstatusFeed.IsComponents(second.RootElement))
            throw new FeedException("the second document holds no components of Instatus");

        var found = Detect(root);
        if (provider is { } named && found != named)
            throw new FeedException($"what came is not a feed of {Name(named)}");
        if (second is not null && found is { } single and not FeedProvider.Instatus)
            throw new FeedException($"{Name(single)} has no second document; only Instatus has");
        return found switch
        {
            FeedProvider.Statuspage => StatuspageFeed.Read(root, now),
            FeedProvider.BetterStack => BetterStackFeed.Read(root, now),
            // The second document alone is worth reading too; how the page is, it cannot tell.
            FeedProvider.Instatus => InstatusFeed.Read(root, second?.RootElement ?? root, now),
            _ => throw new FeedException("what came is not a feed of Statuspage, Instatus or Better Stack"),
        };
    }

    /// <exception cref="FeedException">This is not JSON, or it is nested too deep.</exception>
    internal static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, Strict);
        }
        catch (JsonException)
        {
            throw new FeedException("what came is not the JSON of a status feed");
        }
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
