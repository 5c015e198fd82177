using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// The rows of a batch of customers. Everything is worked out before the transaction begins, so that the portal's
/// readers wait for the inserts only.
/// </summary>
/// <param name="site">The origin of Acme's website, which has every page that a link leads to.</param>
/// <param name="firstId">Ids count upwards from it.</param>
sealed class DemoRows(string site, long firstId)
{
    static readonly string[] Carriers =
        ["Parcelway", "Northpost", "Hayabusa Express", "Rota Sul", "Southern Cross Couriers"];

    // The words of account.sql, written out: what Schema.sql would refuse is refused here by its place in the file.
    static readonly string[] Intervals = ["month", "year"];
    static readonly string[] Subscriptions = ["trialing", "active", "past_due", "paused", "cancelled"];
    static readonly string[] Invoices = ["open", "paid", "void", "uncollectible"];
    static readonly string[] Documents = ["invoice", "receipt", "credit_note"];
    static readonly string[] Refunds = ["requested", "approved", "on_the_way", "received", "refunded", "declined"];
    static readonly string[] Orders =
        ["processing", "shipped", "out_for_delivery", "delivered", "cancelled", "returned"];
    static readonly string[] Shipments =
        ["preparing", "in_transit", "out_for_delivery", "ready_for_pickup", "delivered", "failed", "returned",
            "exception"];
    static readonly string[] Exceptions = ["customs", "damaged", "lost", "returned_to_sender", "other"];
    static readonly string[] Tasks = ["done", "open", "blocked", "skipped"];
    static readonly string[] Owners = ["you", "us", "third_party"];

    // A parent's row is always before its children's.
    readonly List<(string Into, object?[] Values)> rows = [];
    long nextCustomer = firstId, nextSubscription = firstId, nextInvoice = firstId, nextOrder = firstId,
        nextShipment = firstId;

