namespace Oxvo.PortalSample.Tests.Status;

/// <summary>Tells the time that a test sets. Time limits still run by the real clock.</summary>
sealed class ManualClock : TimeProvider
{
    DateTimeOffset now = Feeds.Now;

    public override DateTimeOffset GetUtcNow() => now;

    public void Pass(TimeSpan time) => now += time;
}
