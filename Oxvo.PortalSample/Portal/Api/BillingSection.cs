using System.Globalization;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>Each of subscriptions, payment method, balance and invoices is there or not by itself.</summary>
/// <param name="Subscriptions">The newest first.</param>
/// <param name="Balance">A credit, or below zero a debt.</param>
public sealed record BillingAnswer(
    IReadOnlyList<SubscriptionAnswer> Subscriptions, PaymentMethodAnswer? PaymentMethod, Money? Balance,
    InvoicesAnswer? Invoices);

/// <summary>
/// What a person who may not see the money still sees: how much of what they use is left.
/// </summary>
/// <param name="Seats">Of the newest subscription that counts them.</param>
public sealed record HiddenBillingAnswer(string? AskWho, SeatsAnswer? Seats, IReadOnlyList<UsageAnswer> Usage)
    : HiddenAnswer(AskWho);

/// <param name="Plan">Null where only seats or usage are known.</param>
/// <param name="Status">trialing, active, past_due, paused or cancelled; null without a plan.</param>
public sealed record SubscriptionAnswer(
    PlanAnswer? Plan, string? Status, string? RenewsOn, string? EndsOn, ChargeAnswer? NextCharge, SeatsAnswer? Seats,
    IReadOnlyList<UsageAnswer> Usage, string? ManageUrl);

/// <param name="Interval">month or year: how often the price is due.</param>
public sealed record PlanAnswer(string? Name, Money? Price, string? Interval);

/// <summary>What is charged next, as far as it is known.</summary>
/// <param name="What">What it will be for.</param>
public sealed record ChargeAnswer(string? On, Money? Amount, string? What);

public sealed record SeatsAnswer(long? Used, long? Total);

/// <summary>Something that is counted, such as GB of storage; without an included amount, only counted.</summary>
public sealed record UsageAnswer(string? Name, long? Used, long? Included, string? Unit, string? ResetsOn);

/// <param name="Expires">The month after which the card is no longer taken, <c>YYYY-MM</c>.</param>
public sealed record PaymentMethodAnswer(string? Brand, string? Last4, string? Expires);

/// <summary>The newest 12.</summary>
public sealed record InvoicesAnswer(IReadOnlyList<InvoiceAnswer> Items, bool HasMore, string? AllUrl);

/// <param name="Kind">invoice, receipt or credit_note.</param>
/// <param name="Description">What it was for.</param>
/// <param name="Status">open, paid, void or uncollectible.</param>
/// <param name="FailedOn">The day on which the last attempt to collect it failed.</param>
/// <param name="Refund">What is given back of it.</param>
public sealed record InvoiceAnswer(
    string? Kind, string? Number, string? Description, string? IssuedOn, string? DueOn, Money? Total, Money? AmountDue,
    string? Status, string? FailedOn, RefundAnswer? Refund, string? PayUrl, string? DocumentUrl);

sealed class BillingSection : Section
{
    const int MostInvoices = 12, MostSubscriptions = 20;

    public override string Name => "billing";

    public override IReadOnlyList<Statement> Statements { get; } =
    [
        new("plan", ["name", "status"],
            ["id", "interval", "renews_on", "ends_on", "next_charge_on", "next_charge_for", "manage_url"],
            ["price", "next_charge"], Most: MostSubscriptions, SeenBy: Statement.SeesBilling),
        new("seats", ["used", "total"], ["plan_id"], []),
        new("usage", ["name", "used"], ["included", "unit", "resets_on", "plan_id"], []),
        new("balance", [], [], ["amount"], SeenBy: Statement.SeesBilling),
        new("payment_method", ["last4"], ["brand", "expires"], [], SeenBy: Statement.SeesBilling),
        new("invoices", ["number", "issued_on", "status"],
            ["kind", "description", "due_on", "failed_on", "refund_status", "refund_on", "pay_url", "document_url"],
            ["total", "amount_due", "refund"], Most: MostInvoices + 1, SeenBy: Statement.SeesBilling),
    ];

    public override object? Build(Account account)
    {
        if (Statements.Any(statement => account.Hides(statement.Name)))
            return new HiddenBillingAnswer(account.Customer.Text("ask_who"),
                account.Row("seats") is { } seats ? Seats(seats) : null, [.. account.Rows("usage").Select(Usage)]);

        var subscriptions = Subscriptions(account);
        var (card, invoices) = (account.Row("payment_method"), account.Rows("invoices"));
        var balance = account.Row("balance") is { } row ? row.Money("amount", row.Currency()) : null;
        if (subscriptions.Count == 0 && card is null && balance is null && invoices.Count == 0) return null;

        return new BillingAnswer(
            subscriptions,
            card is null ? null : new(card.Text("brand"), card.Text("last4"), card.Month("expires")),
            balance,
            !account.Offers("invoices") ? null : new([.. invoices.Take(MostInvoices).Select(Invoice)],
                invoices.Count > MostInvoices, account.Customer.Link("invoices_url")));
    }

