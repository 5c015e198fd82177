using Oxvo.PortalSample.Portal.Api;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>
/// What needs the customer: each kind at its limits, on the customer's own calendar, where it is the 23rd.
/// </summary>
public sealed class AttentionTests
{
    [Fact]
    public void Nothing_needs_a_customer_with_whom_all_is_well() => Assert.Empty(StoredAccount.Subscriber.Answer().Attention);

    [Fact]
    public void Everything_at_once_comes_in_the_order_of_its_urgency_with_its_place()
    {
        var account = Subscription("trialing", renewsOn: "2026-11-24", expires: "2020-01", used: 10)
            .With("invoices", StoredAccount.Invoice(1).With("failed_on", "2026-11-02"))
            .With("orders", StoredAccount.Order(7), StoredAccount.Order(8), StoredAccount.Order(9))
            .With("shipments", StoredAccount.Shipment(1, order: 7).With("expected_on", "2026-11-22"),
                StoredAccount.Shipment(2, order: 8), StoredAccount.Shipment(3, order: 9).With("status", "exception"))
            .With("checkpoints", StoredAccount.Checkpoint(2, "2026-11-01T08:00Z"))
            .With("usage", Usage("Storage", used: 9), Usage("Calls", used: 11))
            .With("tasks", StoredAccount.Task("Connect", "blocked"));

        var attention = account.Answer().Attention;

        Assert.Equal(
            [
                new("payment_failed", "billing", "INV-1"), new("parcel_exception", "orders", "9"), new("parcel_late", "orders", "7"),
                new("parcel_silent", "orders", "8"), new("task_blocked", "onboarding", "Connect"),
                new("usage_over", "billing", "Calls"), new("card_expires_before_renewal", "billing", null),
                new("trial_ends", "billing", null), new("usage_near", "billing", "Storage"), new("seats_full", "billing", null),
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
        var invoice = StoredAccount.Invoice(1).With("status", status).With("failed_on", failedOn);

        Assert.Equal(expected, Needs(StoredAccount.Subscriber.With("invoices", invoice), "payment_failed"));
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
    [InlineData("shipped", "exception", "2026-11-22", false)]
    [InlineData("delivered", "in_transit", "2026-11-22", false)]
    [InlineData("cancelled", "preparing", "2026-11-22", false)]
    [InlineData("returned", "in_transit", "2026-11-22", false)]
    public void A_parcel_is_late_once_its_day_has_passed_where_the_customer_lives(string order, string shipment, string? day, bool expected)
    {
        var account = StoredAccount.Subscriber
            .With("orders", StoredAccount.Order(7).With("status", order))
            .With("shipments", StoredAccount.Shipment(1, order: 7).With("status", "delivered"),
                StoredAccount.Shipment(2, order: 7).With("status", shipment).With("expected_on", day));

        Assert.Equal(expected, Needs(account, "parcel_late"));
    }

    [Fact]
    public void Where_the_time_zone_is_unknown_the_day_is_that_of_the_setting()
    {
        var account = StoredAccount.Subscriber
            .With("customer", "time_zone", "Europe/Atlantis")
            .With("orders", StoredAccount.Order(7))
            .With("shipments", StoredAccount.Shipment(1, order: 7).With("expected_on", "2026-11-22"));

        Assert.False(Needs(account, "parcel_late"));
    }

    [Theory]
    [InlineData("shipped", "in_transit", "2026-11-17T10:00Z", true)]
    [InlineData("shipped", "in_transit", "2026-11-18T09:59Z", true)]
    [InlineData("shipped", "in_transit", "2026-11-18T10:00Z", false)]
    [InlineData("out_for_delivery", "out_for_delivery", "2026-11-17T10:00Z", true)]
    [InlineData("shipped", "in_transit", "1995-01-01T00:00Z", true)]
    [InlineData("shipped", "in_transit", "2099-01-01T00:00Z", false)]
    [InlineData("shipped", "in_transit", "some time ago", false)]
    [InlineData("shipped", "in_transit", null, false)]
    [InlineData("processing", "preparing", "2026-11-01T10:00Z", false)]
    [InlineData("shipped", "ready_for_pickup", "2026-11-01T10:00Z", false)]
    [InlineData("shipped", "delivered", "2026-11-01T10:00Z", false)]
    [InlineData("shipped", "failed", "2026-11-01T10:00Z", false)]
    [InlineData("cancelled", "in_transit", "2026-11-01T10:00Z", false)]
    public void A_parcel_on_its_way_is_silent_five_days_after_its_newest_checkpoint_where_the_customer_lives(
        string order, string shipment, string? at, bool expected) =>
        Assert.Equal(expected, Needs(Parcel(order, shipment, at), "parcel_silent"));

    [Fact]
    public void A_parcel_that_was_never_seen_is_not_silent()
    {
        var account = StoredAccount.Subscriber
            .With("orders", StoredAccount.Order(7)).With("shipments", StoredAccount.Shipment(1, order: 7));

        Assert.Empty(account.Without("checkpoints").Answer().Attention);
        Assert.Empty(account.Answer().Attention);
    }

    [Theory]
    [InlineData(1, "2026-11-21T10:00Z", true)]
    [InlineData(1, "2026-11-22T10:00Z", false)]
    [InlineData(20, "2026-11-03T09:59Z", true)]
    [InlineData(20, "2026-11-03T10:00Z", false)]
    public void After_how_many_days_a_parcel_is_silent_is_a_setting(int days, string at, bool expected)
    {
        var answers = StoredAccount.Answers(new() { SilentDays = days });

        var attention = answers.Build(Parcel("shipped", "in_transit", at).Read()).Attention;

        Assert.Equal(expected, attention.Any(one => one.Kind == "parcel_silent"));
    }

    [Theory]
    [InlineData("exception", "2026-11-22", "parcel_exception")]
    [InlineData("in_transit", "2026-11-22", "parcel_late")]
    [InlineData("in_transit", "2026-11-24", "parcel_silent")]
    public void A_parcel_with_more_than_one_trouble_is_told_once_by_the_most_pressing(
        string status, string expectedOn, string kind)
    {
        var account = Parcel("shipped", status, "2026-11-01T08:00Z").With("shipments", "expected_on", expectedOn);

        Assert.Equal([new AttentionAnswer(kind, "orders", "7")], account.Answer().Attention);
    }

    [Fact]
    public void An_order_of_several_parcels_tells_each_trouble_once()
    {
        var account = Parcel("shipped", "in_transit", "2026-11-01T08:00Z").With("shipments",
            StoredAccount.Shipment(1, order: 7), StoredAccount.Shipment(2, order: 7).With("status", "exception"),
            StoredAccount.Shipment(3, order: 7).With("status", "exception"));

        var kinds = account.Answer().Attention.Select(one => one.Kind);

        Assert.Equal(["parcel_exception", "parcel_silent"], kinds);
    }

    [Theory]
    [InlineData("open", 0L, false)]
    [InlineData("done", 0L, false)]
    [InlineData("skipped", 0L, false)]
    [InlineData("blocked", 0L, true)]
    [InlineData("blocked", null, true)]
    [InlineData("blocked", 1L, false)]
    public void A_task_needs_the_customer_while_it_is_blocked_and_not_optional(string status, object? optional, bool expected)
    {
        var task = StoredAccount.Task("Connect", status).With("optional", optional);

        Assert.Equal(expected, Needs(StoredAccount.Subscriber.With("tasks", task), "task_blocked"));
    }

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
        Assert.Empty(StoredAccount.Empty.Answer().Attention);
    }

    static StoredAccount Parcel(string order, string shipment, string? at) => StoredAccount.Subscriber
        .With("orders", StoredAccount.Order(7).With("status", order))
        .With("shipments", StoredAccount.Shipment(1, order: 7).With("status", shipment))
        .With("checkpoints", StoredAccount.Checkpoint(1, at));

    static StoredAccount Subscription(
        string status, string? renewsOn = "2026-12-01", string? endsOn = null, string? expires = "2026-12",
        long used = 9) => StoredAccount.Subscriber
            .With("plan", "status", status).With("plan", "renews_on", renewsOn).With("plan", "ends_on", endsOn)
            .With("payment_method", "expires", expires).With("seats", "used", used);

    static Dictionary<string, object?> Usage(string name, long used) =>
        new() { ["name"] = name, ["used"] = used, ["included"] = 10L };

    static bool Needs(StoredAccount account, string kind) =>
        account.Answer().Attention.Any(attention => attention.Kind == kind);
}
