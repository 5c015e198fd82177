using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// The body of <c>GET /api/widget-portal</c>. A section that is null is one that this customer's business does not
/// offer; an empty list is one with nothing yet. Instants are UTC (ISO 8601), days <c>YYYY-MM-DD</c>, and a URL is
/// https or null.
/// </summary>
public sealed record PortalAnswer(
    DateTimeOffset AsOf, CustomerAnswer Customer, IReadOnlyList<AttentionAnswer> Attention, BillingAnswer? Billing,
    OrdersAnswer? Orders, OnboardingAnswer? Onboarding);

/// <param name="Name">As the customer writes it.</param>
/// <param name="Locale">BCP 47, such as <c>en-GB</c>.</param>
/// <param name="TimeZone">IANA, such as <c>Europe/Paris</c>.</param>
public sealed record CustomerAnswer(string Name, string Locale, string TimeZone);

/// <summary>Something that needs the customer, most pressing first; see <see cref="Api.Attention"/>.</summary>
/// <param name="Kind">payment_failed, parcel_late, task_blocked, card_expires_before_renewal, trial_ends or
/// seats_full.</param>
/// <param name="View">Where it is shown: billing, orders or onboarding.</param>
/// <param name="Ref">The invoice's or order's number or the task's title; null where the view has just one.</param>
public sealed record AttentionAnswer(string Kind, string View, string? Ref);

/// <summary>An amount in minor units (cents, or yen) of an ISO 4217 currency.</summary>
public sealed record Money(long Amount, string Currency);

/// <param name="Status">trialing, active, past_due, paused or cancelled.</param>
public sealed record BillingAnswer(
    PlanAnswer Plan, string Status, string? RenewsOn, string? EndsOn, SeatsAnswer? Seats,
    PaymentMethodAnswer? PaymentMethod, string? ManageUrl, InvoicesAnswer Invoices);

/// <param name="Interval">month or year: how often the price is due.</param>
public sealed record PlanAnswer(string Name, Money Price, string Interval);

public sealed record SeatsAnswer(long Used, long Total);

/// <param name="Expires">The month after which the card is no longer taken, <c>YYYY-MM</c>.</param>
public sealed record PaymentMethodAnswer(string? Brand, string Last4, string? Expires);

/// <summary>The newest 12.</summary>
public sealed record InvoicesAnswer(IReadOnlyList<InvoiceAnswer> Items, bool HasMore, string? AllUrl);

/// <param name="Status">open, paid, void or uncollectible.</param>
/// <param name="FailedOn">The day on which the last attempt to collect it failed.</param>
public sealed record InvoiceAnswer(
    string Number, string IssuedOn, string? DueOn, Money Total, Money AmountDue, string Status, string? FailedOn,
    string? PayUrl, string? DocumentUrl);

/// <summary>The newest 10.</summary>
public sealed record OrdersAnswer(IReadOnlyList<OrderAnswer> Items, bool HasMore, string? AllUrl);

/// <param name="Status">processing, shipped, out_for_delivery, delivered, cancelled or returned.</param>
public sealed record OrderAnswer(
    string Number, DateTimeOffset PlacedAt, string Status, Money Total, string? Url,
    IReadOnlyList<OrderItemAnswer> Items, IReadOnlyList<ShipmentAnswer> Shipments);

/// <param name="Price">Of one piece.</param>
public sealed record OrderItemAnswer(string Title, long Quantity, Money Price);

/// <param name="Status">preparing, in_transit, out_for_delivery, ready_for_pickup, delivered, failed or
/// returned.</param>
/// <param name="ExpectedBy">The instant by which it should be there on that day, where the carrier tells.</param>
/// <param name="Checkpoints">Newest first.</param>
public sealed record ShipmentAnswer(
    string Carrier, string? TrackingNumber, string? TrackingUrl, string Status, string? ExpectedOn,
    DateTimeOffset? ExpectedBy, IReadOnlyList<CheckpointAnswer> Checkpoints);

/// <param name="Status">One of the shipment's words.</param>
public sealed record CheckpointAnswer(DateTimeOffset At, string Status, string? Place, string Text);

public sealed record OnboardingAnswer(int Done, int Total, IReadOnlyList<TaskAnswer> Tasks);

/// <param name="Status">done, open or blocked.</param>
public sealed record TaskAnswer(string Title, string Status, string? DueOn, string? Url, BlockerAnswer? Blocker);

/// <param name="Owner">Who can unblock it: you, us or third_party.</param>
public sealed record BlockerAnswer(string Text, string Owner);

/// <summary>Writes the answer without reflection, which shows in requests per second.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PortalAnswer))]
public sealed partial class PortalJson : JsonSerializerContext;
