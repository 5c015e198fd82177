using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Oxvo.PortalSample.Tests.Browser.StatusScreens;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>The incident that plays in a minute, as a person sees it who does nothing.</summary>
[Collection(WatchingStatus.Name)]
public sealed class StatusIncidentTests(WholeSample whole)
{
    [Fact]
    public async Task An_incident_goes_on_by_itself_and_what_a_person_closed_stays_closed()
    {
        await using var shopper = await whole.ArriveWithAClockAsync("incident-in-a-minute");
        await shopper.OpenMessenger();
        await shopper.OpenDetails();
        await Assertions.Expect(shopper.Details()).ToContainTextAsync("Investigating");
        var group = shopper.Details().Locator(".group > details > summary").First;
        await group.ClickAsync();

        await shopper.Page.RouteAsync(Asked, route => route.ContinueAsync(new() { Url = SixteenSecondsOn(route.Request.Url) }));
        await shopper.FastForward(16);

        await Assertions.Expect(shopper.Details()).ToContainTextAsync("Cause found");
        await Assertions.Expect(shopper.Details().Locator(".group > details").First).Not.ToHaveAttributeAsync("open", "");
        await Assertions.Expect(group).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_incident_ends_within_the_minute()
    {
        await using var shopper = await whole.SeesStatusAsync("incident-in-a-minute", secondsAgo: 50);

        await Assertions.Expect(shopper.Card()).ToContainTextAsync("All systems operational");
    }

    // The page's clock is the test's, the server's is not.
    static string SixteenSecondsOn(string address) => Regex.Replace(address, "(?<=since=)[0-9]+",
        since => (long.Parse(since.Value, CultureInfo.InvariantCulture) - 16_000).ToString(CultureInfo.InvariantCulture));
}
