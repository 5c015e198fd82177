using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// The portal on one's own site, over one's own database: what its customers see, and how little had to be written.
/// </summary>
[Trait("Category", "Exhaustive")]
public sealed class JourneyTests(Journey journey, ITestOutputHelper output) : IClassFixture<Journey>
{
    const int Budget = 40;

    [Fact]
    public void Three_files_come_to_the_site_and_forty_lines_are_enough()
    {
        foreach (var (file, lines) in journey.Changed) output.WriteLine($"{lines,3} {file}");
        output.WriteLine($"{journey.Changed.Sum(file => file.Lines),3} lines; new: {string.Join(", ", journey.Added)}");

        Assert.Equal(["portal-token.mjs", Path.Combine("public", "portal-session.js"), "site-key-2026-11.pem"],
            journey.Added);
        Assert.InRange(journey.Changed.Sum(file => file.Lines), 1, Budget);
    }

    [Theory]
    [InlineData("u-1001")]
    [InlineData("1005")]
    [InlineData("u-1002")]
    [InlineData("u-1003")]
    [InlineData("u-1004")]
    public async Task The_statements_read_each_customer_without_a_doubt(string identifier)
    {
        var (exit, printed) = await journey.TryAsync(identifier);

        Assert.True(exit == 0, printed);
        Assert.EndsWith("No doubts.", printed.TrimEnd());
    }

    [Fact]
    public async Task A_customer_sees_their_own_plan_bills_and_parcel_nested_on_three_origins()
    {
        await using var greta = await ArriveAsync("greta@lumen.example");
        await greta.Launcher.ClickAsync();

        await greta.OpenAppAsync("Billing");
        await SeesAsync(greta, "Krimi im Monat", "19,90 € im Monat", "R-2", "1.234,50 €");
        var origins = greta.Page.Frames.Select(frame => new Uri(frame.Url).GetLeftPart(UriPartial.Authority));
        Assert.Equal([journey.Site, journey.Messenger, journey.PortalOrigin], origins);
        await GoBackAsync(greta);
        await greta.OpenAppAsync("Track my order");

        await SeesAsync(greta, "Bestellung L-501", "DHL", "Leipzig", "06:10", "Left the parcel centre");
        Assert.Empty(greta.Complaints);
    }

    [Fact]
    public async Task A_customer_without_a_plan_sees_the_invoice_that_is_due()
    {
        await using var sam = await ArriveAsync("sam@lumen.example");
        await sam.Launcher.ClickAsync();

        await sam.OpenAppAsync("Billing");

        await SeesAsync(sam, "€12.00 to pay", "R-3");
        await Assertions.Expect(sam.App.Locator("main")).Not.ToContainTextAsync("a month");
    }

    [Fact]
    public async Task A_customer_without_anything_is_told_that_nothing_is_here_yet()
    {
        await using var ines = await ArriveAsync("ines@lumen.example");
        await ines.Launcher.ClickAsync();

        await ines.OpenAppAsync("Account status");

        await Assertions.Expect(ines.App.Locator("main")).ToContainTextAsync("Noch nichts da");
    }

    [Fact]
    public async Task After_another_customer_has_signed_in_nothing_of_the_first_is_left()
    {
        await using var shopper = await ArriveAsync("greta@lumen.example");
        await shopper.Launcher.ClickAsync();
        await shopper.OpenAppAsync("Account status");
        await SeesAsync(shopper, "L-501");

        await SignOutAsync(shopper);
        await SignInAsync(shopper, "pal@lumen.example");
        await shopper.Launcher.ClickAsync();
        await shopper.OpenAppAsync("Account status");

        await SeesAsync(shopper, "L-502", "8,05 EUR");
        foreach (var frame in shopper.Page.Frames)
            Assert.DoesNotMatch("Greta|u-1001|L-501|Leipzig|Krimi|19,90", await frame.ContentAsync());
    }

