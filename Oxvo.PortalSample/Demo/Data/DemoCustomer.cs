namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// A demo customer as <c>seed-data/customers.json</c> tells it, and as the volume makes it. Days and instants are written as
/// offsets from the customer's own today (see <see cref="DemoMoment"/>); money is in minor units of <see cref="Currency"/>.
/// </summary>
public sealed record DemoCustomer
{
    public required string Identifier { get; init; }
    public long? ContactId { get; init; }
    public required string Name { get; init; }
    public required string Email { get; init; }

    /// <summary>One line for the demo's menu: what this customer shows.</summary>
    public required string Story { get; init; }
    public required string Locale { get; init; }
    public required string TimeZone { get; init; }
    public required string Currency { get; init; }
    public DemoSubscription? Subscription { get; init; }

    /// <summary>Null for a customer whose business sells them nothing physical; empty for one who has not ordered yet.</summary>
    public IReadOnlyList<DemoOrder>? Orders { get; init; }

    /// <summary>Null for a customer with no onboarding at all.</summary>
    public IReadOnlyList<DemoTask>? Onboarding { get; init; }
}

public sealed record DemoSubscription
{
    public required string Plan { get; init; }
    public required long Price { get; init; }
    public string Interval { get; init; } = "month";
    public required string Status { get; init; }
    public string? RenewsOn { get; init; }
    public string? EndsOn { get; init; }
    public DemoSeats? Seats { get; init; }
    public DemoCard? Card { get; init; }
    public IReadOnlyList<DemoInvoice> Invoices { get; init; } = [];
    public IReadOnlyList<DemoInvoiceRun> RepeatInvoices { get; init; } = [];
}

public sealed record DemoSeats
{
    public required int Used { get; init; }
    public required int Total { get; init; }
}

public sealed record DemoCard
{
    public required string Brand { get; init; }
    public required string Last4 { get; init; }
    public required string Expires { get; init; }
}

public sealed record DemoInvoice
{
    public required string Number { get; init; }
    public required string IssuedOn { get; init; }
    public string? DueOn { get; init; }
    public required long Total { get; init; }
    public required string Status { get; init; }
    public string? FailedOn { get; init; }
}

/// <summary>
/// Paid invoices by rule, for a history that nobody wants to write by hand: <see cref="Count"/> of them, numbered upwards from
/// <see cref="FirstNumber"/>, <see cref="PerDate"/> of them on <see cref="Newest"/> and on every earlier date, as far apart as
/// <see cref="EveryDays"/> or <see cref="EveryMonths"/> says, with the <see cref="Totals"/> in turn.
/// </summary>
public sealed record DemoInvoiceRun
{
    public required int Count { get; init; }
    public required int FirstNumber { get; init; }
    public required string Newest { get; init; }
    public int EveryDays { get; init; }
    public int EveryMonths { get; init; }
    public int PerDate { get; init; } = 1;
    public required IReadOnlyList<long> Totals { get; init; }

    public string Number(int index) => $"INV-{FirstNumber + index}";
}
