using System.Collections.Concurrent;
using System.Security.Claims;
using System.Security.Cryptography;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>
/// The sessions that have not ended. The framework's cookie would be good for another two weeks after a sign-out, for
/// whoever kept a copy of it.
/// </summary>
internal sealed class SiteSessions
{
    readonly ConcurrentDictionary<string, bool> open = [];

    public string Begin()
    {
        var session = RandomNumberGenerator.GetHexString(32, lowercase: true);
        open[session] = true;
        return session;
    }

    public void End(ClaimsPrincipal? user) => open.TryRemove(Find(user), out _);

    public bool IsOpen(ClaimsPrincipal? user) => open.ContainsKey(Find(user));

    static string Find(ClaimsPrincipal? user) => user?.FindFirst(SiteEndpoints.Session)?.Value ?? "";
}
