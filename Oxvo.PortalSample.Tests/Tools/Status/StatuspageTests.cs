using Oxvo.PortalSample.Tools.Status;

using static Oxvo.PortalSample.Tests.Tools.Status.Feeds;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>Statuspage's summary, and incident.io's on the same path.</summary>
public sealed class StatuspageTests
{
    [Theory]
    [InlineData("none", ServiceState.Operational)]
    [InlineData("minor", ServiceState.Degraded)]
    [InlineData("major", ServiceState.PartialOutage)]
    [InlineData("critical", ServiceState.MajorOutage)]
    [InlineData("maintenance", ServiceState.Maintenance)]
    [InlineData("NONE", ServiceState.Operational)]
    [InlineData("splendid", ServiceState.Unknown)]
    [InlineData("", ServiceState.Unknown)]
    public void The_pages_word_is_its_state_and_is_kept_in_the_providers_words(string indicator, ServiceState state)
    {
        var reading = Read(Statuspage(indicator));

        Assert.Equal(state, reading.State);
        Assert.Equal("In the provider's words", reading.Wording);
        Assert.Equal(FeedProvider.Statuspage, reading.Provider);
    }

    [Theory]
    [InlineData("operational", ServiceState.Operational)]
    [InlineData("degraded_performance", ServiceState.Degraded)]
    [InlineData("partial_outage", ServiceState.PartialOutage)]
    [InlineData("major_outage", ServiceState.MajorOutage)]
    [InlineData("full_outage", ServiceState.MajorOutage)]
    [InlineData("under_maintenance", ServiceState.Maintenance)]
    [InlineData("on_fire", ServiceState.Unknown)]
    public void A_components_word_is_its_state_and_colours_nothing_else(string word, ServiceState state)
    {
        var reading = Read(Statuspage(components: $$"""[{"id":"a","name":"API","status":"{{word}}"}]"""));

        Assert.Equal((state, word), (reading.Components![0].State, reading.Components[0].Wording));
        Assert.Equal(ServiceState.Operational, reading.State);
    }

    [Theory]
    [InlineData("none", "none", ServiceState.Operational)]
    [InlineData("none", "minor", ServiceState.Degraded)]
    [InlineData("minor", "major", ServiceState.PartialOutage)]
    [InlineData("major", "minor", ServiceState.PartialOutage)]
    [InlineData("none", "critical", ServiceState.MajorOutage)]
    [InlineData("none", "huge", ServiceState.Unknown)]
    [InlineData("minor", "huge", ServiceState.Degraded)]
    public void The_worst_of_the_page_and_its_open_incidents_is_shown(
        string indicator, string impact, ServiceState state)
    {
        var reading = Read(Statuspage(indicator, incidents: $$"""
            [{"name":"It broke","status":"identified","impact":"{{impact}}"}]
            """));

        Assert.Equal(state, reading.State);
    }

    [Theory]
    [InlineData("investigating", Progress.Investigating)]
    [InlineData("identified", Progress.Identified)]
    [InlineData("monitoring", Progress.Monitoring)]
    [InlineData("pondering", Progress.Unknown)]
    [InlineData("resolved", null)]
    [InlineData("postmortem", null)]
    public void Only_open_incidents_are_listed(string word, Progress? state)
    {
        var reading = Read(Statuspage(
            incidents: $$"""[{"name":"It broke","status":"{{word}}","impact":"critical"}]"""));

        Assert.Equal(state is { } open ? [open] : [], reading.Incidents.Select(incident => incident.State!.Value));
        Assert.Equal(state is null ? ServiceState.Operational : ServiceState.MajorOutage, reading.State);
        Assert.Equal(0, reading.DroppedRows);
    }

    [Fact]
    public void An_incident_has_its_updates_newest_first_with_the_time_that_the_page_shows()
    {
        var incident = Assert.Single(Read(Statuspage(incidents: """
            [{"name":"It **broke**","status":"monitoring","impact":"minor",
              "started_at":"2026-11-22T12:00:00+02:00","shortlink":"http://stspg.io/x",
              "components":[{"name":"API","status":"partial_outage"}],
              "incident_updates":[{"status":"investigating","body":"First","display_at":"2026-11-22T10:00:00Z"},
                {"status":"monitoring","body":"Last","created_at":"2026-11-22T01:00:00Z",
                 "display_at":"2026-11-22T03:30:00-07:00"}]}]
            """)).Incidents);

        Assert.Equal("It broke", incident.Title);
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 0, 0, TimeSpan.Zero), incident.StartedAt);
        Assert.Equal(["Last", "First"], incident.Updates.Select(update => Assert.Single(Paragraphs(update.Body))));
        Assert.Equal(new DateTimeOffset(2026, 11, 22, 10, 30, 0, TimeSpan.Zero), incident.Updates[0].At);
        Assert.Equal(new AffectedComponent("API", ServiceState.PartialOutage), Assert.Single(incident.Affected));
        Assert.Null(incident.Url); // plain http
    }

    [Theory]
    [InlineData("scheduled", "2026-11-23", "2026-11-24", MaintenancePhase.Upcoming)]
    [InlineData("scheduled", "2026-11-20", "2026-11-21", MaintenancePhase.Overdue)]
    [InlineData("in_progress", "2026-11-22", "2026-11-23", MaintenancePhase.InProgress)]
    [InlineData("in_progress", "2026-11-20", "2026-11-21", MaintenancePhase.InProgress)]
    [InlineData("verifying", "2026-11-22", "2026-11-23", MaintenancePhase.InProgress)]
    [InlineData("verifying", "2026-11-20", "2026-11-21", MaintenancePhase.Overdue)]
    [InlineData("brewing", "2026-11-23", "2026-11-24", MaintenancePhase.Upcoming)]
    [InlineData("completed", "2026-11-22", "2026-11-23", null)]
    [InlineData("maintenance_scheduled", "2026-11-22", "2026-11-23", MaintenancePhase.Upcoming)]
    [InlineData("maintenance_in_progress", "2026-11-20", "2026-11-21", MaintenancePhase.InProgress)]
    [InlineData("maintenance_complete", "2026-11-20", "2026-11-21", null)]
    [InlineData("Maintenance_Completed", "2026-11-22", "2026-11-23", null)]
    public void Maintenance_is_no_outage(string word, string from, string until, MaintenancePhase? phase)
    {
        var reading = Read(Statuspage(maintenance: $$"""
            [{"name":"Move","status":"{{word}}","impact":"critical",
              "scheduled_for":"{{from}}T00:00:00Z","scheduled_until":"{{until}}T00:00:00Z"}]
            """));

        Assert.Equal(phase is { } open ? [open] : [], reading.Maintenance.Select(work => work.Phase));
        Assert.Equal(ServiceState.Operational, reading.State);
        Assert.Empty(reading.Incidents);
    }
}
