using System.Text.Json;

namespace Oxvo.PortalSample.Status;

/// <summary>
/// Atlassian Statuspage's <c>/api/v2/summary.json</c>, and incident.io's on the same path, which leaves out more. The status API is described
/// at https://www.githubstatus.com/api.
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
        var maintenance = rows.Read(root.Rows("scheduled_maintenances"u8), row => Maintenance(row, now), FeedRows.MostIncidents);
        return new()
        {
            Provider = FeedProvider.Statuspage,
            Name = FeedText.Line(page.Word("name"u8)),
            Url = FeedMarkup.SafeLink(page.Word("url"u8)),
            State = FeedWords.Worst(FeedWords.Impact(word), incidents.Select(incident => incident.Impact)),
            Wording = FeedText.Line(status.Word("description"u8) ?? word),
            Incidents = incidents.InOrder(),
            Maintenance = maintenance.InOrder(),
            Components = Components(root, rows),
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
            // Who says "in progress" after the planned end is late with the work; "scheduled" and "verifying" then are only not closed.
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
        return now.Length > 0 ? now : [.. Of(row.Rows("incident_updates"u8).FirstOrDefault().Rows("affected_components"u8), isUpdate: true)];

        static IEnumerable<AffectedComponent> Of(JsonElement.ArrayEnumerator list, bool isUpdate) =>
            from component in list.Take(FeedRows.MostAffected)
            let name = FeedText.Line(component.Word("name"u8))
            where name is not null
            select new AffectedComponent { Name = name, State = FeedWords.State(component.Word(isUpdate ? "new_status"u8 : "status"u8)) };
    }

    static IReadOnlyList<StatusComponent>? Components(JsonElement root, FeedRows rows)
    {
        if (root.Member("components"u8).ValueKind != JsonValueKind.Array) return null;

        // A child names its group; where it does not, the group may name its children.
        var groups = new Dictionary<string, string>();
        foreach (var group in root.Rows("components"u8).Where(row => row.IsTrue("group"u8)))
            foreach (var child in group.Rows("components"u8))
                if (child.Word() is { } id && group.Id("id"u8) is { } groupId) groups.TryAdd(id, groupId);
        return rows.Tree(rows.Read(root.Rows("components"u8), row => Component(row, groups), FeedRows.MostComponents));
    }

    static Row<ComponentRow> Component(JsonElement row, Dictionary<string, string> groups)
    {
        var word = row.Word("status"u8);
        var state = FeedWords.State(word);
        if (row.IsTrue("only_show_if_degraded"u8) && state == ServiceState.Operational) return Row<ComponentRow>.Over;
        if (FeedText.Line(row.Word("name"u8)) is not { } name) return Row<ComponentRow>.Broken;

        var id = row.Id("id"u8);
        return new(new()
        {
            Id = id,
            GroupId = row.Id("group_id"u8) ?? (id is null ? null : groups.GetValueOrDefault(id)),
            IsGroup = row.IsTrue("group"u8),
            Position = row.Number("position"u8) ?? double.MaxValue,
            Component = new()
            {
                Name = name,
                Description = FeedText.Line(row.Word("description"u8)),
                State = state,
                Wording = FeedText.Line(word),
            },
        });
    }
}
