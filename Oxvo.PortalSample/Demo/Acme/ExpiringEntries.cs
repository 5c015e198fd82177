using System.Collections.Concurrent;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>What is found by its key until its time is over. Each addition takes out what has expired.</summary>
public sealed class ExpiringEntries<T>(TimeProvider clock, TimeSpan lifetime) where T : class
{
    readonly ConcurrentDictionary<string, (T Value, DateTimeOffset Until)> entries = [];

    public int Count => entries.Count;

    public void Add(string key, T value)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, (_, until)) in entries)
            if (until <= now) entries.TryRemove(old, out _);
        entries[key] = (value, now + lifetime);
    }

    public T? Find(string key) =>
        entries.TryGetValue(key, out var found) && found.Until > clock.GetUtcNow() ? found.Value : null;

    public void Remove(string key) => entries.TryRemove(key, out _);
}
