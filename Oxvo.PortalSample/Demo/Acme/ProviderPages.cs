using System.Security.Cryptography;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>
/// The pages of a payment provider, as providers make them: at the click, each under an address that is a secret and
/// soon dead. That is why the portal's data holds Acme's addresses, and none of these.
/// </summary>
public sealed class ProviderPages(TimeProvider clock)
{
    readonly ExpiringEntries<SimulatedPage> made = new(clock, TimeSpan.FromMinutes(15));

    /// <summary>The address of a new page.</summary>
    public string Make(SimulatedPage page)
    {
        var key = RandomNumberGenerator.GetHexString(32, lowercase: true);
        made.Add(key, page);
        return $"/simulated/pages/{key}";
    }

    /// <summary>Null for a page that was never made, or has expired.</summary>
    public SimulatedPage? Find(string key) => made.Find(key);
}
