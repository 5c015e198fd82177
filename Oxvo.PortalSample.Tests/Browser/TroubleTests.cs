using System.Net;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// The database, the network or the patience of the server gives out, and comes back. Its tests share nothing with
/// others.
/// </summary>
[Collection(Breaking.Name)]
public sealed class TroubleTests(WholeSample whole)
{
    [Fact]
    public async Task With_a_locked_database_there_is_an_error_long_before_the_driver_gives_up_and_a_retry_mends_it()
    {
        var ask = await whole.ProveAsync("mira");
        await using var shopper = await SignedInWithTheMessengerOpen();
        var other = whole.Sample.OpenDatabase();
        other.Execute("begin exclusive");

        var asked = ask();
        using var driver = whole.Sample.OpenDatabase();
        var driverGivesUp = Task.Run(() => driver.Execute("select * from customers"));

        Assert.Same(asked, await Task.WhenAny(asked, driverGivesUp));
        await AssertErrorAsync(() => asked, shopper);

        await other.DisposeAsync();
        await AssertRetryMendsAsync(shopper);
    }

    [Fact]
    public async Task With_the_database_gone_there_is_an_error_and_a_retry_mends_it()
    {
        var ask = await whole.ProveAsync("mira");
        await using var shopper = await SignedInWithTheMessengerOpen();
        File.Move(whole.Sample.DatabaseFile, whole.Sample.DatabaseFile + ".away");

        await AssertErrorAsync(ask, shopper);

        File.Move(whole.Sample.DatabaseFile + ".away", whole.Sample.DatabaseFile);
        await AssertRetryMendsAsync(shopper);
    }

    [Fact]
    public async Task Offline_a_shown_account_stays_with_its_age_and_comes_up_to_date_by_itself()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.Visitor.Context.Clock.InstallAsync();
        await shopper.Page.ReloadAsync();
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        await shopper.Sees("account");
        await shopper.CloseMessenger();

        await shopper.Visitor.Context.SetOfflineAsync(true);
        await shopper.Visitor.Context.Clock.FastForwardAsync("02:00");
        await shopper.OpenMessenger();
        await Assertions.Expect(shopper.Main).ToContainTextAsync(new Regex("Couldn't refresh. Updated 2 minutes ago"));
        await shopper.Sees("account");

