using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>The newest 10.</summary>
public sealed record OrdersAnswer(IReadOnlyList<OrderAnswer> Items, bool HasMore, string? AllUrl);

/// <param name="Status">processing, shipped, out_for_delivery, delivered, cancelled or returned.</param>
public sealed record OrderAnswer(
    string? Number, DateTimeOffset? PlacedAt, string? Status, Money? Total, string? Url,
    IReadOnlyList<OrderItemAnswer> Items, IReadOnlyList<ShipmentAnswer> Shipments);

/// <param name="Price">Of one piece.</param>
public sealed record OrderItemAnswer(string? Title, long? Quantity, Money? Price);

/// <param name="Status">preparing, in_transit, out_for_delivery, ready_for_pickup, delivered, failed or
/// returned.</param>
/// <param name="ExpectedBy">The instant by which it should be there on that day, where the carrier tells.</param>
/// <param name="Checkpoints">Newest first.</param>
public sealed record ShipmentAnswer(
    string? Carrier, string? TrackingNumber, string? TrackingUrl, string? Status, string? ExpectedOn,
    DateTimeOffset? ExpectedBy, IReadOnlyList<CheckpointAnswer> Checkpoints);

/// <param name="Status">One of the shipment's words.</param>
public sealed record CheckpointAnswer(DateTimeOffset? At, string? Status, string? Place, string? Text);

sealed class OrdersSection : Section
{
    const int MostOrders = 10;

    static readonly string[] ShipmentWords =
        ["preparing", "in_transit", "out_for_delivery", "ready_for_pickup", "delivered", "failed", "returned"];

    public override string Name => "orders";

    public override IReadOnlyList<Statement> Statements { get; } =
    [
        new("orders", ["id", "number", "placed_at", "status"], ["url"], ["total"], Most: MostOrders + 1,
            SeenBy: "sees_orders"),
        new("items", ["order_id", "title"], ["quantity"], ["price"], Parent: "orders"),
        new("shipments", ["id", "order_id", "status"],
            ["carrier", "tracking_number", "tracking_url", "expected_on", "expected_by"], [], Parent: "orders"),
        new("checkpoints", ["shipment_id", "at"], ["status", "place", "text"], [], Parent: "shipments"),
    ];

    public override object? Build(Account account)
    {
        if (account.Hides("orders") && account.Customer.Flag("has_orders") != false)
            return new HiddenAnswer(account.Customer.Text("ask_who"));
        if (!account.Offers("orders") || account.Customer.Flag("has_orders") == false) return null;

        var items = account.Rows("items").ToLookup(row => row.Key("order_id"));
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
                [.. shipments[id].Select(shipment => Shipment(shipment, checkpoints[shipment.Key("id")]))]);
        })], orders.Count > MostOrders, account.Customer.Link("orders_url"));
    }

    static ShipmentAnswer Shipment(Row row, IEnumerable<Row> checkpoints) => new(
        row.Text("carrier"), row.Text("tracking_number"), row.Link("tracking_url"), row.Word("status", ShipmentWords),
        row.Day("expected_on"), row.Instant("expected_by"),
        [.. checkpoints.Select(c => new CheckpointAnswer(
            c.Instant("at"), c.Word("status", ShipmentWords), c.Text("place"), c.Text("text")))]);

    public override IEnumerable<AttentionAnswer> FindAttention(object answer, DateOnly today) =>
        ((OrdersAnswer)answer).Items.Where(order => IsLate(order, today))
            .Select(order => new AttentionAnswer("parcel_late", Name, order.Number));

    static bool IsLate(OrderAnswer order, DateOnly today) =>
        order.Status is "processing" or "shipped" or "out_for_delivery"
        && order.Shipments.Any(s => s.Status is "preparing" or "in_transit" or "out_for_delivery" or "failed"
            && Attention.Day(s.ExpectedOn) < today);
}
