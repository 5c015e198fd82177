using Microsoft.Playwright;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>A person comes to each state of the portal's page, and what it shows there is kept.</summary>
sealed class Screens(Shopper shopper)
{
    const string AnyCustomer = "mira", Question = "**/api/widget-portal?*";

    // Two states wait for some seconds to pass: here they pass when the test says so.
    const string HoldSeconds = """
        window.setTimeout = ((set) => (act, wait, ...more) =>
          wait === 3000 || wait === 5000 ? void (window.passSeconds = act) : set(act, wait, ...more))(setTimeout)
        """;

    const string PassSeconds = "() => window.passSeconds && (passSeconds(), true)";

    static readonly string NewCustomer = DemoDatabase.Read(Checkout.File("seed-data/customers.json"))
        .First(customer => customer is { Subscription: null, Orders: null or { Count: 0 }, Onboarding: null or { Count: 0 } }).Identifier;

    readonly List<Screen> kept = [];

    public static async Task<IReadOnlyList<Screen>> VisitAllAsync(WholeSample whole)
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.Visitor.Context.AddInitScriptAsync(HoldSeconds);
        await shopper.Page.ReloadAsync();
        var screens = new Screens(shopper);
        await shopper.OpenMessenger();
        await screens.VisitAsync("anonymous");
        await shopper.SignInAs(NewCustomer);
        await screens.VisitAsync("empty");
        await shopper.SignInAs(AnyCustomer);
        await screens.VisitViewsAsync();
        await screens.VisitTroubleAsync();
        await screens.VisitClaimsAsync();
        return screens.kept;
    }

    async Task VisitViewsAsync()
    {
        foreach (var (app, view) in Shopper.Apps.Zip(PortalTab.Views))
        {
            await shopper.OpenApp(app);
            await shopper.Sees("account", view);
            await KeepAsync($"account, {view}");
            if (view == "orders") await VisitAskAsync();
            await shopper.GoBack();
        }
    }

    async Task VisitAskAsync()
    {
        var ask = shopper.Portal.Locator("details.ask").First;
        await ask.Locator("summary").ClickAsync();
        await ask.Locator("button").First.WaitForAsync();
        await KeepAsync("account, orders, asked about");
        await ask.Locator("button").First.ClickAsync();
        await ask.Locator("p").WaitForAsync();
        await KeepAsync("account, orders, noted");
    }

    async Task VisitTroubleAsync()
    {
        foreach (var (status, words) in new[] { (401, "confirm"), (429, "Trying again in"), (503, "right now") })
        {
            await shopper.Page.RouteAsync(Question, route => route.FulfillAsync(new() { Status = status, Headers = [new("Retry-After", "50")] }));
            await VisitAsync("error", words);
            await shopper.Page.UnrouteAllAsync();
        }
        await shopper.Page.RouteAsync(Question, _ => Task.CompletedTask);
        await VisitAsync("loading");
        await shopper.Page.UnrouteAllAsync();
        // The network goes after the page has come and before its request.
        await shopper.Page.RouteAsync(Question, async route =>
        {
            await shopper.Visitor.Context.SetOfflineAsync(true);
            await route.AbortAsync("internetdisconnected");
        });
        await VisitAsync("error", "offline");
        await shopper.Page.UnrouteAllAsync();
        await shopper.Visitor.Context.SetOfflineAsync(false);
    }

    async Task VisitClaimsAsync()
    {
        await shopper.Switch("Tells the app who is here", "changed");
        await OpenAsync("account");
        await shopper.MessengerFrame().WaitForFunctionAsync(PassSeconds);
        await shopper.Sees("mismatch");
        await KeepAsync("mismatch");
        await shopper.GoBack();

        await shopper.Switch("Tells the app who is here", "never");
        await OpenAsync("waiting");
        // It waits from its load event on.
        await shopper.PortalFrame.WaitForFunctionAsync("() => window.passSeconds");
        await KeepAsync("waiting");
        await shopper.PortalFrame.WaitForFunctionAsync(PassSeconds);
        await shopper.Sees("standalone");
        await KeepAsync("standalone");
        await shopper.GoBack();

        await shopper.Switch("Tells the app who is here", "on-load");
        await OpenAsync("account");
        await shopper.EndSessionUnnoticed();
        await shopper.Sees("unverified");
        await KeepAsync("unverified");
    }

    async Task VisitAsync(string state, string? words = null)
    {
        await OpenAsync(state);
        if (words is not null) await Assertions.Expect(shopper.Main).ToContainTextAsync(words);
        await KeepAsync(words is null ? state : $"{state}, {words}");
        await shopper.GoBack();
    }

    async Task OpenAsync(string state)
    {
        await shopper.OpenApp("Account status");
        await shopper.Sees(state);
    }

    async Task KeepAsync(string name) => kept.Add(await Screen.KeepAsync(name, shopper.Main));
}
