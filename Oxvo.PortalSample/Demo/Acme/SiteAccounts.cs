using System.Data.Common;
using Dapper;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>
/// Acme's customers and their accounts, from the same database as the portal's. What a page shows takes the person of
/// the session.
/// </summary>
internal sealed class SiteAccounts(AccountsDatabase database)
{
    // A locked SQLite file is waited for; the driver's own is 30.
    const int PatienceSeconds = 2;

    readonly DbDataSource accounts = database.OpenToRead();

    /// <summary>Any customer in the database, hand-made or not; null for an unknown identifier.</summary>
    public async Task<SiteCustomer?> FindAsync(string identifier, CancellationToken cancel) =>
        (await ListAsync<SiteCustomer>(
            """
            select identifier, name, email, contact_id as ContactId
            from people
            where identifier = @identifier
            """, new { identifier }, cancel)).SingleOrDefault();

    /// <summary>The newest hundred, or the one of this number.</summary>
    public Task<List<SiteInvoice>> ListInvoicesAsync(string identifier, string? number, CancellationToken cancel) =>
        ListAsync<SiteInvoice>(
            """
            select i.number, i.issued_on as IssuedOn, i.due_on as DueOn, i.total, i.amount_due as AmountDue, i.currency,
                   i.status, i.kind, i.description, p.name, p.email, p.locale
            from invoices i
            join people p on p.customer_id = i.customer_id
            where p.identifier = @identifier and p.sees_billing = 1 and (@number is null or i.number = @number)
            order by i.issued_on desc, i.id desc
            limit 100
            """, new { identifier, number }, cancel);

    /// <summary>The newest hundred, or the one of this number.</summary>
    public Task<List<SiteOrder>> ListOrdersAsync(string identifier, string? number, CancellationToken cancel) =>
        ListAsync<SiteOrder>(
            """
            select o.number, o.placed_at as PlacedAt, o.status, o.total, o.currency, p.locale,
                   p.sees_billing as SeesBilling
            from orders o
            join people p on p.customer_id = o.customer_id
            where p.identifier = @identifier and p.sees_orders = 1 and (@number is null or o.number = @number)
            order by o.placed_at desc, o.id desc
            limit 100
            """, new { identifier, number }, cancel);

    public Task<List<SiteItem>> ListItemsAsync(string identifier, string order, CancellationToken cancel) =>
        ListAsync<SiteItem>(
            """
            select i.title, i.quantity, i.price
            from order_items i
            join orders o on o.id = i.order_id
            join people p on p.customer_id = o.customer_id
            where p.identifier = @identifier and p.sees_orders = 1 and o.number = @order
            order by i.position
            """, new { identifier, order }, cancel);

    public Task<List<SitePlan>> ListPlansAsync(string identifier, CancellationToken cancel) =>
        ListAsync<SitePlan>(
            """
            select s.plan_name as Name, s.status, s.price, s.currency, s.interval, s.renews_on as RenewsOn,
                   c.card_brand as CardBrand, c.card_last4 as CardLast4, p.locale
            from subscriptions s
            join customers c on c.id = s.customer_id
            join people p on p.customer_id = c.id
            where p.identifier = @identifier and p.sees_billing = 1
            order by s.id desc
            """, new { identifier }, cancel);

    /// <summary>A parcel's checkpoints, the newest first.</summary>
    public Task<List<SiteCheckpoint>> ListCheckpointsAsync(
        string identifier, string trackingNumber, CancellationToken cancel) =>
        ListAsync<SiteCheckpoint>(
            """
            select k.at, k.status, k.place, k.text, s.carrier, p.time_zone as TimeZone
            from checkpoints k
            join shipments s on s.id = k.shipment_id
            join orders o on o.id = s.order_id
            join people p on p.customer_id = o.customer_id
            where p.identifier = @identifier and p.sees_orders = 1 and s.tracking_number = @trackingNumber
            order by k.at desc
            """, new { identifier, trackingNumber }, cancel);

    public Task<List<SiteTask>> ListTasksAsync(string identifier, string address, CancellationToken cancel) =>
        ListAsync<SiteTask>(
            """
            select t.title, t.status, t.due_on as DueOn, t.blocker_text as BlockerText
            from tasks t
            join people p on p.customer_id = t.customer_id
            where p.identifier = @identifier and t.url = @address
            """, new { identifier, address }, cancel);

    async Task<List<T>> ListAsync<T>(string sql, object values, CancellationToken cancel)
    {
        await using var connection = await accounts.OpenConnectionAsync(cancel);
        return (await connection.QueryAsync<T>(
            new(sql, values, commandTimeout: PatienceSeconds, cancellationToken: cancel))).AsList();
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

/// <summary>An invoice as Acme's own pages have it; amounts are in minor units.</summary>
public sealed record SiteInvoice
{
    public required string Number { get; init; }
    public required string IssuedOn { get; init; }
    public string? DueOn { get; init; }
    public required long Total { get; init; }
    public required long AmountDue { get; init; }
    public required string Currency { get; init; }
    public required string Status { get; init; }
    public required string Kind { get; init; }
    public string? Description { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }
    public required string Locale { get; init; }
}

internal sealed record SiteOrder
{
    public required string Number { get; init; }
    public required long PlacedAt { get; init; }
    public required string Status { get; init; }
    public required long Total { get; init; }
    public required string Currency { get; init; }
    public required string Locale { get; init; }
    public required bool SeesBilling { get; init; }

    /// <summary>An amount, for those who may see one.</summary>
    public string? Money(long minor) => SeesBilling ? SimulatedPage.Money(minor, Currency, Locale) : null;
}

internal sealed record SiteItem
{
    public required string Title { get; init; }
    public required long Quantity { get; init; }
    public required long Price { get; init; }
}

internal sealed record SitePlan
{
    public required string Name { get; init; }
    public required string Status { get; init; }
    public required long Price { get; init; }
    public required string Currency { get; init; }
    public required string Interval { get; init; }
    public string? RenewsOn { get; init; }
    public string? CardBrand { get; init; }
    public string? CardLast4 { get; init; }
    public required string Locale { get; init; }
}

internal sealed record SiteCheckpoint
{
    public required long At { get; init; }
    public required string Status { get; init; }
    public string? Place { get; init; }
    public required string Text { get; init; }
    public required string Carrier { get; init; }
    public required string TimeZone { get; init; }
}

internal sealed record SiteTask
{
    public required string Title { get; init; }
    public required string Status { get; init; }
    public string? DueOn { get; init; }
    public string? BlockerText { get; init; }
}
