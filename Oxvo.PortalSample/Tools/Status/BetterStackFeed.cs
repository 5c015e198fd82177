using System.Globalization;
using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Better Stack's <c>/index.json</c>, a JSON:API document whose rows come mixed and in any order
/// (https://betterstack.com/docs/uptime/status-pages/subscribing-to-status-updates/subscribing-to-api/).
/// </summary>
sealed class BetterStackFeed
{
    readonly ILookup<string?, JsonElement> included, updates, resources;

    BetterStackFeed(JsonElement root)
    {
        included = root.Rows("included").ToLookup(row => row.Word("type"));
        updates = included["status_update"].ToLookup(row => row.Id("id"), Attributes);
        resources = included["status_page_resource"].ToLookup(row => row.Id("id"), Attributes);
    }

    public static FeedPage Read(JsonElement root, DateTimeOffset now) =>
        new BetterStackFeed(root).Page(Attributes(root.Member("data")), now);

    FeedPage Page(JsonElement page, DateTimeOffset now)
    {
        // Most reports are history. Only this word closes one: ends_at stays empty on many that are long over.
        var reports = included["status_report"].Where(report => !HasWord(report, "aggregate_state", "resolved"))
            .ToLookup(report => HasWord(report, "report_type", "maintenance"));
        return new(
            page.Name("company_name"),
            page.Word("custom_domain") is { Length: > 0 } domain ? FeedText.SafeLink("https://" + domain) : null,
            page.State("aggregate_state"), page.Line("aggregate_state"), page.Line("timezone"),
            reports[false].Select(Incident), reports[true].Select(row => Maintenance(row, now)), Components());
    }

    static JsonElement Attributes(JsonElement row) => row.Member("attributes");

    static bool HasWord(JsonElement report, string name, string word) =>
        string.Equals(Attributes(report).Word(name), word, StringComparison.OrdinalIgnoreCase);

    StatusIncident? Incident(JsonElement row)
    {
        var report = Attributes(row);
        var said = Updates(row);
        return report.Line("title") is not { } title ? null : new(
            title, State: null, Wording: null, report.State("aggregate_state"), report.Line("aggregate_state"),
            report.Instant("starts_at"), said.FirstOrDefault()?.At, Url: null, said, Affected(report));
    }

    StatusMaintenance? Maintenance(JsonElement row, DateTimeOffset now)
    {
        var report = Attributes(row);
        var starts = report.Instant("starts_at");
        var ends = report.Instant("ends_at");
        return report.Line("title") is not { } title ? null : new(
            title, FeedPage.Phase(Progress.Unknown, starts, ends, now), report.Line("aggregate_state"), starts, ends,
            Url: null, Updates(row), Affected(report));
    }

    StatusUpdate[] Updates(JsonElement report) =>
    [
        .. from reference in report.Member("relationships").Member("status_updates").Rows("data")
               .Take(FeedPage.MostUpdates)
           let update = updates[reference.Id("id") ?? ""].LastOrDefault()
           where update.ValueKind == JsonValueKind.Object
           let at = update.Instant("published_at")
           orderby at descending
           select new StatusUpdate(at, State: null, Wording: null, FeedText.Body(update.Word("message"))),
    ];

    AffectedComponent[] Affected(JsonElement report) =>
    [
        .. from row in report.Rows("affected_resources").Take(FeedPage.MostAffected)
           let name = resources[row.Id("status_page_resource_id") ?? ""].LastOrDefault().Name("public_name")
           where name is not null
           select new AffectedComponent(name, row.State("status")),
    ];

    IEnumerable<ComponentRow?> Components()
    {
        var rows = included["status_page_resource"]
            .Select((row, at) => at < FeedPage.MostComponents ? Resource(Attributes(row)) : null).ToList();
        var bySection = rows.OfType<ComponentRow>().ToLookup(row => row.GroupId);
        var sections =
            from row in included["status_page_section"]
            let id = row.Id("id")
            let name = Attributes(row).Name("name")
            // The unnamed section is how a page has no sections: its resources are at the top.
            where id is not null && name is not null
            select new ComponentRow(id, GroupId: null, IsGroup: true, Attributes(row).Number("position"),
                new(name, Description: null, Worst(bySection[id]), Wording: null));
        var unreadable = included[null].Select(_ => (ComponentRow?)null);
        return [.. sections, .. rows, .. unreadable];
    }

    // A section has no state of its own. What is not monitored says nothing about the rest.
    static ServiceState Worst(IEnumerable<ComponentRow> resources)
    {
        var watched = resources.Where(row => row.Component.Wording != "not_monitored");
        var otherwise = resources.Any() ? ServiceState.Unknown : ServiceState.Operational;
        return watched.Select(row => row.Component.State).DefaultIfEmpty(otherwise).Max();
    }

    // A resource's number and a section's may be the same: only sections are groups, so a resource needs no id.
    static ComponentRow? Resource(JsonElement resource) => resource.Name("public_name") is not { } name ? null : new(
        Id: null, resource.Id("status_page_section_id"), IsGroup: false, resource.Number("position"),
        new(name, resource.Line("explanation"), resource.State("status"), resource.Line("status"),
            Availability: resource.Number("availability") is { } share and >= 0 and <= 1 ? share : null,
            History: History(resource.Rows("status_history"))));

    static StatusDay[]? History(IEnumerable<JsonElement> list)
    {
        List<StatusDay> days = [];
        foreach (var row in list.TakeLast(FeedPage.MostDays))
            if (DateOnly.TryParseExact(
                row.Word("day"), "yyyy-MM-dd", CultureInfo.InvariantCulture, default, out var day))
                days.Add(new(day, row.State("status"), row.Number("downtime_duration")));
        return days.Count == 0 ? null : [.. days.OrderBy(day => day.Day)];
    }
}
