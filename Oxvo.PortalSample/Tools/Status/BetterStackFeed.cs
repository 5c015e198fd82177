using System.Globalization;
using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Better Stack's <c>/index.json</c>, a JSON:API document whose rows come mixed and in any order
/// (https://betterstack.com/docs/uptime/status-pages/subscribing-to-status-updates/subscribing-to-api/).
/// </summary>
sealed class BetterStackFeed
{
    public const string Path = "/index.json";

    readonly FeedRows rows = new();
    readonly ILookup<string?, JsonElement> included;
    readonly Dictionary<string, JsonElement> said = [];
    readonly Dictionary<string, string> resourceNames = [];

    BetterStackFeed(JsonElement root)
    {
        included = root.Rows("included").ToLookup(row => row.Word("type"));
        rows.Dropped = included[null].Count();
        foreach (var row in included["status_update"])
            if (row.Id("id") is { } id) said[id] = Attributes(row);
        foreach (var row in included["status_page_resource"])
            if (row.Id("id") is { } id && Attributes(row).Word("public_name") is { } name) resourceNames[id] = name;
    }

    public static StatusReading Read(JsonElement root, DateTimeOffset now) =>
        new BetterStackFeed(root).Page(Attributes(root.Member("data")), now);

    StatusReading Page(JsonElement page, DateTimeOffset now)
    {
        // Most reports are history. Only this word closes one: ends_at stays empty on many that are long over.
        var open = included["status_report"].Where(report => !HasWord(report, "aggregate_state", "resolved"));
        var reports = open.ToLookup(report => HasWord(report, "report_type", "maintenance"));
        var incidents = rows.Incidents(reports[false], Incident);
        var maintenance = rows.Maintenance(reports[true], row => Maintenance(row, now));
        return new()
        {
            Provider = FeedProvider.BetterStack,
            Name = page.Line("company_name"),
            Url = page.Word("custom_domain") is { Length: > 0 } domain ? FeedText.SafeLink("https://" + domain) : null,
            State = FeedRows.Worst(page.State("aggregate_state"), incidents),
            Wording = page.Line("aggregate_state"),
            Incidents = incidents,
            Maintenance = maintenance,
            Components = Components(),
            TimeZone = page.Line("timezone"),
            DroppedRows = rows.Dropped,
            ReadAt = now,
        };
    }

    static JsonElement Attributes(JsonElement row) => row.Member("attributes");

    static bool HasWord(JsonElement report, string name, string word) =>
        string.Equals(Attributes(report).Word(name), word, StringComparison.OrdinalIgnoreCase);

    StatusIncident? Incident(JsonElement row)
    {
        var report = Attributes(row);
        if (report.Line("title") is not { } title) return null;

        var updates = Updates(row);
        return new(title, State: null, Wording: null, report.State("aggregate_state"), report.Line("aggregate_state"),
            report.Instant("starts_at"), updates.FirstOrDefault()?.At, Url: null, updates, Affected(report));
    }

    StatusMaintenance? Maintenance(JsonElement row, DateTimeOffset now)
    {
        var report = Attributes(row);
        if (report.Line("title") is not { } title) return null;

        var starts = report.Instant("starts_at");
        var ends = report.Instant("ends_at");
        var phase = FeedRows.Phase(Progress.Unknown, starts, ends, now);
        return new(
            title, phase, report.Line("aggregate_state"), starts, ends, Url: null, Updates(row), Affected(report));
    }

    StatusUpdate[] Updates(JsonElement report) =>
    [
        .. from reference in report.Member("relationships").Member("status_updates").Rows("data")
               .Take(FeedRows.MostUpdates)
           let update = said.GetValueOrDefault(reference.Id("id") ?? "")
           where update.ValueKind == JsonValueKind.Object
           let at = update.Instant("published_at")
           orderby at descending
           select new StatusUpdate(at, State: null, Wording: null, FeedText.Body(update.Word("message"))),
    ];

    AffectedComponent[] Affected(JsonElement report) =>
    [
        .. from row in report.Rows("affected_resources").Take(FeedRows.MostAffected)
           let name = FeedText.Line(resourceNames.GetValueOrDefault(row.Id("status_page_resource_id") ?? ""))
           where name is not null
           select new AffectedComponent(name, row.State("status")),
    ];

    IReadOnlyList<StatusComponent> Components()
    {
        var resources = rows.Components(included["status_page_resource"], row => Resource(Attributes(row)));
        var bySection = resources.ToLookup(resource => resource.GroupId);
        var sections =
            from row in included["status_page_section"]
            let id = row.Id("id")
            let name = Attributes(row).Line("name")
            // The unnamed section is how a page has no sections: its resources stand at the top.
            where id is not null && name is not null
            select new ComponentRow(id, GroupId: null, IsGroup: true, Attributes(row).Number("position"),
                new(name, Description: null, Worst(bySection[id]), Wording: null));
        return rows.Tree([.. rows.Components(sections, section => section), .. resources]);
    }

    // A section has no state of its own. What is not monitored says nothing about the rest.
    static ServiceState Worst(IEnumerable<ComponentRow> resources)
    {
        var watched = resources.Where(row => row.Component.Wording != "not_monitored");
        var otherwise = resources.Any() ? ServiceState.Unknown : ServiceState.Operational;
        return watched.Select(row => row.Component.State).DefaultIfEmpty(otherwise).Max();
    }

    // A resource's number and a section's may be the same: only sections are groups, so a resource needs no id.
    static ComponentRow? Resource(JsonElement resource) => resource.Line("public_name") is not { } name ? null : new(
        Id: null, resource.Id("status_page_section_id"), IsGroup: false, resource.Number("position"),
        new(name, resource.Line("explanation"), resource.State("status"), resource.Line("status"),
            Availability: resource.Number("availability") is { } share and >= 0 and <= 1 ? share : null,
            History: History(resource.Rows("status_history"))));

    static StatusDay[]? History(IEnumerable<JsonElement> list)
    {
        List<StatusDay> days = [];
        foreach (var row in list.TakeLast(FeedRows.MostDays))
            if (DateOnly.TryParseExact(
                row.Word("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var day))
                days.Add(new(day, row.State("status"), row.Number("downtime_duration")));
        return days.Count == 0 ? null : [.. days.OrderBy(day => day.Day)];
    }
}
