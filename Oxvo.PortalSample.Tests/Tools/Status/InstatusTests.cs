using Oxvo.PortalSample.Tools.Status;

using static Oxvo.PortalSample.Tests.Tools.Status.Feeds;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>Instatus's summary, and its second document with the components.</summary>
public sealed class InstatusTests
{
    [Theory]
    [InlineData("UP", ServiceState.Operational)]
    [InlineData("HASISSUES", ServiceState.Degraded)]
    [InlineData("UNDERMAINTENANCE", ServiceState.Maintenance)]
    [InlineData("ALLMAJOROUTAGE", ServiceState.MajorOutage)]
    [InlineData("SOMEPARTIALOUTAGE", ServiceState.PartialOutage)]
    [InlineData("ONEMINOROUTAGE", ServiceState.PartialOutage)]
    [InlineData("ONEDEGRADEDPERFORMANCE", ServiceState.Degraded)]
    [InlineData("BACKUP", ServiceState.Unknown)]
    [InlineData("NOTOPERATIONAL", ServiceState.Unknown)]
    public void The_pages_word_is_its_state(string word, ServiceState state)
    {
        var reading = Read(Instatus(word));

        Assert.Equal((state, word), (reading.State, reading.Wording));
        Assert.Equal(FeedProvider.Instatus, reading.Provider);
    }

    [Theory]
    [InlineData("OPERATIONAL", ServiceState.Degraded)] // the page still has issues
    [InlineData("UNDERMAINTENANCE", ServiceState.Degraded)]
    [InlineData("DEGRADEDPERFORMANCE", ServiceState.Degraded)]
    [InlineData("PARTIALOUTAGE", ServiceState.PartialOutage)]
    [InlineData("MINOROUTAGE", ServiceState.PartialOutage)]
    [InlineData("MAJOROUTAGE", ServiceState.MajorOutage)]
    [InlineData("CATASTROPHE", ServiceState.Degraded)]
    public void The_worst_of_the_page_and_its_open_incidents_is_shown(string impact, ServiceState state)
    {
        var incidents = $$"""[{"name":"It broke","status":"INVESTIGATING","impact":"{{impact}}"}]""";

        Assert.Equal(state, Read(Instatus("HASISSUES", incidents)).State);
    }

    [Theory]
    [InlineData("INVESTIGATING", Progress.Investigating)]
    [InlineData("IDENTIFIED", Progress.Identified)]
    [InlineData("MONITORING", Progress.Monitoring)]
    [InlineData("SLEEPING", Progress.Unknown)]
    [InlineData("RESOLVED", null)]
    public void Only_open_incidents_are_listed(string word, Progress? state)
    {
        var incidents = $$"""[{"name":"It broke","status":"{{word}}","impact":"MAJOROUTAGE"}]""";

        Assert.Equal(state is { } open ? [open] : [],
            Read(Instatus("UP", incidents)).Incidents.Select(incident => incident.State!.Value));
    }

    [Theory]
    [InlineData("2026-11-22T18:55:50.000Z")]
    [InlineData("2026-11-22T20:55:50+02:00")]
    [InlineData("Sun Nov 22 2026 18:55:50 GMT+0000 (Coordinated Universal Time)")]
    [InlineData("Sun Nov 22 2026 20:55:50 GMT+0200 (Central European Standard Time)")]
    [InlineData("Sun Nov 22 2026 13:55:50 GMT-0500")]
    public void Dates_are_read_as_json_or_javascript_writes_them(string date) => Assert.Equal(
        new DateTimeOffset(2026, 11, 22, 18, 55, 50, TimeSpan.Zero),
        Assert.Single(Read(Instatus("UP", $$"""[{"name":"It broke","started":"{{date}}"}]""")).Incidents).StartedAt);

