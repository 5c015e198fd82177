using Oxvo.PortalSample.Tools.Status;

using static Oxvo.PortalSample.Tests.Tools.Status.Feeds;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>Better Stack's mixed document.</summary>
public sealed class BetterStackTests
{
    [Theory]
    [InlineData("operational", ServiceState.Operational)]
    [InlineData("degraded", ServiceState.Degraded)]
    [InlineData("downtime", ServiceState.MajorOutage)]
    [InlineData("maintenance", ServiceState.Maintenance)]
    [InlineData("Degraded", ServiceState.Degraded)]
    [InlineData("outage", ServiceState.Unknown)]
    public void The_pages_word_is_its_state(string word, ServiceState state)
    {
        var reading = Read(BetterStack(word));

        Assert.Equal((state, word), (reading.State, reading.Wording));
        Assert.Equal((FeedProvider.BetterStack, "https://status.acme.example/"), (reading.Provider, reading.Url));
        Assert.Equal("Pacific Time (US & Canada)", reading.TimeZone);
    }

    [Theory]
    [InlineData("operational", ServiceState.Operational)]
    [InlineData("degraded", ServiceState.Degraded)]
    [InlineData("downtime", ServiceState.MajorOutage)]
    [InlineData("maintenance", ServiceState.Maintenance)]
    [InlineData("not_monitored", ServiceState.Unknown)]
    [InlineData("sleepy", ServiceState.Unknown)]
    public void A_resources_word_is_its_state_and_not_monitored_is_not_down(string word, ServiceState state)
    {
        var resource = Resource("1", $$"""{"public_name":"API","status":"{{word}}"}""");

        Assert.Equal(state, Assert.Single(Read(BetterStack("operational", resource)).Components!).State);
    }

    [Theory]
    [InlineData("manual", "downtime", ServiceState.MajorOutage)]
    [InlineData("automatic", "degraded", ServiceState.Degraded)]
    [InlineData("Manual", "DOWNTIME", ServiceState.MajorOutage)]
    [InlineData("telepathic", "odd", ServiceState.Unknown)]
    public void A_report_that_is_not_resolved_is_an_open_incident(string type, string word, ServiceState state)
    {
        var reading = Read(BetterStack("operational", Report($$"""
            {"title":"It broke","report_type":"{{type}}","aggregate_state":"{{word}}","ends_at":null}
            """)));

        Assert.Equal((state, state), (reading.State, Assert.Single(reading.Incidents).Impact));
        Assert.Null(reading.Incidents[0].State);
    }

    [Theory]
    [InlineData("manual")]
    [InlineData("maintenance")]
    public void What_is_resolved_is_history_even_without_an_end(string type)
    {
        var reading = Read(BetterStack("operational", Report($$"""
            {"title":"Over","report_type":"{{type}}","aggregate_state":"Resolved","ends_at":null}
            """)));

        Assert.Empty(reading.Incidents);
        Assert.Empty(reading.Maintenance);
        Assert.Equal(0, reading.DroppedRows);
    }

    [Theory]
    [InlineData("2026-11-23T00:00:00Z", "2026-11-24T00:00:00Z", MaintenancePhase.Upcoming)]
    [InlineData("2026-11-22T04:00:00-07:00", "2026-11-22T05:30:00-07:00", MaintenancePhase.InProgress)]
    [InlineData("2026-11-20T00:00:00Z", "2026-11-21T00:00:00Z", MaintenancePhase.Overdue)]
    public void A_maintenance_report_is_placed_by_its_times_and_is_not_an_incident(
        string from, string until, MaintenancePhase phase)
    {
        var reading = Read(BetterStack("operational", Report($$"""
            {"title":"Move","report_type":"maintenance","aggregate_state":"maintenance",
             "starts_at":"{{from}}","ends_at":"{{until}}"}
            """)));

        Assert.Equal(phase, Assert.Single(reading.Maintenance).Phase);
        Assert.Empty(reading.Incidents);
        Assert.Equal(ServiceState.Operational, reading.State);
    }

