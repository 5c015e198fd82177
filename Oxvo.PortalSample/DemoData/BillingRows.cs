using System.Data.Common;
using System.Globalization;
using Dapper;

namespace Oxvo.PortalSample.DemoData;

sealed class BillingRows(long nextInvoiceId)
{
    static readonly string[] Intervals = ["month", "year"];
    static readonly string[] Statuses = ["trialing", "active", "past_due", "paused", "cancelled"];
    static readonly string[] InvoiceStatuses = ["open", "paid", "void", "uncollectible"];

    readonly List<object> _subscriptions = [];
    readonly List<object> _invoices = [];
    long _nextInvoiceId = nextInvoiceId;

    public void Add(long customerId, DemoCustomer customer, DemoMoment moment)
    {
        if (customer.Subscription is not { } subscription)
            return;

        _subscriptions.Add(new
        {
            CustomerId = customerId,
            subscription.Plan,
            subscription.Price,
            customer.Currency,
            Interval = moment.Word(subscription.Interval, Intervals),
            Status = moment.Word(subscription.Status, Statuses),
            RenewsOn = moment.Day(subscription.RenewsOn),
            EndsOn = moment.Day(subscription.EndsOn),
            SeatsUsed = subscription.Seats?.Used,
            SeatsTotal = subscription.Seats?.Total,
            CardBrand = subscription.Card?.Brand,
            CardLast4 = subscription.Card?.Last4,
            CardExpires = subscription.Card is { } card ? moment.Month(card.Expires) : null,
            ManageUrl = DemoLinks.ManagePlan,
            InvoicesUrl = DemoLinks.AllInvoices,
        });
        foreach (var run in subscription.RepeatInvoices)
            AddRun(customerId, customer.Currency, run, moment);
        foreach (var invoice in subscription.Invoices)
            AddInvoice(customerId, customer.Currency, invoice.Number, moment.DateOf(invoice.IssuedOn), moment.Day(invoice.DueOn),
                invoice.Total, moment.Word(invoice.Status, InvoiceStatuses), moment.Day(invoice.FailedOn));
    }

    void AddRun(long customerId, string currency, DemoInvoiceRun run, DemoMoment moment)
    {
        var newest = moment.DateOf(run.Newest);
        var months = run.Every.EndsWith("mo", StringComparison.Ordinal);
        if (!int.TryParse(run.Every.AsSpan().TrimEnd(months ? "mo" : "d"), NumberStyles.None, CultureInfo.InvariantCulture, out var every))
            throw moment.Fault("run.every", run.Every, "is no step; write \"1d\", \"7d\" or \"1mo\"");

        for (var n = 0; n < run.Count; n++)
        {
            var back = (run.Count - 1 - n) / run.PerDate * every;
            var issued = months ? newest.AddMonths(-back) : newest.AddDays(-back);
            var number = $"INV-{run.FirstNumber + n}";
            AddInvoice(customerId, currency, number, issued, DemoMoment.Text(issued), run.Totals[n % run.Totals.Count], "paid", null);
        }
    }

    void AddInvoice(long customerId, string currency, string number, DateOnly issued, string? dueOn, long total, string status,
        string? failedOn)
    {
        var owed = status is "open" or "uncollectible";
        _invoices.Add(new
        {
            Id = _nextInvoiceId++,
            CustomerId = customerId,
            Number = number,
            IssuedOn = DemoMoment.Text(issued),
            DueOn = dueOn,
            Total = total,
            AmountDue = owed ? total : 0,
            Currency = currency,
            Status = status,
            FailedOn = failedOn,
            PayUrl = status == "open" ? DemoLinks.Pay(number) : null,
            DocumentUrl = DemoLinks.Invoice(number),
        });
    }

    public async Task InsertAsync(DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync(
            """
            insert into subscriptions (customer_id, plan_name, price, currency, interval, status, renews_on, ends_on,
                                       seats_used, seats_total, card_brand, card_last4, card_expires, manage_url, invoices_url)
            values (@CustomerId, @Plan, @Price, @Currency, @Interval, @Status, @RenewsOn, @EndsOn,
                    @SeatsUsed, @SeatsTotal, @CardBrand, @CardLast4, @CardExpires, @ManageUrl, @InvoicesUrl)
            """,
            _subscriptions, transaction);
        await connection.ExecuteAsync(
            """
            insert into invoices (id, customer_id, number, issued_on, due_on, total, amount_due, currency, status, failed_on,
                                  pay_url, document_url)
            values (@Id, @CustomerId, @Number, @IssuedOn, @DueOn, @Total, @AmountDue, @Currency, @Status, @FailedOn,
                    @PayUrl, @DocumentUrl)
            """,
            _invoices, transaction);
        _subscriptions.Clear();
        _invoices.Clear();
    }
}
