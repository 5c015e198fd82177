using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>The whole flow without a mouse.</summary>
[Collection(Changing.Name)]
public sealed class KeyboardTests(WholeSample whole)
{
    [Fact]
    public async Task From_signing_in_to_an_invoice_and_back_by_keys_alone()
    {
        await using var shopper = await whole.ArriveAsync();
        var page = shopper.Page;
        await page.PressAsync(page.Locator("#choose"));
        await page.PressAsync(page.Locator("#customers button[data-identifier=mira]"));
        await page.PressAsync(shopper.Launcher);
        await page.PressAsync(shopper.App("Account status"));
        await page.PressAsync(shopper.Portal.Locator(".row[data-open=billing]"));
        await page.TabToAsync(shopper.Portal.GetByRole(AriaRole.Link, new() { Name = "INV-" }).First);

        await page.PressAsync(shopper.Portal.Locator("[data-do=back]"), way: "Shift+Tab");
        await Assertions.Expect(shopper.Portal.Locator(".row[data-open=billing]")).ToBeFocusedAsync();
        await page.PressAsync(shopper.Messenger.GetByRole(AriaRole.Button, new() { Name = "Back" }), way: "Shift+Tab");
        await Assertions.Expect(shopper.App("Account status")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Escape");

        await Assertions.Expect(shopper.Launcher).ToHaveAttributeAsync("aria-expanded", "false");
        await Assertions.Expect(shopper.Launcher).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_error_is_mended_by_keys_alone()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await shopper.Page.RouteAsync("**/api/widget-portal?*", route => route.FulfillAsync(new() { Status = 503 }));
        await shopper.Page.PressAsync(shopper.App("Billing"));
        await shopper.Sees("error");
        await shopper.Page.UnrouteAllAsync();

        await shopper.Page.PressAsync(shopper.Portal.Locator("[data-do=retry]"));

        await shopper.AssertSees("account");
    }
}
