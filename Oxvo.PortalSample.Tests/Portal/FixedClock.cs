using System.Globalization;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>A clock that stands still, at a UTC time written like 2026-11-22T08:00Z.</summary>
sealed class FixedClock(DateTimeOffset now) : TimeProvider
{
    public static DateTimeOffset Instant(string utc) => DateTimeOffset.Parse(utc, CultureInfo.InvariantCulture);

    public static FixedClock At(string utc) => new(Instant(utc));

    public override DateTimeOffset GetUtcNow() => now;
}
