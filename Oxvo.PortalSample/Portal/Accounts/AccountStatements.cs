namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// The seven statements of the account, in the order of <see cref="AccountRows"/>. To show your own data, change these
/// and keep two things: each selects by the token's subject, and the key only tells whether the account is its own.
/// They run in one transaction, so they see one state of the account.
/// </summary>
static class AccountStatements
{
    /// <summary>
    /// How many of the newest are read: one more than an answer holds, which tells whether there are more.
    /// </summary>
    // Written into the text: SQLite plans a statement again whenever its limit is a parameter, three times the cost of
    // the read.
    public const int Invoices = 13, Orders = 11;

    /// <summary>
    /// Of items, shipments, checkpoints and tasks: more than any page shows, so that one strange account costs no other
    /// customer.
    /// </summary>
    const int Children = 500;

    const string Customer = "(select id from customers where identifier = @subject)";

    static readonly string NewestOrders = $"""
        (select id from orders
         where customer_id = {Customer}
         order by placed_at desc, id desc
         limit {Orders})
        """;

    public static readonly string All = $"""
        select case when c.identifier = @identifier or c.contact_id = @contact_id then 1 else 0 end as owns_key,
               c.name, c.locale, c.time_zone, c.has_orders, c.has_onboarding, c.orders_url,
               s.plan_name, s.price, s.currency, s.interval, s.status, s.renews_on, s.ends_on,
               s.seats_used, s.seats_total,
               s.card_brand, s.card_last4, s.card_expires, s.manage_url, s.invoices_url
        from customers c
        left join subscriptions s on s.customer_id = c.id
        where c.identifier = @subject;

        select number, issued_on, due_on, total, amount_due, currency, status, failed_on, pay_url, document_url
        from invoices
        where customer_id = {Customer}
        order by issued_on desc, id desc
        limit {Invoices};

        select id, number, placed_at, status, total, currency, url
        from orders
        where customer_id = {Customer}
        order by placed_at desc, id desc
        limit {Orders};

        select i.order_id, i.title, i.quantity, i.price
        from {NewestOrders} o
        join order_items i on i.order_id = o.id
        order by i.position
        limit {Children};

        select s.id, s.order_id, s.carrier, s.tracking_number, s.tracking_url, s.status, s.expected_on, s.expected_by
        from {NewestOrders} o
        join shipments s on s.order_id = o.id
        order by s.position
        limit {Children};

        select c.shipment_id, c.at, c.status, c.place, c.text
        from {NewestOrders} o
        join shipments s on s.order_id = o.id
        join checkpoints c on c.shipment_id = s.id
        order by c.at desc
        limit {Children};

        select title, status, due_on, url, blocker_text, blocker_owner
        from tasks
        where customer_id = {Customer}
        order by position
        limit {Children};
        """;
}
