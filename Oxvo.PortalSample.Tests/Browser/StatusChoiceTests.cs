using System.Text.Json;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Which status pages the home screen shows, and what the demo bar lets them tell.</summary>
[Collection(WatchingStatus.Name)]
public sealed class StatusChoiceTests(WholeSample whole)
{
    [Fact]
    public async Task Every_page_that_is_meant_for_the_home_screen_has_its_card_there()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.Page.RouteAsync("**/status", async route =>
        {
            var configured = await route.FetchAsync();
            var everyHome = (await configured.TextAsync()).Replace("\"home\":false", "\"home\":true", StringComparison.Ordinal);
            await route.FulfillAsync(new() { Response = configured, Body = everyHome });
        });
        await shopper.Page.ReloadAsync();
        await shopper.Play("minor", page: "");
        await shopper.OpenMessenger();

        foreach (var title in new[] { "Acme Air: ", "Acme Air on Instatus: ", "Acme Air on Better Stack: " })
            await Assertions.Expect(shopper.Card().Filter(new() { HasText = title + "Text messages arrive late" })).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task The_demo_bar_offers_every_scenario_and_keeps_the_choice_of_its_tab()
    {
        await using var shopper = await whole.ArriveAsync();
        using var http = new HttpClient();
        using var offered = JsonDocument.Parse(await http.GetStringAsync(new Uri(whole.Sample.Messenger + "/status")));
        string[] Values(string list) => [.. offered.RootElement.GetProperty(list).EnumerateArray().Select(one => one.GetProperty("key").GetString()!)];
        Task<string[]> Options(string name) => shopper.Page.Locator($"[name={name}] option").EvaluateAllAsync<string[]>("(all) => all.map(({ value }) => value)");

        Assert.Equal(Values("scenarios"), await Options("statusScenario"));
        Assert.Equal(Values("pages").Prepend(""), await Options("statusPage"));

        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Status" }).ClickAsync();
        await shopper.Page.GetByLabel("What happens").SelectOptionAsync("major");
        await shopper.OpenMessenger();
        await Assertions.Expect(shopper.Card()).ToContainTextAsync("Major outage");
        await shopper.Page.ReloadAsync();
        await shopper.OpenMessenger();
        await Assertions.Expect(shopper.Card()).ToContainTextAsync("Major outage");
    }
}
