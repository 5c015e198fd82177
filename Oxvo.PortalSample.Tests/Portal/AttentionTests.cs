using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>
/// What needs the customer: each kind at its limits, on the customer's own calendar, where it is the 23rd.
/// </summary>
public sealed class AttentionTests
{
    [Fact]
    public void Nothing_needs_a_customer_with_whom_all_is_well() => Assert.Empty(Account.Rows.Answer().Attention);

    [Fact]
    public void Everything_at_once_comes_in_the_order_of_its_urgency_with_its_place()
    {
        var rows = Subscription("trialing", renewsOn: "2026-11-24", expires: "2020-01", used: 10) with
        {
            Invoices = [Account.Invoice(1) with { FailedOn = "2026-11-02" }],
            Orders = [Account.Order(7)],
            Shipments = [Account.Shipment(1, order: 7) with { ExpectedOn = "2026-11-22" }],
            Tasks = [Account.Task("Connect", "blocked")],
        };

        var attention = rows.Answer().Attention;

        Assert.Equal(
            [
                new("payment_failed", "billing", "INV-1"), new("parcel_late", "orders", "7"), new("task_blocked", "onboarding", "Connect"),
                new("card_expires_before_renewal", "billing", null), new("trial_ends", "billing", null), new("seats_full", "billing", null),
            ],
            attention);
    }

    [Theory]
    [InlineData("open", "2026-01-02", true)]
    [InlineData("open", null, false)]
    [InlineData("paid", "2026-01-02", false)]
    [InlineData("void", "2026-01-02", false)]
    public void A_payment_failed_while_its_invoice_is_open(string status, string? failedOn, bool expected)
    {
        var rows = Account.Rows with { Invoices = [Account.Invoice(1) with { Status = status, FailedOn = failedOn }] };

        Assert.Equal(expected, Needs(rows, "payment_failed"));
    }

    [Theory]
    [InlineData("processing", "preparing", "2026-11-22", true)]
    [InlineData("shipped", "in_transit", "2026-11-22", true)]
    [InlineData("shipped", "out_for_delivery", "2026-11-22", true)]
    [InlineData("out_for_delivery", "failed", "2026-11-22", true)]
    [InlineData("shipped", "in_transit", "2026-11-23", false)]
    [InlineData("shipped", "in_transit", null, false)]
    [InlineData("shipped", "in_transit", "22.11.2026", false)]
    [InlineData("shipped", "ready_for_pickup", "2026-11-22", false)]
    [InlineData("shipped", "delivered", "2026-11-22", false)]
    [InlineData("shipped", "returned", "2026-11-22", false)]
    [InlineData("delivered", "in_transit", "2026-11-22", false)]
    [InlineData("cancelled", "preparing", "2026-11-22", false)]
    [InlineData("returned", "in_transit", "2026-11-22", false)]
    public void A_parcel_is_late_once_its_day_has_passed_where_the_customer_lives(string order, string shipment, string? day, bool expected)
    {
        var rows = Account.Rows with
        {
            Orders = [Account.Order(7) with { Status = order }],
            Shipments = [Account.Shipment(1, order: 7) with { Status = "delivered" }, Account.Shipment(2, order: 7) with { Status = shipment, ExpectedOn = day }],
        };

        Assert.Equal(expected, Needs(rows, "parcel_late"));
    }

    [Fact]
    public void Where_the_time_zone_is_unknown_the_day_is_that_of_UTC()
    {
        var rows = Account.Rows with
        {
            Customer = Account.Rows.Customer with { TimeZone = "Europe/Atlantis" },
            Orders = [Account.Order(7)],
            Shipments = [Account.Shipment(1, order: 7) with { ExpectedOn = "2026-11-22" }],
        };

        Assert.False(Needs(rows, "parcel_late"));
    }

    [Theory]
    [InlineData("open", false)]
    [InlineData("done", false)]
    [InlineData("blocked", true)]
    public void A_task_needs_the_customer_while_it_is_blocked(string status, bool expected) =>
        Assert.Equal(expected, Needs(Account.Rows with { Tasks = [Account.Task("Connect", status)] }, "task_blocked"));

    [Theory]
    [InlineData("active", "2026-12-31", "2026-12", false)]
    [InlineData("active", "2027-01-01", "2026-12", true)]
    [InlineData("past_due", "2027-01-01", "2026-12", true)]
    [InlineData("cancelled", "2027-01-01", "2026-12", false)]
    [InlineData("active", null, "2026-01", false)]
    [InlineData("active", "2027-01-01", null, false)]
    [InlineData("active", "2027-01-01", "12/26", false)]
    public void A_card_is_good_to_the_last_day_of_its_month(string status, string? renewsOn, string? expires, bool expected) =>
        Assert.Equal(expected, Needs(Subscription(status, renewsOn, expires: expires), "card_expires_before_renewal"));

    [Theory]
    [InlineData("trialing", "2026-11-22", false)]
    [InlineData("trialing", "2026-11-23", true)]
    [InlineData("trialing", "2026-11-26", true)]
    [InlineData("trialing", "2026-11-27", false)]
    [InlineData("active", "2026-11-24", false)]
    public void A_trial_ends_within_three_days(string status, string endsOn, bool expected)
    {
        Assert.Equal(expected, Needs(Subscription(status, renewsOn: "2027-06-01", endsOn), "trial_ends"));
        Assert.Equal(expected, Needs(Subscription(status, renewsOn: endsOn), "trial_ends"));
    }

    [Theory]
    [InlineData("active", 9, false)]
    [InlineData("active", 10, true)]
    [InlineData("active", 11, true)]
    [InlineData("cancelled", 10, false)]
    public void Seats_are_full_when_as_many_are_used_as_there_are(string status, long used, bool expected) =>
        Assert.Equal(expected, Needs(Subscription(status, used: used), "seats_full"));

    [Fact]
    public void Nothing_needs_a_customer_who_has_no_section()
    {
        var rows = Account.Rows with { Customer = Account.Rows.Customer with { PlanName = null, HasOrders = 0, HasOnboarding = 0 } };

        Assert.Empty(rows.Answer().Attention);
    }

    static AccountRows Subscription(
        string status, string? renewsOn = "2026-12-01", string? endsOn = null, string? expires = "2026-12", long used = 9) => Account.Rows with
        {
            Customer = Account.Rows.Customer with { Status = status, RenewsOn = renewsOn, EndsOn = endsOn, CardExpires = expires, SeatsUsed = used },
        };

    static bool Needs(AccountRows rows, string kind) => rows.Answer().Attention.Any(attention => attention.Kind == kind);
}
