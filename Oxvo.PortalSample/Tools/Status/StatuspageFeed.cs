using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Atlassian Statuspage's <c>/api/v2/summary.json</c>, and incident.io's on the same path, which leaves out more. The
/// status API is described at https://www.githubstatus.com/api.
/// </summary>
static class StatuspageFeed
{
    public const string Path = "/api/v2/summary.json";

    public static bool IsFeed(JsonElement root) =>
        root.Member("page"u8).ValueKind == JsonValueKind.Object && root.Member("status"u8).ValueKind == JsonValueKind.Object;

    public static StatusReading Read(JsonElement root, DateTimeOffset now)
    {
        var rows = new FeedRows();
        var (page, status) = (root.Member("page"u8), root.Member("status"u8));
        var word = status.Word("indicator"u8);
        var incidents = rows.Read(root.Rows("incidents"u8), Incident, FeedRows.MostIncidents);
        var maintenance = rows.Read(
            root.Rows("scheduled_maintenances"u8), row => Maintenance(row, now), FeedRows.MostIncidents);
        return new()
        {
            Provider = FeedProvider.Statuspage,
            Name = FeedText.Line(page.Word("name"u8)),
            Url = FeedMarkup.SafeLink(page.Word("url"u8)),
            State = FeedWords.Worst(FeedWords.Impact(word), incidents.Select(incident => incident.Impact)),
            Wording = FeedText.Line(status.Word("description"u8) ?? word),
            Incidents = incidents.InOrder(),
            Maintenance = maintenance.InOrder(),
            Components = StatuspageHealth.Read(root, rows),
            TimeZone = FeedText.Line(page.Word("time_zone"u8)),
            DroppedRows = rows.Dropped,
            ReadAt = now,
        };
    }

    static Row<StatusIncident> Incident(JsonElement row)
    {
        var word = row.Word("status"u8);
        if (FeedWords.Step(word) is Progress.Resolved or Progress.Completed) return Row<StatusIncident>.Over;
        if (FeedText.Line(row.Word("name"u8)) is not { } title) return Row<StatusIncident>.Broken;

        var impact = row.Word("impact"u8);
        return new(new()
        {
            Title = title,
            State = FeedWords.Step(word),
            Wording = FeedText.Line(word),
            Impact = FeedWords.Impact(impact),
            ImpactWording = FeedText.Line(impact),
            StartedAt = row.Instant("started_at"u8) ?? row.Instant("created_at"u8),
            UpdatedAt = row.Instant("updated_at"u8),
            Url = FeedMarkup.SafeLink(row.Word("shortlink"u8)),
            Updates = Updates(row),
            Affected = Affected(row),
        });
    }

    static Row<StatusMaintenance> Maintenance(JsonElement row, DateTimeOffset now)
    {
        var word = row.Word("status"u8);
        var progress = FeedWords.Step(word);
        if (progress is Progress.Completed or Progress.Resolved) return Row<StatusMaintenance>.Over;
        if (FeedText.Line(row.Word("name"u8)) is not { } title) return Row<StatusMaintenance>.Broken;

        var (starts, ends) = (row.Instant("scheduled_for"u8), row.Instant("scheduled_until"u8));
        return new(new()
        {
            Title = title,
            // Who says "in progress" after the planned end is late; "scheduled" and "verifying" are then only not closed.
            Phase = progress == Progress.InProgress ? MaintenancePhase.InProgress
                : FeedRows.Phase(progress, starts, ends, now),
            Wording = FeedText.Line(word),
            StartsAt = starts,
            EndsAt = ends,
            Url = FeedMarkup.SafeLink(row.Word("shortlink"u8)),
            Updates = Updates(row),
            Affected = Affected(row),
        });
    }

    static StatusUpdate[] Updates(JsonElement row) =>
    [
        .. row.Rows("incident_updates"u8).Where(update => update.ValueKind == JsonValueKind.Object).Take(FeedRows.MostUpdates)
            .Select(update => new StatusUpdate
            {
                At = update.Instant("display_at"u8) ?? update.Instant("created_at"u8),
                State = FeedWords.Step(update.Word("status"u8)),
                Wording = FeedText.Line(update.Word("status"u8)),
                Body = FeedText.Body(update.Word("body"u8)),
            })
            .OrderByDescending(update => update.At),
    ];

    static AffectedComponent[] Affected(JsonElement row)
    {
        AffectedComponent[] now = [.. Of(row.Rows("components"u8), isUpdate: false)];
        var latest = row.Rows("incident_updates"u8).FirstOrDefault();
        return now.Length > 0 ? now : [.. Of(latest.Rows("affected_components"u8), isUpdate: true)];

        static IEnumerable<AffectedComponent> Of(JsonElement.ArrayEnumerator list, bool isUpdate) =>
            from component in list.Take(FeedRows.MostAffected)
            let name = FeedText.Line(component.Word("name"u8))
            where name is not null
            let word = component.Word(isUpdate ? "new_status"u8 : "status"u8)
            select new AffectedComponent { Name = name, State = FeedWords.State(word) };
    }
}
