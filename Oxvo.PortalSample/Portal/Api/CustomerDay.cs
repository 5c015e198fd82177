namespace Oxvo.PortalSample.Portal.Api;

/// <summary>The day that it is where the customer lives, and the portal's settings.</summary>
public sealed record CustomerDay(DateOnly Today, TimeZoneInfo Zone, PortalOptions Settings)
{
    /// <summary>How many of the customer's days lie between an instant and today.</summary>
    public int CountDaysSince(DateTimeOffset instant) => Today.DayNumber
        - DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, Zone).DateTime).DayNumber;
}
