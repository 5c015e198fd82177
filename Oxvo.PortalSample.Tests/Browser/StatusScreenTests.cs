using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Oxvo.PortalSample.Tests.Browser.StatusScreens;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>The card on the home screen and its details: every scenario, in each size of the panel, light and dark.</summary>
[Collection(WatchingStatus.Name)]
public sealed class StatusScreenTests(WholeSample whole)
{
    public static TheoryData<string, string, string, string> Scenarios => new()
    {
        { "all-well", Statuspage, "All systems operational", "All systems operational" },
        { "minor", Statuspage, "Degraded service", "Open incidents" },
        { "minor", Instatus, "Text messages", "Open incidents" },
        { "major", Statuspage, "Major outage", "Started" },
        { "major", BetterStack, "Major outage", "% available" },
        { "maintenance-now", Statuspage, "Under maintenance", "In progress" },
        { "maintenance-planned", Statuspage, "Maintenance planned for", "Planned" },
        { "long-groups", Statuspage, "", "earlier updates" },
        { "long-groups", BetterStack, "", "services" },
        { "markup", Statuspage, "Partial outage", "runbook" },
        { "empty", Statuspage, "All systems operational", "lists no services" },
        { "not-found", Statuspage, "Status unavailable", "can’t be read right now" },
        { "gateway-timeout", Statuspage, "Status unavailable", "can’t be read right now" },
        { "broken-json", Statuspage, "Status unavailable", "can’t be read right now" },
        { "goes-away", Statuspage, "All systems operational", "Services" },
        { "incident-in-a-minute", Statuspage, "Alerts by e-mail", "Investigating" },
    };

    [Theory]
    [MemberData(nameof(Scenarios))]
    public async Task The_card_and_its_details_tell_it_and_can_be_read(string scenario, string page, string onCard, string inDetails)
    {
        await using var shopper = await whole.SeesStatusAsync(scenario, page);
        await Assertions.Expect(shopper.Card()).Not.ToHaveAttributeAsync("aria-busy", "true");
        await Assertions.Expect(shopper.Card()).ToContainTextAsync(onCard);
        var faults = await StatusReadability.FaultsAsync(shopper);

        await shopper.OpenDetails();
        await Assertions.Expect(shopper.Details()).ToContainTextAsync(inDetails);

        faults = [.. faults, .. await StatusReadability.FaultsAsync(shopper)];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
        shopper.AssertNothingWentWrong();
    }

    [Fact]
    public async Task While_it_loads_there_is_a_skeleton()
    {
        await using var shopper = await whole.SeesStatusAsync("slow");
        await Assertions.Expect(shopper.Card()).ToHaveAttributeAsync("aria-busy", "true");
        var faults = await StatusReadability.FaultsAsync(shopper);

        await shopper.OpenDetails();
        await Assertions.Expect(shopper.Details()).ToContainTextAsync("Loading the status");

        faults = [.. faults, .. await StatusReadability.FaultsAsync(shopper)];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_reading_that_could_not_be_refreshed_is_the_last_known()
    {
        await using var shopper = await whole.ArriveAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await shopper.Page.RouteAsync(Asked, async route =>
        {
            var fresh = await route.FetchAsync();
            var stale = (await fresh.TextAsync()).Replace("\"stale\":false", "\"stale\":true");
            await route.FulfillAsync(new() { Response = fresh, Body = Regex.Replace(stale, "\"age_seconds\":[0-9.]+", "\"age_seconds\":301") });
        });
        await shopper.Play("minor");
        await shopper.OpenMessenger();

        await Assertions.Expect(shopper.Card()).ToContainTextAsync("Last known 5 min ago");
        var faults = await StatusReadability.FaultsAsync(shopper);
        await shopper.OpenDetails();
        await Assertions.Expect(shopper.Details()).ToContainTextAsync("Last known 5 min ago");
        faults = [.. faults, .. await StatusReadability.FaultsAsync(shopper)];
        Assert.True(faults.Length == 0, string.Join('\n', faults));
    }
}

[CollectionDefinition(Name)]
public sealed class WatchingStatus : ICollectionFixture<WholeSample>
{
    public const string Name = "The whole sample, and its status";
}
