using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// The body of <c>GET /api/widget-portal</c>. A section that is null is one that this customer's business does not
/// offer, a <see cref="HiddenAnswer"/> one that this person may not see; an empty list is one with nothing yet. For a
/// stored value that does not fit, a text, word or day is <c>—</c>, and a number, an amount or an instant is null.
/// Instants are UTC (ISO 8601), days <c>YYYY-MM-DD</c>, and a URL is https or null.
/// </summary>
public sealed record PortalAnswer(
    DateTimeOffset AsOf, CustomerAnswer Customer, IReadOnlyList<AttentionAnswer> Attention)
{
    /// <summary>Each section's answer under its name, as a member of the body.</summary>
    [JsonExtensionData]
    public Dictionary<string, object?> Sections { get; } = [];
}

/// <param name="Name">As the customer writes it.</param>
/// <param name="Locale">BCP 47, such as <c>en-GB</c>.</param>
/// <param name="TimeZone">IANA, such as <c>Europe/Paris</c>.</param>
public sealed record CustomerAnswer(string Name, string Locale, string TimeZone);

/// <summary>Something that needs the customer, most pressing first; see <see cref="Api.Attention"/>.</summary>
/// <param name="Kind">payment_failed, parcel_exception, parcel_late, parcel_silent, task_blocked, usage_over,
/// card_expires_before_renewal, trial_ends, usage_near or seats_full.</param>
/// <param name="View">Where it is shown: billing, orders or onboarding.</param>
/// <param name="Ref">The invoice's or order's number, the task's title, the usage's or the plan's name; null where the
/// view has just one.</param>
public sealed record AttentionAnswer(string Kind, string View, string? Ref);

/// <summary>
/// Writes the answer, and the page's settings, without reflection, which shows in requests per second and at the start.
/// </summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(PortalAnswer))]
[JsonSerializable(typeof(BillingAnswer))]
[JsonSerializable(typeof(HiddenBillingAnswer))]
[JsonSerializable(typeof(OrdersAnswer))]
[JsonSerializable(typeof(HiddenAnswer))]
[JsonSerializable(typeof(OnboardingAnswer))]
[JsonSerializable(typeof(JsonObject))]
[JsonSerializable(typeof(List<string>))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(int))]
public sealed partial class PortalJson : JsonSerializerContext;
