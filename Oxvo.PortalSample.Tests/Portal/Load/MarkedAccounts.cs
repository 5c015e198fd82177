using System.Data.Common;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Oxvo.PortalSample.Tests.Portal.Load;

/// <summary>
/// The demo's customers, changed so that every name, number, text and amount tells whose it is, whoever else has the
/// same one in the demo.
/// </summary>
static partial class MarkedAccounts
{
    const long Range = 1_000_000;

    /// <summary>Marks the accounts, and returns the customers' numbers by their identifiers.</summary>
    public static async Task<Dictionary<string, long>> MarkAsync(DbConnection accounts)
    {
        await accounts.ExecuteAsync(
            """
            update people set name = name || '~' || customer_id || '~';
            update customers set card_brand = card_brand || '~' || id || '~',
                   balance = balance % @Range + id * @Range;
            update subscriptions set plan_name = plan_name || '~' || customer_id || '~',
                   price = price % @Range + customer_id * @Range,
                   next_charge = next_charge % @Range + customer_id * @Range,
                   next_charge_for = next_charge_for || '~' || customer_id || '~';
            update usage set name = name || '~' || s.customer_id || '~'
            from subscriptions s where s.id = subscription_id;
            update invoices set number = number || '~' || customer_id || '~',
                   total = abs(total) % @Range + customer_id * @Range,
                   amount_due = amount_due % @Range + customer_id * @Range,
                   refund = refund % @Range + customer_id * @Range,
                   description = description || '~' || customer_id || '~';
            update orders set number = number || '~' || customer_id || '~',
                   total = total % @Range + customer_id * @Range,
                   refund = refund % @Range + customer_id * @Range;
            update order_items set title = title || '~' || o.customer_id || '~',
                   price = price % @Range + o.customer_id * @Range
            from orders o where o.id = order_id;
            update shipment_items set title = title || '~' || o.customer_id || '~'
            from shipments s join orders o on o.id = s.order_id where s.id = shipment_id;
            update checkpoints set text = text || '~' || o.customer_id || '~'
            from shipments s join orders o on o.id = s.order_id where s.id = shipment_id;
            update shipments set tracking_number = tracking_number || '~' || o.customer_id || '~'
            from orders o where o.id = order_id;
            update tasks set title = title || '~' || customer_id || '~';
            """, new { Range });
        var customers = await accounts.QueryAsync<(string Identifier, long Id)>(
            "select identifier, customer_id as id from people");
        return customers.ToDictionary(customer => customer.Identifier, customer => customer.Id);
    }

    /// <summary>
    /// The same, and some rows of the last sections, by chance, end their statement with a fault: the read breaks off
    /// when other sections were read already.
    /// </summary>
    public static async Task<Dictionary<string, long>> MarkAndBreakAsync(DbConnection accounts)
    {
        var customers = await MarkAsync(accounts);
        // PostgreSQL looks at every customer's rows, because the tables are so small.
        var isSound = accounts is SqliteConnection
            ? "abs(case when random() % 100 = 0 then -9223372036854775808 else 1 end) = 1"
            : "1 / (case when random() < 0.001 then 0 else 1 end) = 1";
        foreach (var table in new[] { "order_items", "shipments", "tasks" })
            await accounts.ExecuteAsync(
                $"""
                alter table {table} rename to {table}_kept;
                create view {table} as select * from {table}_kept where {isSound};
                """);
        return customers;
    }

    /// <summary>Whose marks and amounts are in a text.</summary>
    public static IEnumerable<long> OwnersIn(string body) => Mark().Matches(body).Select(mark =>
        mark.Groups["id"].Success
            ? long.Parse(mark.Groups["id"].ValueSpan) : long.Parse(mark.Groups["amount"].ValueSpan) / Range);

    /// <summary>
    /// An answer without what changes with the time of day: the moment of the read, and what is due today.
    /// </summary>
    public static string WithoutTheHour(string body) => OfTheHour().Replace(body, "");

    [GeneratedRegex("""~(?<id>\d+)~|"amount":(?<amount>\d+)""")]
    private static partial Regex Mark();

    [GeneratedRegex(""""asOf":"[^"]*",|"attention":\[[^\]]*\],"""")]
    private static partial Regex OfTheHour();
}
