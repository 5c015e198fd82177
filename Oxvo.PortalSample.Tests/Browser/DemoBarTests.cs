using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>The bar marked "Demo": what it says, whom it lets choose, and that it fits.</summary>
[Collection(Running.Name)]
public sealed class DemoBarTests(WholeSample whole)
{
    const string FindOverlaps = """
        () => {
          const root = document.documentElement;
          const faults = root.scrollWidth > root.clientWidth ? [`the page is ${root.scrollWidth} wide`] : [];
          const texts = '#fold, .demo-label, .demo-button b, #demo-story, #reset, #demo-next, .party';
          const parts = [...document.querySelectorAll(texts)].filter((e) => e.checkVisibility())
            .map((e) => ({ name: e.id || e.textContent.trim(), box: e.getBoundingClientRect() }));
          for (const [n, one] of parts.entries())
            for (const other of parts.slice(n + 1)) {
              const across = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
              const down = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
              if (across > 1 && down > 1) faults.push(`${one.name} is over ${other.name}`);
            }
          return faults;
        }
        """;

    [Fact]
    public async Task No_part_of_the_bar_is_over_another_at_any_width()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.SignInAs("maximiliane");
        List<string> faults = [];

        for (var width = 320; width <= 1440; width += width < 760 ? 44 : 20)
        {
            await shopper.Page.SetViewportSizeAsync(width, 800);
            var found = await shopper.Page.EvaluateAsync<string[]>(FindOverlaps);
            faults.AddRange(found.Select(fault => $"{width} px: {fault}"));
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_newcomer_is_told_what_to_do_and_who_is_who()
    {
        await using var shopper = await whole.ArriveAsync();
        var hint = shopper.Page.Locator("#demo-hint");
        await Assertions.Expect(hint).ToContainTextAsync("the page inside it is what you build.");
        await Assertions.Expect(hint).ToContainTextAsync("Choose a customer, then open the chat");

        await shopper.SignInAs("mira");

        await Assertions.Expect(hint).ToContainTextAsync("Now open the chat at the bottom right, as Mira Okafor");
        await shopper.OpenMessenger();
        await Assertions.Expect(hint).ToContainTextAsync("This is what Mira Okafor sees.");
        await shopper.CloseMessenger();
        await Assertions.Expect(hint).ToContainTextAsync("Now open the chat");
    }

    /// <summary>A demo shows what signing out does to an open chat.</summary>
    [Theory]
    [InlineData(1280, 900)]
    [InlineData(1280, 720)]
    public async Task Beside_the_open_chat_Acmes_own_sign_out_can_be_pressed(int width, int height)
    {
        await using var shopper = await whole.ArriveAsync(
            new() { ViewportSize = new() { Width = width, Height = height }, ReducedMotion = ReducedMotion.Reduce });
        await shopper.SignInAs("maximiliane");
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        await shopper.Sees("account");

        await shopper.Page.Locator("#sign-out").ClickAsync();

        await shopper.Sees("anonymous");
        await Assertions.Expect(shopper.Page.Locator("#sign-in")).ToBeVisibleAsync();
        Assert.DoesNotContain("Maximiliane", await shopper.TextAsync());
    }

    [Fact]
    public async Task Stories_come_first_and_what_is_hard_for_software_is_folded_until_it_is_chosen()
    {
        await using var shopper = await whole.ArriveAsync();
        var hard = shopper.Page.Locator("#customers button[data-identifier=layla]");
        await shopper.Page.Locator("#choose").ClickAsync();
        await Assertions.Expect(shopper.Page.Locator("#customers button[data-identifier=joaquin]")).ToBeVisibleAsync();
        await Assertions.Expect(hard).ToBeHiddenAsync();
        await shopper.Page.Locator("#choose").ClickAsync();

        await shopper.SignInAs("layla");
        await shopper.Page.ReloadAsync();
        await Assertions.Expect(shopper.Page.Locator("#demo-story")).ToContainTextAsync("Arabic");
        await shopper.Page.Locator("#choose").ClickAsync();

        await Assertions.Expect(hard).ToBeFocusedAsync();
    }

    [Theory]
    [InlineData("right", "200: claim and proof are both mira", "account")]
    [InlineData("wrong", "403: the claim is another contact, the proof is mira", "mismatch")]
    public async Task The_log_ends_with_what_the_apps_server_decided(string hash, string verdict, string state)
    {
        await using var shopper = await whole.ArriveAsync();
        if (hash != "right") await shopper.Switch("Acme sends identifier_hash", hash);
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        await shopper.Sees(state);

        await shopper.SeesInLog(verdict);

        await Assertions.Expect(shopper.Page.Locator("#messages tr").Last).ToContainTextAsync("App’s server");
    }

    [Fact]
    public async Task Without_a_network_an_app_has_a_calm_page_and_opens_when_the_network_is_back()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await Assertions.Expect(shopper.App("Getting started")).ToBeVisibleAsync();
        await shopper.Visitor.Context.SetOfflineAsync(true);
        await shopper.OpenApp("Getting started");
        await Assertions.Expect(shopper.Messenger.Locator("#app-trouble")).ToContainTextAsync("You’re offline");

        await shopper.Visitor.Context.SetOfflineAsync(false);

        await shopper.Sees("account", "onboarding");
        await Assertions.Expect(shopper.Messenger.Locator("#app-trouble")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task A_link_of_the_panel_leads_through_Acme_to_the_providers_page_in_a_tab_of_its_own()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await shopper.OpenApp("Billing");
        await shopper.Sees("account", "billing");

        var tab = await shopper.Page.RunAndWaitForPopupAsync(
            () => shopper.Portal.Locator("a[href$='/account/pay/INV-2041']").First.ClickAsync());

        var heading = tab.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Assertions.Expect(heading).ToHaveTextAsync("Pay INV-2041");
        Assert.StartsWith(whole.Sample.Acme + "/simulated/pages/", tab.Url);
    }

    [Fact]
    public async Task Who_signs_in_on_the_way_to_a_page_of_the_account_goes_on_there()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.Page.GotoAsync(whole.Sample.Acme + "/account/orders/1042");
        await shopper.Page.GetByRole(AriaRole.Radio, new() { Name = "Mira Okafor" }).CheckAsync();
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Go on" }).ClickAsync();

        var heading = shopper.Page.GetByRole(AriaRole.Heading, new() { Level = 1 });
        await Assertions.Expect(heading).ToHaveTextAsync("Order 1042");
    }

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("//evil.example/")]
    [InlineData(@"/\evil.example/")]
    [InlineData("javascript:alert(1)")]
    public async Task The_way_on_from_signing_in_leads_to_no_other_website(string to)
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.SignInAs("mira");

        await shopper.Page.GotoAsync($"{whole.Sample.Acme}/sign-in?to={Uri.EscapeDataString(to)}");

        await Assertions.Expect(shopper.Page.GetByRole(AriaRole.Link, new() { Name = "Go to the shop" }))
            .ToHaveAttributeAsync("href", "/");
    }
}