    [Theory]
    [InlineData("NOTSTARTEDYET", "2026-11-23T00:00:00Z", "60", MaintenancePhase.Upcoming)]
    [InlineData("NOTSTARTEDYET", "2026-11-20T00:00:00Z", "\"60\"", MaintenancePhase.Overdue)]
    [InlineData("INPROGRESS", "2026-11-22T11:30:00Z", "60", MaintenancePhase.InProgress)]
    [InlineData("INPROGRESS", "2026-11-22T11:30:00Z", "\"15\"", MaintenancePhase.Overdue)]
    [InlineData("INPROGRESS", "2026-11-22T11:30:00Z", "null", MaintenancePhase.InProgress)]
    [InlineData("NOTSTARTEDYET", "9999-12-31T23:00:00Z", "500000", MaintenancePhase.Upcoming)]
    [InlineData("COMPLETED", "2026-11-22T11:30:00Z", "60", null)]
    public void A_maintenance_ends_its_duration_after_its_start(
        string word, string start, string duration, MaintenancePhase? phase)
    {
        var reading = Read(Instatus("UP", maintenance: $$"""
            [{"name":"Move","start":"{{start}}","status":"{{word}}","duration":{{duration}}}]
            """));

        Assert.Equal(phase is { } open ? [open] : [], reading.Maintenance.Select(work => work.Phase));
        Assert.Equal(ServiceState.Operational, reading.State);
    }

    [Fact]
    public void Lists_that_are_empty_may_be_missing_and_components_are_then_not_told()
    {
        var reading = Read("""{"page":{"name":"Acme","url":"https://status.acme.example","status":"UP"}}""");

        Assert.Equal(ServiceState.Operational, reading.State);
        Assert.Null(reading.Components);
        Assert.Equal(0, reading.Incidents.Count + reading.Maintenance.Count);
    }

    [Fact]
    public void Rows_are_groups_where_other_rows_name_them_three_levels_deep_and_in_any_order()
    {
        var reading = Read(Instatus(), """
            {"components":[{"id":"1","name":"Leaf","status":"MAJOROUTAGE","group":{"id":"2","name":"Inner"}},
              {"id":"2","name":"Inner","status":"OPERATIONAL","group":{"id":"3","name":"Outer"}},
              {"id":"3","name":"Outer","status":"OPERATIONAL","group":null},
              {"id":"4","name":"Alone","status":"DEGRADEDPERFORMANCE","group":null},5,{"id":"6"}]}
            """);

        Assert.Equal(["Outer", "Alone"], reading.Components!.Select(row => row.Name));
        Assert.Equal(["Leaf", "Alone"], Leaves(reading.Components));
        Assert.Equal((2, 2), (reading.ComponentCount, reading.DroppedRows));
    }

    [Fact]
    public void The_documents_older_form_is_read_too()
    {
        var reading = Read(Instatus(), """
            [{"id":"1","name":"Group","status":"OPERATIONAL","isParent":true,
              "children":[{"id":"2","name":"Leaf","status":"PARTIALOUTAGE","isParent":false}]},
             {"id":"2","name":"Leaf","status":"PARTIALOUTAGE"},
             {"id":"3","name":"Alone","status":"UNDERMAINTENANCE","children":[]}]
            """);

        Assert.Equal(["Leaf", "Alone"], Leaves(reading.Components));
        Assert.Equal([ServiceState.PartialOutage], reading.Components![0].Children!.Select(child => child.State));
    }

    [Theory]
    [InlineData("OPERATIONAL", ServiceState.Operational)]
    [InlineData("UNDERMAINTENANCE", ServiceState.Maintenance)]
    [InlineData("DEGRADEDPERFORMANCE", ServiceState.Degraded)]
    [InlineData("PARTIALOUTAGE", ServiceState.PartialOutage)]
    [InlineData("MINOROUTAGE", ServiceState.PartialOutage)]
    [InlineData("MAJOROUTAGE", ServiceState.MajorOutage)]
    [InlineData("FINE", ServiceState.Unknown)]
    public void A_components_word_is_its_state(string word, ServiceState state) => Assert.Equal(state,
        Read(Instatus(), $$"""{"components":[{"id":"1","name":"API","status":"{{word}}"}]}""").Components![0].State);

    [Fact]
    public void The_second_document_alone_lists_components_of_a_page_whose_state_is_unknown()
    {
        var reading = Read("""{"components":[{"id":"1","name":"API","status":"OPERATIONAL","group":null}]}""");

        Assert.Equal((ServiceState.Unknown, 1), (reading.State, reading.ComponentCount));
    }

    [Fact]
    public void Five_hundred_components_are_read()
    {
        var rows = string.Join(',', Enumerable.Range(0, 500)
            .Select(i => $$"""{"id":"{{i}}","name":"S{{i}}","status":"OPERATIONAL","group":null}"""));

        Assert.Equal(500, Read(Instatus(), $$"""{"components":[{{rows}}]}""").ComponentCount);
    }
}
