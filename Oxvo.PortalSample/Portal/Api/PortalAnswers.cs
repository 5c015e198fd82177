using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// Turns the rows of an account into the answer, member by member: what is not named here never leaves.
/// </summary>
public sealed class PortalAnswers(IOptions<PortalOptions> options, TimeProvider clock)
{
    readonly HashSet<string> linkHosts = new(options.Value.LinkHosts, StringComparer.OrdinalIgnoreCase);

    public PortalAnswer Build(AccountRows account)
    {
        var now = clock.GetUtcNow();
        var customer = account.Customer;
        var billing = Billing(account);
        var orders = customer.HasOrders == 0 ? null : Orders(account);
        var onboarding = customer.HasOnboarding == 0 ? null : Onboarding(account.Tasks);
        var attention = Attention.Find(billing, orders, onboarding, Today(now, customer.TimeZone));
        return new(now, new(customer.Name, customer.Locale, customer.TimeZone), attention, billing, orders, onboarding);
    }

    BillingAnswer? Billing(AccountRows account) => account.Customer is not { PlanName: { } plan } row ? null : new(
        new(plan, new(row.Price!.Value, row.Currency!), row.Interval!), row.Status!, row.RenewsOn, row.EndsOn,
        row is { SeatsUsed: { } used, SeatsTotal: { } total } ? new(used, total) : null,
        row.CardLast4 is { } last4 ? new(row.CardBrand, last4, row.CardExpires) : null,
        Link(row.ManageUrl),
        new([.. account.Invoices.Take(AccountStatements.Invoices - 1).Select(Invoice)],
            account.Invoices.Count == AccountStatements.Invoices, Link(row.InvoicesUrl)));

    InvoiceAnswer Invoice(InvoiceRow row) => new(
        row.Number, row.IssuedOn, row.DueOn, new(row.Total, row.Currency), new(row.AmountDue, row.Currency), row.Status,
        row.FailedOn, Link(row.PayUrl), Link(row.DocumentUrl));

    OrdersAnswer Orders(AccountRows account)
    {
        var items = account.OrderItems.ToLookup(row => row.OrderId);
        var shipments = account.Shipments.ToLookup(row => row.OrderId);
        var checkpoints = account.Checkpoints.ToLookup(row => row.ShipmentId);
        return new(
            [.. account.Orders.Take(AccountStatements.Orders - 1).Select(order => new OrderAnswer(
                order.Number, Instant(order.PlacedAt), order.Status, new(order.Total, order.Currency), Link(order.Url),
                [.. items[order.Id].Select(item =>
                    new OrderItemAnswer(item.Title, item.Quantity, new(item.Price, order.Currency)))],
                [.. shipments[order.Id].Select(shipment => Shipment(shipment, checkpoints[shipment.Id]))]))],
            account.Orders.Count == AccountStatements.Orders, Link(account.Customer.OrdersUrl));
    }

    ShipmentAnswer Shipment(ShipmentRow row, IEnumerable<CheckpointRow> checkpoints) => new(
        row.Carrier, row.TrackingNumber, Link(row.TrackingUrl), row.Status, row.ExpectedOn,
        row.ExpectedBy is { } by ? Instant(by) : null,
        [.. checkpoints.Select(c => new CheckpointAnswer(Instant(c.At), c.Status, c.Place, c.Text))]);

    OnboardingAnswer Onboarding(List<TaskRow> tasks) => new(
        tasks.Count(task => task.Status == "done"), tasks.Count,
        [.. tasks.Select(task => new TaskAnswer(task.Title, task.Status, task.DueOn, Link(task.Url),
            task is { BlockerText: { } text, BlockerOwner: { } owner } ? new(text, owner) : null))]);

    // A link that a carrier or a colleague typed wrongly, or that an attacker planted, must not become a way out of the
    // panel.
    string? Link(string? url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && uri is { Scheme: "https", UserInfo: "" }
        && (linkHosts.Count == 0 || linkHosts.Contains(uri.IdnHost)) ? uri.AbsoluteUri : null;

    static DateTimeOffset Instant(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    static DateOnly Today(DateTimeOffset now, string timeZone)
    {
        var isKnown = TimeZoneInfo.TryFindSystemTimeZoneById(timeZone, out var zone);
        return DateOnly.FromDateTime(isKnown ? TimeZoneInfo.ConvertTime(now, zone!).DateTime : now.DateTime);
    }
}
