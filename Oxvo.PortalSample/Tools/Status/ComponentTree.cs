namespace Oxvo.PortalSample.Tools.Status;

/// <summary>A row as the feeds list it: flat, in any order, each naming its group.</summary>
sealed record ComponentRow
{
    public required string? Id { get; init; }
    public required string? GroupId { get; init; }
    public required bool IsGroup { get; init; }
    public double Position { get; init; }
    public required StatusComponent Component { get; init; }
}

/// <summary>Puts flat rows into their groups.</summary>
static class ComponentTree
{
    const int Deepest = 6;

    /// <summary>
    /// A row whose group is not in the list stands at the top. Rows that are each other's groups, and groups that say
    /// nothing (all well, and empty), are left out.
    /// </summary>
    /// <param name="lost">How many rows could not be placed.</param>
    public static IReadOnlyList<StatusComponent> Build(IReadOnlyList<ComponentRow> rows, out int lost)
    {
        var groups = rows.Where(row => row is { IsGroup: true, Id: not null }).Select(row => row.Id!).ToHashSet();
        var byGroup = rows.ToLookup(row => row.GroupId is { } id && groups.Contains(id) ? id : "");
        var placed = 0;

        var tree = Rows("", 0);
        lost = rows.Count - placed;
        return tree;

        List<StatusComponent> Rows(string group, int depth)
        {
            List<StatusComponent> list = [];
            // The position is unique inside a group at best; rows of the same one stay in the feed's order.
            foreach (var row in byGroup[group].OrderBy(row => row.Position))
            {
                placed++;
                if (!row.IsGroup) list.Add(row.Component);
                else if (Group(row, depth) is { } component) list.Add(component);
            }
            return list;
        }

        StatusComponent? Group(ComponentRow row, int depth)
        {
            // Of two groups with the same id the first has the children.
            List<StatusComponent> children =
                row.Id is null || depth == Deepest || !groups.Remove(row.Id) ? [] : Rows(row.Id, depth + 1);
            if (children.Count == 0 && row.Component.State == ServiceState.Operational) return null;
            return row.Component with { Children = children };
        }
    }
}
