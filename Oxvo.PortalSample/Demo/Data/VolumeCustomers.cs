using System.Globalization;
using Bogus;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// Makes customers up. Each comes from a generator of its own, seeded from the run's seed and the customer's number: the same
/// arguments give the same customer whatever was made before, and a run that was stopped goes on where it was.
/// </summary>
sealed class VolumeCustomers(int seed)
{
    /// <summary>
    /// Numbers (and ids) set aside for each customer's invoices and orders; with eight digits they never meet a hand-made one.
    /// </summary>
    public const int NumbersEach = 16;
    const int FirstNumber = 10_000_000;
    const long ContactIds = 1_000_000;

    static readonly string[] Tasks =
        ["Create your workspace", "Connect your first monitor", "Name your rooms", "Invite your team", "Set up direct debit"];
    static readonly DemoBlocker[] Blockers =
    [
        new() { Text = "Your bank needs to confirm the account owner", Owner = "third_party" },
        new() { Text = "We are checking your company's registration", Owner = "us" },
        new() { Text = "Your network blocks the hub's port 8883", Owner = "you" },
    ];

    readonly IReadOnlyList<VolumeMarket> markets = VolumeMarket.All();

    /// <param name="index">Counts from 1.</param>
    public DemoCustomer Make(int index)
    {
        var random = new Randomizer(Mix(seed, index));
        var market = markets[random.Int(0, markets.Count - 1)];
        market.Faker.Random = random;
        var number = FirstNumber + index * NumbersEach;
        var identifier = string.Create(CultureInfo.InvariantCulture, $"demo-{index:D6}");
        return new DemoCustomer
        {
            Identifier = identifier,
            ContactId = ContactIds + index,
            Name = market.Faker.Name.FullName(),
            Email = $"{identifier}@customers.example",
            Story = "Made up",
            Locale = market.Locale,
            TimeZone = market.TimeZone,
            Currency = market.Currency,
            Subscription = random.Bool(0.9f) ? Subscription(random, market, number) : null,
            Orders = random.Bool(0.9f) ? VolumeOrders.Make(random, market, number) : null,
            Onboarding = random.Bool(0.6f) ? Onboarding(random) : null,
        };
    }

    static DemoSubscription Subscription(Randomizer random, VolumeMarket market, int number)
    {
        var (plan, euroCents, seats) = random.ArrayElement([("Starter", 1900, 3), ("Pro", 4900, 10), ("Business", 14900, 25)]);
        var price = market.Price(euroCents);
        var status = random.WeightedRandom(["active", "trialing", "past_due", "cancelled", "paused"], [0.84f, 0.05f, 0.05f, 0.04f, 0.02f]);
        var sinceInvoice = random.Int(9, 27);
        var paid = status == "trialing" ? 0 : random.Int(1, 14);
        return new DemoSubscription
        {
            Plan = plan,
            Price = price,
            Status = status,
            RenewsOn = status is "active" or "past_due" ? $"+{28 - sinceInvoice}d" : null,
            EndsOn = status == "trialing" ? $"+{random.Int(4, 14)}d" : status == "cancelled" ? $"-{sinceInvoice}d" : null,
            Seats = new DemoSeats { Used = random.Int(1, seats), Total = seats },
            Card = status == "trialing" ? null : Card(random),
            RepeatInvoices = paid == 0 ? [] : [Paid(paid, number, sinceInvoice, price)],
            Invoices = status == "past_due" ? [Declined(number + paid, price)] : [],
        };
    }

    static DemoCard Card(Randomizer random) => new()
    {
        Brand = random.ArrayElement(["Visa", "Mastercard"]),
        Last4 = random.ReplaceNumbers("####"),
        Expires = $"+{random.Int(3, 40)}mo",
    };

    static DemoInvoiceRun Paid(int count, int firstNumber, int newest, long price) =>
        new() { Count = count, FirstNumber = firstNumber, Newest = $"-{newest}d", EveryMonths = 1, Totals = [price] };

    static DemoInvoice Declined(int number, long price) => new()
    {
        Number = $"INV-{number}",
        IssuedOn = "-8d",
        DueOn = "-8d",
        FailedOn = "-6d",
        Total = price,
        Status = "open",
    };

    static DemoTask[] Onboarding(Randomizer random)
    {
        var done = random.Int(1, Tasks.Length);
        var blocked = random.Bool(0.15f);
        return [.. Tasks.Select((title, n) => new DemoTask
        {
            Title = title,
            Status = n < done ? "done" : n == done && blocked ? "blocked" : "open",
            DueOn = n < done ? null : $"+{3 * n}d",
            Blocker = n == done && blocked ? random.ArrayElement(Blockers) : null,
        })];
    }

    // Neighbouring seeds of System.Random begin alike; HashCode differs from process to process.
    static int Mix(int seed, int index)
    {
        var bits = ((ulong)(uint)seed << 32 | (uint)index) + 0x9E3779B97F4A7C15;
        bits = (bits ^ (bits >> 30)) * 0xBF58476D1CE4E5B9;
        bits = (bits ^ (bits >> 27)) * 0x94D049BB133111EB;
        return (int)(bits >> 33);
    }
}
