namespace Oxvo.PortalSample.Tools.Status;

/// <summary>What became of a row: read, left out because it is over or hidden, or broken.</summary>
readonly record struct Row<T>(T? Value, bool IsBroken = false) where T : class
{
    public static Row<T> Over => new(null);
    public static Row<T> Broken => new(null, IsBroken: true);
}

/// <summary>
/// Reads the rows of one document and counts those that had to be dropped: a broken row takes nothing else with it.
/// </summary>
sealed class FeedRows
{
    public const int MostComponents = 2_000, MostIncidents = 50, MostUpdates = 50, MostAffected = 100, MostDays = 90;

    public int Dropped { get; set; }

    public List<T> Read<TSource, T>(IEnumerable<TSource> rows, Func<TSource, Row<T>> read, int most) where T : class
    {
        List<T> list = [];
        foreach (var row in rows)
        {
            var result = read(row);
            if (result.Value is { } value && list.Count < most) list.Add(value);
            else if (result.Value is not null || result.IsBroken) Dropped++;
        }
        return list;
    }

    public IReadOnlyList<StatusComponent> Tree(IReadOnlyList<ComponentRow> rows)
    {
        var tree = ComponentTree.Build(rows, out var lost);
        Dropped += lost;
        return tree;
    }

    /// <summary>Where a maintenance stands. One that is past its end lingers in every provider's feed.</summary>
    public static MaintenancePhase Phase(Progress? progress, DateTimeOffset? starts, DateTimeOffset? ends, DateTimeOffset now)
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

static class FeedOrder
{
    public static IReadOnlyList<StatusIncident> InOrder(this List<StatusIncident> incidents) =>
        [.. incidents.OrderByDescending(incident => incident.Impact).ThenByDescending(incident => incident.StartedAt)];

    public static IReadOnlyList<StatusMaintenance> InOrder(this List<StatusMaintenance> maintenance) =>
        [.. maintenance.OrderBy(work => work.Phase).ThenBy(work => work.StartsAt)];
}
