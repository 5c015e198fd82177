using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Instatus's <c>/summary.json</c>, and its second document with the components
/// (https://instatus.com/help/api/public-data). Lists are left out when they are empty.
/// </summary>
static class InstatusFeed
{
    public const string Path = "/summary.json";

    /// <summary>The second document, newest first; pages answer to one or both.</summary>
    public static readonly string[] ComponentPaths = ["/v3/components.json", "/v2/components.json"];

    const int LongestMinutes = 366 * 24 * 60, DeepestRow = 6;

    /// <summary>
    /// The second document: an object with the rows, or the rows alone as the documentation once had it.
    /// </summary>
    public static bool IsComponents(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array
        || root.Member("page").ValueKind == default && root.Member("components").ValueKind == JsonValueKind.Array;

    /// <param name="root">The feed.</param>
    /// <param name="components">The second document, or the feed again where there is none.</param>
    /// <param name="now">Decides which maintenance is over.</param>
    public static StatusReading Read(JsonElement root, JsonElement components, DateTimeOffset now)
    {
        var page = root.Member("page");
        var rows = new FeedRows();
        var incidents = rows.Incidents(root.Rows("activeIncidents").Where(FeedJson.IsOpen), Incident);
        var planned = root.Rows("activeMaintenances").Where(FeedJson.IsOpen);
        var maintenance = rows.Maintenance(planned, row => Maintenance(row, now));
        return new()
        {
            Provider = FeedProvider.Instatus,
            Name = page.Line("name"),
            Url = page.Link("url"),
            State = FeedRows.Worst(State(page, "status"), incidents),
            Wording = page.Line("status"),
            Incidents = incidents,
            Maintenance = maintenance,
            Components = IsComponents(components) ? Components(components, rows) : null,
            DroppedRows = rows.Dropped,
            ReadAt = now,
        };
    }

    // Page words come with a quantity in front (ONEPARTIALOUTAGE, ALLMAJOROUTAGE), so trouble is told by the end of the
    // word; all being well is told by whole words only.
    static ServiceState State(JsonElement row, string name)
    {
        var word = row.Word(name)?.ToUpperInvariant() ?? "";
        if (word is "UP" or "OPERATIONAL") return ServiceState.Operational;
        if (word.EndsWith("MAJOROUTAGE", StringComparison.Ordinal)) return ServiceState.MajorOutage;
        if (word.EndsWith("PARTIALOUTAGE", StringComparison.Ordinal)) return ServiceState.PartialOutage;
        if (word.EndsWith("MINOROUTAGE", StringComparison.Ordinal)) return ServiceState.PartialOutage;
        if (word.EndsWith("DEGRADEDPERFORMANCE", StringComparison.Ordinal)) return ServiceState.Degraded;
        if (word.EndsWith("UNDERMAINTENANCE", StringComparison.Ordinal)) return ServiceState.Maintenance;
        return word == "HASISSUES" ? ServiceState.Degraded : ServiceState.Unknown;
    }

    static StatusIncident? Incident(JsonElement row) => row.Line("name") is not { } title ? null : new(
        title, row.Step("status"), row.Line("status"), State(row, "impact"), row.Line("impact"),
        row.Instant("started"), row.Instant("updatedAt"), row.Link("url"), Updates: [], Affected: []);

    static StatusMaintenance? Maintenance(JsonElement row, DateTimeOffset now)
    {
        if (row.Line("name") is not { } title) return null;

        var starts = row.Instant("start");
        DateTimeOffset? ends = null;
        if (starts is { Year: < 9998 } start && row.Number("duration") is { } minutes and >= 0 and <= LongestMinutes)
            ends = start.AddMinutes(minutes);
        var phase = FeedRows.Phase(row.Step("status"), starts, ends, now);
        return new(title, phase, row.Line("status"), starts, ends, row.Link("url"), Updates: [], Affected: []);
    }

    static IReadOnlyList<StatusComponent> Components(JsonElement document, FeedRows rows)
    {
        List<(JsonElement Json, string? Id, string? Parent)> flat = [];
        Flatten(document.ValueKind == JsonValueKind.Array ? document.Rows() : document.Rows("components"), null, 0);

        // Groups are rows like the others: what makes one is that another row names it.
        var groups = flat.Select(row => row.Parent).OfType<string>().ToHashSet();
        var seen = new HashSet<string>();
        var first = flat.Where(row => row.Id is null || seen.Add(row.Id));
        return rows.Tree(rows.Components(first, row => row.Json.Line("name") is not { } name ? null : new(
            row.Id, row.Parent, row.Json.IsTrue("isParent") || groups.Contains(row.Id ?? ""), Position: null,
            new(name, row.Json.Line("description"), State(row.Json, "status"), row.Json.Line("status")))));

        void Flatten(IEnumerable<JsonElement> list, string? parent, int depth)
        {
            foreach (var row in list)
            {
                var group = row.Member("group");
                var groupId = group.ValueKind == default ? row.Id("groupId") : group.Id("id");
                flat.Add((row, row.Id("id"), groupId ?? parent));
                if (depth < DeepestRow && row.Id("id") is { } id) Flatten(row.Rows("children"), id, depth + 1);
            }
        }
    }
}
