using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// One reading of a status page, the same for every provider. Texts are plain: no markup, no control characters,
/// bounded in length. Links are https. Instants are UTC.
/// </summary>
public sealed record StatusReading
{
    public required FeedProvider Provider { get; init; }

    /// <summary>The page's name; null where the feed has none.</summary>
    public required string? Name { get; init; }

    /// <summary>The full page, for people.</summary>
    public required string? Url { get; init; }

    /// <summary>The worst of the page's own word and its open incidents.</summary>
    public required ServiceState State { get; init; }

    /// <summary>The page's state in the provider's words, as they stand in the feed.</summary>
    public required string? Wording { get; init; }

    /// <summary>Open ones only; the worst first, then the newest.</summary>
    public required IReadOnlyList<StatusIncident> Incidents { get; init; }

    /// <summary>In progress, then upcoming, then overdue; each by its start.</summary>
    public required IReadOnlyList<StatusMaintenance> Maintenance { get; init; }

    /// <summary>Groups and leaves in the page's order; null where the feed does not tell.</summary>
    public required IReadOnlyList<StatusComponent>? Components { get; init; }

    /// <summary>Leaves alone: a group is a heading.</summary>
    public int ComponentCount => Components?.Sum(component => component.LeafCount) ?? 0;

    /// <summary>
    /// The page's zone as the provider names it (IANA or Rails); the days of a history are days there.
    /// </summary>
    public string? TimeZone { get; init; }

    /// <summary>Rows that could not be read, or came after the most that is kept.</summary>
    public required int DroppedRows { get; init; }

    public required DateTimeOffset ReadAt { get; init; }

    /// <summary>Seconds since the provider last confirmed this.</summary>
    public int AgeSeconds { get; init; }

    /// <summary>The provider could not be read since: this is its last good reading.</summary>
    public bool Stale { get; init; }
}

/// <summary>An open incident.</summary>
/// <param name="State">Null where the provider does not tell (Better Stack).</param>
public sealed record StatusIncident(
    string Title, Progress? State, string? Wording, ServiceState Impact, string? ImpactWording,
    DateTimeOffset? StartedAt, DateTimeOffset? UpdatedAt, string? Url,
    IReadOnlyList<StatusUpdate> Updates, IReadOnlyList<AffectedComponent> Affected);

/// <summary>Planned work. It is not an outage, and colours nothing by itself.</summary>
public sealed record StatusMaintenance(
    string Title, MaintenancePhase Phase, string? Wording, DateTimeOffset? StartsAt, DateTimeOffset? EndsAt,
    string? Url, IReadOnlyList<StatusUpdate> Updates, IReadOnlyList<AffectedComponent> Affected);

/// <summary>What was said at one moment; lists of them are newest first.</summary>
/// <param name="Body">Paragraphs, each a list of runs.</param>
public sealed record StatusUpdate(
    DateTimeOffset? At, Progress? State, string? Wording, IReadOnlyList<IReadOnlyList<TextRun>> Body);

/// <summary>A piece of a paragraph: text, or a link with that text.</summary>
/// <param name="Url">An https address; null for plain text.</param>
public sealed record TextRun(string Text, string? Url);

public sealed record AffectedComponent(string Name, ServiceState State);

/// <summary>A row of the service health: a component, or a group of them.</summary>
/// <param name="Children">What a group holds, groups among them; null for a component.</param>
/// <param name="Availability">Share of the time that it worked, 0 to 1, where the provider measures it.</param>
/// <param name="History">At most ninety days, oldest first, where the provider keeps them.</param>
public sealed record StatusComponent(
    string Name, string? Description, ServiceState State, string? Wording,
    IReadOnlyList<StatusComponent>? Children = null, double? Availability = null, IReadOnlyList<StatusDay>? History = null)
{
    [JsonIgnore]
    public int LeafCount => Children is null ? 1 : Children.Sum(child => child.LeafCount);
}

/// <summary>A day of the history, in the page's own zone.</summary>
/// <param name="DownSeconds">Where the provider counts them.</param>
public sealed record StatusDay(DateOnly Day, ServiceState State, double? DownSeconds);

/// <summary>
/// The reading as JSON, for the messenger and for programs. Names are snake_case, as everywhere in the messenger.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StatusReading))]
public sealed partial class StatusJson : JsonSerializerContext;
