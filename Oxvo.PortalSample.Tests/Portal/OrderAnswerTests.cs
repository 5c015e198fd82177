using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using StoredRow = System.Collections.Generic.Dictionary<string, object?>;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>What the answer says of parcels, refunds and steps: with it, without it, at its limits, and unfit.</summary>
public sealed class OrderAnswerTests
{
    const long Most = 9_007_199_254_740_991;

    [Theory]
    [InlineData("requested", 100L, "2026-11-20", "requested", 100L, "2026-11-20")]
    [InlineData("approved", Most, null, "approved", Most, null)]
    [InlineData("on_the_way", 0L, "2026-11-20", "on_the_way", 0L, "2026-11-20")]
    [InlineData("received", null, null, "received", null, null)]
    [InlineData("refunded", 100L, "soon", "refunded", 100L, "—")]
    [InlineData("declined", null, "2026-11-20", "declined", null, "2026-11-20")]
    [InlineData("paid back", 19.9, "2026-11-20", "—", null, "2026-11-20")]
    public void A_refund_tells_its_status_its_amount_and_its_day(
        string stored, object? amount, string? day, string status, long? minor, string? on)
    {
        var refund = Order(("refund_status", stored), ("refund_minor", amount), ("refund_on", day)).Refund!;

        Assert.Equal((status, minor, on), (refund.Status, refund.Amount?.Amount, refund.On));
        Assert.Equal(minor is null ? null : "EUR", refund.Amount?.Currency);
    }

    [Fact]
    public void Without_a_status_nothing_is_paid_back()
    {
        Assert.Null(Order(("refund_minor", 100L), ("refund_on", "2026-11-20")).Refund);
        Assert.Null(Order(("refund_status", null)).Refund);
    }

    [Theory]
    [InlineData("customs", "We sent them the invoice", "customs", "We sent them the invoice")]
    [InlineData("damaged", null, "damaged", null)]
    [InlineData("lost", "", "lost", "")]
    [InlineData("returned_to_sender", "A new one follows", "returned_to_sender", "A new one follows")]
    [InlineData("other", "Call us", "other", "Call us")]
    [InlineData(null, "Call us", "other", "Call us")]
    [InlineData("stolen", 7L, "—", "7")]
    [InlineData(1L, true, "—", "—")]
    public void An_exception_tells_its_kind_and_what_happens_next(
        object? stored, object? next, string kind, string? text)
    {
        var parcel = Parcel(("status", "exception"), ("exception_kind", stored), ("exception_text", next));

        Assert.Equal(("exception", new ExceptionAnswer(kind, text)), (parcel.Status, parcel.Exception));
    }

    [Fact]
    public void A_parcel_of_another_status_has_no_exception_whatever_is_left_in_its_columns()
    {
        Assert.Null(Parcel(("status", "delivered"), ("exception_kind", "customs"), ("exception_text", "x")).Exception);
        Assert.Equal(new ExceptionAnswer("other", null), Parcel(("status", "exception")).Exception);
    }

    [Theory]
    [InlineData(1_763_886_600_000L, "2025-11-23T08:30:00Z", "2025-11-23T08:30Z", "2025-11-23T08:30Z")]
    [InlineData(null, "2025-11-23T08:30:00Z", null, "2025-11-23T08:30Z")]
    [InlineData("2025-11-23T08:30:00Z", null, "2025-11-23T08:30Z", null)]
    [InlineData("in the morning", 8L, null, null)]
    public void A_window_has_its_two_instants_each_by_itself(
        object? storedFrom, object? storedBy, string? from, string? by)
    {
        var parcel = Parcel(("expected_from", storedFrom), ("expected_by", storedBy));

        Assert.Equal((Instant(from), Instant(by)), (parcel.ExpectedFrom, parcel.ExpectedBy));
    }

    [Theory]
    [InlineData("https://carrier.example/proof/1", "https://carrier.example/proof/1")]
    [InlineData("http://carrier.example/proof/1", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_proof_of_delivery_leaves_only_as_https(string? stored, string? sent) =>
        Assert.Equal(sent, Parcel(("proof_url", stored)).ProofUrl);

    [Fact]
    public void Each_parcel_holds_its_own_items()
    {
        var account = StoredAccount.Subscriber.With("orders", StoredAccount.Order(7))
            .With("shipments", StoredAccount.Shipment(1, order: 7), StoredAccount.Shipment(2, order: 7))
            .With("shipment_items", Item(2, "Tea", 2L), Item(9, "Of another", 1L), Item(1, "Cup", null),
                Item(2, "Pot", "two"), Item(2, null, Most));

        var parcels = account.Answer().Orders!.Items[0].Shipments;

        Assert.Equal([new("Cup", null)], parcels[0].Items);
        Assert.Equal([new("Tea", 2), new("Pot", null), new("—", Most)], parcels[1].Items);
    }

    [Fact]
    public void Without_the_section_and_the_columns_everything_else_is_there()
    {
        var order = Order();

        Assert.Equal(("7", null), (order.Number, order.Refund));
        Assert.Empty(order.Shipments[0].Items);
        Assert.Equal((null, null, null, null), (order.Shipments[0].ProofUrl, order.Shipments[0].Exception,
            order.Shipments[0].ExpectedFrom, order.Shipments[0].ExpectedBy));
    }

    [Theory]
    [InlineData(1L, true)]
    [InlineData(true, true)]
    [InlineData(0L, false)]
    [InlineData(null, false)]
    [InlineData("maybe", false)]
    public void A_step_is_optional_where_its_flag_says_so(object? stored, bool optional)
    {
        var task = StoredAccount.Task("Invite your team", "open").With("optional", stored);

        var sent = StoredAccount.Subscriber.With("tasks", task).Answer().Onboarding!.Tasks[0];

        Assert.Equal((optional, "open"), (sent.Optional, sent.Status));
    }

    [Fact]
    public void Skipped_steps_are_counted_with_those_that_are_done()
    {
        string[] stored = ["done", "skipped", "open", "blocked", "SKIPPED"];
        var tasks = stored.Select(status => StoredAccount.Task(status, status)).ToArray();

        var onboarding = StoredAccount.Subscriber.With("tasks", tasks).Answer().Onboarding!;

        Assert.Equal((2, 5), (onboarding.Done, onboarding.Total));
        Assert.Equal(["done", "skipped", "open", "blocked", Row.Unfit], onboarding.Tasks.Select(task => task.Status));
    }

    static DateTimeOffset? Instant(string? text) =>
        text is null ? null : DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    static StoredRow Item(long shipment, string? title, object? quantity) =>
        new() { ["shipment_id"] = shipment, ["title"] = title, ["quantity"] = quantity };

    static OrderAnswer Order(params (string Column, object? Value)[] values) =>
        Read(With(StoredAccount.Order(7), values), StoredAccount.Shipment(1, order: 7));

    static ShipmentAnswer Parcel(params (string Column, object? Value)[] values) =>
        Read(StoredAccount.Order(7), With(StoredAccount.Shipment(1, order: 7), values)).Shipments[0];

    static StoredRow With(StoredRow row, (string Column, object? Value)[] values) =>
        values.Aggregate(row, (changed, value) => changed.With(value.Column, value.Value));

    static OrderAnswer Read(StoredRow order, StoredRow shipment) => StoredAccount.Subscriber.Without("shipment_items")
        .With("orders", order).With("shipments", shipment).Answer().Orders!.Items[0];
}
