using System.Globalization;
using System.Net;
using System.Security.Claims;
using Oxvo.PortalSample.Demo.Web;
using static Oxvo.PortalSample.Demo.Acme.SimulatedPage;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>
/// Where the links of the portal lead: Acme's own pages of an account, each for the session's customer only. What a
/// payment provider shows is made at the click, and the browser is sent there.
/// </summary>
internal static class SitePages
{
    public const string Limit = "pages";

    const string FromProvider =
        "Your payment provider’s page would be here, made at the click. It is gone in 15 minutes.";

    /// <summary>The pages that send a visitor without a session to sign in, and back.</summary>
    public static readonly PathString[] ForCustomers = ["/account", "/simulated/tracking", "/simulated/proof"];

    public static void MapSitePages(this WebApplication app)
    {
        var own = app.MapGroup("").RequireAuthorization().RequireRateLimiting(Limit);
        own.MapGet("/account/billing", ManageBilling);
        own.MapGet("/account/pay/{number}", Pay);
        own.MapGet("/account/invoices", ListInvoices);
        own.MapGet("/account/invoices/{number}.pdf", ReadInvoice);
        own.MapGet("/account/orders", ListOrders);
        own.MapGet("/account/orders/{number}", ShowOrder);
        own.MapGet("/account/setup/{step}", ShowStep);
        own.MapGet("/simulated/tracking/{number}", Track);
        own.MapGet("/simulated/proof/{number}", ProveDelivery);
        app.MapGet("/simulated/pages/{key}", ShowProviderPage);
        app.MapFallback(([AsParameters] Visit visit) => ShowAsync(null, visit));
    }

    static async Task<IResult> ManageBilling([AsParameters] Visit visit, ProviderPages provider)
    {
        var plans = await visit.Accounts.ListPlansAsync(visit.Identifier, visit.Cancel);
        return TypedResults.Redirect(provider.Make(new("Acme Air · billing", FromProvider, "Your plan and card")
        {
            Facts = [.. plans.SelectMany(Describe)],
            Action = "Update card",
        }));

        static IEnumerable<(string, string?)> Describe(SitePlan plan) =>
        [
            ($"{plan.Name} plan", $"{Money(plan.Price, plan.Currency, plan.Locale)} a {plan.Interval}"),
            ("Status", Word(plan.Status)),
            ("Renews on", Day(plan.RenewsOn)),
            ("Card", plan.CardLast4 is null ? "None on file" : $"{plan.CardBrand} ending in {plan.CardLast4}"),
        ];
    }

    static async Task<IResult> Pay(string number, [AsParameters] Visit visit, ProviderPages provider)
    {
        var invoices = await visit.Accounts.ListInvoicesAsync(visit.Identifier, number, visit.Cancel);
        if (invoices is not [{ AmountDue: > 0 } invoice]) return await ShowAsync(null, visit);
        var due = Money(invoice.AmountDue, invoice.Currency, invoice.Locale);
        return TypedResults.Redirect(provider.Make(new("Acme Air · checkout", FromProvider, $"Pay {invoice.Number}")
        {
            Amount = due,
            Facts = [("For", invoice.Description), ("Due", Day(invoice.DueOn)), ("Receipt to", invoice.Email)],
            Action = $"Pay {due}",
        }));
    }

    static Task<IResult> ShowProviderPage(string key, [AsParameters] Visit visit, ProviderPages provider) =>
        ShowAsync(provider.Find(key), visit);

    static async Task<IResult> ListInvoices([AsParameters] Visit visit)
    {
        var invoices = await visit.Accounts.ListInvoicesAsync(visit.Identifier, null, visit.Cancel);
        return await ShowAsync(new("Acme Air", "Your website’s own list of invoices would be here.", "Invoices")
        {
            Rows = [.. invoices.Select(invoice => ($"{Day(invoice.IssuedOn)} · {invoice.Description ?? invoice.Number}",
                Money(invoice.Total, invoice.Currency, invoice.Locale),
                (string?)$"/account/invoices/{invoice.Number}.pdf"))],
        }, visit);
    }

    static async Task<IResult> ReadInvoice(string number, [AsParameters] Visit visit)
    {
        if (await visit.Accounts.ListInvoicesAsync(visit.Identifier, number, visit.Cancel) is not [var invoice])
            return await ShowAsync(null, visit);
        return TypedResults.Bytes(InvoicePdf.Write(invoice), "application/pdf");
    }

