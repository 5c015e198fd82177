using System.Globalization;
using System.Security.Cryptography;
using Bogus;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// Makes one customer up, with a generator of its own that is seeded from the run's seed and the customer's number: the
/// same arguments give the same customer whatever was made before.
/// </summary>
sealed class VolumeCustomer
{
    /// <summary>Numbers and ids set aside for each customer's invoices and orders.</summary>
    public const int NumbersEach = 16;

    // With eight digits they never meet a hand-made one.
    const int FirstNumber = 10_000_000;
    const long ContactIds = 1_000_000;

    static readonly Market[] Markets =
    [
        new("en_GB", "en-GB", "Europe/London", "GBP", 86, 50, "Parcelway"),
        new("de", "de-DE", "Europe/Berlin", "EUR", 100, 100, "Northpost"),
        new("fr", "fr-FR", "Europe/Paris", "EUR", 100, 100, "Parcelway"),
        new("nl", "nl-NL", "Europe/Amsterdam", "EUR", 100, 100, "Northpost"),
        new("en_US", "en-US", "America/New_York", "USD", 109, 100, "Northpost"),
        new("en_US", "en-US", "America/Los_Angeles", "USD", 109, 100, "Parcelway"),
        new("ja", "ja-JP", "Asia/Tokyo", "JPY", 160, 100, "Hayabusa Express"),
        new("pt_BR", "pt-BR", "America/Sao_Paulo", "BRL", 590, 500, "Rota Sul"),
        new("en_AU", "en-AU", "Australia/Sydney", "AUD", 165, 100, "Southern Cross Couriers"),
        new("ar", "ar-EG", "Africa/Cairo", "EGP", 5200, 5000, "Parcelway"),
    ];

    static readonly (string Name, int EuroCents, int Seats)[] Plans =
        [("Starter", 1900, 3), ("Pro", 4900, 10), ("Business", 14900, 25)];

    static readonly (string Title, int EuroCents)[] Products =
    [
        ("Air One desk monitor", 12900), ("Air Wall with e-paper display", 18900),
        ("Air Outdoor reference sensor", 21900), ("Air Mini, pack of three", 14900), ("Acme Hub gateway", 8900),
        ("Oak wall bracket", 1900), ("USB-C power kit", 1500), ("CO₂ sensor cartridge", 3900),
        ("E-paper door sign", 5900), ("Desk stand, recycled felt", 1200),
    ];

    static readonly string[] Tasks =
    [
        "Create your workspace", "Connect your first monitor", "Name your rooms", "Invite your team",
        "Set up direct debit",
    ];

    static readonly DemoBlocker[] Blockers =
    [
        new("Your bank needs to confirm the account owner", "third_party"),
        new("We are checking your company's registration", "us"),
        new("Your network blocks the hub's port 8883", "you"),
    ];

    readonly Randomizer random;
    readonly Faker faker;
    readonly Market market;
    readonly int firstNumber;

    VolumeCustomer(int seed, int index, Dictionary<string, Faker> fakers)
    {
        // Hashed, because neighbouring seeds of System.Random begin alike.
        byte[] key = [.. BitConverter.GetBytes(seed), .. BitConverter.GetBytes(index)];
        random = new(BitConverter.ToInt32(SHA256.HashData(key)));
        market = random.ArrayElement(Markets);
        if (!fakers.TryGetValue(market.Bogus, out faker!)) fakers[market.Bogus] = faker = new(market.Bogus);
        faker.Random = random;
        firstNumber = FirstNumber + index * NumbersEach;
    }

    /// <param name="seed">The run's.</param>
    /// <param name="index">Counts from 1.</param>
    /// <param name="fakers">Those of the run by their locale: to make one takes longer than to make a customer.</param>
    public static DemoCustomer Make(int seed, int index, Dictionary<string, Faker> fakers) =>
        new VolumeCustomer(seed, index, fakers).Make(index);

    DemoCustomer Make(int index)
    {
        var identifier = string.Create(CultureInfo.InvariantCulture, $"demo-{index:D6}");
        return new(
            identifier, faker.Name.FullName(), $"{identifier}@customers.example", "Made up", market.Locale,
            market.TimeZone, market.Currency, ContactIds + index,
            random.Bool(0.1f) ? LocalPrice(random.Int(100, 5000)) : null,
            random.Bool(0.9f) ? MakeSubscription() : null,
            random.Bool(0.9f) ? MakeOrders() : null,
            random.Bool(0.6f) ? MakeOnboarding() : null);
    }

