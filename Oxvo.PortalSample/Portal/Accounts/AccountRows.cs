namespace Oxvo.PortalSample.Portal.Accounts;

// What the seven statements of AccountReader return. Days are YYYY-MM-DD, instants Unix milliseconds (UTC), money minor
// units of the row's ISO 4217 currency.

/// <summary>One customer as the source of truth has them.</summary>
public sealed record AccountRows(
    CustomerRow Customer, List<InvoiceRow> Invoices, List<OrderRow> Orders, List<OrderItemRow> OrderItems,
    List<ShipmentRow> Shipments, List<CheckpointRow> Checkpoints, List<TaskRow> Tasks);

/// <summary>The customer and their subscription, whose members are null without one.</summary>
public sealed record CustomerRow
{
    public required long OwnsKey { get; init; }
    public required string Name { get; init; }
    public required string Locale { get; init; }
    public required string TimeZone { get; init; }
    public required long HasOrders { get; init; }
    public required long HasOnboarding { get; init; }
    public string? OrdersUrl { get; init; }
    public string? PlanName { get; init; }
    public long? Price { get; init; }
    public string? Currency { get; init; }
    public string? Interval { get; init; }
    public string? Status { get; init; }
    public string? RenewsOn { get; init; }
    public string? EndsOn { get; init; }
    public long? SeatsUsed { get; init; }
    public long? SeatsTotal { get; init; }
    public string? CardBrand { get; init; }
    public string? CardLast4 { get; init; }
    public string? CardExpires { get; init; }
    public string? ManageUrl { get; init; }
    public string? InvoicesUrl { get; init; }
}

public sealed record InvoiceRow
{
    public required string Number { get; init; }
    public required string IssuedOn { get; init; }
    public string? DueOn { get; init; }
    public required long Total { get; init; }
    public required long AmountDue { get; init; }
    public required string Currency { get; init; }
    public required string Status { get; init; }
    public string? FailedOn { get; init; }
    public string? PayUrl { get; init; }
    public string? DocumentUrl { get; init; }
}

public sealed record OrderRow
{
    public required long Id { get; init; }
    public required string Number { get; init; }
    public required long PlacedAt { get; init; }
    public required string Status { get; init; }
    public required long Total { get; init; }
    public required string Currency { get; init; }
    public string? Url { get; init; }
}

public sealed record OrderItemRow
{
    public required long OrderId { get; init; }
    public required string Title { get; init; }
    public required long Quantity { get; init; }
    public required long Price { get; init; }
}

public sealed record ShipmentRow
{
    public required long Id { get; init; }
    public required long OrderId { get; init; }
    public required string Carrier { get; init; }
    public string? TrackingNumber { get; init; }
    public string? TrackingUrl { get; init; }
    public required string Status { get; init; }
    public string? ExpectedOn { get; init; }
    public long? ExpectedBy { get; init; }
}

public sealed record CheckpointRow
{
    public required long ShipmentId { get; init; }
    public required long At { get; init; }
    public required string Status { get; init; }
    public string? Place { get; init; }
    public required string Text { get; init; }
}

public sealed record TaskRow
{
    public required string Title { get; init; }
    public required string Status { get; init; }
    public string? DueOn { get; init; }
    public string? Url { get; init; }
    public string? BlockerText { get; init; }
    public string? BlockerOwner { get; init; }
}
