using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Instatus's <c>/summary.json</c>, and its second document with the components
/// (https://instatus.com/help/api/public-data). Lists are left out when they are empty.
/// </summary>
static class InstatusFeed
{
    /// <summary>The second document, newest first; pages answer to one or both.</summary>
    public static readonly string[] ComponentPaths = ["/v3/components.json", "/v2/components.json"];

    const int LongestMinutes = 366 * 24 * 60, DeepestRow = 6;

    /// <summary>The second document: an object with the rows, or only the rows as once documented.</summary>
    public static bool IsComponents(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array
        || root.Member("page").ValueKind == default && root.Member("components").ValueKind == JsonValueKind.Array;

    /// <param name="components">The second document, or the feed again where there is none.</param>
    public static FeedPage Read(JsonElement root, JsonElement components, DateTimeOffset now)
    {
        var page = root.Member("page");
        return new(page.Name("name"), page.Link("url"), page.State("status"), page.Line("status"), TimeZone: null,
            root.Rows("activeIncidents").Where(FeedJson.IsOpen).Select(Incident),
            root.Rows("activeMaintenances").Where(FeedJson.IsOpen).Select(row => Maintenance(row, now)),
            IsComponents(components) ? Components(components) : null);
    }

    static StatusIncident? Incident(JsonElement row) => row.Line("name") is not { } title ? null : new(
        title, row.Step("status"), row.Line("status"), row.State("impact"), row.Line("impact"),
        row.Instant("started"), row.Instant("updatedAt"), row.Link("url"), Updates: [], Affected: []);

    static StatusMaintenance? Maintenance(JsonElement row, DateTimeOffset now)
    {
        if (row.Line("name") is not { } title) return null;

        var starts = row.Instant("start");
        DateTimeOffset? ends = null;
        if (starts is { Year: < 9998 } start && row.Number("duration") is { } minutes and >= 0 and <= LongestMinutes)
            ends = start.AddMinutes(minutes);
        var phase = FeedPage.Phase(row.Step("status"), starts, ends, now);
        return new(title, phase, row.Line("status"), starts, ends, row.Link("url"), Updates: [], Affected: []);
    }

    static IEnumerable<ComponentRow?> Components(JsonElement document)
    {
        var rows = document.ValueKind == JsonValueKind.Array ? document.EnumerateArray() : document.Rows("components");
        var flat = Flatten(rows, null, 0).ToList();
        // Groups are rows like the others: what makes one is that another row names it.
        var groups = flat.Select(row => row.Parent).OfType<string>().ToHashSet();
        var seen = new HashSet<string>();
        return
            from row in flat
            let id = row.Json.Id("id")
            where id is null || seen.Add(id)
            select row.Json.Name("name") is not { } name ? null : new ComponentRow(
                id, row.Parent, row.Json.IsTrue("isParent") || groups.Contains(id ?? ""), Position: null,
                new(name, row.Json.Line("description"), row.Json.State("status"), row.Json.Line("status")));
    }

    static IEnumerable<(JsonElement Json, string? Parent)> Flatten(
        IEnumerable<JsonElement> rows, string? parent, int depth)
    {
        foreach (var row in rows)
        {
            var group = row.Member("group");
            yield return (row, (group.ValueKind == default ? row.Id("groupId") : group.Id("id")) ?? parent);
            if (depth < DeepestRow && row.Id("id") is { } id)
                foreach (var child in Flatten(row.Rows("children"), id, depth + 1)) yield return child;
        }
    }
}