    // Seats and usage can be counted without a plan.
    static IReadOnlyList<SubscriptionAnswer> Subscriptions(Account account)
    {
        var (plans, seats, usage) = (account.Rows("plan"), account.Rows("seats"), account.Rows("usage"));
        if (plans.Count == 0) return seats.Count + usage.Count == 0 ? [] : [Subscription(null, seats, usage)];

        var ids = plans.Select(plan => plan.Key("id")).Append("").ToHashSet();
        foreach (var row in seats.Concat(usage).Where(row => !ids.Contains(row.Key("plan_id"))))
            row.Misfit("plan_id", "is not the id of a row of plan: select that plan's id, or leave plan_id out");
        return [.. plans.Select((plan, n) => Subscription(plan, Its(seats, plan, n), Its(usage, plan, n)))];
    }

    static IEnumerable<Row> Its(IEnumerable<Row> rows, Row plan, int n) =>
        rows.Where(row => row.Key("plan_id") is var id && id.Length > 0 ? id == plan.Key("id") : n == 0);

    static SubscriptionAnswer Subscription(Row? plan, IEnumerable<Row> seats, IEnumerable<Row> usage)
    {
        var currency = plan?.Currency();
        var charge = plan is null ? null : new ChargeAnswer(
            plan.Day("next_charge_on"), plan.Money("next_charge", currency), plan.Text("next_charge_for"));
        return new(
            plan is null ? null
                : new(plan.Text("name"), plan.Money("price", currency), plan.Word("interval", "month", "year")),
            plan?.Word("status", "trialing", "active", "past_due", "paused", "cancelled"),
            plan?.Day("renews_on"), plan?.Day("ends_on"),
            charge is null or { On: null, Amount: null, What: null } ? null : charge,
            seats.Select(Seats).FirstOrDefault(), [.. usage.Select(Usage)], plan?.Link("manage_url"));
    }

    static SeatsAnswer Seats(Row row) => new(row.Number("used"), row.Number("total"));

    static UsageAnswer Usage(Row row) => new(
        row.Text("name"), row.Number("used"), row.Number("included"), row.Text("unit"), row.Day("resets_on"));

    static InvoiceAnswer Invoice(Row row)
    {
        var (currency, status) = (row.Currency(), row.Word("status", "open", "paid", "void", "uncollectible"));
        var total = row.Money("total", currency);
        return new(
            row.Word("kind", "invoice", "receipt", "credit_note") ?? "invoice", row.Text("number"),
            row.Text("description"), row.Day("issued_on"), row.Day("due_on"), total,
            row.Money("amount_due", currency) ?? (status == "open" ? total : null), status, row.Day("failed_on"),
            RefundAnswer.Read(row, currency), row.Link("pay_url"), row.Link("document_url"));
    }

    public override IEnumerable<AttentionAnswer> FindAttention(object answer, CustomerDay day)
    {
        var billing = (BillingAnswer)answer;
        foreach (var invoice in billing.Invoices?.Items ?? [])
            if (invoice is { Status: "open", FailedOn: not null })
                yield return new("payment_failed", Name, invoice.Number);

        var running = billing.Subscriptions.Where(one => one.Status != "cancelled").ToArray();
        if (running.Any(one => IsOverBy(billing.PaymentMethod?.Expires, one.RenewsOn)))
            yield return new("card_expires_before_renewal", Name, null);
        foreach (var one in running)
        {
            var plan = billing.Subscriptions.Count > 1 ? one.Plan?.Name : null;
            if (one.Status == "trialing" && Attention.Day(one.EndsOn ?? one.RenewsOn) is { } end
                && end >= day.Today && end <= day.Today.AddDays(3)) yield return new("trial_ends", Name, plan);
            if (one.Seats is { } seats && seats.Used >= seats.Total) yield return new("seats_full", Name, plan);
            foreach (var usage in one.Usage)
                if (usage.Used > usage.Included) yield return new("usage_over", Name, usage.Name);
                else if (IsNear(usage)) yield return new("usage_near", Name, usage.Name);
        }
    }

    // 90 % of what is included, all of it at most.
    static bool IsNear(UsageAnswer usage) => usage.Included > 0 && (decimal?)usage.Used * 10 >= usage.Included * 9m;

    // A card is good to the last day of its month.
    static bool IsOverBy(string? expires, string? renewsOn) =>
        DateOnly.TryParseExact(expires, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month)
        && Attention.Day(renewsOn) >= month.AddMonths(1);
}
