namespace Oxvo.PortalSample.Accounts;

/// <summary>
/// The seven statements of the account, in the order of <see cref="AccountRows"/>. To show your own data, change these and
/// keep two things: each selects by the token's subject, and the key only tells whether the account is its own.
/// </summary>
static class AccountStatements
{
    const string Customer = "(select id from customers where identifier = @subject)";

    const string NewestOrders = $"""
        (select id from orders
         where customer_id = {Customer}
         order by placed_at desc, id desc
         limit @orders)
        """;

    public const string All = $"""
        select case when c.identifier = @identifier or c.contact_id = @contact_id then 1 else 0 end as owns_key,
               c.name, c.locale, c.time_zone, c.has_orders, c.has_onboarding, c.orders_url,
               s.plan_name, s.price, s.currency, s.interval, s.status, s.renews_on, s.ends_on, s.seats_used, s.seats_total,
               s.card_brand, s.card_last4, s.card_expires, s.manage_url, s.invoices_url
        from customers c
        left join subscriptions s on s.customer_id = c.id
        where c.identifier = @subject;

        select number, issued_on, due_on, total, amount_due, currency, status, failed_on, pay_url, document_url
        from invoices
        where customer_id = {Customer}
        order by issued_on desc, id desc
        limit @invoices;

        select id, number, placed_at, status, total, currency, url
        from orders
        where customer_id = {Customer}
        order by placed_at desc, id desc
        limit @orders;

        select order_id, title, quantity, price
        from order_items
        where order_id in {NewestOrders}
        order by order_id, position;

        select id, order_id, carrier, tracking_number, tracking_url, status, expected_on, expected_by
        from shipments
        where order_id in {NewestOrders}
        order by order_id, position;

        select shipment_id, at, status, place, text
        from checkpoints
        where shipment_id in (select id from shipments where order_id in {NewestOrders})
        order by shipment_id, at desc;

        select title, status, due_on, url, blocker_text, blocker_owner
        from tasks
        where customer_id = {Customer}
        order by position;
        """;
}
