using System.Globalization;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// What needs the customer, in the order of its urgency. The server decides it, so that every view, and every other
/// client, agrees. Only what the answer itself holds is considered.
/// </summary>
static class Attention
{
    static readonly string[] Order =
    [
        "payment_failed", "parcel_exception", "parcel_late", "parcel_silent", "task_blocked", "usage_over",
        "card_expires_before_renewal", "trial_ends", "usage_near", "seats_full",
    ];

    public static IReadOnlyList<AttentionAnswer> Sort(IEnumerable<AttentionAnswer> attention) =>
        [.. attention.OrderBy(one => Array.IndexOf(Order, one.Kind) is >= 0 and var place ? place : Order.Length)];

    public static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;
}
