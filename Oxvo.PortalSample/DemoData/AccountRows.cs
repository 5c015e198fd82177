using System.Data.Common;
using Dapper;

namespace Oxvo.PortalSample.DemoData;

/// <summary>
/// The rows of a batch of customers, ready to be inserted. Everything is worked out before the transaction begins, so that
/// the portal's readers are kept waiting for the inserts alone. Ids count upwards from <c>nextId</c>.
/// </summary>
sealed class AccountRows(long nextId)
{
    readonly List<object> _customers = [];
    readonly BillingRows _billing = new(nextId);
    readonly OrderRows _orders = new(nextId);
    readonly OnboardingRows _onboarding = new();
    long _nextId = nextId;

    public void Add(DemoCustomer customer, DateTimeOffset now)
    {
        var moment = new DemoMoment(customer, now);
        var id = _nextId++;
        _customers.Add(new
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
        _billing.Add(id, customer, moment);
        _orders.Add(id, customer, moment);
        _onboarding.Add(id, customer, moment);
    }

    /// <summary>Inserts what was added and forgets it; a statement is prepared once for all of its rows.</summary>
    public async Task InsertAsync(DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync(
            """
            insert into customers (id, identifier, contact_id, name, email, locale, time_zone, has_orders, has_onboarding, orders_url)
            values (@Id, @Identifier, @ContactId, @Name, @Email, @Locale, @TimeZone, @HasOrders, @HasOnboarding, @OrdersUrl)
            """,
            _customers, transaction);
        await _billing.InsertAsync(connection, transaction);
        await _orders.InsertAsync(connection, transaction);
        await _onboarding.InsertAsync(connection, transaction);
        _customers.Clear();
    }
}
