using Microsoft.Playwright;
using Oxvo.PortalSample.DemoData;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>How a person comes to each state of the portal's page, by name.</summary>
static class Screens
{
    const string AnyCustomer = "mira";

    static readonly string NewCustomer = DemoDatabase.Read(Checkout.File("seed-data/customers.json"))
        .First(customer => customer is { Subscription: null, Orders: null or { Count: 0 }, Onboarding: null or { Count: 0 } }).Identifier;

    public static readonly IReadOnlyDictionary<string, Func<Shopper, Task>> All = new Dictionary<string, Func<Shopper, Task>>
    {
        ["waiting"] = async shopper =>
        {
            // The state lasts three seconds: long enough for a person, too short for a close look.
            await shopper.Visitor.Context.AddInitScriptAsync(
                "window.setTimeout = ((set) => (act, wait, ...more) => set(act, wait === 3000 ? 1e9 : wait, ...more))(setTimeout)");
            await shopper.SignInAs(AnyCustomer);
            await shopper.Switch("Tells the app who is here", "never");
            await shopper.OpenMessenger();
            await shopper.OpenApp("Account status");
            await shopper.Sees("waiting");
        },
        ["standalone"] = async shopper =>
        {
            await shopper.SignInAs(AnyCustomer);
            await shopper.Switch("Tells the app who is here", "never");
            await Open(shopper, "standalone");
        },
        ["anonymous"] = shopper => Open(shopper, "anonymous"),
        ["unverified"] = async shopper =>
        {
            await shopper.SignInAs(AnyCustomer);
            await Open(shopper, "account");
            await shopper.EndSessionUnnoticed();
            await shopper.Sees("unverified");
        },
        ["loading"] = async shopper =>
        {
            await shopper.Page.RouteAsync("**/api/widget-portal?*", _ => Task.CompletedTask);
            await shopper.SignInAs(AnyCustomer);
            await Open(shopper, "loading");
        },
        ["account, account"] = shopper => OpenSignedIn(shopper, AnyCustomer, "Account status", "account"),
        ["account, orders"] = shopper => OpenSignedIn(shopper, AnyCustomer, "Track my order", "account", "orders"),
        ["account, billing"] = shopper => OpenSignedIn(shopper, AnyCustomer, "Billing", "account", "billing"),
        ["account, onboarding"] = shopper => OpenSignedIn(shopper, AnyCustomer, "Getting started", "account", "onboarding"),
        ["empty"] = shopper => OpenSignedIn(shopper, NewCustomer, "Account status", "empty"),
        ["mismatch"] = async shopper =>
        {
            await shopper.SignInAs(AnyCustomer);
            await shopper.Switch("Tells the app who is here", "changed");
            await Open(shopper, "mismatch");
        },
        ["error, refused"] = shopper => Fail(shopper, 401, "confirm"),
        ["error, busy"] = shopper => Fail(shopper, 429, "Try again in"),
        ["error, unavailable"] = shopper => Fail(shopper, 503, "right now"),
        ["error, offline"] = async shopper =>
        {
            // The network goes after the page has come and before its request.
            await shopper.Page.RouteAsync("**/api/widget-portal?*", async route =>
            {
                await shopper.Visitor.Context.SetOfflineAsync(true);
                await route.AbortAsync("internetdisconnected");
            });
            await shopper.SignInAs(AnyCustomer);
            await Open(shopper, "error");
            await Assertions.Expect(shopper.Main).ToContainTextAsync("offline");
        },
    };

    static async Task OpenSignedIn(Shopper shopper, string identifier, string app, string state, string view = "account")
    {
        await shopper.SignInAs(identifier);
        await shopper.OpenMessenger();
        await shopper.OpenApp(app);
        await shopper.Sees(state, view);
    }

    static async Task Open(Shopper shopper, string state)
    {
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        await shopper.Sees(state);
    }

    static async Task Fail(Shopper shopper, int status, string words)
    {
        await shopper.Page.RouteAsync("**/api/widget-portal?*", route =>
            route.FulfillAsync(new() { Status = status, Headers = [new("Retry-After", "50")] }));
        await shopper.SignInAs(AnyCustomer);
        await Open(shopper, "error");
        await Assertions.Expect(shopper.Main).ToContainTextAsync(words);
    }
}
