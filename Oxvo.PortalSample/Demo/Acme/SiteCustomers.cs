using System.Data.Common;
using Dapper;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>Acme's customers, from the same database as the portal's.</summary>
internal sealed class SiteCustomers(AccountsDatabase database)
{
    // A locked SQLite file is waited for; the driver's own is 30.
    const int PatienceSeconds = 2;

    readonly DbDataSource accounts = database.OpenToRead();

    /// <summary>Any customer in the database, hand-made or not; null for an unknown identifier.</summary>
    public async Task<SiteCustomer?> FindAsync(string identifier, CancellationToken cancel)
    {
        await using var connection = await accounts.OpenConnectionAsync(cancel);
        return await connection.QuerySingleOrDefaultAsync<SiteCustomer>(new(
            """
            select identifier, name, email, contact_id as ContactId
            from people
            where identifier = @identifier
            """, new { identifier }, commandTimeout: PatienceSeconds, cancellationToken: cancel));
    }
}

/// <summary>What Acme and OXVO know of a customer.</summary>
internal sealed record SiteCustomer
{
    public required string Identifier { get; init; }
    public string? Name { get; init; }
    public string? Email { get; init; }

    /// <summary>OXVO's own number for the customer; null where Acme never stored it.</summary>
    public long? ContactId { get; init; }
}
