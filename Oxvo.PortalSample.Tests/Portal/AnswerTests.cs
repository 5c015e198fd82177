using System.Text.Json;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>
/// The answer's contract: its members and no others, bounded lists, links, and what needs the customer.
/// </summary>
public class AnswerTests : OnEachDatabase
{
    const string Mira = "(select customer_id from people where identifier = 'mira')";

    public AnswerTests() : this(new()) { }

    protected AnswerTests(PortalApp portal) : base(portal) { }

    [Fact]
    public async Task An_answer_has_the_contracts_members_and_no_others()
    {
        string[] expected =
        [
            "asOf", "customer.name", "customer.locale", "customer.timeZone", "attention[].kind", "attention[].view", "attention[].ref",
            .. Each("billing.subscriptions", "plan.name", "plan.price.amount", "plan.price.currency", "plan.interval", "status", "renewsOn",
                "endsOn", "nextCharge.on", "nextCharge.amount.amount", "nextCharge.amount.currency", "nextCharge.what", "seats.used",
                "seats.total", "usage[].name", "usage[].used", "usage[].included", "usage[].unit", "usage[].resetsOn", "manageUrl"),
            "billing.paymentMethod.brand", "billing.paymentMethod.last4", "billing.paymentMethod.expires", "billing.balance.amount",
            "billing.balance.currency",
            .. List("billing.invoices", "kind", "number", "description", "issuedOn", "dueOn", "total.amount", "total.currency",
                "amountDue.amount", "amountDue.currency", "status", "failedOn", "refund.status", "refund.amount.amount",
                "refund.amount.currency", "refund.on", "payUrl", "documentUrl"),
            .. List("orders", "number", "placedAt", "status", "total.amount", "total.currency", "url", "items[].title", "items[].quantity",
                "items[].price.amount", "items[].price.currency", "refund.status", "refund.amount.amount",
                "refund.amount.currency", "refund.on", "shipments[].carrier", "shipments[].trackingNumber",
                "shipments[].trackingUrl", "shipments[].proofUrl", "shipments[].items[].title",
                "shipments[].items[].quantity", "shipments[].status", "shipments[].exception.kind",
                "shipments[].exception.text", "shipments[].expectedOn", "shipments[].expectedFrom",
                "shipments[].expectedBy", "shipments[].checkpoints[].at",
                "shipments[].checkpoints[].status", "shipments[].checkpoints[].place", "shipments[].checkpoints[].text"),
            "onboarding.done", "onboarding.total", "onboarding.tasks[].title", "onboarding.tasks[].status",
            "onboarding.tasks[].optional", "onboarding.tasks[].dueOn",
            "onboarding.tasks[].url", "onboarding.tasks[].blocker.text", "onboarding.tasks[].blocker.owner",
        ];
        portal.Execute("""
            update orders set refund_status = 'approved', refund = 100, refund_on = '2026-11-20' where number = '1042';
            update shipments set status = 'exception', exception_kind = 'customs', exception_text = 'Soon'
            where order_id = (select id from orders where number = '1042');
            insert into shipment_items (shipment_id, position, title, quantity)
            select id, 9, 'Tea', 2 from shipments where order_id = (select id from orders where number = '1042');
            """);

        portal.Execute($"""
            update customers set balance = 1 where id = {Mira};
            insert into usage select id, 1, 'Storage', 1, 2, 'GB', '2026-01-02' from subscriptions where customer_id = {Mira};
            update invoices set refund_status = 'requested', refund = 1, refund_on = '2026-01-02' where customer_id = {Mira}
            """);

        var answer = await Read("mira");

        Assert.Equal(expected.Order(), Paths(answer, "").Distinct().Order());
    }

    [Fact]
    public async Task An_account_with_ever_so_many_tasks_is_bounded()
    {
        portal.Execute($"""
            with recursive numbers(n) as (select 1000 union all select n + 1 from numbers where n < 2000)
            insert into tasks (customer_id, position, title, status)
            select (select customer_id from people where identifier = 'mira'), n, 'One more', 'open' from numbers
            """);

        var answer = await Read("mira");

        Assert.Equal(500, answer.GetProperty("onboarding").GetProperty("tasks").GetArrayLength());
    }

