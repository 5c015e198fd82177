using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Atlassian Statuspage's <c>/api/v2/summary.json</c> (https://www.githubstatus.com/api), and incident.io's on the same
/// path, which leaves out more: of a long page's components it lists only the first.
/// </summary>
static class StatuspageFeed
{
    /// <summary>The second document, with every component.</summary>
    public const string ComponentPath = "/api/v2/components.json";

    public static bool IsComponents(JsonElement root) => root.Member("page").ValueKind == JsonValueKind.Object
        && root.Member("components").ValueKind == JsonValueKind.Array;

    /// <summary>
    /// Whether there may be more components: the page is incident.io's, which names no time zone, or has trouble that
    /// none of those here has.
    /// </summary>
    public static bool MayHaveMore(StatusReading summary) => summary.TimeZone is null
        || summary is { State: not ServiceState.Operational, Components: [_, ..] rows }
        && rows.SelectMany(row => row.Leaves).All(leaf => leaf.State == ServiceState.Operational);

    /// <param name="components">The second document, or the feed again where there is none.</param>
    public static FeedPage Read(JsonElement root, JsonElement components, DateTimeOffset now)
    {
        var page = root.Member("page");
        var status = root.Member("status");
        return new(page.Name("name"), page.Link("url"), status.State("indicator"),
            FeedText.Line(status.Word("description") ?? status.Word("indicator")), page.Line("time_zone"),
            root.Rows("incidents").Where(FeedJson.IsOpen).Select(Incident),
            root.Rows("scheduled_maintenances").Where(FeedJson.IsOpen).Select(row => Maintenance(row, now)),
            Components(components.Rows("components").Count() > root.Rows("components").Count() ? components : root));
    }

    static StatusIncident? Incident(JsonElement row) => row.Line("name") is not { } title ? null : new(
        title, row.Step("status"), row.Line("status"), row.State("impact"), row.Line("impact"),
        row.Instant("started_at") ?? row.Instant("created_at"), row.Instant("updated_at"),
        row.Link("shortlink"), Updates(row), Affected(row));

    static StatusMaintenance? Maintenance(JsonElement row, DateTimeOffset now)
    {
        if (row.Line("name") is not { } title) return null;

        var starts = row.Instant("scheduled_for");
        var ends = row.Instant("scheduled_until");
        var progress = row.Step("status");
        // "In progress" after the planned end is late; "scheduled" and "verifying" are then only not closed.
        var phase = progress == Progress.InProgress ? MaintenancePhase.InProgress
            : FeedPage.Phase(progress, starts, ends, now);
        return new(title, phase, row.Line("status"), starts, ends, row.Link("shortlink"), Updates(row), Affected(row));
    }

    static StatusUpdate[] Updates(JsonElement row) =>
    [
        .. from update in row.Rows("incident_updates")
               .Where(update => update.ValueKind == JsonValueKind.Object).Take(FeedPage.MostUpdates)
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
            .. from component in list.Take(FeedPage.MostAffected)
               let name = component.Name("name")
               where name is not null
               select new AffectedComponent(name, component.State(status)),
        ];
    }

    /// <summary>Groups are rows of the same list.</summary>
    static IEnumerable<ComponentRow?>? Components(JsonElement root)
    {
        if (root.Member("components").ValueKind != JsonValueKind.Array) return null;

        // A child names its group; where it does not, the group may name its children.
        var groups = root.Rows("components").Where(row => row.IsTrue("group"))
            .SelectMany(group => group.Rows("components"), (group, child) => (Child: child.Word(), Id: group.Id("id")))
            .ToLookup(pair => pair.Child, pair => pair.Id);
        return
            from row in root.Rows("components")
            where !row.IsTrue("only_show_if_degraded") || row.State("status") != ServiceState.Operational
            let id = row.Id("id")
            select row.Name("name") is not { } name ? null : new ComponentRow(
                id, row.Id("group_id") ?? groups[id ?? ""].FirstOrDefault(),
                row.IsTrue("group"), row.Number("position"),
                new(name, row.Line("description"), row.State("status"), row.Line("status")));
    }
}