        await shopper.Visitor.Context.SetOfflineAsync(false);
        // A network that comes back is there for all frames at once; here it comes to one after the other, so the news
        // is told again.
        await shopper.PortalFrame.WaitForFunctionAsync("""
            () => {
              dispatchEvent(new Event('online'));
              return document.body.textContent.includes('Updated just now');
            }
            """);
        await Assertions.Expect(shopper.Main).ToContainTextAsync("Updated just now");
    }

    [Fact]
    public async Task Offline_from_the_start_the_account_appears_when_the_connection_is_back()
    {
        await using var shopper = await SignedInWithTheMessengerOpen();
        await shopper.Page.RouteAsync("**/api/widget-portal?*", async route =>
        {
            await shopper.Visitor.Context.SetOfflineAsync(true);
            await route.AbortAsync("internetdisconnected");
        }, new() { Times = 1 });
        await shopper.OpenApp("Account status");
        await shopper.Sees("error");
        await Assertions.Expect(shopper.Main).ToContainTextAsync("You're offline");

        // The browser can say that it is online before the connection carries anything.
        await shopper.Page.RouteAsync("**/api/widget-portal?*",
            route => route.AbortAsync("internetdisconnected"), new() { Times = 1 });
        await shopper.Visitor.Context.SetOfflineAsync(false);

        await shopper.AssertSees("account");
    }

    [Fact]
    public async Task A_fault_in_a_view_reaches_the_console_and_the_customer_a_way_on()
    {
        await using var shopper = await SignedInWithTheMessengerOpen();
        await shopper.Page.RouteAsync("**/summary.js", route => route.FulfillAsync(new()
        {
            ContentType = "text/javascript",
            Body = "export default () => { throw new TypeError('This view is broken.'); };",
        }));

        await shopper.OpenApp("Account status");

        await shopper.AssertSees("error");
        Assert.Contains(shopper.Visitor.Complaints, complaint => complaint.Contains("TypeError: This view is broken."));
    }

    [Theory]
    [InlineData("**/words/de.js", "account", "Updated just now")]
    [InlineData("**/words/*.js", "error", "Acme")]
    public async Task Where_words_cannot_be_loaded_the_page_speaks_English_or_at_least_leads_to_the_website(
        string files, string state, string words)
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.SignInAs("anneliese");
        await shopper.OpenMessenger();
        await shopper.Page.RouteAsync(files, route => route.AbortAsync());

        await shopper.OpenApp("Account status");

        await shopper.AssertSees(state);
        await Assertions.Expect(shopper.Main).ToContainTextAsync(words);
    }

    /// <summary>As the server answers a page that is of another release than its files.</summary>
    [Theory]
    [InlineData("**/page.js", "account")]
    [InlineData("**/orders.js", "error")]
    public async Task A_page_that_meets_another_release_is_loaded_again_or_says_that_it_cannot_go_on(string file, string state)
    {
        await using var shopper = await SignedInWithTheMessengerOpen();
        await shopper.Page.RouteAsync(file, async route => await route.FulfillAsync(new()
        {
            Response = await route.FetchAsync(new() { Url = $"{whole.Sample.Portal}/release-000000000000/{file[3..]}" }),
        }), new() { Times = 1 });

        await shopper.OpenApp("Account status");
        await shopper.AssertSees("account");
        await shopper.Portal.Locator("[data-open=orders]").First.ClickAsync();

        await shopper.AssertSees(state);
        Assert.Equal(state == "error", shopper.Visitor.Complaints.Any(said => said.Contains("another release")));
    }

    [Fact]
    public async Task Asked_too_often_the_page_counts_the_wait_down_asks_nothing_meanwhile_and_then_once_by_itself()
    {
        await using var strict = await Sample.StartAsync("Portal:RequestsPerMinute:Subject=1");
        await using var shopper = await Shopper.ArriveAsync(await Chromium.SharedAsync(), strict);
        await shopper.Visitor.Context.Clock.InstallAsync();
        await shopper.Page.ReloadAsync();
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        await shopper.Sees("account");
        await shopper.GoBack();
        await shopper.OpenApp("Billing");
        await shopper.Sees("error", "billing");
        var retry = shopper.Main.Locator("[data-do=retry]");
        var asked = shopper.Visitor.RequestsTo(strict.Portal + "/api/").Count();

        await retry.ClickAsync(new() { Force = true });
        await Assertions.Expect(retry).ToHaveTextAsync(new Regex(@"^Trying again in [1-5]?\d s$"));
        var first = await retry.TextContentAsync();
        await Assertions.Expect(retry).Not.ToHaveTextAsync(first!);
        Assert.Equal(asked, shopper.Visitor.RequestsTo(strict.Portal + "/api/").Count());

        await shopper.Visitor.Context.Clock.FastForwardAsync("01:00");
        await Assertions.Expect(retry).ToHaveTextAsync(new Regex(@"^Try again in [1-5]?\d s$"));
        await shopper.Visitor.Context.Clock.FastForwardAsync("01:00");
        await Assertions.Expect(retry).ToHaveTextAsync("Try again");
        await Assertions.Expect(retry).Not.ToHaveAttributeAsync("aria-disabled", "true");
        Assert.Equal(asked + 1, shopper.Visitor.RequestsTo(strict.Portal + "/api/").Count());
    }

    [Fact]
    public async Task Where_the_words_come_after_the_error_its_retry_is_counted_down_too()
    {
        var words = new TaskCompletionSource();
        await using var shopper = await SignedInWithTheMessengerOpen();
        await shopper.Page.RouteAsync("**/words/*.js", async route =>
        {
            await words.Task;
            await route.ContinueAsync();
        });
        await shopper.Page.RouteAsync("**/api/widget-portal?*",
            route => route.FulfillAsync(new() { Status = 503, Headers = [new("Retry-After", "50")] }));
        var answered = shopper.Page.WaitForResponseAsync("**/api/widget-portal?*");

        await shopper.OpenApp("Account status");
        await answered;
        await shopper.PortalFrame.EvaluateAsync("() => new Promise((done) => requestIdleCallback(done))");
        words.SetResult();

        await Assertions.Expect(shopper.Main.Locator("[data-do=retry]"))
            .ToHaveTextAsync(new Regex(@"^Try again in [1-5]?\d s$"));
    }

    async Task<Shopper> SignedInWithTheMessengerOpen()
    {
        var shopper = await whole.ArriveAsync();
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        return shopper;
    }

    static async Task AssertErrorAsync(Func<Task<HttpResponseMessage>> ask, Shopper shopper)
    {
        using var answer = await ask();
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        await shopper.OpenApp("Account status");
        await shopper.Sees("error");
    }

    static async Task AssertRetryMendsAsync(Shopper shopper)
    {
        await shopper.Main.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await shopper.Sees("account");
    }
}

[CollectionDefinition(Name)]
public sealed class Breaking : ICollectionFixture<WholeSample>
{
    public const string Name = "The whole sample, broken and mended";
}