    [Fact]
    public void Updates_come_before_their_report_in_any_order_and_are_shown_newest_first()
    {
        var incident = Assert.Single(Read(BetterStack("downtime",
            Update("1", "2026-11-22T09:00:00Z", "First"),
            Update("2", "2026-11-22T03:00:00-07:00", "See [help](https://acme.example/help)"),
            Report("""
                {"title":"It broke","report_type":"manual","aggregate_state":"downtime","affected_resources":[
                 {"status_page_resource_id":"7","status":"downtime"},
                 {"status_page_resource_id":"404","status":"downtime"}]}
                """, "5", "1", "2", "404"),
            Resource("7", """{"public_name":"API","status":"downtime"}"""))).Incidents);

        Assert.Equal(["See [help](https://acme.example/help)", "First"],
            incident.Updates.Select(update => Assert.Single(Paragraphs(update.Body))));
        Assert.Equal(new AffectedComponent("API", ServiceState.MajorOutage), Assert.Single(incident.Affected));
    }

    [Fact]
    public void Sections_are_groups_by_number_and_take_the_worst_of_what_is_watched()
    {
        var reading = Read(BetterStack("degraded",
            Resource("10", """{"status_page_section_id":2,"public_name":"B","position":1,"status":"not_monitored"}"""),
            Resource("11", """{"status_page_section_id":2,"public_name":"A","position":0,"status":"operational"}"""),
            Resource("12", """
                {"status_page_section_id":null,"public_name":"Alone","position":9,"status":"degraded"}
                """),
            Section("2", """{"name":"Region ","position":0}"""),
            Section("3", """{"name":"Empty","position":1}"""),
            Section("4", """{"name":""}""")));

        Assert.Equal(["Region", "Alone"], reading.Components!.Select(row => row.Name));
        Assert.Equal(["A", "B", "Alone"], Leaves(reading.Components));
        Assert.Equal(ServiceState.Operational, reading.Components![0].State);
    }

    [Fact]
    public void Ninety_days_and_the_availability_are_kept_as_the_provider_counts_them()
    {
        var days = string.Join(',', Enumerable.Range(0, 100).Select(day => $$"""
            {"day":"{{new DateOnly(2026, 8, 15).AddDays(day):yyyy-MM-dd}}",
             "status":"{{(day == 99 ? "downtime" : "operational")}}","downtime_duration":{{day}}.5}
            """));
        var resource = Assert.Single(Read(BetterStack("operational", Resource("1", $$"""
            {"public_name":"API","status":"operational","availability":0.9987,
             "status_history":[{"day":"soon"},{{days}}]}
            """))).Components!);

        Assert.Equal((90, 0.9987), (resource.History!.Count, resource.Availability));
        Assert.Equal(new StatusDay(new(2026, 11, 22), ServiceState.MajorOutage, 99.5), resource.History[^1]);
    }

    [Fact]
    public void A_broken_row_drops_only_itself_and_is_counted()
    {
        var reading = Read(BetterStack("operational", "null", "7", "{}", """{"type":5}""",
            """{"type":"status_page_resource"}""", """{"type":"status_report","attributes":null}""",
            """{"type":"something_new","attributes":{}}""", Resource("1", """
            {"public_name":"Whole","status":[],"position":{},"availability":"often","status_history":{"day":1},
             "status_page_section_id":[]}
            """)));

        var whole = Assert.Single(reading.Components!);
        Assert.Equal((ServiceState.Unknown, "Whole"), (whole.State, whole.Name));
        Assert.Null(whole.Availability);
        Assert.Equal(6, reading.DroppedRows);
    }

    [Theory]
    [InlineData("""{"data":{"type":"status_page"}}""")]
    [InlineData("""{"data":{"type":"status_page","attributes":[]},"included":{}}""")]
    [InlineData("""{"data":{"type":"status_page","attributes":{"aggregate_state":5}},"included":null}""")]
    public void A_page_that_tells_nothing_is_unknown(string feed) =>
        Assert.Equal(ServiceState.Unknown, Read(feed).State);

    [Fact]
    public void Five_hundred_resources_are_read()
    {
        var rows = Enumerable.Range(0, 500)
            .Select(i => Resource($"{i}", $$"""{"public_name":"S{{i}}","status":"operational"}"""));

        Assert.Equal(500, Read(BetterStack("operational", [.. rows])).ComponentCount);
    }
}
