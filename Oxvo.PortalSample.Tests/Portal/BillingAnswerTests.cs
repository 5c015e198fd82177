using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using StoredRow = System.Collections.Generic.Dictionary<string, object?>;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>Each member of the bills: with it, without it, and with a value that nobody expects.</summary>
public sealed class BillingAnswerTests
{
    const long Most = 9_007_199_254_740_991;

    [Fact]
    public void Each_subscription_has_its_own_seats_and_usage_and_what_names_none_is_the_newest_ones()
    {
        var account = StoredAccount.Subscriber
            .With("plan", Plan("Reports", id: 2L), Plan("Business", id: 1L))
            .With("seats", Seats(5, plan: 1L))
            .With("usage", Usage("Calls", 1, plan: 1L), Usage("Reports", 2, plan: null), Usage("Lost", 3, plan: 7L));

        var subscriptions = account.Answer().Billing!.Subscriptions;

        Assert.Equal(
            [("Reports", null, "Reports"), ("Business", 5, "Calls")],
            subscriptions.Select(one => (one.Plan?.Name, one.Seats?.Used, Assert.Single(one.Usage).Name)));
    }

    [Fact]
    public void Without_ids_seats_and_usage_are_the_newest_subscriptions()
    {
        var account = StoredAccount.Subscriber
            .With("plan", Plan("Reports"), Plan("Business")).With("seats", Seats(5)).With("usage", Usage("Calls", 1));

        var subscriptions = account.Answer().Billing!.Subscriptions;

        Assert.Equal([(5, 1), (null, 0)], subscriptions.Select(one => (one.Seats?.Used, one.Usage.Count)));
    }

    [Fact]
    public void Seats_and_usage_are_counted_without_a_plan_too()
    {
        var account = StoredAccount.Empty.With("seats", Seats(5)).With("usage", Usage("Calls", 1));

        var only = Assert.Single(account.Answer().Billing!.Subscriptions);

        Assert.Equal((null, null, 5, 1), (only.Plan, only.Status, only.Seats!.Used, only.Usage.Count));
    }

    [Fact]
    public void The_next_charge_is_there_as_far_as_it_is_known()
    {
        StoredRow whole = Plan("Pro");
        (whole["next_charge_on"], whole["next_charge_minor"]) = ("2026-12-01", 4900L);
        whole["next_charge_for"] = "Pro, December";

        Assert.Null(Charge(Plan("Pro")));
        Assert.Equal(new("2026-12-01", new(4900, "EUR"), "Pro, December"), Charge(whole));
        Assert.Equal(new(null, new(0, "EUR"), null), Charge(Plan("Pro").With("next_charge_minor", 0L)));
        Assert.Equal(new(Row.Unfit, null, null), Charge(Plan("Pro").With("next_charge_on", "soon")));
        Assert.Equal(new(null, new(null, null), null), Charge(Plan("Pro").With("next_charge", 0.001)));
    }

    [Theory]
    [InlineData(0, 100L, null)]
    [InlineData(89, 100L, null)]
    [InlineData(90, 100L, "usage_near")]
    [InlineData(100, 100L, "usage_near")]
    [InlineData(101, 100L, "usage_over")]
    [InlineData(0, 0L, null)]
    [InlineData(1, 0L, "usage_over")]
    [InlineData(5, null, null)]
    [InlineData(-1, 100L, null)]
    [InlineData(Most, Most, "usage_near")]
    public void Usage_needs_the_customer_from_nine_tenths_on(long used, long? included, string? kind)
    {
        var usage = Usage("Storage", used);
        usage["included"] = included;
        var (running, cancelled) = (StoredAccount.Subscriber.With("usage", usage),
            StoredAccount.Subscriber.With("usage", usage).With("plan", "status", "cancelled"));

        Assert.Equal(kind is null ? [] : [new(kind, "billing", "Storage")], running.Answer().Attention);
        Assert.Empty(cancelled.Answer().Attention);
        Assert.Equal(included, running.Answer().Billing!.Subscriptions[0].Usage[0].Included);
    }

    [Fact]
    public void Of_several_subscriptions_the_one_that_needs_the_customer_is_named()
    {
        var trial = Plan("Reports", id: 2L);
        (trial["status"], trial["ends_on"]) = ("trialing", "2026-11-24");
        var account = StoredAccount.Subscriber
            .With("plan", trial, Plan("Business", id: 1L)).With("seats", Seats(10, plan: 1L));

        Assert.Equal([new("trial_ends", "billing", "Reports"), new("seats_full", "billing", "Business")],
            account.Answer().Attention);
    }

    [Theory]
    [InlineData(null, null)]
    [InlineData(0L, 0L)]
    [InlineData(1250L, 1250L)]
    [InlineData(-400L, -400L)]
    [InlineData(Most, Most)]
    public void A_balance_is_a_credit_or_a_debt(long? stored, long? amount)
    {
        var account = StoredAccount.Subscriber.With("balance", Balance(stored));

        Assert.Equal(amount is null ? null : new Money(amount, "EUR"), account.Answer().Billing!.Balance);
        Assert.Null(StoredAccount.Subscriber.Answer().Billing!.Balance);
    }

    [Fact]
    public void A_credit_without_a_subscription_is_shown()
    {
        var account = StoredAccount.Empty.With("balance", Balance(500L));

        Assert.Equal(new Money(500, "EUR"), account.Answer().Billing!.Balance);
    }

