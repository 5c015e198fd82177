using System.Data.Common;
using Dapper;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// The rows of a batch of customers, their members named as the columns of Schema.sql. Everything is worked out before
/// the transaction begins, so that the portal's readers wait for the inserts only. Ids count upwards from
/// <c>firstId</c>.
/// </summary>
sealed class DemoRows(long firstId)
{
    // Where the links lead: Acme's own site, and carriers that do not exist. All of them are reserved names.
    const string Acme = "https://acme.example";

    static readonly Dictionary<string, string> Carriers = new()
    {
        ["Parcelway"] = "https://track.parcelway.example",
        ["Northpost"] = "https://track.northpost.example",
        ["Hayabusa Express"] = "https://track.hayabusa.example",
        ["Rota Sul"] = "https://rastreio.rotasul.example",
        ["Southern Cross Couriers"] = "https://track.southerncross.example",
    };

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
    readonly List<(string Table, object Row)> rows = [];
    long nextCustomer = firstId, nextInvoice = firstId, nextOrder = firstId, nextShipment = firstId;

    public void Add(DemoCustomer customer, DateTimeOffset now)
    {
        var moment = new DemoMoment(customer, now);
        var id = nextCustomer++;
        rows.Add(("customers", new
        {
            id,
            identifier = customer.Identifier,
            contact_id = customer.ContactId,
            name = customer.Name,
            email = customer.Email,
            locale = customer.Locale,
            time_zone = customer.TimeZone,
            has_orders = customer.Orders is null ? 0 : 1,
            has_onboarding = customer.Onboarding is null ? 0 : 1,
            orders_url = customer.Orders is null ? null : $"{Acme}/account/orders",
        }));
        if (customer.Subscription is { } subscription) AddSubscription(id, subscription, customer.Currency, moment);
        foreach (var order in customer.Orders ?? []) AddOrder(id, order, customer.Currency, moment);
        foreach (var (index, task) in (customer.Onboarding ?? []).Index())
            rows.Add(("tasks", new
            {
                customer_id = id,
                position = index + 1,
                title = task.Title,
                status = moment.Word(task.Status, Tasks),
                due_on = moment.Day(task.DueOn),
                url = task.Url,
                blocker_text = task.Blocker?.Text,
                blocker_owner = task.Blocker is { } blocker ? moment.Word(blocker.Owner, Owners) : null,
            }));
    }

    public async Task InsertAsync(DbTransaction transaction)
    {
        foreach (var table in rows.GroupBy(row => row.Table, row => row.Row))
        {
            string[] columns = [.. table.First().GetType().GetProperties().Select(column => column.Name)];
            var sql = $"insert into {table.Key} ({string.Join(", ", columns)}) values (@{string.Join(", @", columns)})";
            await transaction.Connection!.ExecuteAsync(sql, table, transaction);
        }
    }

    void AddSubscription(long customer, DemoSubscription subscription, string currency, DemoMoment moment)
    {
        rows.Add(("subscriptions", new
        {
            customer_id = customer,
            plan_name = subscription.Plan,
            price = subscription.Price,
            currency,
            interval = moment.Word(subscription.Interval, Intervals),
            status = moment.Word(subscription.Status, Subscriptions),
            renews_on = moment.Day(subscription.RenewsOn),
            ends_on = moment.Day(subscription.EndsOn),
            seats_used = subscription.Seats?.Used,
            seats_total = subscription.Seats?.Total,
            card_brand = subscription.Card?.Brand,
            card_last4 = subscription.Card?.Last4,
            card_expires = moment.Month(subscription.Card?.Expires),
            manage_url = $"{Acme}/account/billing",
            invoices_url = $"{Acme}/account/invoices",
        }));
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
                moment.Day(invoice.IssuedOn)!, moment.Day(invoice.DueOn), moment.Day(invoice.FailedOn));
    }

    void AddInvoice(
        long customer, string currency, string number, long total, string status, string issued, string? due,
        string? failed) => rows.Add(("invoices", new
        {
            id = nextInvoice++,
            customer_id = customer,
            number,
            issued_on = issued,
            due_on = due,
            total,
            amount_due = status is "open" or "uncollectible" ? total : 0,
            currency,
            status,
            failed_on = failed,
            pay_url = status == "open" ? $"{Acme}/pay/{number}" : null,
            document_url = $"{Acme}/invoices/{number}.pdf",
        }));

    void AddOrder(long customer, DemoOrder order, string currency, DemoMoment moment)
    {
        var id = nextOrder++;
        rows.Add(("orders", new
        {
            id,
            customer_id = customer,
            number = order.Number,
            placed_at = moment.Happened(order.PlacedAt),
            status = moment.Word(order.Status, Orders),
            total = order.Items.Sum(item => item.Quantity * item.Price),
            currency,
            url = $"{Acme}/orders/{order.Number}",
        }));
        foreach (var (index, item) in order.Items.Index())
            rows.Add(("order_items", new
            {
                order_id = id,
                position = index + 1,
                title = item.Title,
                quantity = item.Quantity,
                price = item.Price,
            }));
        foreach (var (index, shipment) in order.Shipments.Index()) AddShipment(id, index + 1, shipment, moment);
    }

    void AddShipment(long order, int position, DemoShipment shipment, DemoMoment moment)
    {
        var id = nextShipment++;
        var carrier = moment.Word(shipment.Carrier, Carriers.Keys);
        rows.Add(("shipments", new
        {
            id,
            order_id = order,
            position,
            carrier,
            tracking_number = shipment.TrackingNumber,
            tracking_url = shipment.TrackingNumber is { } number
                ? $"{Carriers[carrier]}/{Uri.EscapeDataString(number)}" : null,
            status = moment.Word(shipment.Status, Shipments),
            expected_on = moment.Day(shipment.ExpectedOn),
            expected_by = moment.Instant(shipment.ExpectedBy),
        }));
        foreach (var checkpoint in shipment.Checkpoints)
            rows.Add(("checkpoints", new
            {
                shipment_id = id,
                at = moment.Happened(checkpoint.At),
                status = moment.Word(checkpoint.Status, Shipments),
                place = checkpoint.Place,
                text = checkpoint.Text,
            }));
    }
}
