using Microsoft.Playwright;
using static Oxvo.PortalSample.Tests.Browser.StatusScreens;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// The README's pictures of the status screens, made with the others: see <see cref="ScreenshotTests"/>.
/// </summary>
[Collection(WatchingStatus.Name)]
public sealed class StatusScreenshotTests(WholeSample whole)
{
    [Fact, Trait("Category", "Exhaustive")]
    public async Task The_pictures_of_status_can_be_made()
    {
        var folder = Environment.GetEnvironmentVariable("PORTAL_SCREENSHOTS") is { Length: > 0 } chosen
            ? Directory.CreateDirectory(chosen) : Directory.CreateTempSubdirectory("portal-pictures-");
        await using var shopper = await whole.ArriveAsync(new() { ViewportSize = new() { Width = 1280, Height = 802 }, ReducedMotion = ReducedMotion.Reduce });
        await shopper.SignInAs("mira");
        await shopper.Play("major", BetterStack);
        await shopper.OpenMessenger();
        await Assertions.Expect(shopper.Card()).ToContainTextAsync("Major outage");
        await Take("status-card");

        await shopper.OpenDetails();
        await shopper.Details().Locator("article").First.WaitForAsync();
        await Take("status");
        await shopper.Details().Locator(".days").Nth(3).ScrollIntoViewIfNeededAsync();
        await Take("status-services");

        async Task Take(string name)
        {
            var picture = await shopper.Page.Locator("#panel").ScreenshotAsync(new() { Path = Path.Combine(folder.FullName, name + ".png") });
            Assert.True(picture.Length > 5_000, $"{name} is almost empty.");
        }
    }
}
