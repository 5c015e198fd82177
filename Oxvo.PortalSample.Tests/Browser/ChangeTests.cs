using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>What happens in an open portal when somebody signs in, out or as another customer on the website.</summary>
[Collection(Changing.Name)]
public sealed class ChangeTests(WholeSample whole)
{
    static readonly DemoCustomer First = Read("mira"), Second = Read("anneliese");
    static readonly string[] Marks = MarksOf(First);

    [Fact]
    public async Task Who_signs_in_in_a_new_tab_and_comes_back_sees_their_account_without_a_reload()
    {
        await using var shopper = await whole.ArriveAsync("mira", "Account status");
        await shopper.Sees("account");
        await shopper.EndSessionUnnoticed();
        await shopper.Sees("unverified");
        await shopper.PortalFrame.EvaluateAsync("window.isTheSame = true");

        var link = shopper.Main.GetByRole(AriaRole.Link, new() { Name = "Sign in" });
        var signIn = await shopper.Page.RunAndWaitForPopupAsync(() => link.ClickAsync(new() { Delay = 150 }));
        await signIn.GetByRole(AriaRole.Radio, new() { Name = First.Name }).CheckAsync();
        await signIn.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await signIn.GetByText("You’re signed in.").WaitForAsync();
        await signIn.CloseAsync();
        await shopper.Page.BringToFrontAsync();

        await shopper.Sees("account");
        Assert.True(await shopper.PortalFrame.EvaluateAsync<bool>("window.isTheSame"));
    }

    [Theory]
    [InlineData("Account status")]
    [InlineData("Billing")]
    public async Task After_a_switch_of_customers_nothing_of_the_first_is_left(string app)
    {
        await using var shopper = await whole.ArriveAsync("mira", app);
        await shopper.Sees("account");
        var shown = await shopper.TextAsync();
        Assert.Contains(Marks, mark => shown.Contains(mark, StringComparison.Ordinal));

        await shopper.SignInAs("anneliese");
        await Assertions.Expect(shopper.Main).ToContainTextAsync(new Regex(string.Join('|', MarksOf(Second))));

        await AssertNothingIsLeftOfFirst(shopper);
    }

    [Fact]
    public async Task After_signing_out_nothing_of_the_customer_is_left()
    {
        await using var shopper = await whole.ArriveAsync("mira", "Account status");
        await shopper.Sees("account");

        await shopper.SignInAs(null);
        await shopper.Sees("anonymous");

        await AssertNothingIsLeftOfFirst(shopper);
    }

    [Fact]
    public async Task A_late_answer_of_the_customer_before_is_dropped()
    {
        var (held, given) = (new TaskCompletionSource(), new TaskCompletionSource());
        await using var shopper = await whole.ArriveAsync();
        await shopper.Page.RouteAsync("**/api/widget-portal?identifier=mira", async route =>
        {
            var late = await route.FetchAsync();
            await held.Task;
            await Ignoring(() => route.FulfillAsync(new() { Response = late }));
            given.SetResult();
        });
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        await shopper.Sees("loading");

        await shopper.SignInAs("anneliese");
        await shopper.Sees("account");
        held.SetResult();
        await given.Task;
        await shopper.PortalFrame.EvaluateAsync("""
            async () => {
              await fetch('/health/live');
              await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
            }
            """);

        await AssertNothingIsLeftOfFirst(shopper);
        Assert.Contains(Second.Name, await shopper.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_panel_that_was_closed_asks_for_proof_when_it_is_opened_again()
    {
        await using var shopper = await whole.ArriveAsync("mira", "Account status");
        await shopper.Sees("account");
        await shopper.CloseMessenger();
        await shopper.Visitor.Context.ClearCookiesAsync();

        await shopper.OpenMessenger();

        await shopper.Sees("unverified");
        await AssertNothingIsLeftOfFirst(shopper);
    }

    [Fact]
    public async Task A_page_restored_from_the_back_forward_cache_shows_nothing_until_it_is_proved_again()
    {
        await using var browser = await Chromium.StartAsync(without: ["--disable-back-forward-cache"], isWhole: true);
        await using var shopper = await Shopper.ArriveAsync(browser, whole.Sample);
        // Playwright loses sight of the frames of a restored page, so the frame itself tells what it holds then.
        await shopper.Visitor.Context.AddInitScriptAsync($$"""
            const tell = () => top.postMessage({ restored: document.documentElement.outerHTML }, '*');
            addEventListener('pageshow', ({ persisted }) => {
              if (!persisted || location.origin !== '{{whole.Sample.Portal}}') return;
              tell();
              setInterval(tell, 250);
            });
            """);
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        await shopper.Sees("account");
        await shopper.Page.EvaluateAsync("""
            () => {
              window.restored = [];
              addEventListener('message', ({ data }) => data.restored && restored.push(data.restored));
            }
            """);

        await shopper.Page.GotoAsync(whole.Sample.Acme + "/sign-in");
        await shopper.Visitor.Context.ClearCookiesAsync();
        await shopper.Page.GoBackAsync(new() { WaitUntil = WaitUntilState.Commit });
        await shopper.Page.WaitForFunctionAsync("() => /data-state=.(anonymous|unverified)/.test(restored.at(-1))");

        var held = await shopper.Page.EvaluateAsync<string[]>("restored");
        Assert.All(held, AssertNothingIsLeftOfFirst);
    }

    static DemoCustomer Read(string identifier) =>
        DemoDatabase.Read(Checkout.File("seed-data/customers.json"))
            .Single(customer => customer.Identifier == identifier);

    static string[] MarksOf(DemoCustomer customer) =>
    [
        customer.Identifier, .. customer.Name.Split(' '), customer.Subscription!.Card!.Last4,
        .. customer.Orders!.Select(order => order.Number),
        .. customer.Subscription.Invoices.Select(invoice => invoice.Number),
    ];

    static async Task AssertNothingIsLeftOfFirst(Shopper shopper) =>
        AssertNothingIsLeftOfFirst(await shopper.PortalFrame.ContentAsync());

    static void AssertNothingIsLeftOfFirst(string markup) =>
        Assert.DoesNotContain(Marks, mark => markup.Contains(mark, StringComparison.Ordinal));

    // The page has given the request up by then.
    static async Task Ignoring(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (PlaywrightException)
        {
        }
    }
}

[CollectionDefinition(Name)]
public sealed class Changing : ICollectionFixture<WholeSample>
{
    public const string Name = "The whole sample, with changing customers";
}
