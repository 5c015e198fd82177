using System.Data.Common;
using Dapper;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// The rows of a batch of customers. Everything is worked out before the transaction begins, so that the portal's
/// readers wait for the inserts only. Ids count upwards from <c>firstId</c>.
/// </summary>
/// <param name="site">The origin of Acme's website, which has every page that a link leads to.</param>
sealed class DemoRows(string site, long firstId)
{
    static readonly string[] Carriers =
        ["Parcelway", "Northpost", "Hayabusa Express", "Rota Sul", "Southern Cross Couriers"];

    static readonly string[] Intervals = ["month", "year"];
    static readonly string[] Subscriptions = ["trialing", "active", "past_due", "paused", "cancelled"];
    static readonly string[] Invoices = ["open", "paid", "void", "uncollectible"];
    static readonly string[] Orders =
        ["processing", "shipped", "out_for_delivery", "delivered", "cancelled", "returned"];
    static readonly string[] Shipments =
        ["preparing", "in_transit", "out_for_delivery", "ready_for_pickup", "delivered", "failed", "returned"];
    static readonly string[] Tasks = ["done", "open", "blocked"];
    static readonly string[] Owners = ["you", "us", "third_party"];

    // A parent's row is always before its children's.
    readonly List<(string Into, object?[] Values)> rows = [];
    long nextCustomer = firstId, nextInvoice = firstId, nextOrder = firstId, nextShipment = firstId;

    public void Add(DemoCustomer customer, DateTimeOffset now)
    {
        var moment = new DemoMoment(customer, now);
        var id = nextCustomer++;
        Add("""
            customers (id, identifier, contact_id, name, email, locale, time_zone, has_orders, has_onboarding,
                       orders_url)
            """,
            id, customer.Identifier, customer.ContactId, customer.Name, customer.Email, customer.Locale,
            customer.TimeZone, customer.Orders is null ? 0 : 1, customer.Onboarding is null ? 0 : 1,
            customer.Orders is null ? null : $"{site}/account/orders");
        if (customer.Subscription is { } subscription) AddSubscription(id, subscription, customer.Currency, moment);
        foreach (var order in customer.Orders ?? []) AddOrder(id, order, customer.Currency, moment);
        foreach (var (index, task) in (customer.Onboarding ?? []).Index())
            Add("tasks (customer_id, position, title, status, due_on, url, blocker_text, blocker_owner)",
                id, index + 1, task.Title, moment.Word(task.Status, Tasks), moment.Day(task.DueOn),
                task.Url is { } path ? site + path : null,
                task.Blocker?.Text, task.Blocker is { } blocker ? moment.Word(blocker.Owner, Owners) : null);
    }

    public async Task InsertAsync(DbTransaction transaction)
    {
        foreach (var table in rows.GroupBy(row => row.Into, row => row.Values))
        {
            var names = table.First().Select((_, index) => $"@p{index}");
            await transaction.Connection!.ExecuteAsync(
                $"insert into {table.Key} values ({string.Join(", ", names)})",
                table.Select(values => values.Index().ToDictionary(value => $"p{value.Index}", value => value.Item)),
                transaction);
        }
    }

    void Add(string into, params object?[] values) => rows.Add((into, values));

    void AddSubscription(long customer, DemoSubscription subscription, string currency, DemoMoment moment)
    {
        Add("""
            subscriptions (customer_id, plan_name, price, currency, interval, status, renews_on, ends_on,
                           seats_used, seats_total, card_brand, card_last4, card_expires, manage_url, invoices_url)
            """,
            customer, subscription.Plan, subscription.Price, currency, moment.Word(subscription.Interval, Intervals),
            moment.Word(subscription.Status, Subscriptions), moment.Day(subscription.RenewsOn),
            moment.Day(subscription.EndsOn), subscription.Seats?.Used, subscription.Seats?.Total,
            subscription.Card?.Brand, subscription.Card?.Last4,
            subscription.Card is { } card ? moment.Day(card.Expires)![.."yyyy-MM".Length] : null,
            $"{site}/account/billing", $"{site}/account/invoices");
        foreach (var run in subscription.RepeatInvoices)
        {
            var newest = moment.Date(run.Newest);
            for (var n = 0; n < run.Count; n++)
            {
                var back = (run.Count - 1 - n) / run.PerDate;
                var day = DemoMoment.Text(newest.AddMonths(-back * run.EveryMonths).AddDays(-back * run.EveryDays));
                AddInvoice(customer, currency, run.Number(n), run.Totals[n % run.Totals.Count], "paid", day, day, null);
            }
        }
        foreach (var invoice in subscription.Invoices)
            AddInvoice(customer, currency, invoice.Number, invoice.Total, moment.Word(invoice.Status, Invoices),
                moment.Day(invoice.IssuedOn), moment.Day(invoice.DueOn), moment.Day(invoice.FailedOn));
    }

    void AddInvoice(
        long customer, string currency, string number, long total, string status, string? issued, string? due,
        string? failed) =>
        Add("""
            invoices (id, customer_id, number, issued_on, due_on, total, amount_due, currency, status, failed_on,
                      pay_url, document_url)
            """,
            nextInvoice++, customer, number, issued, due, total, status is "open" or "uncollectible" ? total : 0,
            currency, status, failed, status == "open" ? $"{site}/account/pay/{number}" : null,
            $"{site}/account/invoices/{number}.pdf");

    void AddOrder(long customer, DemoOrder order, string currency, DemoMoment moment)
    {
        var id = nextOrder++;
        Add("orders (id, customer_id, number, placed_at, status, total, currency, url)",
            id, customer, order.Number, moment.Happened(order.PlacedAt), moment.Word(order.Status, Orders),
            order.Items.Sum(item => item.Quantity * item.Price), currency,
            $"{site}/account/orders/{order.Number}");
        foreach (var (index, item) in order.Items.Index())
            Add("order_items (order_id, position, title, quantity, price)",
                id, index + 1, item.Title, item.Quantity, item.Price);
        foreach (var (index, shipment) in order.Shipments.Index()) AddShipment(id, index + 1, shipment, moment);
    }

    void AddShipment(long order, int position, DemoShipment shipment, DemoMoment moment)
    {
        var id = nextShipment++;
        var carrier = moment.Word(shipment.Carrier, Carriers);
        Add("""
            shipments (id, order_id, position, carrier, tracking_number, tracking_url, status, expected_on, expected_by)
            """,
            id, order, position, carrier, shipment.TrackingNumber,
            shipment.TrackingNumber is { } number ? $"{site}/simulated/tracking/{Uri.EscapeDataString(number)}" : null,
            moment.Word(shipment.Status, Shipments), moment.Day(shipment.ExpectedOn),
            moment.Instant(shipment.ExpectedBy));
        foreach (var checkpoint in shipment.Checkpoints)
            Add("checkpoints (shipment_id, at, status, place, text)",
                id, moment.Happened(checkpoint.At), moment.Word(checkpoint.Status, Shipments), checkpoint.Place,
                checkpoint.Text);
    }
}
