using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// A demo customer as <c>seed-data/customers.json</c> tells it, and as the volume makes it: one person, or a company of
/// several. Days and instants are offsets from the customer's own today (see <see cref="DemoMoment"/>); money is in
/// minor units of the currency.
/// </summary>
/// <param name="Identifier">The person's; of a company, its owner's.</param>
/// <param name="Story">One line for the demo's menu: what this customer shows.</param>
/// <param name="Balance">A credit, or below zero a debt.</param>
/// <param name="Subscription">The newest one.</param>
/// <param name="Orders">Null for a business that sells nothing physical; empty for a customer without orders.</param>
/// <param name="Onboarding">Null for a customer without any onboarding.</param>
public sealed record DemoCustomer(
    string Identifier, string Name, string Email, string Story, string Locale, string TimeZone, string Currency,
    long? ContactId = null, long? Balance = null, DemoSubscription? Subscription = null,
    IReadOnlyList<DemoOrder>? Orders = null, IReadOnlyList<DemoTask>? Onboarding = null)
{
    /// <summary>Under which head of the demo's menu: everyday, wrong or hard.</summary>
    public string Group { get; init; } = "everyday";

    /// <summary>Who else belongs to the account.</summary>
    public IReadOnlyList<DemoPerson> Colleagues { get; init; } = [];
    public IReadOnlyList<DemoSubscription> EarlierSubscriptions { get; init; } = [];

    /// <summary>Beside those of a subscription: receipts of orders, and what was given back.</summary>
    public IReadOnlyList<DemoInvoice> Invoices { get; init; } = [];

    /// <summary>Everybody who can sign in, each with a story of their own.</summary>
    [JsonIgnore]
    public IEnumerable<DemoPerson> People =>
        [new(Identifier, Name, Email, Story, ContactId) { Group = Group }, .. Colleagues];
}

/// <summary>Someone of a company, who writes and reads as the company does.</summary>
/// <param name="AskWho">Who can help with what this person may not see.</param>
public sealed record DemoPerson(
    string Identifier, string Name, string Email, string Story, long? ContactId = null,
    bool SeesBilling = true, bool SeesOrders = true, string? AskWho = null)
{
    /// <summary>As the customer's.</summary>
    public string Group { get; init; } = "everyday";
}

/// <param name="NextCharge">Else the price, where a day of renewal is known.</param>
public sealed record DemoSubscription(
    string Plan, long Price, string Status, string Interval = "month", string? RenewsOn = null, string? EndsOn = null,
    DemoCharge? NextCharge = null, DemoSeats? Seats = null, DemoCard? Card = null)
{
    public IReadOnlyList<DemoUsage> Usage { get; init; } = [];
    public IReadOnlyList<DemoInvoice> Invoices { get; init; } = [];
    public IReadOnlyList<DemoInvoiceRun> RepeatInvoices { get; init; } = [];
}

public sealed record DemoSeats(int Used, int Total);

public sealed record DemoCharge(string On, long Amount, string What);

public sealed record DemoUsage(
    string Name, long Used, long? Included = null, string? Unit = null, string? ResetsOn = null);

public sealed record DemoCard(string Brand, string Last4, string Expires);

/// <param name="Description">What it was for; else the plan and its period.</param>
public sealed record DemoInvoice(
    string Number, string IssuedOn, long Total, string Status, string? DueOn = null, string? FailedOn = null,
    string Kind = "invoice", string? Description = null, DemoRefund? Refund = null);

public sealed record DemoRefund(string Status, long? Amount = null, string? On = null);

/// <summary>
/// Paid invoices by rule, for a long history: <paramref name="Count"/> of them, numbered upwards from
/// <paramref name="FirstNumber"/>, <paramref name="PerDate"/> of them on <paramref name="Newest"/> and on every earlier
/// date, as far apart as the days or months say, with the <paramref name="Totals"/> in turn, and the
/// <paramref name="Descriptions"/>; without these, for the plan and its period.
/// </summary>
public sealed record DemoInvoiceRun(
    int Count, int FirstNumber, string Newest, IReadOnlyList<long> Totals,
    int EveryDays = 0, int EveryMonths = 0, int PerDate = 1, IReadOnlyList<string>? Descriptions = null)
{
    public string Number(int index) => $"INV-{FirstNumber + index}";
}

public sealed record DemoOrder(string Number, string PlacedAt, string Status, IReadOnlyList<DemoOrderItem> Items)
{
    public IReadOnlyList<DemoShipment> Shipments { get; init; } = [];
    public DemoRefund? Refund { get; init; }
}

public sealed record DemoOrderItem(string Title, long Price, int Quantity = 1);

/// <param name="HasProof">Whether there is a proof of delivery.</param>
public sealed record DemoShipment(
    string Carrier, string Status, string? TrackingNumber = null, string? ExpectedOn = null,
    string? ExpectedFrom = null, string? ExpectedBy = null, DemoHoldUp? Exception = null, bool HasProof = false)
{
    /// <summary>What is in it, where that is known.</summary>
    public IReadOnlyList<DemoShipmentItem> Items { get; init; } = [];
    public IReadOnlyList<DemoCheckpoint> Checkpoints { get; init; } = [];
}

public sealed record DemoShipmentItem(string Title, int Quantity = 1);

/// <param name="Text">What happens next.</param>
public sealed record DemoHoldUp(string Kind, string Text);

public sealed record DemoCheckpoint(string At, string Status, string Text, string? Place = null);

/// <param name="Url">A path on Acme's website.</param>
public sealed record DemoTask(
    string Title, string Status, string? DueOn = null, string? Url = null, DemoBlocker? Blocker = null,
    bool Optional = false);

public sealed record DemoBlocker(string Text, string Owner);
