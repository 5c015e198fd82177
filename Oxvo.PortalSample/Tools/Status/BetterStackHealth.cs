using System.Globalization;
using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>Better Stack's sections and resources, with their days.</summary>
static class BetterStackHealth
{
    const string NotMonitored = "not_monitored";

    public static IReadOnlyList<StatusComponent> Read(List<JsonElement> resources, List<JsonElement> sections, FeedRows rows)
    {
        var leaves = rows.Read(resources, Resource, FeedRows.MostComponents);
        var bySection = leaves.ToLookup(leaf => leaf.GroupId);
        var groups = rows.Read(sections, row => Section(row, bySection), FeedRows.MostComponents);
        return rows.Tree([.. groups, .. leaves]);
    }

    static Row<ComponentRow> Section(JsonElement row, ILookup<string?, ComponentRow> resources)
    {
        // The unnamed section is how a page has no sections: its resources stand at the top.
        var section = row.Member("attributes"u8);
        if (row.Id("id"u8) is not { } id || FeedText.Line(section.Word("name"u8)) is not { } name)
            return Row<ComponentRow>.Over;

        // A section has no state of its own. What nobody watches says nothing about the rest.
        var watched = from leaf in resources[id] where leaf.Component.Wording != NotMonitored select leaf.Component.State;
        var otherwise = resources[id].Any() ? ServiceState.Unknown : ServiceState.Operational;
        return new(new()
        {
            Id = id,
            GroupId = null,
            IsGroup = true,
            Position = section.Number("position"u8) ?? double.MaxValue,
            Component = new() { Name = name, State = watched.DefaultIfEmpty(otherwise).Max(), Wording = null },
        });
    }

    static Row<ComponentRow> Resource(JsonElement row)
    {
        var resource = row.Member("attributes"u8);
        if (FeedText.Line(resource.Word("public_name"u8)) is not { } name) return Row<ComponentRow>.Broken;

        var word = resource.Word("status"u8);
        return new(new()
        {
            // A resource's number and a section's may be the same: only sections are groups.
            Id = null,
            GroupId = resource.Id("status_page_section_id"u8),
            IsGroup = false,
            Position = resource.Number("position"u8) ?? double.MaxValue,
            Component = new()
            {
                Name = name,
                Description = FeedText.Line(resource.Word("explanation"u8)),
                State = FeedWords.State(word),
                Wording = FeedText.Line(word),
                Availability = resource.Number("availability"u8) is { } share and >= 0 and <= 1 ? share : null,
                History = History(resource.Member("status_history"u8)),
            },
        });
    }

    static List<StatusDay>? History(JsonElement list)
    {
        if (list.ValueKind != JsonValueKind.Array) return null;

        List<StatusDay> days = new(FeedRows.MostDays);
        foreach (var row in list.EnumerateArray().Skip(list.GetArrayLength() - FeedRows.MostDays))
            if (DateOnly.TryParseExact(
                row.Word("day"u8), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
                days.Add(new()
                {
                    Day = day,
                    State = FeedWords.State(row.Word("status"u8)),
                    DownSeconds = row.Number("downtime_duration"u8),
                });
        days.Sort((a, b) => a.Day.CompareTo(b.Day));
        return days.Count == 0 ? null : days;
    }
}
