using System.Globalization;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>Each of plan, seats, usage, payment method and invoices is there or not by itself.</summary>
/// <param name="Status">trialing, active, past_due, paused or cancelled; null without a plan.</param>
public sealed record BillingAnswer(
    PlanAnswer? Plan, string? Status, string? RenewsOn, string? EndsOn, SeatsAnswer? Seats,
    IReadOnlyList<UsageAnswer> Usage, PaymentMethodAnswer? PaymentMethod, string? ManageUrl, InvoicesAnswer? Invoices);

/// <param name="Interval">month or year: how often the price is due.</param>
public sealed record PlanAnswer(string? Name, Money? Price, string? Interval);

public sealed record SeatsAnswer(long? Used, long? Total);

/// <summary>Something that is counted, such as GB of storage; without an included amount, only counted.</summary>
public sealed record UsageAnswer(string? Name, long? Used, long? Included, string? Unit, string? ResetsOn);

/// <param name="Expires">The month after which the card is no longer taken, <c>YYYY-MM</c>.</param>
public sealed record PaymentMethodAnswer(string? Brand, string? Last4, string? Expires);

/// <summary>The newest 12.</summary>
public sealed record InvoicesAnswer(IReadOnlyList<InvoiceAnswer> Items, bool HasMore, string? AllUrl);

/// <param name="Status">open, paid, void or uncollectible.</param>
/// <param name="FailedOn">The day on which the last attempt to collect it failed.</param>
public sealed record InvoiceAnswer(
    string? Number, string? IssuedOn, string? DueOn, Money? Total, Money? AmountDue, string? Status, string? FailedOn,
    string? PayUrl, string? DocumentUrl);

sealed class BillingSection : Section
{
    const int MostInvoices = 12;

    public override string Name => "billing";

    public override IReadOnlyList<Statement> Statements { get; } =
    [
        new("plan", ["name", "status"], ["interval", "renews_on", "ends_on", "manage_url"], ["price"]),
        new("seats", ["used", "total"], [], []),
        new("usage", ["name", "used"], ["included", "unit", "resets_on"], []),
        new("payment_method", ["last4"], ["brand", "expires"], []),
        new("invoices", ["number", "issued_on", "status"], ["due_on", "failed_on", "pay_url", "document_url"],
            ["total", "amount_due"], Most: MostInvoices + 1),
    ];

    public override object? Build(Account account)
    {
        var (plan, card) = (account.Row("plan"), account.Row("payment_method"));
        var (seats, invoices) = (account.Row("seats"), account.Rows("invoices"));
        var usage = account.Rows("usage");
        if (plan is null && card is null && seats is null && invoices.Count == 0 && usage.Count == 0) return null;

        return new BillingAnswer(
            plan is null ? null : new(
                plan.Text("name"), plan.Money("price", plan.Currency()), plan.Word("interval", "month", "year")),
            plan?.Word("status", "trialing", "active", "past_due", "paused", "cancelled"),
            plan?.Day("renews_on"), plan?.Day("ends_on"),
            seats is null ? null : new(seats.Number("used"), seats.Number("total")),
            [.. usage.Select(row => new UsageAnswer(row.Text("name"), row.Number("used"), row.Number("included"),
                row.Text("unit"), row.Day("resets_on")))],
            card is null ? null : new(card.Text("brand"), card.Text("last4"), card.Month("expires")),
            plan?.Link("manage_url"),
            !account.Offers("invoices") ? null : new([.. invoices.Take(MostInvoices).Select(Invoice)],
                invoices.Count > MostInvoices, account.Customer.Link("invoices_url")));
    }

    static InvoiceAnswer Invoice(Row row)
    {
        var (currency, status) = (row.Currency(), row.Word("status", "open", "paid", "void", "uncollectible"));
        var total = row.Money("total", currency);
        return new(row.Text("number"), row.Day("issued_on"), row.Day("due_on"), total,
            row.Money("amount_due", currency) ?? (status == "open" ? total : null), status, row.Day("failed_on"),
            row.Link("pay_url"), row.Link("document_url"));
    }

    public override IEnumerable<AttentionAnswer> FindAttention(object answer, CustomerDay day)
    {
        var billing = (BillingAnswer)answer;
        foreach (var invoice in billing.Invoices?.Items ?? [])
            if (invoice is { Status: "open", FailedOn: not null })
                yield return new("payment_failed", Name, invoice.Number);
        if (billing.Status == "cancelled") yield break;

        if (billing is { PaymentMethod.Expires: { } expires, RenewsOn: { } renewsOn } && IsOverBy(expires, renewsOn))
            yield return new("card_expires_before_renewal", Name, null);
        if (billing.Status == "trialing" && Attention.Day(billing.EndsOn ?? billing.RenewsOn) is { } end
            && end >= day.Today && end <= day.Today.AddDays(3)) yield return new("trial_ends", Name, null);
        if (billing.Seats is { } seats && seats.Used >= seats.Total) yield return new("seats_full", Name, null);
    }

    // A card is good to the last day of its month.
    static bool IsOverBy(string expires, string renewsOn) =>
        DateOnly.TryParseExact(expires, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && Attention.Day(renewsOn) >= month.AddMonths(1);
}
