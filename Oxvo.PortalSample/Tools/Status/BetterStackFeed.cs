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
    readonly List<JsonElement> resources = [], sections = [], reports = [];
    readonly Dictionary<string, JsonElement> updates = [];
    readonly Dictionary<string, string> resourceNames = [];

    public static bool IsFeed(JsonElement root) => root.Member("data"u8).Word("type"u8) == "status_page";

    public static StatusReading Read(JsonElement root, DateTimeOffset now) =>
        new BetterStackFeed(root).Page(root.Member("data"u8), now);

    BetterStackFeed(JsonElement root)
    {
        foreach (var row in root.Rows("included"u8))
            switch (row.Word("type"u8))
            {
                case "status_page_section": sections.Add(row); break;
                case "status_page_resource": resources.Add(row); break;
                case "status_report": reports.Add(row); break;
                case "status_update" when row.Id("id"u8) is { } id: updates[id] = row; break;
                case null: rows.Dropped++; break;
            }
        foreach (var resource in resources)
            if (resource.Id("id"u8) is { } id && Attributes(resource).Word("public_name"u8) is { } name)
                resourceNames[id] = name;
    }

    StatusReading Page(JsonElement data, DateTimeOffset now)
    {
        var page = Attributes(data);
        var word = page.Word("aggregate_state"u8);
        var incidents = rows.Read(reports.Where(report => !IsMaintenance(report)), Incident, FeedRows.MostIncidents);
        var maintenance = rows.Read(reports.Where(IsMaintenance), row => Maintenance(row, now), FeedRows.MostIncidents);
        return new()
        {
            Provider = FeedProvider.BetterStack,
            Name = FeedText.Line(page.Word("company_name"u8)),
            Url = Url(page),
            State = FeedWords.Worst(FeedWords.State(word), incidents.Select(incident => incident.Impact)),
            Wording = FeedText.Line(word),
            Incidents = incidents.InOrder(),
            Maintenance = maintenance.InOrder(),
            Components = BetterStackHealth.Read(resources, sections, rows),
            TimeZone = FeedText.Line(page.Word("timezone"u8)),
            DroppedRows = rows.Dropped,
            ReadAt = now,
        };
    }

    static JsonElement Attributes(JsonElement row) => row.Member("attributes"u8);

    static string? Url(JsonElement page) =>
        page.Word("custom_domain"u8) is { Length: > 0 } domain ? FeedMarkup.SafeLink("https://" + domain) : null;

    static bool IsMaintenance(JsonElement report) =>
        string.Equals(Attributes(report).Word("report_type"u8), "maintenance", StringComparison.OrdinalIgnoreCase);

    // Most reports in the feed are history. Only this word closes one: ends_at stays empty on many that are long over.
    static bool IsOver(JsonElement report) =>
        string.Equals(report.Word("aggregate_state"u8), "resolved", StringComparison.OrdinalIgnoreCase);

    Row<StatusIncident> Incident(JsonElement row)
    {
        var report = Attributes(row);
        if (IsOver(report)) return Row<StatusIncident>.Over;
        if (FeedText.Line(report.Word("title"u8)) is not { } title) return Row<StatusIncident>.Broken;

        var word = report.Word("aggregate_state"u8);
        var said = Updates(row);
        return new(new()
        {
            Title = title,
            State = null,
            Wording = null,
            Impact = FeedWords.State(word),
            ImpactWording = FeedText.Line(word),
            StartedAt = report.Instant("starts_at"u8),
            UpdatedAt = said.FirstOrDefault()?.At,
            Updates = said,
            Affected = Affected(report),
        });
    }

    Row<StatusMaintenance> Maintenance(JsonElement row, DateTimeOffset now)
    {
        var report = Attributes(row);
        if (IsOver(report)) return Row<StatusMaintenance>.Over;
        if (FeedText.Line(report.Word("title"u8)) is not { } title) return Row<StatusMaintenance>.Broken;

        var (starts, ends) = (report.Instant("starts_at"u8), report.Instant("ends_at"u8));
        return new(new()
        {
            Title = title,
            Phase = FeedRows.Phase(null, starts, ends, now),
            Wording = FeedText.Line(report.Word("aggregate_state"u8)),
            StartsAt = starts,
            EndsAt = ends,
            Updates = Updates(row),
            Affected = Affected(report),
        });
    }

    StatusUpdate[] Updates(JsonElement report) =>
    [
        .. report.Member("relationships"u8).Member("status_updates"u8).Rows("data"u8).Take(FeedRows.MostUpdates)
            .Select(reference => Attributes(updates.GetValueOrDefault(reference.Id("id"u8) ?? "")))
            .Where(update => update.ValueKind == JsonValueKind.Object)
            .Select(update => new StatusUpdate
            {
                At = update.Instant("published_at"u8),
                State = null,
                Wording = null,
                Body = FeedText.Body(update.Word("message"u8)),
            })
            .OrderByDescending(update => update.At),
    ];

    AffectedComponent[] Affected(JsonElement report) =>
    [
        .. from row in report.Rows("affected_resources"u8).Take(FeedRows.MostAffected)
           let name = FeedText.Line(resourceNames.GetValueOrDefault(row.Id("status_page_resource_id"u8) ?? ""))
           where name is not null
           select new AffectedComponent { Name = name, State = FeedWords.State(row.Word("status"u8)) },
    ];
}
