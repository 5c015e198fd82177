using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>A component as the feeds list it: flat, in any order, each naming its group.</summary>
sealed record ComponentRow(string? Id, string? GroupId, bool IsGroup, double? Position, StatusComponent Component);

/// <summary>
/// Reads the rows of one document and counts those that had to be dropped: a broken row takes nothing else with it.
/// </summary>
sealed class FeedRows
{
    public const int MostUpdates = 50, MostAffected = 100, MostDays = 90;

    const int MostComponents = 2_000, MostIncidents = 50, DeepestGroup = 6;

    public int Dropped { get; set; }

    /// <summary>The worst first, then the newest.</summary>
    public IReadOnlyList<StatusIncident> Incidents(
        IEnumerable<JsonElement> rows, Func<JsonElement, StatusIncident?> read) =>
    [
        .. from incident in Read(rows, read, MostIncidents)
           orderby incident.Impact descending, incident.StartedAt descending
           select incident,
    ];

    public IReadOnlyList<StatusMaintenance> Maintenance(
        IEnumerable<JsonElement> rows, Func<JsonElement, StatusMaintenance?> read) =>
        [.. from work in Read(rows, read, MostIncidents) orderby work.Phase, work.StartsAt select work];

    public List<ComponentRow> Components<T>(IEnumerable<T> rows, Func<T, ComponentRow?> read) =>
        Read(rows, read, MostComponents);

    List<T> Read<TSource, T>(IEnumerable<TSource> rows, Func<TSource, T?> read, int most) where T : class
    {
        List<T> list = [];
        foreach (var row in rows)
            if (read(row) is { } value && list.Count < most) list.Add(value);
            else Dropped++;
        return list;
    }

    /// <summary>
    /// Components in their groups. A row whose group is not in the list stands at the top. Rows that are each other's
    /// groups, and groups that say nothing (all well, and empty), are left out.
    /// </summary>
    public IReadOnlyList<StatusComponent> Tree(List<ComponentRow> rows)
    {
        var groups = rows.Where(row => row is { IsGroup: true, Id: not null }).Select(row => row.Id!).ToHashSet();
        var byGroup = rows.ToLookup(row => row.GroupId is { } id && groups.Contains(id) ? id : "");
        Dropped += rows.Count;
        return Members("", 0);

        List<StatusComponent> Members(string group, int depth)
        {
            List<StatusComponent> list = [];
            // The position is unique inside a group at best; rows of the same one stay in the feed's order.
            foreach (var row in byGroup[group].OrderBy(row => row.Position ?? double.MaxValue))
            {
                Dropped--;
                if (!row.IsGroup) list.Add(row.Component);
                else if (Group(row, depth) is { } component) list.Add(component);
            }
            return list;
        }

        StatusComponent? Group(ComponentRow row, int depth)
        {
            // Of two groups with the same id the first has the children.
            var hasChildren = row.Id is not null && depth < DeepestGroup && groups.Remove(row.Id);
            List<StatusComponent> children = hasChildren ? Members(row.Id!, depth + 1) : [];
            if (children.Count == 0 && row.Component.State == ServiceState.Operational) return null;
            return row.Component with { Children = children };
        }
    }

    /// <summary>The worst of the page's own state and its open incidents.</summary>
    public static ServiceState Worst(ServiceState page, IReadOnlyList<StatusIncident> incidents) =>
        incidents.Select(incident => incident.Impact).Append(page).Max();

    /// <summary>Where a maintenance stands. One that is past its end lingers in every provider's feed.</summary>
    public static MaintenancePhase Phase(
        Progress progress, DateTimeOffset? starts, DateTimeOffset? ends, DateTimeOffset now)
    {
        if (ends <= now) return MaintenancePhase.Overdue;
        return progress switch
        {
            Progress.InProgress or Progress.Verifying => MaintenancePhase.InProgress,
            Progress.Scheduled => MaintenancePhase.Upcoming,
            _ => starts <= now ? MaintenancePhase.InProgress : MaintenancePhase.Upcoming,
        };
    }
}