    [Theory]
    [InlineData(null, "invoice")]
    [InlineData("invoice", "invoice")]
    [InlineData("receipt", "receipt")]
    [InlineData("credit_note", "credit_note")]
    [InlineData("Gutschrift", Row.Unfit)]
    public void A_document_is_an_invoice_unless_it_says_otherwise(string? stored, string kind)
    {
        Assert.Equal(kind, Invoice(("kind", stored)).Kind);
        Assert.Equal("invoice", Invoice().Kind);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Pro, November")]
    [InlineData("")]
    [InlineData("<b>Pro</b>\n🌿")]
    public void What_a_charge_was_for_is_sent_as_it_is_stored(string? description)
    {
        Assert.Equal(description, Invoice(("description", description)).Description);
        Assert.Null(Invoice().Description);
    }

    [Theory]
    [InlineData("requested")]
    [InlineData("approved")]
    [InlineData("on_the_way")]
    [InlineData("received")]
    [InlineData("refunded")]
    [InlineData("declined")]
    public void A_refund_has_a_state_and_an_amount_and_a_day_as_far_as_they_are_known(string status)
    {
        var whole = Invoice(("refund_status", status), ("refund", 4.5), ("refund_on", "2026-11-20"));

        Assert.Equal(new(status, new(450, "EUR"), "2026-11-20"), whole.Refund);
        Assert.Equal(new(status, null, null), Invoice(("refund_status", status)).Refund);
        Assert.Null(Invoice(("refund", 4.5), ("refund_on", "2026-11-20")).Refund);
        Assert.Equal(Row.Unfit, Invoice(("refund_status", status + "!")).Refund!.Status);
    }

    [Theory]
    [InlineData(1L, false)]
    [InlineData(true, false)]
    [InlineData(0L, true)]
    [InlineData(false, true)]
    [InlineData(null, true)]
    [InlineData("yes", true)]
    public void Where_the_flags_column_is_there_only_its_yes_shows_the_section(object? stored, bool hidden)
    {
        var noBills = StoredAccount.Subscriber.With("customer", "sees_billing", stored).Answer();
        var noOrders = StoredAccount.Subscriber.With("customer", "sees_orders", stored).Answer();

        Assert.Equal((hidden, false), (Hides(noBills, "billing"), Hides(noBills, "orders")));
        Assert.Equal((false, hidden), (Hides(noOrders, "billing"), Hides(noOrders, "orders")));
    }

    [Fact]
    public void A_person_who_may_not_see_the_bills_sees_no_price_in_an_order_either()
    {
        var account = StoredAccount.Subscriber.With("orders", StoredAccount.Order(7))
            .With("items", new StoredRow { ["order_id"] = 7L, ["title"] = "Tea", ["price_minor"] = 1L });

        var order = Assert.Single(account.With("customer", "sees_billing", 0L).Answer().Orders!.Items);

        Assert.Equal((null, null), (order.Total, order.Items[0].Price));
        Assert.NotNull(account.Answer().Orders!.Items[0].Items[0].Price);
    }

    [Fact]
    public void What_this_customer_is_not_offered_is_null_and_not_hidden()
    {
        var account = StoredAccount.Subscriber.With("customer", "sees_orders", 0L).With("customer", "has_orders", 0L);
        var nothing = StoredAccount.Empty.With("customer", "sees_billing", 0L).With("customer", "sees_orders", 0L);

        Assert.Null(account.Answer().Sections["orders"]);
        Assert.All(nothing.Answer().Sections.Values, Assert.Null);
    }

    [Fact]
    public void A_hidden_section_is_hidden_however_often_it_is_asked_for()
    {
        var account = StoredAccount.Empty.With("customer", "sees_orders", 0L).Read();
        var orders = new Statement("orders", [], [], [], SeenBy: "sees_orders");

        Assert.Equal([true, true], new[] { account.Hide(orders), account.Hide(orders) });
        Assert.True(account.Hides("orders"));
    }

    static StoredRow Plan(string name, object? id = null)
    {
        StoredRow plan = new() { ["name"] = name, ["status"] = "active", ["currency"] = "EUR" };
        return id is null ? plan : plan.With("id", id);
    }

    static StoredRow Balance(object? amount) => new() { ["amount_minor"] = amount, ["currency"] = "EUR" };

    static StoredRow Seats(long used, object? plan = null) =>
        new() { ["used"] = used, ["total"] = 10L, ["plan_id"] = plan };

    static StoredRow Usage(string name, long used, object? plan = null) =>
        new() { ["name"] = name, ["used"] = used, ["plan_id"] = plan };

    static ChargeAnswer? Charge(StoredRow plan) =>
        StoredAccount.Subscriber.With("plan", plan).Answer().Billing!.Subscriptions[0].NextCharge;

    static InvoiceAnswer Invoice(params IEnumerable<(string Column, object? Value)> values)
    {
        StoredRow row = new() { ["number"] = "B-1", ["issued_on"] = "2026-11-01", ["status"] = "paid" };
        row["currency"] = "EUR";
        foreach (var (column, value) in values) row[column] = value;
        return StoredAccount.Empty.With("invoices", row).Answer().Billing!.Invoices!.Items[0];
    }

    static bool Hides(PortalAnswer answer, string section) => answer.Sections[section] is HiddenAnswer;
}
