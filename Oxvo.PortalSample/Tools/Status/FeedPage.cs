namespace Oxvo.PortalSample.Tools.Status;

/// <summary>What a feed says, before it is bounded, counted and sorted. A row that cannot be read is null.</summary>
sealed record FeedPage(
    string? Name, string? Url, ServiceState State, string? Wording, string? TimeZone,
    IEnumerable<StatusIncident?> Incidents, IEnumerable<StatusMaintenance?> Maintenance,
    IEnumerable<ComponentRow?>? Components)
{
    public const int MostUpdates = 50, MostAffected = 100, MostDays = 90, MostComponents = 2_000;

    const int MostIncidents = 50;

    /// <summary>Where a maintenance is in time. One that is past its end lingers in every provider's feed.</summary>
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

    /// <exception cref="OperationCanceledException">The limit ended before the last row.</exception>
    public StatusReading ToReading(FeedProvider provider, DateTimeOffset now, CancellationToken limit)
    {
        var dropped = 0;
        var incidents = Kept(Incidents, MostIncidents);
        var maintenance = Kept(Maintenance, MostIncidents);
        var components = Components is null ? null
            : ComponentRow.Arrange(Kept(Components, MostComponents), ref dropped);
        return new(provider, Name, Url, incidents.Select(incident => incident.Impact).Append(State).Max(), Wording,
            [.. from one in incidents orderby one.Impact descending, one.StartedAt descending select one],
            [.. from work in maintenance orderby work.Phase, work.StartsAt select work],
            components, components?.Sum(row => row.Leaves.Count()) ?? 0, TimeZone, dropped, now);

        // A broken row takes nothing else with it: it is counted, as is what comes after the most that is kept.
        List<T> Kept<T>(IEnumerable<T?> rows, int most) where T : class
        {
            List<T?> all = [];
            foreach (var row in rows)
            {
                limit.ThrowIfCancellationRequested();
                all.Add(row);
            }
            var kept = all.OfType<T>().Take(most).ToList();
            dropped += all.Count - kept.Count;
            return kept;
        }
    }
}

/// <summary>A component as the feeds list it: flat, in any order, each naming its group.</summary>
sealed record ComponentRow(string? Id, string? GroupId, bool IsGroup, double? Position, StatusComponent Component)
{
    const int DeepestGroup = 6;

    /// <summary>
    /// Puts components into their groups. A row whose group is not in the list is at the top. Groups that say nothing
    /// (all well, and empty) are left out; rows that are each other's groups, or too deep, are dropped.
    /// </summary>
    public static List<StatusComponent> Arrange(List<ComponentRow> rows, ref int dropped)
    {
        var groups = rows.Where(row => row.IsGroup).Select(row => row.Id).OfType<string>().ToHashSet();
        var byGroup = rows.ToLookup(row => row.GroupId is { } id && groups.Contains(id) ? id : null);
        var left = rows.Count;
        var top = Members(null, 0).ToList();
        dropped += left;
        return top;

        IEnumerable<StatusComponent> Members(string? group, int depth)
        {
            // The position is unique inside a group at best; rows of the same one stay in the feed's order.
            foreach (var row in byGroup[group].OrderBy(row => row.Position ?? double.MaxValue))
            {
                left--;
                // Of two groups with the same id the first has the children.
                var hasChildren = row is { IsGroup: true, Id: not null }
                    && depth < DeepestGroup && groups.Remove(row.Id);
                List<StatusComponent> children = hasChildren ? [.. Members(row.Id, depth + 1)] : [];
                if (!row.IsGroup) yield return row.Component;
                else if (children.Count > 0 || row.Component.State != ServiceState.Operational)
                    yield return row.Component with { Children = children };
            }
        }
    }
}