    [Fact]
    public async Task A_visitor_who_has_not_signed_in_or_has_signed_out_is_invited_to()
    {
        await using var visitor = await ArriveAsync();
        await visitor.Launcher.ClickAsync();
        await visitor.OpenAppAsync("Account status");
        await SeesInvitationAsync(visitor);

        await using var leaving = await ArriveAsync("greta@lumen.example");
        await leaving.Launcher.ClickAsync();
        await leaving.OpenAppAsync("Account status");
        await SeesAsync(leaving, "L-501");
        // The mock forgets with each page. OXVO remembers until it is told.
        await leaving.Page.EvaluateAsync("() => { oxvo.reset = () => { sessionStorage.hasReset = 'yes'; }; }");
        await SignOutAsync(leaving);
        Assert.Equal("yes", await leaving.Page.EvaluateAsync<string?>("() => sessionStorage.hasReset"));
        await leaving.Launcher.ClickAsync();
        await leaving.OpenAppAsync("Account status");

        await SeesInvitationAsync(leaving);
        // The browser's own line, of the answer that says so.
        Assert.All(visitor.Complaints.Concat(leaving.Complaints),
            line => Assert.Contains($"401 (Unauthorized) {journey.Site}/portal-token", line));
    }

    [Theory]
    [InlineData("'{0}'", "'{0}/'", "portalOrigins: '{0}/' is not an exact origin. Write scheme, host and port only")]
    [InlineData("'{0}'", "'http://localhost:4003'", "add '{0}' to portalOrigins")]
    [InlineData("['{0}']", "['{0}'], requestToken: () => fetch('/token', {{ method: 'POST' }})",
        "your backend answered 404 without a token")]
    public async Task A_mistake_in_the_sites_module_is_named_on_the_console_and_shows_no_account(
        string find, string write, string words)
    {
        await using var visitor = await Visitor.ArriveAsync(
            await Chromium.SharedAsync(), new() { ReducedMotion = ReducedMotion.Reduce });
        var module = await journey.ReadModuleAsync();
        var mistaken = module.Replace(Fill(find), Fill(write));
        await visitor.Page.RouteAsync("**/shop.js", route => route.FulfillAsync(
            new() { ContentType = "text/javascript", Body = mistaken }));
        await visitor.Page.GotoAsync(journey.Site);
        var greta = new OwnShopper(visitor);
        await SignInAsync(greta, "greta@lumen.example");

        await greta.Launcher.ClickAsync();
        await greta.OpenAppAsync("Account status");

        await Assertions.Expect(greta.App.Locator("main")).ToHaveAttributeAsync(
            "data-state", new Regex("unverified|anonymous|error"));
        Assert.NotEqual(module, mistaken);
        Assert.Contains(greta.Complaints, line => line.Contains(Fill(words)));
    }

    string Fill(string text) => string.Format(CultureInfo.InvariantCulture, text, journey.PortalOrigin);

    /// <summary>The shop in a fresh browser profile.</summary>
    /// <param name="mail">Of the customer who signs in there; without it the visitor stays anonymous.</param>
    async Task<OwnShopper> ArriveAsync(string? mail = null)
    {
        var visitor = await Visitor.ArriveAsync(
            await Chromium.SharedAsync(), new() { ReducedMotion = ReducedMotion.Reduce });
        await visitor.Page.GotoAsync(journey.Site);
        var shopper = new OwnShopper(visitor);
        if (mail is not null) await SignInAsync(shopper, mail);
        return shopper;
    }

    static async Task SignInAsync(OwnShopper shopper, string mail)
    {
        await shopper.Page.GetByLabel("E-mail").FillAsync(mail);
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator("#who")).ToBeVisibleAsync();
    }

    static async Task SignOutAsync(OwnShopper shopper)
    {
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Sign out" }).ClickAsync();
        await Assertions.Expect(shopper.Page.Locator("#sign-in")).ToBeVisibleAsync();
    }

    static async Task GoBackAsync(OwnShopper shopper)
    {
        await shopper.Messenger.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await shopper.Messenger.Locator("#stage iframe").WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    static async Task SeesAsync(OwnShopper shopper, params string[] texts)
    {
        var main = shopper.App.Locator("main");
        await Assertions.Expect(main).ToHaveAttributeAsync("data-state", "account");
        foreach (var text in texts) await Assertions.Expect(main).ToContainTextAsync(text);
    }

    async Task SeesInvitationAsync(OwnShopper shopper)
    {
        await Assertions.Expect(shopper.App.Locator("main")).ToHaveAttributeAsync("data-state", "anonymous");
        await Assertions.Expect(shopper.App.GetByRole(AriaRole.Link, new() { Name = "Sign in to Lumen Books" }))
            .ToHaveAttributeAsync("href", $"{journey.Site}/login");
    }
}
