using System.Data.Common;
using Dapper;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// The rows of a batch of customers, ready to be inserted. Everything is worked out before the transaction begins, so that
/// the portal's readers are kept waiting for the inserts alone. Ids count upwards from <c>firstId</c>.
/// </summary>
sealed class DemoRows(long firstId)
{
    readonly List<object> customers = [];
    readonly BillingRows billing = new(firstId);
    readonly OrderRows orders = new(firstId);
    readonly OnboardingRows onboarding = new();
    long nextId = firstId;

    public void Add(DemoCustomer customer, DateTimeOffset now)
    {
        var moment = new DemoMoment(customer, now);
        var id = nextId++;
        customers.Add(new
        {
            Id = id,
            customer.Identifier,
            customer.ContactId,
            customer.Name,
            customer.Email,
            customer.Locale,
            customer.TimeZone,
            HasOrders = customer.Orders is null ? 0 : 1,
            HasOnboarding = customer.Onboarding is null ? 0 : 1,
            OrdersUrl = customer.Orders is null ? null : DemoLinks.AllOrders,
        });
        billing.Add(id, customer, moment);
        orders.Add(id, customer, moment);
        onboarding.Add(id, customer, moment);
    }

    /// <summary>Inserts what was added and forgets it; a statement is prepared once for all of its rows.</summary>
    public async Task InsertAsync(DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync(
            """
            insert into customers (id, identifier, contact_id, name, email, locale, time_zone, has_orders, has_onboarding, orders_url)
            values (@Id, @Identifier, @ContactId, @Name, @Email, @Locale, @TimeZone, @HasOrders, @HasOnboarding, @OrdersUrl)
            """,
            customers, transaction);
        await billing.InsertAsync(connection, transaction);
        await orders.InsertAsync(connection, transaction);
        await onboarding.InsertAsync(connection, transaction);
        customers.Clear();
    }
}
