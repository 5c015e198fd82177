namespace Oxvo.PortalSample.Tests.Tools.Fetching;

/// <summary>
/// Tells the time that a test sets, and ends the time limits that run by it. On a busy machine no limit ends by itself.
/// </summary>
sealed class ManualClock : TimeProvider
{
    readonly Lock gate = new();
    readonly List<Alarm> alarms = [];
    DateTimeOffset now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate) return now;
    }

    public void Pass(TimeSpan time)
    {
        Alarm[] due;
        lock (gate)
        {
            now += time;
            due = [.. alarms.Where(alarm => alarm.At <= now)];
            alarms.RemoveAll(alarm => due.Contains(alarm));
        }
        foreach (var alarm in due) alarm.Ring();
    }

    /// <summary>It rings once: a time limit does not repeat.</summary>
    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var alarm = new Alarm(this, () => callback(state));
        alarm.Change(dueTime, period);
        return alarm;
    }

    sealed class Alarm(ManualClock clock, Action ring) : ITimer
    {
        public DateTimeOffset At { get; private set; }

        public void Ring() => ring();

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            lock (clock.gate)
            {
                clock.alarms.Remove(this);
                if (dueTime < TimeSpan.Zero) return true;
                At = clock.now + dueTime;
                clock.alarms.Add(this);
            }
            return true;
        }

        public void Dispose()
        {
            lock (clock.gate) clock.alarms.Remove(this);
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
