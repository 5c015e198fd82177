using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>
/// Whose accounts the tests of the portal read: those of the demo. A project made by the template has two customers of
/// its own in this place.
/// </summary>
static class TestAccounts
{
    /// <summary>What the portal must be told to run on them.</summary>
    public static IEnumerable<(string Name, string Value)> Settings =>
        [("MockHost:Enabled", "false"), ("webroot", Checkout.File("wwwroot/portal"))];

    /// <summary>Words of the customers that must not be in a log.</summary>
    public static IEnumerable<string> PersonalWords =>
        DemoDatabase.Read(Checkout.File("seed-data/customers.json"))
            .SelectMany(customer => customer.People).SelectMany(c => new[] { c.Identifier, c.Name, c.Email });

    public static void CopyTo(string databaseFile) => SeededFile.CopyTo(databaseFile);
}
