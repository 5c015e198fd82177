using System.Security.Claims;
using System.Security.Cryptography;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>
/// The sessions that have not ended. The framework's cookie would be good for another two weeks after a sign-out, for
/// whoever kept a copy of it.
/// </summary>
internal sealed class SiteSessions(TimeProvider clock)
{
    readonly ExpiringEntries<string> open = new(clock, TimeSpan.FromDays(14));

    public string Begin()
    {
        var session = RandomNumberGenerator.GetHexString(32, lowercase: true);
        open.Add(session, session);
        return session;
    }

    public void End(ClaimsPrincipal? user) => open.Remove(Find(user));

    public bool IsOpen(ClaimsPrincipal? user) => open.Find(Find(user)) is not null;

    static string Find(ClaimsPrincipal? user) => user?.FindFirst(SiteEndpoints.Session)?.Value ?? "";
}
