namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>Tests on a SQLite file. A class that derives from them runs them on PostgreSQL.</summary>
public abstract class OnEachDatabase : IDisposable
{
    private protected readonly PortalApp portal;

    protected OnEachDatabase(PortalApp portal) => this.portal = portal;

    public void Dispose()
    {
        portal.Dispose();
        GC.SuppressFinalize(this);
    }
}
