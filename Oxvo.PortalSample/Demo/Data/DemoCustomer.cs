namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// A demo customer as <c>seed-data/customers.json</c> tells it, and as the volume makes it. Days and instants are
/// offsets from the customer's own today (see <see cref="DemoMoment"/>); money is in minor units of the currency.
/// </summary>
/// <param name="Story">One line for the demo's menu: what this customer shows.</param>
/// <param name="Group">Under which head of the menu: everyday, wrong or hard.</param>
/// <param name="Orders">Null for a business that sells nothing physical; empty for a customer without orders.</param>
/// <param name="Onboarding">Null for a customer without any onboarding.</param>
public sealed record DemoCustomer(
    string Identifier, string Name, string Email, string Story, string Locale, string TimeZone, string Currency,
    long? ContactId = null, DemoSubscription? Subscription = null,
    IReadOnlyList<DemoOrder>? Orders = null, IReadOnlyList<DemoTask>? Onboarding = null, string Group = "everyday");

public sealed record DemoSubscription(
    string Plan, long Price, string Status, string Interval = "month", string? RenewsOn = null, string? EndsOn = null,
    DemoSeats? Seats = null, DemoCard? Card = null)
{
    public IReadOnlyList<DemoInvoice> Invoices { get; init; } = [];
    public IReadOnlyList<DemoInvoiceRun> RepeatInvoices { get; init; } = [];
}

public sealed record DemoSeats(int Used, int Total);

public sealed record DemoCard(string Brand, string Last4, string Expires);

public sealed record DemoInvoice(
    string Number, string IssuedOn, long Total, string Status, string? DueOn = null, string? FailedOn = null);

/// <summary>
/// Paid invoices by rule, for a long history: <paramref name="Count"/> of them, numbered upwards from
/// <paramref name="FirstNumber"/>, <paramref name="PerDate"/> of them on <paramref name="Newest"/> and on every earlier
/// date, as far apart as the days or months say, with the <paramref name="Totals"/> in turn.
/// </summary>
public sealed record DemoInvoiceRun(
    int Count, int FirstNumber, string Newest, IReadOnlyList<long> Totals,
    int EveryDays = 0, int EveryMonths = 0, int PerDate = 1)
{
    public string Number(int index) => $"INV-{FirstNumber + index}";
}

public sealed record DemoOrder(string Number, string PlacedAt, string Status, IReadOnlyList<DemoOrderItem> Items)
{
    public IReadOnlyList<DemoShipment> Shipments { get; init; } = [];
}

public sealed record DemoOrderItem(string Title, long Price, int Quantity = 1);

public sealed record DemoShipment(
    string Carrier, string Status, string? TrackingNumber = null, string? ExpectedOn = null, string? ExpectedBy = null)
{
    public IReadOnlyList<DemoCheckpoint> Checkpoints { get; init; } = [];
}

public sealed record DemoCheckpoint(string At, string Status, string Text, string? Place = null);

/// <param name="Url">A path on Acme's website.</param>
public sealed record DemoTask(
    string Title, string Status, string? DueOn = null, string? Url = null, DemoBlocker? Blocker = null);

public sealed record DemoBlocker(string Text, string Owner);
