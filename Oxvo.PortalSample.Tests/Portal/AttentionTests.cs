using System.Globalization;
using System.Text.Json;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>What needs the customer: each kind at its limits, on the customer's own calendar.</summary>
public sealed class AttentionTests : IDisposable
{
    const string Mira = "(select id from customers where identifier = 'mira')";
    readonly PortalApp portal = new();

    public AttentionTests() => portal.Execute($"""
        delete from invoices where customer_id = {Mira};
        delete from orders where customer_id = {Mira};
        delete from tasks where customer_id = {Mira};
        update customers set time_zone = 'Pacific/Kiritimati', has_orders = 1, has_onboarding = 1 where id = {Mira};
        update subscriptions set status = 'active', renews_on = '2099-12-01', ends_on = null, card_expires = '2099-12',
               seats_used = 1, seats_total = 10 where customer_id = {Mira}
        """);

    public void Dispose() => portal.Dispose();

    [Fact]
    public async Task Nothing_needs_a_customer_with_whom_all_is_well() => Assert.Empty(await Kinds());

    [Fact]
    public async Task Everything_at_once_comes_in_the_order_of_its_urgency()
    {
        Subscription("status = 'trialing', ends_on = @day, renews_on = @day, card_expires = '2020-01', seats_used = 10", 1);
        Task("blocked");
        Order("shipped", "in_transit", -1);
        Invoice("open", "2026-01-02");

        Assert.Equal(["payment_failed", "parcel_late", "task_blocked", "card_expires_before_renewal", "trial_ends", "seats_full"], await Kinds());
    }

    [Theory]
    [InlineData("open", "2026-01-02", true)]
    [InlineData("open", null, false)]
    [InlineData("paid", "2026-01-02", false)]
    [InlineData("void", "2026-01-02", false)]
    public async Task A_payment_failed_while_its_invoice_is_open(string status, string? failedOn, bool expected)
    {
        Invoice(status, failedOn);

        Assert.Equal(expected, (await Kinds()).Contains("payment_failed"));
    }

    [Theory]
    [InlineData("shipped", "in_transit", -1, true)]
    [InlineData("shipped", "failed", -1, true)]
    [InlineData("shipped", "in_transit", 0, false)]
    [InlineData("shipped", "ready_for_pickup", -1, false)]
    [InlineData("delivered", "delivered", -1, false)]
    [InlineData("cancelled", "preparing", -1, false)]
    [InlineData("returned", "returned", -1, false)]
    public async Task A_parcel_is_late_once_its_day_has_passed_where_the_customer_lives(string order, string shipment, int day, bool expected)
    {
        Order(order, shipment, day);

        Assert.Equal(expected, (await Kinds()).Contains("parcel_late"));
    }

    [Theory]
    [InlineData("active", "2099-12-01", "2099-12", false)]
    [InlineData("active", "2099-12-01", "2099-11", true)]
    [InlineData("cancelled", "2099-12-01", "2099-11", false)]
    public async Task A_card_is_good_to_the_last_day_of_its_month(string status, string renewsOn, string expires, bool expected)
    {
        Subscription($"status = '{status}', renews_on = '{renewsOn}', card_expires = '{expires}'", 0);

        Assert.Equal(expected, (await Kinds()).Contains("card_expires_before_renewal"));
    }

    [Theory]
    [InlineData(-1, false)]
    [InlineData(0, true)]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public async Task A_trial_ends_within_three_days(int day, bool expected)
    {
        Subscription("status = 'trialing', ends_on = @day", day);

        Assert.Equal(expected, (await Kinds()).Contains("trial_ends"));
    }

    void Subscription(string set, int day) =>
        portal.Execute($"update subscriptions set {set} where customer_id = {Mira}", new { day = DayThere(day) });

    void Task(string status) => portal.Execute(
        $"insert into tasks (customer_id, position, title, status) values ({Mira}, 1, 'Connect', '{status}')");

    void Order(string status, string shipment, int expected) => portal.Execute($"""
        insert into orders (id, customer_id, number, placed_at, status, total, currency) values (900001, {Mira}, 'T-1', 0, '{status}', 1, 'EUR');
        insert into shipments (id, order_id, position, carrier, status, expected_on) values (900001, 900001, 1, 'Post', '{shipment}', @day)
        """, new { day = DayThere(expected) });

    void Invoice(string status, string? failedOn) => portal.Execute($"""
        insert into invoices (id, customer_id, number, issued_on, total, amount_due, currency, status, failed_on)
        values (900001, {Mira}, 'T-1', '2026-01-01', 1, 1, 'EUR', '{status}', @failedOn)
        """, new { failedOn });

    static string DayThere(int offset) => TimeZoneInfo
        .ConvertTimeBySystemTimeZoneId(DateTimeOffset.UtcNow, "Pacific/Kiritimati")
        .AddDays(offset).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    async Task<string[]> Kinds()
    {
        using var mira = portal.SignedInAs("mira");
        var answer = JsonDocument.Parse(await mira.GetStringAsync("/api/widget-portal?identifier=mira")).RootElement;
        return [.. answer.GetProperty("attention").EnumerateArray().Select(a => a.GetProperty("kind").GetString()!)];
    }
}
