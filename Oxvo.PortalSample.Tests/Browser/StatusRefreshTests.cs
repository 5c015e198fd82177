using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Oxvo.PortalSample.Tests.Browser.StatusScreens;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>When the messenger's page asks for status, and what a person notices of it.</summary>
[Collection(WatchingStatus.Name)]
public sealed class StatusRefreshTests(WholeSample whole)
{
    [Fact]
    public async Task An_open_home_screen_asks_once_a_minute_and_not_at_all_while_closed_hidden_or_behind_another_view()
    {
        await using var shopper = await whole.ArriveWithAClockAsync("minor");
        await shopper.Card().WaitForAsync(new() { State = WaitForSelectorState.Attached });
        await shopper.FastForward(600);
        await shopper.AssertAskedAsync(0);

        await shopper.OpenMessenger();
        await Assertions.Expect(shopper.Card()).ToHaveAttributeAsync("aria-busy", "false");
        await shopper.FastForward(10);
        await shopper.CloseMessenger();
        await shopper.OpenMessenger();
        await shopper.OpenDetails();
        await shopper.AssertAskedAsync(1);
        await shopper.FastForward(55);
        await shopper.AssertAskedAsync(2);

        await shopper.GoBack();
        await shopper.OpenApp("Billing");
        await shopper.FastForward(600);
        await shopper.CloseMessenger();
        await shopper.FastForward(600);
        await shopper.AssertAskedAsync(2);
        await shopper.OpenMessenger();
        await shopper.GoBack();
        await shopper.AssertAskedAsync(3);

        await Show(shopper, "hidden");
        await shopper.FastForward(600);
        await shopper.AssertAskedAsync(3);
        await Show(shopper, "visible");
        await shopper.AssertAskedAsync(4);
    }

    [Fact]
    public async Task Its_age_grows_and_without_a_connection_it_is_the_last_known()
    {
        await using var shopper = await whole.ArriveWithAClockAsync("all-well");
        await shopper.OpenMessenger();
        await Assertions.Expect(shopper.Card()).ToContainTextAsync("Updated just now");

        await shopper.Page.RouteAsync(Asked, route => route.AbortAsync());
        await shopper.FastForward(130);

        // What the server keeps may have been read up to a minute ago, for another test.
        await Assertions.Expect(shopper.Card()).ToContainTextAsync(new Regex("Last known [23] min ago"));
        await Assertions.Expect(shopper.Card()).ToContainTextAsync("All systems operational");
    }

    [Fact]
    public async Task Nothing_moves_when_the_reading_comes()
    {
        var held = new TaskCompletionSource();
        await using var shopper = await whole.ArriveAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await shopper.Page.RouteAsync(Asked, async route =>
        {
            await held.Task;
            await route.ContinueAsync();
        });
        await shopper.Play("major");
        await shopper.OpenMessenger();
        await Assertions.Expect(shopper.Card()).ToHaveAttributeAsync("aria-busy", "true");
        var apps = shopper.Messenger.Locator("#apps .row").First;
        var before = await apps.BoundingBoxAsync();

        held.SetResult();
        await Assertions.Expect(shopper.Card()).ToContainTextAsync("Major outage");

        Assert.Equal(before!.Y, (await apps.BoundingBoxAsync())!.Y);
    }

    [Fact]
    public async Task What_could_not_be_read_is_asked_for_again_by_a_person()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.Page.RouteAsync(Asked, route => route.FulfillAsync(new() { Status = 503 }));
        await shopper.OpenMessenger();
        await shopper.OpenDetails();
        await Assertions.Expect(shopper.Details()).ToContainTextAsync("Status unavailable");
        await shopper.Page.UnrouteAllAsync();

        await shopper.Details().GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();

        await Assertions.Expect(shopper.Details()).ToContainTextAsync("All systems operational");
    }

    static async Task Show(Shopper shopper, string state) => await shopper.MessengerFrame().EvaluateAsync("""
        (state) => {
          Object.defineProperty(document, 'visibilityState', { get: () => state, configurable: true });
          document.dispatchEvent(new Event('visibilitychange'));
        }
        """, state);
}
