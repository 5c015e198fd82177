using System.Data.Common;
using Dapper;

namespace Oxvo.PortalSample.Demo.Data;

sealed class BillingRows(long firstId)
{
    static readonly string[] Intervals = ["month", "year"];
    static readonly string[] Statuses = ["trialing", "active", "past_due", "paused", "cancelled"];
    static readonly string[] InvoiceStatuses = ["open", "paid", "void", "uncollectible"];

    readonly List<object> subscriptions = [];
    readonly List<object> invoices = [];
    long nextInvoice = firstId;

    public void Add(long customerId, DemoCustomer customer, DemoMoment moment)
    {
        if (customer.Subscription is not { } subscription) return;

        subscriptions.Add(new
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
        for (var n = 0; n < run.Count; n++)
        {
            var back = (run.Count - 1 - n) / run.PerDate;
            var issued = newest.AddMonths(-back * run.EveryMonths).AddDays(-back * run.EveryDays);
            AddInvoice(customerId, currency, run.Number(n), issued, DemoMoment.Text(issued), run.Totals[n % run.Totals.Count],
                "paid", failedOn: null);
        }
    }

    void AddInvoice(long customerId, string currency, string number, DateOnly issued, string? dueOn, long total, string status,
        string? failedOn)
    {
        var owed = status is "open" or "uncollectible";
        invoices.Add(new
        {
            Id = nextInvoice++,
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
            subscriptions, transaction);
        await connection.ExecuteAsync(
            """
            insert into invoices (id, customer_id, number, issued_on, due_on, total, amount_due, currency, status, failed_on,
                                  pay_url, document_url)
            values (@Id, @CustomerId, @Number, @IssuedOn, @DueOn, @Total, @AmountDue, @Currency, @Status, @FailedOn,
                    @PayUrl, @DocumentUrl)
            """,
            invoices, transaction);
        subscriptions.Clear();
        invoices.Clear();
    }
}