    [Fact]
    public async Task The_newest_twelve_invoices_and_ten_orders_are_sent_with_a_word_that_there_are_more()
    {
        portal.Execute("""
            insert into invoices (id, customer_id, number, issued_on, total, amount_due, currency, status)
            with recursive n (i) as (select 1 union all select i + 1 from n where i < 13)
            select 900000 + i, (select customer_id from people where identifier = 'mira'), 'T-' || i, '2099-01-' || (10 + i), i, 0, 'EUR', 'paid' from n;
            insert into orders (id, customer_id, number, placed_at, status, total, currency)
            with recursive n (i) as (select 1 union all select i + 1 from n where i < 11)
            select 900000 + i, (select customer_id from people where identifier = 'mira'), 'T-' || i, 4070908800000 + i, 'delivered', i, 'EUR' from n
            """);

        var answer = await Read("mira");
        var (invoices, orders) = (answer.GetProperty("billing").GetProperty("invoices"), answer.GetProperty("orders"));

        Assert.Equal(Enumerable.Range(2, 12).Reverse().Select(i => $"T-{i}"), Numbers(invoices));
        Assert.Equal(Enumerable.Range(2, 10).Reverse().Select(i => $"T-{i}"), Numbers(orders));
        Assert.True(invoices.GetProperty("hasMore").GetBoolean() && orders.GetProperty("hasMore").GetBoolean());
    }

    [Fact]
    public async Task A_section_that_is_not_offered_is_null_and_one_with_nothing_yet_is_empty()
    {
        portal.Execute("""
            delete from orders where customer_id = (select customer_id from people where identifier = 'mira');
            delete from subscriptions where customer_id = (select customer_id from people where identifier = 'mira');
            delete from invoices where customer_id = (select customer_id from people where identifier = 'mira');
            update customers set has_orders = 1, has_onboarding = 0, card_last4 = null
            where id = (select customer_id from people where identifier = 'mira')
            """);

        var answer = await Read("mira");

        Assert.Equal(JsonValueKind.Null, answer.GetProperty("billing").ValueKind);
        Assert.Equal(JsonValueKind.Null, answer.GetProperty("onboarding").ValueKind);
        Assert.Empty(answer.GetProperty("orders").GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task What_needs_the_customer_is_sent_with_the_most_pressing_first()
    {
        portal.Execute("""
            update invoices set status = 'open', failed_on = '2026-01-02' where number = (select min(number) from invoices i join people p on p.customer_id = i.customer_id where p.identifier = 'mira');
            update subscriptions set status = 'active', seats_used = 10, seats_total = 10 where customer_id = (select customer_id from people where identifier = 'mira')
            """);

        var attention = (await Read("mira")).GetProperty("attention").EnumerateArray().Select(one => one.GetRawText()).ToArray();

        Assert.StartsWith("""{"kind":"payment_failed","view":"billing","ref":""", attention[0]);
        Assert.Equal("""{"kind":"seats_full","view":"billing","ref":null}""", attention[^1]);
    }

    async Task<JsonElement> Read(string identifier)
    {
        using var client = portal.SignedInAs(identifier);
        return JsonDocument.Parse(await client.GetStringAsync($"/api/widget-portal?identifier={identifier}")).RootElement;
    }

    static IEnumerable<string?> Numbers(JsonElement list) =>
        list.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString());

    static IEnumerable<string> List(string name, params string[] members) =>
        [$"{name}.hasMore", $"{name}.allUrl", .. Each($"{name}.items", members)];

    static IEnumerable<string> Each(string name, params string[] members) => members.Select(member => $"{name}[].{member}");

    static readonly string[] OftenNull = [".blocker", ".refund", ".exception"];

    // Each leaf by its path. A null leaf stands for the whole of what is null, so mira's account has everything
    // somewhere.
    static IEnumerable<string> Paths(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.Object => value.EnumerateObject().SelectMany(m => Paths(m.Value, path == "" ? m.Name : $"{path}.{m.Name}")),
        JsonValueKind.Array => value.EnumerateArray().SelectMany(item => Paths(item, path + "[]")),
        JsonValueKind.Null when OftenNull.Any(name => path.EndsWith(name, StringComparison.Ordinal)) => [],
        _ => [path],
    };
}
