using System.Data.Common;
using Dapper;

namespace Oxvo.PortalSample.Demo.Data;

sealed class OrderRows(long firstId)
{
    static readonly string[] Statuses = ["processing", "shipped", "out_for_delivery", "delivered", "cancelled", "returned"];
    static readonly string[] ShipmentStatuses =
        ["preparing", "in_transit", "out_for_delivery", "ready_for_pickup", "delivered", "failed", "returned"];

    readonly List<object> orders = [];
    readonly List<object> items = [];
    readonly List<object> shipments = [];
    readonly List<object> checkpoints = [];
    long nextOrder = firstId;
    long nextShipment = firstId;

    public void Add(long customerId, DemoCustomer customer, DemoMoment moment)
    {
        foreach (var order in customer.Orders ?? [])
        {
            var id = nextOrder++;
            orders.Add(new
            {
                Id = id,
                CustomerId = customerId,
                order.Number,
                PlacedAt = moment.Happened(order.PlacedAt),
                Status = moment.Word(order.Status, Statuses),
                Total = order.Items.Sum(item => item.Quantity * item.Price),
                customer.Currency,
                Url = DemoLinks.Order(order.Number),
            });
            for (var n = 0; n < order.Items.Count; n++)
                items.Add(new { OrderId = id, Position = n + 1, order.Items[n].Title, order.Items[n].Quantity, order.Items[n].Price });
            for (var n = 0; n < order.Shipments.Count; n++)
                AddShipment(id, n + 1, order.Shipments[n], moment);
        }
    }

    void AddShipment(long orderId, int position, DemoShipment shipment, DemoMoment moment)
    {
        var id = nextShipment++;
        var carrier = moment.Word(shipment.Carrier, DemoLinks.CarrierNames);
        shipments.Add(new
        {
            Id = id,
            OrderId = orderId,
            Position = position,
            Carrier = carrier,
            shipment.TrackingNumber,
            TrackingUrl = DemoLinks.Tracking(carrier, shipment.TrackingNumber),
            Status = moment.Word(shipment.Status, ShipmentStatuses),
            ExpectedOn = moment.Day(shipment.ExpectedOn),
            ExpectedBy = moment.Instant(shipment.ExpectedBy),
        });
        foreach (var checkpoint in shipment.Checkpoints)
            checkpoints.Add(new
            {
                ShipmentId = id,
                At = moment.Happened(checkpoint.At),
                Status = moment.Word(checkpoint.Status, ShipmentStatuses),
                checkpoint.Place,
                checkpoint.Text,
            });
    }

    public async Task InsertAsync(DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync(
            """
            insert into orders (id, customer_id, number, placed_at, status, total, currency, url)
            values (@Id, @CustomerId, @Number, @PlacedAt, @Status, @Total, @Currency, @Url)
            """,
            orders, transaction);
        await connection.ExecuteAsync(
            """
            insert into order_items (order_id, position, title, quantity, price)
            values (@OrderId, @Position, @Title, @Quantity, @Price)
            """,
            items, transaction);
        await connection.ExecuteAsync(
            """
            insert into shipments (id, order_id, position, carrier, tracking_number, tracking_url, status, expected_on, expected_by)
            values (@Id, @OrderId, @Position, @Carrier, @TrackingNumber, @TrackingUrl, @Status, @ExpectedOn, @ExpectedBy)
            """,
            shipments, transaction);
        await connection.ExecuteAsync(
            """
            insert into checkpoints (shipment_id, at, status, place, text)
            values (@ShipmentId, @At, @Status, @Place, @Text)
            """,
            checkpoints, transaction);
        foreach (var rows in (List<object>[])[orders, items, shipments, checkpoints])
            rows.Clear();
    }
}
