using System.Text;
using System.Text.Json;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>
/// Small hand-written documents as the three providers write them, and their reading on 22 November 2026 at noon.
/// </summary>
static class Feeds
{
    public static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public static StatusReading Read(string feed, string? components = null, FeedProvider? provider = null) =>
        FeedReader.Read(Encoding.UTF8.GetBytes(feed), Encoding.UTF8.GetBytes(components ?? ""), provider, Now);

    public static string Statuspage(
        string indicator = "none",
        string components = "[]", string incidents = "[]", string maintenance = "[]") => $$"""
        {"page":{"id":"p1","name":"Acme","url":"https://status.acme.example","time_zone":"Etc/UTC",
          "updated_at":"2026-11-22T11:00:00Z"},
         "components":{{components}},"incidents":{{incidents}},"scheduled_maintenances":{{maintenance}},
         "status":{"indicator":"{{indicator}}","description":"In the provider's words"} }
        """;

    public static string Instatus(string status = "UP", string incidents = "[]", string maintenance = "[]") => $$"""
        {"page":{"name":"Acme","url":"https://status.acme.example","status":"{{status}}"},
         "activeIncidents":{{incidents}},"activeMaintenances":{{maintenance}} }
        """;

    public static string BetterStack(string state = "operational", params string[] included) => $$"""
        {"data":{"id":"1","type":"status_page","attributes":{
          "company_name":"Acme","timezone":"Pacific Time (US & Canada)",
          "custom_domain":"status.acme.example","aggregate_state":"{{state}}"} },
         "included":[{{string.Join(',', included)}}]}
        """;

    public static string Report(string attributes, string id = "5", params string[] updates) => $$"""
        {"id":"{{id}}","type":"status_report","attributes":{{attributes}},"relationships":{"status_updates":{"data":[
          {{string.Join(',', updates.Select(update => $$"""{"id":"{{update}}","type":"status_update"}"""))}}]} } }
        """;

    public static string Update(string id, string at, string message) => $$$"""
        {"id":"{{{id}}}","type":"status_update","attributes":{
          "message":{{{JsonSerializer.Serialize(message)}}},"published_at":"{{{at}}}","affected_resources":[]}}
        """;

    public static string Resource(string id, string attributes) =>
        $$"""{"id":"{{id}}","type":"status_page_resource","attributes":{{attributes}} }""";

    public static string Section(string id, string attributes) =>
        $$"""{"id":"{{id}}","type":"status_page_section","attributes":{{attributes}} }""";

    /// <summary>The leaves' names, in order.</summary>
    public static IEnumerable<string> Leaves(IEnumerable<StatusComponent>? rows) =>
        (rows ?? []).SelectMany(row => row.Children is null ? [row.Name] : Leaves(row.Children));

    /// <summary>A paragraph as Markdown would write it.</summary>
    public static string[] Paragraphs(IEnumerable<IReadOnlyList<TextRun>> body) =>
        [.. body.Select(runs => string.Concat(runs.Select(Written)))];

    static string Written(TextRun run) => run.Url is null ? run.Text : $"[{run.Text}]({run.Url})";
}
