using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Atlassian Statuspage's <c>/api/v2/summary.json</c>, and incident.io's on the same path, which leaves out more. The
/// status API is described at https://www.githubstatus.com/api.
/// </summary>
static class StatuspageFeed
{
    public const string Path = "/api/v2/summary.json";

    public static StatusReading Read(JsonElement root, DateTimeOffset now)
    {
        var page = root.Member("page");
        var status = root.Member("status");
        var rows = new FeedRows();
        var incidents = rows.Incidents(root.Rows("incidents").Where(FeedJson.IsOpen), Incident);
        var planned = root.Rows("scheduled_maintenances").Where(FeedJson.IsOpen);
        var maintenance = rows.Maintenance(planned, row => Maintenance(row, now));
        return new()
        {
            Provider = FeedProvider.Statuspage,
            Name = page.Line("name"),
            Url = page.Link("url"),
            State = FeedRows.Worst(Impact(status, "indicator"), incidents),
            Wording = FeedText.Line(status.Word("description") ?? status.Word("indicator")),
            Incidents = incidents,
            Maintenance = maintenance,
            Components = Components(root.Member("components"), rows),
            TimeZone = page.Line("time_zone"),
            DroppedRows = rows.Dropped,
            ReadAt = now,
        };
    }

    // "minor" is a page that is slow, "major" one that is partly gone: that is how Statuspage words them itself.
    static ServiceState Impact(JsonElement row, string name) => row.Word(name)?.ToLowerInvariant() switch
    {
        "none" => ServiceState.Operational,
        "minor" => ServiceState.Degraded,
        "major" => ServiceState.PartialOutage,
        "critical" => ServiceState.MajorOutage,
        "maintenance" => ServiceState.Maintenance,
        _ => ServiceState.Unknown,
    };

    static StatusIncident? Incident(JsonElement row) => row.Line("name") is not { } title ? null : new(
        title, row.Step("status"), row.Line("status"), Impact(row, "impact"), row.Line("impact"),
        row.Instant("started_at") ?? row.Instant("created_at"), row.Instant("updated_at"),
        row.Link("shortlink"), Updates(row), Affected(row));

    static StatusMaintenance? Maintenance(JsonElement row, DateTimeOffset now)
    {
        if (row.Line("name") is not { } title) return null;

        var starts = row.Instant("scheduled_for");
        var ends = row.Instant("scheduled_until");
        var progress = row.Step("status");
        // Who says "in progress" after the planned end is late; "scheduled" and "verifying" are then only not closed.
        var phase = progress == Progress.InProgress ? MaintenancePhase.InProgress
            : FeedRows.Phase(progress, starts, ends, now);
        return new(title, phase, row.Line("status"), starts, ends, row.Link("shortlink"), Updates(row), Affected(row));
    }

    static StatusUpdate[] Updates(JsonElement row) =>
    [
        .. from update in row.Rows("incident_updates")
               .Where(update => update.ValueKind == JsonValueKind.Object).Take(FeedRows.MostUpdates)
           let at = update.Instant("display_at") ?? update.Instant("created_at")
           orderby at descending
           select new StatusUpdate(
               at, update.Step("status"), update.Line("status"), FeedText.Body(update.Word("body"))),
    ];

    static AffectedComponent[] Affected(JsonElement row)
    {
        var now = Named(row.Rows("components"), "status");
        var latest = row.Rows("incident_updates").FirstOrDefault();
        return now.Length > 0 ? now : Named(latest.Rows("affected_components"), "new_status");

        static AffectedComponent[] Named(IEnumerable<JsonElement> list, string status) =>
        [
            .. from component in list.Take(FeedRows.MostAffected)
               let name = component.Line("name")
               where name is not null
               select new AffectedComponent(name, component.State(status)),
        ];
    }

    /// <summary>Groups are rows of the same list.</summary>
    static IReadOnlyList<StatusComponent>? Components(JsonElement list, FeedRows rows)
    {
        if (list.ValueKind != JsonValueKind.Array) return null;

        // A child names its group; where it does not, the group may name its children.
        var groups = new Dictionary<string, string>();
        foreach (var group in list.Rows().Where(row => row.IsTrue("group")))
            foreach (var child in group.Rows("components"))
                if (child.Word() is { } id && group.Id("id") is { } groupId) groups.TryAdd(id, groupId);

        var shown = list.Rows().Where(row =>
            !row.IsTrue("only_show_if_degraded") || row.State("status") != ServiceState.Operational);
        return rows.Tree(rows.Components(shown, row => row.Line("name") is not { } name ? null : new(
            row.Id("id"), row.Id("group_id") ?? groups.GetValueOrDefault(row.Id("id") ?? ""), row.IsTrue("group"),
            row.Number("position"), new(name, row.Line("description"), row.State("status"), row.Line("status")))));
    }
}
