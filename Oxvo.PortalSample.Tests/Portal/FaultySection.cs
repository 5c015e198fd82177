using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>A section with a fault of the program's own, for one customer.</summary>
sealed class FaultySection(string customer) : Section
{
    public override string Name => "faulty";

    public override IReadOnlyList<Statement> Statements => [];

    public override object? Build(Account account) =>
        account.Customer.Text("name") == customer ? throw new InvalidOperationException("A fault.") : null;
}
