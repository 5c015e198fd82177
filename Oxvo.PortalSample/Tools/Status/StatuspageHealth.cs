using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>Statuspage's components: groups are rows of the same list.</summary>
static class StatuspageHealth
{
    public static IReadOnlyList<StatusComponent>? Read(JsonElement root, FeedRows rows)
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

        var isGroup = row.IsTrue("group"u8);
        var groupId = row.Id("group_id"u8);
        var id = isGroup || groupId is null && groups.Count > 0 ? row.Id("id"u8) : null;
        return new(new()
        {
            Id = id,
            GroupId = groupId ?? (id is null ? null : groups.GetValueOrDefault(id)),
            IsGroup = isGroup,
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
