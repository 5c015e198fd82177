using System.Text.Json;
using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// One reading of a status page, the same for every provider. Texts are plain: no markup, no control characters,
/// bounded in length. Links are https. Instants are UTC.
/// </summary>
/// <param name="Name">The page's name; null where the feed has none.</param>
/// <param name="Url">The full page, for people.</param>
/// <param name="State">The worst of the page's own word and its open incidents.</param>
/// <param name="Wording">The page's state in the provider's words, as the feed has them.</param>
/// <param name="Incidents">Open ones only; the worst first, then the newest.</param>
/// <param name="Maintenance">In progress, then upcoming, then overdue; each by its start.</param>
/// <param name="Components">Groups and leaves in the page's order; null where the feed does not tell.</param>
/// <param name="ComponentCount">How many leaves there are: a group is a heading.</param>
/// <param name="TimeZone">As the provider names it (IANA or Rails); the days of a history are days there.</param>
/// <param name="DroppedRows">Rows that could not be read, or came after the most that is kept.</param>
/// <param name="AgeSeconds">Seconds since the provider last confirmed this.</param>
/// <param name="Stale">The provider could not be read since: this is its last good reading.</param>
public sealed record StatusReading(
    FeedProvider Provider, string? Name, string? Url, ServiceState State, string? Wording,
    IReadOnlyList<StatusIncident> Incidents, IReadOnlyList<StatusMaintenance> Maintenance,
    IReadOnlyList<StatusComponent>? Components, int ComponentCount, string? TimeZone, int DroppedRows,
    DateTimeOffset ReadAt, int AgeSeconds = 0, bool Stale = false);

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
    IReadOnlyList<StatusComponent>? Children = null,
    double? Availability = null, IReadOnlyList<StatusDay>? History = null)
{
    [JsonIgnore]
    public IEnumerable<StatusComponent> Leaves => Children?.SelectMany(child => child.Leaves) ?? [this];
}

/// <summary>A day of the history, in the page's own zone.</summary>
/// <param name="DownSeconds">Where the provider counts them.</param>
public sealed record StatusDay(DateOnly Day, ServiceState State, double? DownSeconds);

/// <summary>
/// How a service is; the worse of two is the greater. Unknown, for a provider that says nothing or a word that is not
/// known, is never taken for operational.
/// </summary>
[JsonConverter(typeof(SnakeCase<ServiceState>))]
public enum ServiceState { Operational, Maintenance, Unknown, Degraded, PartialOutage, MajorOutage }

/// <summary>How far an incident, a maintenance, or one of their updates is.</summary>
[JsonConverter(typeof(SnakeCase<Progress>))]
public enum Progress
{
    Unknown, Investigating, Identified, Monitoring, Resolved, Scheduled, InProgress, Verifying, Completed,
}

/// <summary>Where a maintenance is in time; overdue if its window is over and the provider has not closed it.</summary>
[JsonConverter(typeof(SnakeCase<MaintenancePhase>))]
public enum MaintenancePhase { InProgress, Upcoming, Overdue }

/// <summary>Names are snake_case, as everywhere in the messenger.</summary>
public sealed class SnakeCase<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.SnakeCaseLower) where T : struct, Enum;
