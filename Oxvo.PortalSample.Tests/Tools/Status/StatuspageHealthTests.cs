using Oxvo.PortalSample.Tools.Status;

using static Oxvo.PortalSample.Tests.Tools.Status.Feeds;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>Statuspage's components, and documents with less in them than the documentation says.</summary>
public sealed class StatuspageHealthTests
{
    [Fact]
    public void Groups_are_headings_over_their_components_in_the_pages_order()
    {
        var reading = Read(Statuspage(components: """
            [{"id":"b","name":"Second","status":"operational","position":2,"group_id":"g"},
             {"id":"t","name":"Alone","status":"operational","position":2,"group_id":null},
             {"id":"g","name":"Group","status":"major_outage","position":1,"group":true,"components":["a","b"]},
             {"id":"a","name":"First","status":"operational","position":1,"group_id":"g"}]
            """));

        Assert.Equal(["Group", "Alone"], reading.Components!.Select(row => row.Name));
        Assert.Equal(["First", "Second", "Alone"], Leaves(reading.Components));
        Assert.Equal(3, reading.ComponentCount);
    }

    [Fact]
    public void A_group_may_name_its_children_instead_and_a_group_that_is_missing_leaves_them_at_the_top()
    {
        var reading = Read(Statuspage(components: """
            [{"id":"g","name":"Group","status":"degraded_performance","group":true,"components":["a","elsewhere"]},
             {"id":"a","name":"Named by it","status":"operational"},
             {"id":"o","name":"Orphan","status":"operational","group_id":"nowhere"}]
            """));

        Assert.Equal(["Named by it"], reading.Components![0].Children!.Select(child => child.Name));
        Assert.Equal(["Named by it", "Orphan"], Leaves(reading.Components));
    }

    [Fact]
    public void What_is_shown_only_while_degraded_is_hidden_while_operational_with_its_emptied_group()
    {
        var reading = Read(Statuspage(components: """
            [{"id":"g","name":"Hidden group","status":"operational","group":true,"components":["a"]},
             {"id":"a","name":"Hidden","status":"operational","group_id":"g","only_show_if_degraded":true},
             {"id":"b","name":"Shown","status":"partial_outage","only_show_if_degraded":true}]
            """));

        Assert.Equal(["Shown"], reading.Components!.Select(row => row.Name));
        Assert.Equal((1, 0), (reading.ComponentCount, reading.DroppedRows));
    }

    [Fact]
    public void Groups_that_hold_each_other_are_dropped_and_counted()
    {
        var reading = Read(Statuspage(components: """
            [{"id":"g","name":"G","status":"operational","group":true,"group_id":"h"},
             {"id":"h","name":"H","status":"operational","group":true,"group_id":"g"},
             {"id":"s","name":"S","status":"operational","group":true,"group_id":"s"},
             {"id":"a","name":"API","status":"operational"}]
            """));

        Assert.Equal(["API"], Leaves(reading.Components));
        Assert.Equal(3, reading.DroppedRows);
    }

    [Fact]
    public void Incident_io_leaves_out_lists_zone_times_and_links()
    {
        var reading = Read("""
            {"page":{"id":"01ABC","name":"Acme","url":"https://status.acme.example/"},
             "status":{"indicator":"minor","description":"Partial System Degradation"},
             "components":[{"id":"01A","name":"API","status":"operational","position":1}],
             "incidents":[{"id":"01B","name":"**Elevated** errors","status":"monitoring","impact":"minor",
               "shortlink":null}]}
            """);

        Assert.Equal(ServiceState.Degraded, reading.State);
        Assert.Equal("Elevated errors", Assert.Single(reading.Incidents).Title);
        Assert.Empty(reading.Maintenance);
        Assert.Equal((1, 0), (reading.ComponentCount, reading.DroppedRows));
    }

    [Theory]
    [InlineData("""{"page":{},"status":{}}""")]
    [InlineData("""
        {"page":{"name":null,"url":null},"status":{"indicator":null},
         "components":null,"incidents":null,"scheduled_maintenances":null}
        """)]
    [InlineData("""
        {"page":{"name":7,"url":[]},"status":{"indicator":{}},
         "components":{"a":1},"incidents":"none","scheduled_maintenances":0}
        """)]
    public void A_page_that_tells_nothing_is_unknown(string feed)
    {
        var reading = Read(feed);

        Assert.Equal(ServiceState.Unknown, reading.State);
        Assert.Null(reading.Components);
        Assert.Empty(reading.Incidents);
    }

    [Fact]
    public void A_broken_row_drops_only_itself_and_is_counted()
    {
        var reading = Read(Statuspage(
            components: """
                [null,7,"text",[],{},{"name":null},{"name":["API"]},{"name":"\ud800"},{"name":"  "},
                 {"id":5,"name":"Whole","status":3,"position":"1e400"}]
                """,
            incidents: """
                [{"impact":"critical"},
                 {"name":"Whole","status":true,"impact":"minor","started_at":"soon",
                  "incident_updates":[5,{"body":{}}],"components":"all"}]
                """,
            maintenance: """
                [false,{"name":"Whole","status":"scheduled","scheduled_for":20261122,"scheduled_until":null}]
                """));

        var whole = Assert.Single(reading.Components!);
        Assert.Equal((ServiceState.Unknown, "Whole"), (whole.State, whole.Name));
        Assert.Equal(Progress.Unknown, Assert.Single(reading.Incidents).State);
        Assert.Empty(Assert.Single(reading.Incidents[0].Updates).Body);
        Assert.Null(Assert.Single(reading.Maintenance).StartsAt);
        Assert.Equal(9 + 1 + 1, reading.DroppedRows);
    }

    [Fact]
    public void Five_hundred_components_are_read_and_more_than_the_most_are_counted_as_dropped()
    {
        Assert.Equal((500, 0), Counts(500));
        Assert.Equal((2_000, 500), Counts(2_500));
    }

    static string Rows(int count) => "[" + string.Join(',', Enumerable.Range(0, count)
        .Select(i => $$"""{"id":"{{i}}","name":"Service {{i}}","status":"operational","position":{{i}}}""")) + "]";

    static (int, int) Counts(int rows)
    {
        var reading = Read(Statuspage(components: Rows(rows)));
        return (reading.ComponentCount, reading.DroppedRows);
    }
}
