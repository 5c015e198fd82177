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
public sealed record StatusIncident
{
    public required string Title { get; init; }

    /// <summary>Null where the provider does not tell (Better Stack).</summary>
    public required Progress? State { get; init; }
    public required string? Wording { get; init; }
    public required ServiceState Impact { get; init; }
    public required string? ImpactWording { get; init; }
    public required DateTimeOffset? StartedAt { get; init; }
    public DateTimeOffset? UpdatedAt { get; init; }
    public string? Url { get; init; }
    public IReadOnlyList<StatusUpdate> Updates { get; init; } = [];
    public IReadOnlyList<AffectedComponent> Affected { get; init; } = [];
}

/// <summary>Planned work. It is no outage, and colours nothing by itself.</summary>
public sealed record StatusMaintenance
{
    public required string Title { get; init; }
    public required MaintenancePhase Phase { get; init; }
    public required string? Wording { get; init; }
    public required DateTimeOffset? StartsAt { get; init; }
    public required DateTimeOffset? EndsAt { get; init; }
    public string? Url { get; init; }
    public IReadOnlyList<StatusUpdate> Updates { get; init; } = [];
    public IReadOnlyList<AffectedComponent> Affected { get; init; } = [];
}

/// <summary>What was said at one moment; lists of them are newest first.</summary>
public sealed record StatusUpdate
{
    public required DateTimeOffset? At { get; init; }
    public required Progress? State { get; init; }
    public required string? Wording { get; init; }

    /// <summary>Paragraphs, each a list of runs.</summary>
    public required IReadOnlyList<IReadOnlyList<TextRun>> Body { get; init; }
}

/// <summary>A piece of a paragraph: text, or a link with that text.</summary>
public sealed record TextRun
{
    public required string Text { get; init; }

    /// <summary>An https address; null for plain text.</summary>
    public string? Url { get; init; }
}

public sealed record AffectedComponent
{
    public required string Name { get; init; }
    public required ServiceState State { get; init; }
}

/// <summary>A row of the service health: a component, or a group of them.</summary>
public sealed record StatusComponent
{
    public required string Name { get; init; }
    public string? Description { get; init; }
    public required ServiceState State { get; init; }
    public required string? Wording { get; init; }

    /// <summary>What a group holds, groups among them; null for a component.</summary>
    public IReadOnlyList<StatusComponent>? Children { get; init; }

    /// <summary>Share of the time that it worked, 0 to 1, where the provider measures it.</summary>
    public double? Availability { get; init; }

    /// <summary>At most ninety days, oldest first, where the provider keeps them.</summary>
    public IReadOnlyList<StatusDay>? History { get; init; }

    [JsonIgnore]
    public int LeafCount => Children is null ? 1 : Children.Sum(child => child.LeafCount);
}

/// <summary>A day of the history, in the page's own zone.</summary>
public sealed record StatusDay
{
    public required DateOnly Day { get; init; }
    public required ServiceState State { get; init; }

    /// <summary>Seconds down, where the provider counts them.</summary>
    public double? DownSeconds { get; init; }
}

/// <summary>
/// The reading as JSON, for the messenger and for programs. Names are snake_case, as everywhere in the messenger.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StatusReading))]
public sealed partial class StatusJson : JsonSerializerContext;
