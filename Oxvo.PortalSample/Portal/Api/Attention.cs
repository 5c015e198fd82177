using System.Globalization;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// What needs the customer, in the order of its urgency. The server decides it, so that every view, and every other
/// client, agrees. Only what the answer itself holds is considered.
/// </summary>
static class Attention
{
    public static IReadOnlyList<AttentionAnswer> Find(
        BillingAnswer? billing, OrdersAnswer? orders, OnboardingAnswer? onboarding, DateOnly today)
    {
        var bills = billing is { Status: not "cancelled" } ? billing : null;
        return
        [
            .. (billing?.Invoices.Items ?? []).Where(i => i is { Status: "open", FailedOn: not null })
                .Select(i => new AttentionAnswer("payment_failed", "billing", i.Number)),
            .. (orders?.Items ?? []).Where(o => IsLate(o, today))
                .Select(o => new AttentionAnswer("parcel_late", "orders", o.Number)),
            .. (onboarding?.Tasks ?? []).Where(t => t.Status == "blocked")
                .Select(t => new AttentionAnswer("task_blocked", "onboarding", t.Title)),
            .. When(bills is { PaymentMethod.Expires: { } expires, RenewsOn: { } renewsOn }
                && CardIsOverBy(expires, renewsOn), "card_expires_before_renewal"),
            .. When(bills is { Status: "trialing" } && Day(bills.EndsOn ?? bills.RenewsOn) is { } end
                && end >= today && end <= today.AddDays(3), "trial_ends"),
            .. When(bills?.Seats is { } seats && seats.Used >= seats.Total, "seats_full"),
        ];
    }

    static IEnumerable<AttentionAnswer> When(bool needed, string kind) => needed ? [new(kind, "billing", null)] : [];

    static bool IsLate(OrderAnswer order, DateOnly today) =>
        order.Status is "processing" or "shipped" or "out_for_delivery"
        && order.Shipments.Any(s => s.Status is "preparing" or "in_transit" or "out_for_delivery" or "failed"
            && Day(s.ExpectedOn) < today);

    // A card is good to the last day of its month.
    static bool CardIsOverBy(string expires, string renewsOn) =>
        DateOnly.TryParseExact(expires, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && Day(renewsOn) >= month.AddMonths(1);

    static DateOnly? Day(string? text) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day : null;
}
