using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>
/// The pages of a payment provider, as providers make them: at the click, each under an address that is a secret and
/// soon dead. That is why the portal's data holds Acme's addresses, and none of these.
/// </summary>
public sealed class ProviderPages(TimeProvider clock)
{
    static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(15);

    readonly ConcurrentDictionary<string, (SimulatedPage Page, DateTimeOffset Until)> made = [];

    /// <summary>The address of a new page.</summary>
    public string Make(SimulatedPage page)
    {
        var now = clock.GetUtcNow();
        foreach (var (old, (_, until)) in made)
            if (until <= now) made.TryRemove(old, out _);
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        made[key] = (page, now + Lifetime);
        return $"/simulated/pages/{key}";
    }

    /// <summary>Null for a page that was never made, or has expired.</summary>
    public SimulatedPage? Find(string key) =>
        made.TryGetValue(key, out var found) && found.Until > clock.GetUtcNow() ? found.Page : null;
}
