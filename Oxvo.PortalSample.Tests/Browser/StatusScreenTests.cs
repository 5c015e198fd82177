using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Oxvo.PortalSample.Tests.Browser.StatusScreens;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// The card on the home screen and its details: every scenario, in each size of the panel, light and dark, with small
/// and large text.
/// </summary>
[Collection(WatchingStatus.Name)]
public sealed class StatusScreenTests(WholeSample whole)
{
    static readonly (int Width, int Height)[] Panels = [(400, 638), (400, 558), (320, 568)]; // with the bar: 590, 510 and 520 are left

    const string FindFullCards = """
        () => [...document.querySelectorAll('.card')].filter((card) => card.checkVisibility() && card.scrollHeight > card.clientHeight + 1)
          .map((card) => `"${card.textContent.trim().slice(0, 40)}" is higher than its card`)
        """;

    static readonly (string Scenario, string Page, string OnCard, string InDetails)[] Scenarios =
    [
        ("all-well", Statuspage, "All systems operational", "All systems operational"),
        ("minor", Statuspage, "Degraded service", "Open incidents"),
        ("minor", Instatus, "Text messages", "Open incidents"),
        ("major", Statuspage, "Major outage", "Started"),
        ("major", BetterStack, "Major outage", "% available"),
        ("maintenance-now", Statuspage, "Under maintenance", "In progress"),
        ("maintenance-planned", Statuspage, "Maintenance planned for", "Planned"),
        ("long-groups", Statuspage, "", "earlier updates"),
        ("long-groups", BetterStack, "", "services"),
        ("markup", Statuspage, "Partial outage", "runbook"),
        ("empty", Statuspage, "All systems operational", "lists no services"),
        ("not-found", Statuspage, "Status unavailable", "can’t be read right now"),
        ("gateway-timeout", Statuspage, "Status unavailable", "can’t be read right now"),
        ("broken-json", Statuspage, "Status unavailable", "can’t be read right now"),
        ("goes-away", Statuspage, "All systems operational", "Services"),
        ("incident-in-a-minute", Statuspage, "Alerts by e-mail", "Investigating"),
        ("slow", Statuspage, "status is loading", "Loading the status"),
    ];

    [Fact]
    public async Task Every_card_and_its_details_tell_it_and_can_be_read()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.OpenMessenger();
        List<Still> screens = [];
        foreach (var (scenario, page, onCard, inDetails) in Scenarios) screens.AddRange(await TakeAsync(shopper, scenario, page, onCard, inDetails));
        await shopper.Page.RouteAsync(Asked, AnswerWithTheLastKnown);
        screens.AddRange(await TakeAsync(shopper, "minor", Statuspage, "Last known 5 min ago", "Last known 5 min ago"));
        await using var stills = await StillPage.OpenAsync(shopper.MessengerFrame().Url);

        var faults = await stills.FaultsAsync(screens, Panels, FindFullCards);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        shopper.AssertNothingWentWrong();
    }

    [Fact]
    public async Task A_still_shows_what_the_panel_shows()
    {
        await using var shopper = await whole.ArriveAsync(new()
        { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce, ViewportSize = new() { Width = 1280, Height = 802 } });
        await StillPage.SetTextAsync(await shopper.Visitor.Context.NewCDPSessionAsync(shopper.MessengerFrame()), 32);
        await shopper.OpenMessenger();
        var still = (await TakeAsync(shopper, "major", BetterStack, "Major outage", "% available"))[0];
        await using var stills = await StillPage.OpenAsync(shopper.MessengerFrame().Url);
        await stills.SetAsync(Panels[0].Width, Panels[0].Height, ColorScheme.Dark, 32);

        await stills.ShowAsync(still);

        Assert.Equal(await StillPage.TextOnScreenAsync(shopper.MessengerFrame()), await StillPage.TextOnScreenAsync(stills.Frame));
    }

    /// <summary>The home screen with its card, the details, and back.</summary>
    static async Task<Still[]> TakeAsync(Shopper shopper, string scenario, string page, string onCard, string inDetails)
    {
        var card = await Still.TakeAsync($"{scenario} of {page}, card: {onCard}", shopper.MessengerFrame, async () =>
        {
            await shopper.Play(scenario, page);
            await Assertions.Expect(shopper.Card()).ToHaveAttributeAsync("aria-busy", scenario == "slow" ? "true" : "false");
            await Assertions.Expect(shopper.Card()).ToContainTextAsync(onCard);
        });
        var details = await Still.TakeAsync($"{scenario} of {page}, details: {inDetails}", shopper.MessengerFrame, async () =>
        {
            await shopper.OpenDetails();
            await Assertions.Expect(shopper.Details()).ToContainTextAsync(inDetails);
        });
        await shopper.GoBack();
        return [card, details];
    }

    static async Task AnswerWithTheLastKnown(IRoute route)
    {
        var fresh = await route.FetchAsync();
        var stale = (await fresh.TextAsync()).Replace("\"stale\":false", "\"stale\":true");
        await route.FulfillAsync(new() { Response = fresh, Body = Regex.Replace(stale, "\"age_seconds\":[0-9.]+", "\"age_seconds\":301") });
    }
}

[CollectionDefinition(Name)]
public sealed class WatchingStatus : ICollectionFixture<WholeSample>
{
    public const string Name = "The whole sample, and its status";
}
