using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>How a service is, in rising order of how much it has to say: the worse of two is the greater.</summary>
public enum ServiceState
{
    [JsonStringEnumMemberName("operational")] Operational,
    [JsonStringEnumMemberName("maintenance")] Maintenance,
    /// <summary>The provider said nothing, or a word that is not known. Never taken for operational.</summary>
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("degraded")] Degraded,
    [JsonStringEnumMemberName("partial_outage")] PartialOutage,
    [JsonStringEnumMemberName("major_outage")] MajorOutage,
}

/// <summary>How far an incident, a maintenance, or one of their updates is.</summary>
public enum Progress
{
    [JsonStringEnumMemberName("unknown")] Unknown,
    [JsonStringEnumMemberName("investigating")] Investigating,
    [JsonStringEnumMemberName("identified")] Identified,
    [JsonStringEnumMemberName("monitoring")] Monitoring,
    [JsonStringEnumMemberName("resolved")] Resolved,
    [JsonStringEnumMemberName("scheduled")] Scheduled,
    [JsonStringEnumMemberName("in_progress")] InProgress,
    [JsonStringEnumMemberName("verifying")] Verifying,
    [JsonStringEnumMemberName("completed")] Completed,
}

/// <summary>Where a maintenance stands in time.</summary>
public enum MaintenancePhase
{
    [JsonStringEnumMemberName("in_progress")] InProgress,
    [JsonStringEnumMemberName("upcoming")] Upcoming,
    /// <summary>Its window is over and the provider has not closed it.</summary>
    [JsonStringEnumMemberName("overdue")] Overdue,
}
