using System.Collections.Frozen;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>The providers' words, whatever their case. Any other word is unknown.</summary>
static class FeedWords
{
    static readonly FrozenDictionary<string, ServiceState> States = Words<ServiceState>(
        // Statuspage and incident.io: components
        ("operational", ServiceState.Operational), ("degraded_performance", ServiceState.Degraded),
        ("partial_outage", ServiceState.PartialOutage), ("major_outage", ServiceState.MajorOutage),
        ("full_outage", ServiceState.MajorOutage), ("under_maintenance", ServiceState.Maintenance),
        // Better Stack: the page, its resources and their days, and reports
        ("degraded", ServiceState.Degraded), ("downtime", ServiceState.MajorOutage),
        ("maintenance", ServiceState.Maintenance), ("resolved", ServiceState.Operational), ("recovered", ServiceState.Operational));

    // "minor" is a page that is slow, "major" one that is partly gone: that is how Statuspage words them itself.
    static readonly FrozenDictionary<string, ServiceState> Impacts = Words<ServiceState>(
        ("none", ServiceState.Operational), ("minor", ServiceState.Degraded), ("major", ServiceState.PartialOutage),
        ("critical", ServiceState.MajorOutage), ("maintenance", ServiceState.Maintenance));

    static readonly FrozenDictionary<string, Progress> Steps = Words<Progress>(
        ("investigating", Progress.Investigating), ("identified", Progress.Identified), ("monitoring", Progress.Monitoring),
        ("resolved", Progress.Resolved), ("postmortem", Progress.Resolved), ("scheduled", Progress.Scheduled),
        ("in_progress", Progress.InProgress), ("verifying", Progress.Verifying), ("completed", Progress.Completed),
        ("NOTSTARTEDYET", Progress.Scheduled), ("INPROGRESS", Progress.InProgress));

    public static ServiceState State(string? word) => States.GetValueOrDefault(word ?? "", ServiceState.Unknown);

    /// <summary>Statuspage's words for a page and for an incident.</summary>
    public static ServiceState Impact(string? word) => Impacts.GetValueOrDefault(word ?? "", ServiceState.Unknown);

    public static Progress Step(string? word) => Steps.GetValueOrDefault(word ?? "", Progress.Unknown);

    /// <summary>
    /// Instatus. Page words come with a quantity in front (ONEPARTIALOUTAGE, ALLMAJOROUTAGE), so trouble is told by the
    /// end of the word; all being well is told by whole words only.
    /// </summary>
    public static ServiceState Instatus(string? word) => word?.ToUpperInvariant() switch
    {
        "UP" or "OPERATIONAL" => ServiceState.Operational,
        "HASISSUES" => ServiceState.Degraded,
        { } text when text.EndsWith("MAJOROUTAGE", StringComparison.Ordinal) => ServiceState.MajorOutage,
        { } text when text.EndsWith("PARTIALOUTAGE", StringComparison.Ordinal) => ServiceState.PartialOutage,
        { } text when text.EndsWith("MINOROUTAGE", StringComparison.Ordinal) => ServiceState.PartialOutage,
        { } text when text.EndsWith("DEGRADEDPERFORMANCE", StringComparison.Ordinal) => ServiceState.Degraded,
        { } text when text.EndsWith("UNDERMAINTENANCE", StringComparison.Ordinal) => ServiceState.Maintenance,
        _ => ServiceState.Unknown,
    };

    public static ServiceState Worst(ServiceState page, IEnumerable<ServiceState> others) => others.Append(page).Max();

    static FrozenDictionary<string, T> Words<T>(params (string Word, T Meaning)[] words) =>
        words.ToFrozenDictionary(w => w.Word, w => w.Meaning, StringComparer.OrdinalIgnoreCase);
}