    static async Task<IResult> ListOrders([AsParameters] Visit visit)
    {
        var orders = await visit.Accounts.ListOrdersAsync(visit.Identifier, null, visit.Cancel);
        return await ShowAsync(new("Acme Air", "Your website’s own list of orders would be here.", "Orders")
        {
            Rows = [.. orders.Select(order => ($"Order {order.Number} · {Word(order.Status)}",
                order.Money(order.Total) ?? "", (string?)$"/account/orders/{order.Number}"))],
        }, visit);
    }

    static async Task<IResult> ShowOrder(string number, [AsParameters] Visit visit)
    {
        if (await visit.Accounts.ListOrdersAsync(visit.Identifier, number, visit.Cancel) is not [var order])
            return await ShowAsync(null, visit);
        var items = await visit.Accounts.ListItemsAsync(visit.Identifier, number, visit.Cancel);
        return await ShowAsync(
            new("Acme Air", "Your website’s own page of this order would be here.", $"Order {number}")
            {
                Facts = [("Status", Word(order.Status)), ("Total", order.Money(order.Total))],
                Rows = [.. items.Select(item => ($"{item.Quantity} × {item.Title}",
                    order.Money(item.Quantity * item.Price) ?? "", (string?)null))],
            }, visit);
    }

    static async Task<IResult> ShowStep(string step, [AsParameters] Visit visit)
    {
        var address = $"{visit.Addresses.Site}/account/setup/{step}";
        if (await visit.Accounts.ListTasksAsync(visit.Identifier, address, visit.Cancel) is not [var task, ..])
            return await ShowAsync(null, visit);
        return await ShowAsync(new("Acme Air", "Your product’s own page for this step would be here.", task.Title)
        {
            Facts = [("Due", Day(task.DueOn)), ("Waiting for", task.BlockerText)],
            Action = "Mark as done",
        }, visit);
    }

    static async Task<IResult> Track(string number, [AsParameters] Visit visit)
    {
        var checkpoints = await visit.Accounts.ListCheckpointsAsync(visit.Identifier, number, visit.Cancel);
        if (checkpoints is not [var newest, ..]) return await ShowAsync(null, visit);
        return await ShowAsync(
            new(newest.Carrier, "The carrier’s own tracking page would be here.", Word(newest.Status))
            {
                Facts = [("Tracking number", number)],
                Rows = [.. checkpoints.Select(point => (point.Text, Where(point), (string?)null))],
            }, visit);
    }

    static async Task<IResult> ProveDelivery(string number, [AsParameters] Visit visit)
    {
        var checkpoints = await visit.Accounts.ListCheckpointsAsync(visit.Identifier, number, visit.Cancel);
        if (checkpoints.Find(point => point.Status == "delivered") is not { } handed)
            return await ShowAsync(null, visit);
        return await ShowAsync(
            new(handed.Carrier, "The carrier’s photo and signature would be here.", "Proof of delivery")
            {
                Facts =
                [
                    ("Tracking number", number), ("Handed over", At(handed)), ("Where", handed.Place),
                    ("Note", handed.Text),
                ],
            }, visit);
    }

    /// <summary>A page, or a 404 that says so.</summary>
    static async Task<IResult> ShowAsync(SimulatedPage? page, Visit visit)
    {
        var shown = page ?? new(
            "Acme Air", "Your website’s own words for this would be here.", "This page isn’t there")
        {
            Rows = [("It has moved, has expired, or belongs to another account.", "", null), ("To the shop", "", "/")],
        };
        var file = visit.Addresses.Page("site/simulated.html");
        var frame = (await File.ReadAllTextAsync(file, visit.Cancel)).Split("{main}");
        var head = frame[0].Replace("{title}", WebUtility.HtmlEncode(shown.Title), StringComparison.Ordinal);
        return TypedResults.Text($"{head}{shown.Write()}{frame[1]}", "text/html; charset=utf-8",
            statusCode: page is null ? StatusCodes.Status404NotFound : StatusCodes.Status200OK);
    }

    static string Where(SiteCheckpoint point) => point.Place is null ? At(point) : $"{point.Place} · {At(point)}";

    static string At(SiteCheckpoint point)
    {
        var zone = TimeZoneInfo.FindSystemTimeZoneById(point.TimeZone);
        return TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(point.At), zone)
            .ToString("d MMMM, HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>What each page needs.</summary>
    internal readonly record struct Visit(
        ClaimsPrincipal User, SiteAccounts Accounts, MockAddresses Addresses, CancellationToken Cancel)
    {
        /// <summary>The session's customer, where a page is for customers.</summary>
        public string Identifier => SiteEndpoints.Identifier(User)!;
    }
}
