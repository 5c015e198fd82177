using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>The newest 10.</summary>
public sealed record OrdersAnswer(IReadOnlyList<OrderAnswer> Items, bool HasMore, string? AllUrl);

/// <param name="Status">processing, shipped, out_for_delivery, delivered, cancelled or returned.</param>
/// <param name="Refund">What is paid back, where something is.</param>
public sealed record OrderAnswer(
    string? Number, DateTimeOffset? PlacedAt, string? Status, Money? Total, string? Url,
    IReadOnlyList<OrderItemAnswer> Items, RefundAnswer? Refund, IReadOnlyList<ShipmentAnswer> Shipments);

/// <param name="Price">Of one piece.</param>
public sealed record OrderItemAnswer(string? Title, long? Quantity, Money? Price);

/// <param name="ProofUrl">The proof of delivery: a photo or a signature.</param>
/// <param name="Items">What is in it, where that is known.</param>
/// <param name="Status">preparing, in_transit, out_for_delivery, ready_for_pickup, delivered, failed, returned or
/// exception.</param>
/// <param name="Exception">What holds it up, with the status exception only.</param>
/// <param name="ExpectedFrom">The instant from which it can be there, where the carrier tells a window.</param>
/// <param name="ExpectedBy">The instant by which it should be there on that day, where the carrier tells.</param>
/// <param name="Checkpoints">Newest first.</param>
public sealed record ShipmentAnswer(
    string? Carrier, string? TrackingNumber, string? TrackingUrl, string? ProofUrl,
    IReadOnlyList<ShipmentItemAnswer> Items, string? Status, ExceptionAnswer? Exception, string? ExpectedOn,
    DateTimeOffset? ExpectedFrom, DateTimeOffset? ExpectedBy, IReadOnlyList<CheckpointAnswer> Checkpoints);

public sealed record ShipmentItemAnswer(string? Title, long? Quantity);

/// <param name="Kind">customs, damaged, lost, returned_to_sender or other.</param>
/// <param name="Text">What happens next, for the customer.</param>
public sealed record ExceptionAnswer(string Kind, string? Text);

/// <param name="Status">One of the shipment's words.</param>
public sealed record CheckpointAnswer(DateTimeOffset? At, string? Status, string? Place, string? Text);

sealed class OrdersSection : Section
{
    const int MostOrders = 10;

    static readonly string[] ShipmentWords =
    [
        "preparing", "in_transit", "out_for_delivery", "ready_for_pickup", "delivered", "failed", "returned",
        "exception",
    ];

    public override string Name => "orders";

    public override IReadOnlyList<Statement> Statements { get; } =
    [
        new("orders", ["id", "number", "placed_at", "status"], ["url", "refund_status", "refund_on"],
            ["total", "refund"], Most: MostOrders + 1, SeenBy: "sees_orders"),
        new("items", ["order_id", "title"], ["quantity"], ["price"], Parent: "orders"),
        new("shipments", ["id", "order_id", "status"],
            ["carrier", "tracking_number", "tracking_url", "proof_url", "exception_kind", "exception_text",
                "expected_on", "expected_from", "expected_by"], [], Parent: "orders"),
        new("shipment_items", ["shipment_id", "title"], ["quantity"], [], Parent: "shipments"),
        new("checkpoints", ["shipment_id", "at"], ["status", "place", "text"], [], Parent: "shipments"),
    ];

    public override object? Build(Account account)
    {
        var isHidden = account.Hides("orders");
        if ((!isHidden && !account.Offers("orders")) || account.Customer.Flag("has_orders") == false) return null;
        if (isHidden) return new HiddenAnswer(account.Customer.Text("ask_who"));

        var items = account.Rows("items").ToLookup(row => row.Key("order_id"));
        var packed = account.Rows("shipment_items").ToLookup(row => row.Key("shipment_id"));
        var checkpoints = account.Rows("checkpoints").ToLookup(row => row.Key("shipment_id"));
        var shipments = account.Rows("shipments").ToLookup(row => row.Key("order_id"));
        var orders = account.Rows("orders");
        return new OrdersAnswer([.. orders.Take(MostOrders).Select(row =>
        {
            var (id, currency) = (row.Key("id"), row.Currency());
            return new OrderAnswer(
                row.Text("number"), row.Instant("placed_at"),
                row.Word("status", "processing", "shipped", "out_for_delivery", "delivered", "cancelled", "returned"),
                row.Money("total", currency), row.Link("url"),
                [.. items[id].Select(item =>
                    new OrderItemAnswer(item.Text("title"), item.Number("quantity"), item.Money("price", currency)))],
                RefundAnswer.Read(row, currency),
                [.. shipments[id].Select(shipment =>
                    Shipment(shipment, packed[shipment.Key("id")], checkpoints[shipment.Key("id")]))]);
        })], orders.Count > MostOrders, account.Customer.Link("orders_url"));
    }

    static ShipmentAnswer Shipment(Row row, IEnumerable<Row> items, IEnumerable<Row> checkpoints)
    {
        var status = row.Word("status", ShipmentWords);
        return new(
            row.Text("carrier"), row.Text("tracking_number"), row.Link("tracking_url"), row.Link("proof_url"),
            [.. items.Select(item => new ShipmentItemAnswer(item.Text("title"), item.Number("quantity")))],
            status, status == "exception" ? Exception(row) : null,
            row.Day("expected_on"), row.Instant("expected_from"), row.Instant("expected_by"),
            [.. checkpoints.Select(c => new CheckpointAnswer(
                c.Instant("at"), c.Word("status", ShipmentWords), c.Text("place"), c.Text("text")))]);
    }

    static ExceptionAnswer Exception(Row row) => new(
        row.Word("exception_kind", "customs", "damaged", "lost", "returned_to_sender", "other") ?? "other",
        row.Text("exception_text"));

    // Each kind once for an order, however many of its parcels it is true of.
    public override IEnumerable<AttentionAnswer> FindAttention(object answer, CustomerDay day) =>
        from order in ((OrdersAnswer)answer).Items
        where order.Status is "processing" or "shipped" or "out_for_delivery"
        from kind in order.Shipments.Select(shipment => FindTrouble(shipment, day)).OfType<string>().Distinct()
        select new AttentionAnswer(kind, Name, order.Number);

    // The most pressing of a parcel, which is told once.
    static string? FindTrouble(ShipmentAnswer parcel, CustomerDay day)
    {
        if (parcel.Status == "exception") return "parcel_exception";
        if (parcel.Status is "preparing" or "in_transit" or "out_for_delivery" or "failed"
            && Attention.Day(parcel.ExpectedOn) < day.Today) return "parcel_late";
        // Without a checkpoint nothing is known of when it was seen.
        return parcel.Status is "in_transit" or "out_for_delivery"
            && parcel.Checkpoints.Max(checkpoint => checkpoint.At) is { } newest
            && day.CountDaysSince(newest) >= day.Settings.SilentDays ? "parcel_silent" : null;
    }
}
