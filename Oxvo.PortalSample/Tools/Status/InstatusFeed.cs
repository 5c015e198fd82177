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

    public static bool IsFeed(JsonElement root) => root.Member("page"u8).Word("status"u8) is not null;

    /// <summary>
    /// The second document: an object with the rows, or the rows alone as the documentation once had it.
    /// </summary>
    public static bool IsComponents(JsonElement root) =>
        root.ValueKind == JsonValueKind.Array
        || root.Member("page"u8).ValueKind == default && root.Member("components"u8).ValueKind == JsonValueKind.Array;

    /// <param name="components">The second document; the default where there is none.</param>
    public static StatusReading Read(JsonElement root, JsonElement components, DateTimeOffset now)
    {
        var rows = new FeedRows();
        var page = root.Member("page"u8);
        var word = page.Word("status"u8);
        var incidents = rows.Read(root.Rows("activeIncidents"u8), Incident, FeedRows.MostIncidents);
        var maintenance = rows.Read(root.Rows("activeMaintenances"u8), row => Maintenance(row, now), FeedRows.MostIncidents);
        return new()
        {
            Provider = FeedProvider.Instatus,
            Name = FeedText.Line(page.Word("name"u8)),
            Url = FeedMarkup.SafeLink(page.Word("url"u8)),
            State = FeedWords.Worst(FeedWords.Instatus(word), incidents.Select(incident => incident.Impact)),
            Wording = FeedText.Line(word),
            Incidents = incidents.InOrder(),
            Maintenance = maintenance.InOrder(),
            Components = IsComponents(components) ? Components(components, rows) : null,
            DroppedRows = rows.Dropped,
            ReadAt = now,
        };
    }

    static Row<StatusIncident> Incident(JsonElement row)
    {
        var word = row.Word("status"u8);
        if (FeedWords.Step(word) == Progress.Resolved) return Row<StatusIncident>.Over;
        if (FeedText.Line(row.Word("name"u8)) is not { } title) return Row<StatusIncident>.Broken;

        var impact = row.Word("impact"u8);
        return new(new()
        {
            Title = title,
            State = FeedWords.Step(word),
            Wording = FeedText.Line(word),
            Impact = FeedWords.Instatus(impact),
            ImpactWording = FeedText.Line(impact),
            StartedAt = row.Instant("started"u8),
            UpdatedAt = row.Instant("updatedAt"u8),
            Url = FeedMarkup.SafeLink(row.Word("url"u8)),
        });
    }

    static Row<StatusMaintenance> Maintenance(JsonElement row, DateTimeOffset now)
    {
        const int longest = 366 * 24 * 60;
        var word = row.Word("status"u8);
        var progress = FeedWords.Step(word);
        if (progress is Progress.Completed or Progress.Resolved) return Row<StatusMaintenance>.Over;
        if (FeedText.Line(row.Word("name"u8)) is not { } title) return Row<StatusMaintenance>.Broken;

        var starts = row.Instant("start"u8);
        double? minutes = row.Number("duration"u8) is { } number and >= 0 and <= longest ? number : null;
        DateTimeOffset? ends = starts is { Year: < 9998 } start && minutes is { } length ? start.AddMinutes(length) : null;
        return new(new()
        {
            Title = title,
            Phase = FeedRows.Phase(progress, starts, ends, now),
            Wording = FeedText.Line(word),
            StartsAt = starts,
            EndsAt = ends,
            Url = FeedMarkup.SafeLink(row.Word("url"u8)),
        });
    }

    static IReadOnlyList<StatusComponent> Components(JsonElement document, FeedRows rows)
    {
        List<(JsonElement Row, string? Parent)> flat = [];
        Flatten(document.ValueKind == JsonValueKind.Array ? document.Rows() : document.Rows("components"u8), null, 0, flat);

        // Groups are rows like the others: what makes one is that another row names it.
        var groups = flat.Select(row => row.Parent).OfType<string>().ToHashSet();
        var seen = new HashSet<string>();
        return rows.Tree(rows.Read(flat, row => Component(row.Row, row.Parent, groups, seen), FeedRows.MostComponents));
    }

    static void Flatten(
        JsonElement.ArrayEnumerator list, string? parent, int depth, List<(JsonElement Row, string? Parent)> flat)
    {
        foreach (var row in list)
        {
            var group = row.Member("group"u8);
            flat.Add((row, (group.ValueKind == default ? row.Id("groupId"u8) : group.Id("id"u8)) ?? parent));
            var children = row.Rows("children"u8);
            if (depth < 6 && children.Any() && row.Id("id"u8) is { } id) Flatten(children, id, depth + 1, flat);
        }
    }

    static Row<ComponentRow> Component(JsonElement row, string? parent, HashSet<string> groups, HashSet<string> seen)
    {
        var id = row.Id("id"u8);
        if (id is not null && !seen.Add(id)) return Row<ComponentRow>.Over;
        if (FeedText.Line(row.Word("name"u8)) is not { } name) return Row<ComponentRow>.Broken;

        var word = row.Word("status"u8);
        return new(new()
        {
            Id = id,
            GroupId = parent,
            IsGroup = row.IsTrue("isParent"u8) || id is not null && groups.Contains(id),
            Component = new()
            {
                Name = name,
                Description = FeedText.Line(row.Word("description"u8)),
                State = FeedWords.Instatus(word),
                Wording = FeedText.Line(word),
            },
        });
    }
}
