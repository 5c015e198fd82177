using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>How a person comes to the status card and its details, in a scenario of the mock providers.</summary>
static class StatusScreens
{
    public const string Statuspage = "acme-air", Instatus = "acme-air-instatus", BetterStack = "acme-air-betterstack";

    /// <summary>What the messenger's page asks of its server.</summary>
    public const string Asked = "**/status/acme-air*";

    public static ILocator Card(this Shopper shopper) => shopper.Messenger.Locator(".status-open");

    public static ILocator Details(this Shopper shopper) => shopper.Messenger.Locator("#status-scroll");

    public static IFrame MessengerFrame(this Shopper shopper) =>
        shopper.Page.Frames.Single(frame => frame.Url.Contains("/widget?", StringComparison.Ordinal));

    /// <summary>As the demo bar does it.</summary>
    /// <param name="shopper">In whose tab.</param>
    /// <param name="scenario">What the mock providers play.</param>
    /// <param name="page">Whose page the card shows.</param>
    /// <param name="secondsAgo">When the scenario was chosen.</param>
    public static Task Play(this Shopper shopper, string scenario, string page = Statuspage, int secondsAgo = 0) => shopper.Page.EvaluateAsync(
        "([statusScenario, statusPage, ago]) => oxvo.mock({ statusScenario, statusPage, statusSince: Date.now() - ago * 1000 })",
        new object[] { scenario, page, secondsAgo });

    public static async Task<Shopper> SeesStatusAsync(this WholeSample whole, string scenario, string page = Statuspage, int secondsAgo = 0)
    {
        var shopper = await whole.ArriveAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await shopper.Play(scenario, page, secondsAgo);
        await shopper.OpenMessenger();
        return shopper;
    }

    /// <summary>A person whose tab's clock can be put forward.</summary>
    public static async Task<Shopper> ArriveWithAClockAsync(this WholeSample whole, string scenario)
    {
        var shopper = await whole.ArriveAsync();
        await shopper.Visitor.Context.Clock.InstallAsync();
        await shopper.Page.ReloadAsync();
        await shopper.Play(scenario);
        return shopper;
    }

    public static Task FastForward(this Shopper shopper, int seconds) => shopper.Visitor.Context.Clock.FastForwardAsync(seconds * 1000L);

    public static async Task OpenDetails(this Shopper shopper)
    {
        await shopper.Card().ClickAsync();
        await shopper.Details().WaitForAsync();
    }

    /// <summary>How often the messenger's page asked its server for a reading.</summary>
    public static int Questions(this Shopper shopper) =>
        shopper.Visitor.Requests.Count(request => new Uri(request.Url).AbsolutePath.StartsWith("/status/", StringComparison.Ordinal));

    /// <summary>
    /// It has asked this often, and no more: a page's requests are told in their order, so once a later one is known,
    /// so are all before it.
    /// </summary>
    public static async Task AssertAskedAsync(this Shopper shopper, int times)
    {
        await Eventually.HoldsAsync(() => shopper.Questions() >= times, $"It did not ask {times} times.");
        await shopper.Page.RunAndWaitForRequestAsync(
            () => shopper.MessengerFrame().EvaluateAsync("() => { setTimeout(() => fetch('/icon.svg')); }"), "**/icon.svg");
        Assert.Equal(times, shopper.Questions());
    }
}