    DemoSubscription MakeSubscription()
    {
        var plan = random.ArrayElement(Plans);
        var price = LocalPrice(plan.EuroCents);
        var status = random.WeightedRandom(
            ["active", "trialing", "past_due", "cancelled", "paused"], [0.84f, 0.05f, 0.05f, 0.04f, 0.02f]);
        var sinceInvoice = random.Int(9, 27);
        var paid = status == "trialing" ? 0 : random.Int(1, 14);
        var endsOn = status switch
        {
            "trialing" => $"+{random.Int(4, 14)}d",
            "cancelled" => $"-{sinceInvoice}d",
            _ => null,
        };
        var renewsOn = status is "active" or "past_due" ? $"+{28 - sinceInvoice}d" : null;
        return new(
            plan.Name, price, status, RenewsOn: renewsOn, EndsOn: endsOn,
            Seats: new(random.Int(1, plan.Seats), plan.Seats),
            Card: status == "trialing" ? null : new(
                random.ArrayElement(["Visa", "Mastercard"]), random.ReplaceNumbers("####"), $"+{random.Int(3, 40)}mo"))
        {
            Usage = random.Bool(0.3f) ? [new("API", random.Int(0, 11_000), 10_000, ResetsOn: renewsOn)] : [],
            RepeatInvoices = [new(paid, firstNumber, $"-{sinceInvoice}d", [price], EveryMonths: 1)],
            Invoices = status != "past_due" ? []
                : [new($"INV-{firstNumber + paid}", "-8d", price, "open", DueOn: "-8d", FailedOn: "-6d")],
        };
    }

    // From the oldest to the newest, so that numbers grow with time.
    DemoOrder[] MakeOrders()
    {
        var count = random.Bool(0.06f) ? random.Int(11, 15) : random.Int(0, 4);
        var days = Enumerable.Range(0, count).Select(_ => random.Int(1, 700)).OrderDescending();
        return [.. days.Select((ago, n) => MakeOrder(firstNumber + n, ago))];
    }

    DemoOrder MakeOrder(int number, int ago)
    {
        var status = ago switch
        {
            1 => "processing",
            <= 5 => "shipped",
            _ => random.WeightedRandom(["delivered", "cancelled", "returned"], [0.93f, 0.04f, 0.03f]),
        };
        DemoOrderItem[] items = [.. random.ArrayElements(Products, random.Int(1, 3))
            .Select(product => new DemoOrderItem(product.Title, LocalPrice(product.EuroCents), random.Int(1, 6)))];
        return new(number.ToString(CultureInfo.InvariantCulture), MakeInstant(ago), status, items)
        {
            Shipments = status is "processing" or "cancelled" ? [] : [MakeShipment(status, ago, items)],
            Refund = status is not ("cancelled" or "returned") ? null
                : new("refunded", items.Sum(item => item.Quantity * item.Price), $"-{ago - 5}d"),
        };
    }

    DemoShipment MakeShipment(string order, int ago, IEnumerable<DemoOrderItem> items)
    {
        var status = order == "shipped" ? "in_transit" : order;
        List<DemoCheckpoint> checkpoints = [MakeCheckpoint(ago - 1, "preparing", "Packed and labelled")];
        if (ago > 2) checkpoints.Add(MakeCheckpoint(ago - 2, "in_transit", "Arrived at the sorting centre"));
        if (status == "delivered") checkpoints.Add(MakeCheckpoint(ago - 4, status, "Handed over at reception"));
        if (status == "returned") checkpoints.Add(MakeCheckpoint(ago - 4, status, "On its way back to Acme"));
        var expected = status switch
        {
            "in_transit" => $"+{random.Int(1, 3)}d",
            "delivered" => $"-{ago - 4}d",
            _ => null,
        };
        return new(market.Carrier, status, random.ReplaceNumbers("##########"), expected)
        {
            Items = [.. items.Select(item => new DemoShipmentItem(item.Title, item.Quantity))],
            Checkpoints = checkpoints,
        };
    }

    DemoCheckpoint MakeCheckpoint(int ago, string status, string text) =>
        new(MakeInstant(ago), status, text, faker.Address.City());

    DemoTask[] MakeOnboarding()
    {
        var done = random.Int(1, Tasks.Length);
        var blocker = random.Bool(0.15f) ? random.ArrayElement(Blockers) : null;
        return [.. Tasks.Select((title, n) => n < done
            ? new DemoTask(title, "done")
            : new(title, n == done && blocker is not null ? "blocked" : "open", $"+{3 * n}d",
                Blocker: n == done ? blocker : null))];
    }

    long LocalPrice(long euroCents) => Math.Max(1, euroCents * market.Rate / 100 / market.Round) * market.Round;

    string MakeInstant(int ago) =>
        string.Create(CultureInfo.InvariantCulture, $"-{ago}d {random.Int(6, 20):D2}:{random.Int(0, 59):D2}");

    /// <param name="Bogus">Whose names and cities.</param>
    /// <param name="Rate">Local minor units for 100 euro cents.</param>
    /// <param name="Round">Prices are multiples of it.</param>
    sealed record Market(
        string Bogus, string Locale, string TimeZone, string Currency, int Rate, int Round, string Carrier);
}