    public void Add(DemoCustomer customer, DateTimeOffset now)
    {
        var moment = new DemoMoment(customer, now);
        var id = nextCustomer++;
        var hasBills = customer.Subscription is not null || customer.Invoices.Count > 0;
        var card = customer.Subscription?.Card;
        Add("""
            customers (id, has_orders, has_onboarding, orders_url, invoices_url, balance, currency,
                       card_brand, card_last4, card_expires)
            """,
            id, customer.Orders is null ? 0 : 1, customer.Onboarding is null ? 0 : 1,
            customer.Orders is null ? null : $"{site}/account/orders", hasBills ? $"{site}/account/invoices" : null,
            customer.Balance, customer.Currency, card?.Brand, card?.Last4,
            moment.Day(card?.Expires)?[.."yyyy-MM".Length]);
        foreach (var person in customer.People)
            Add("""
                people (identifier, contact_id, customer_id, name, email, locale, time_zone, sees_billing, sees_orders,
                        ask_who)
                """,
                person.Identifier, person.ContactId, id, person.Name, person.Email, customer.Locale, customer.TimeZone,
                person.SeesBilling ? 1 : 0, person.SeesOrders ? 1 : 0, person.AskWho);
        // From the oldest on, so that ids grow with time.
        foreach (var subscription in customer.EarlierSubscriptions.Reverse().Append(customer.Subscription))
            if (subscription is not null) AddSubscription(id, subscription, customer, moment);
        foreach (var invoice in customer.Invoices) AddInvoice(id, invoice, customer.Currency, moment);
        foreach (var order in customer.Orders ?? []) AddOrder(id, order, customer.Currency, moment);
        foreach (var (index, task) in (customer.Onboarding ?? []).Index())
            Add("tasks (customer_id, position, title, status, optional, due_on, url, blocker_text, blocker_owner)",
                id, index + 1, task.Title, moment.Word(task.Status, Tasks), task.Optional ? 1 : 0,
                moment.Day(task.DueOn), task.Url is { } path ? site + path : null,
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

    void AddSubscription(long customer, DemoSubscription subscription, DemoCustomer owner, DemoMoment moment)
    {
        var id = nextSubscription++;
        var charge = subscription.NextCharge;
        if (charge is null && subscription is { RenewsOn: not null, Status: "active" or "past_due" })
            charge = new(subscription.RenewsOn, subscription.Price,
                Describe(subscription, owner, moment.Date(subscription.RenewsOn)));
        Add("""
            subscriptions (id, customer_id, plan_name, price, currency, interval, status, renews_on, ends_on,
                           next_charge_on, next_charge, next_charge_for, seats_used, seats_total, manage_url)
            """,
            id, customer, subscription.Plan, subscription.Price, owner.Currency,
            moment.Word(subscription.Interval, Intervals), moment.Word(subscription.Status, Subscriptions),
            moment.Day(subscription.RenewsOn), moment.Day(subscription.EndsOn), moment.Day(charge?.On), charge?.Amount,
            charge?.What, subscription.Seats?.Used, subscription.Seats?.Total, $"{site}/account/billing");
        foreach (var (index, usage) in subscription.Usage.Index())
            Add("usage (subscription_id, position, name, used, included, unit, resets_on)",
                id, index + 1, usage.Name, usage.Used, usage.Included, usage.Unit, moment.Day(usage.ResetsOn));
        foreach (var run in subscription.RepeatInvoices)
        {
            var newest = moment.Date(run.Newest);
            for (var n = 0; n < run.Count; n++)
            {
                var back = (run.Count - 1 - n) / run.PerDate;
                var day = newest.AddMonths(-back * run.EveryMonths).AddDays(-back * run.EveryDays);
                var what = run.Descriptions is { } all ? all[n % all.Count] : Describe(subscription, owner, day);
                var text = DemoMoment.Text(day);
                AddInvoice(customer, owner.Currency,
                    new(run.Number(n), text, run.Totals[n % run.Totals.Count], "paid", text, Description: what));
            }
        }
        foreach (var invoice in subscription.Invoices)
            AddInvoice(customer, invoice.Description is not null ? invoice
                : invoice with { Description = Describe(subscription, owner, moment.Date(invoice.IssuedOn)) },
                owner.Currency, moment);
    }

    // Such as "Pro, November" or "Business, 2026–2027", in the customer's language.
    static string Describe(DemoSubscription subscription, DemoCustomer customer, DateOnly begins) =>
        subscription.Interval == "year"
            ? string.Create(CultureInfo.InvariantCulture, $"{subscription.Plan}, {begins.Year}–{begins.Year + 1}")
            : $"{subscription.Plan}, {MonthName(customer.Locale, begins.Month)}";

    static string MonthName(string locale, int month) =>
        CultureInfo.GetCultureInfo(locale).DateTimeFormat.GetMonthName(month);

    void AddInvoice(long customer, DemoInvoice invoice, string currency, DemoMoment moment) =>
        AddInvoice(customer, currency, invoice with
        {
            IssuedOn = moment.Day(invoice.IssuedOn)!,
            DueOn = moment.Day(invoice.DueOn),
            FailedOn = moment.Day(invoice.FailedOn),
            Kind = moment.Word(invoice.Kind, Documents),
            Status = moment.Word(invoice.Status, Invoices),
            Refund = invoice.Refund is not { } refund ? null
                : refund with { Status = moment.Word(refund.Status, Refunds), On = moment.Day(refund.On) },
        });

    // Its days are the calendar's.
    void AddInvoice(long customer, string currency, DemoInvoice invoice)
    {
        var (number, total, status, refund) = (invoice.Number, invoice.Total, invoice.Status, invoice.Refund);
        Add("""
            invoices (id, customer_id, kind, number, description, issued_on, due_on, total, amount_due, currency,
                      status, failed_on, refund_status, refund, refund_on, pay_url, document_url)
            """,
            nextInvoice++, customer, invoice.Kind, number, invoice.Description, invoice.IssuedOn, invoice.DueOn, total,
            status is "open" or "uncollectible" ? total : 0, currency, status, invoice.FailedOn, refund?.Status,
            refund?.Amount, refund?.On, status == "open" ? $"{site}/account/pay/{number}" : null,
            $"{site}/account/invoices/{number}.pdf");
    }

    void AddOrder(long customer, DemoOrder order, string currency, DemoMoment moment)
    {
        var id = nextOrder++;
        var refund = order.Refund;
        Add("""
            orders (id, customer_id, number, placed_at, status, total, currency, url, refund_status, refund, refund_on)
            """,
            id, customer, order.Number, moment.Happened(order.PlacedAt), moment.Word(order.Status, Orders),
            order.Items.Sum(item => item.Quantity * item.Price), currency, $"{site}/account/orders/{order.Number}",
            refund is null ? null : moment.Word(refund.Status, Refunds), refund?.Amount, moment.Day(refund?.On));
        foreach (var (index, item) in order.Items.Index())
            Add("order_items (order_id, position, title, quantity, price)",
                id, index + 1, item.Title, item.Quantity, item.Price);
        foreach (var (index, shipment) in order.Shipments.Index()) AddShipment(id, index + 1, shipment, moment);
    }

    void AddShipment(long order, int position, DemoShipment shipment, DemoMoment moment)
    {
        var id = nextShipment++;
        var carrier = moment.Word(shipment.Carrier, Carriers);
        var tracking = shipment.TrackingNumber is { } number
            ? $"{site}/simulated/tracking/{Uri.EscapeDataString(number)}" : null;
        var proof = shipment.HasProof ? tracking?.Replace("/tracking/", "/proof/", StringComparison.Ordinal) : null;
        Add("""
            shipments (id, order_id, position, carrier, tracking_number, tracking_url, proof_url, status,
                       exception_kind, exception_text, expected_on, expected_from, expected_by)
            """,
            id, order, position, carrier, shipment.TrackingNumber, tracking, proof,
            moment.Word(shipment.Status, Shipments),
            shipment.Exception is { } exception ? moment.Word(exception.Kind, Exceptions) : null,
            shipment.Exception?.Text, moment.Day(shipment.ExpectedOn), moment.Instant(shipment.ExpectedFrom),
            moment.Instant(shipment.ExpectedBy));
        foreach (var (index, item) in shipment.Items.Index())
            Add("shipment_items (shipment_id, position, title, quantity)", id, index + 1, item.Title, item.Quantity);
        foreach (var checkpoint in shipment.Checkpoints)
            Add("checkpoints (shipment_id, at, status, place, text)",
                id, moment.Happened(checkpoint.At), moment.Word(checkpoint.Status, Shipments), checkpoint.Place,
                checkpoint.Text);
    }
}
