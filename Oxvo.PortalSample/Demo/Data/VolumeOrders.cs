using System.Globalization;
using Bogus;

namespace Oxvo.PortalSample.Demo.Data;

static class VolumeOrders
{
    static readonly (string Title, int EuroCents)[] Products =
    [
        ("Air One desk monitor", 12900), ("Air Wall with e-paper display", 18900), ("Air Outdoor reference sensor", 21900),
        ("Air Mini, pack of three", 14900), ("Acme Hub gateway", 8900), ("Oak wall bracket", 1900), ("USB-C power kit", 1500),
        ("CO₂ sensor cartridge", 3900), ("E-paper door sign", 5900), ("Desk stand, recycled felt", 1200),
    ];

    /// <summary>From the oldest to the newest, so that numbers grow with time.</summary>
    public static DemoOrder[] Make(Randomizer random, VolumeMarket market, int firstNumber)
    {
        var count = random.Bool(0.06f) ? random.Int(11, 15) : random.Int(0, 4);
        var days = Enumerable.Range(0, count).Select(_ => random.Int(1, 700)).OrderDescending();
        return [.. days.Select((ago, n) => Order(random, market, firstNumber + n, ago))];
    }

    static DemoOrder Order(Randomizer random, VolumeMarket market, int number, int ago)
    {
        var status = ago switch
        {
            1 => "processing",
            <= 5 => "shipped",
            _ => random.WeightedRandom(["delivered", "cancelled", "returned"], [0.93f, 0.04f, 0.03f]),
        };
        return new DemoOrder
        {
            Number = number.ToString(CultureInfo.InvariantCulture),
            PlacedAt = At(random, ago),
            Status = status,
            Items = [.. random.ArrayElements(Products, random.Int(1, 3)).Select(product => new DemoOrderItem
            {
                Title = product.Title,
                Quantity = random.Int(1, 6),
                Price = market.Price(product.EuroCents),
            })],
            Shipments = status is "processing" or "cancelled" ? [] : [Shipment(random, market, status, ago)],
        };
    }

    static DemoShipment Shipment(Randomizer random, VolumeMarket market, string status, int ago)
    {
        var last = status == "shipped" ? "in_transit" : status;
        List<DemoCheckpoint> checkpoints = [Checkpoint(At(random, ago - 1), "preparing", "Acme warehouse", "Packed and labelled")];
        if (ago > 2)
            checkpoints.Add(Checkpoint(At(random, ago - 2), "in_transit", market.Faker.Address.City(), "Arrived at the sorting centre"));
        if (last != "in_transit")
            checkpoints.Add(Checkpoint(At(random, ago - 4), last, market.Faker.Address.City(),
                last == "delivered" ? "Handed over at reception" : "On its way back to Acme"));
        return new DemoShipment
        {
            Carrier = market.Carrier,
            TrackingNumber = random.ReplaceNumbers("##########"),
            Status = last,
            ExpectedOn = last == "in_transit" ? $"+{random.Int(1, 3)}d" : last == "delivered" ? $"-{ago - 4}d" : null,
            Checkpoints = checkpoints,
        };
    }

    static DemoCheckpoint Checkpoint(string at, string status, string place, string text) =>
        new() { At = at, Status = status, Place = place, Text = text };

    static string At(Randomizer random, int ago) =>
        string.Create(CultureInfo.InvariantCulture, $"-{ago}d {random.Int(6, 20):D2}:{random.Int(0, 59):D2}");
}
