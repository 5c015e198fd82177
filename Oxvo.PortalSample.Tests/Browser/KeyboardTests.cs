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
        await Press(shopper, "Customer");
        await Press(shopper, "Mira Okafor");
        await Assertions.Expect(shopper.Page.Locator("#demo-who")).ToHaveTextAsync("Mira Okafor");
        await Press(shopper, "Chat");
        await Press(shopper, "Account status");
        await shopper.Sees("account", "account");

        await Press(shopper, "Billing");
        await shopper.Sees("account", "billing");
        await TabTo(shopper, "INV-");
        await Press(shopper, "Your account", "Shift+Tab");
        await shopper.Sees("account", "account");
        Assert.Contains("Billing", await FocusedAsync(shopper.Page), StringComparison.Ordinal);

        await Press(shopper, "Back", "Shift+Tab");
        await Assertions.Expect(shopper.Messenger.Locator("#stage iframe")).ToHaveCountAsync(0);
        Assert.Contains("Account status", await FocusedAsync(shopper.Page), StringComparison.Ordinal);
        await shopper.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(shopper.Launcher).ToHaveAttributeAsync("aria-expanded", "false");
        Assert.Contains("Chat", await FocusedAsync(shopper.Page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_error_is_mended_by_keys_alone()
    {
        await using var shopper = await whole.ArriveAsync("mira", "Account status");
        await shopper.Sees("account");
        await shopper.GoBack();
        await shopper.Page.RouteAsync("**/api/widget-portal?*", route => route.FulfillAsync(new() { Status = 503 }));
        await Press(shopper, "Billing");
        await shopper.Sees("error");
        await shopper.Page.UnrouteAllAsync();

        await Press(shopper, "Try again");

        await shopper.Sees("account", "billing");
    }

    static async Task Press(Shopper shopper, string name, string way = "Tab")
    {
        await TabTo(shopper, name, way);
        await shopper.Page.Keyboard.PressAsync("Enter");
    }

    /// <summary>Goes on until the focus is on something of this name, and checks on the way that the focus can be seen.</summary>
    static async Task TabTo(Shopper shopper, string name, string way = "Tab")
    {
        var passed = new List<string>();
        for (var stops = 0; stops < 60; stops++)
        {
            var focused = await FocusedAsync(shopper.Page);
            if (focused.StartsWith(name, StringComparison.Ordinal) || focused.Contains(" " + name, StringComparison.Ordinal)) return;
            passed.Add(focused);
            await shopper.Page.Keyboard.PressAsync(way);
        }
        Assert.Fail($"The keyboard never came to '{name}', but to: {string.Join(" | ", passed)}");
    }

    /// <summary>The name of what has the focus, in whichever frame that is, or nothing.</summary>
    static async Task<string> FocusedAsync(IPage page)
    {
        // The portal's frame may have gone with the last key.
        foreach (var frame in page.Frames.Reverse().Where(frame => !frame.IsDetached))
        {
            var name = await frame.EvaluateAsync<string>("""
                () => {
                  let element = document.activeElement;
                  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
                  const isHere = document.hasFocus() && element && !['BODY', 'IFRAME', 'H1'].includes(element.tagName);
                  return isHere ? (element.ariaLabel ?? element.textContent).replace(/\s+/g, ' ').trim() : '';
                }
                """);
            if (name.Length > 0) return name;
        }
        return "";
    }
}
