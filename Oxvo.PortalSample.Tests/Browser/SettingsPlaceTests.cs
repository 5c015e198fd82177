using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Each place in the settings has an address.</summary>
[Collection(SettingUp.Name)]
public sealed class SettingsPlaceTests(WholeSample whole)
{
    [Fact]
    public async Task A_reload_keeps_the_widget_and_the_place_and_the_browsers_back_leads_through_them()
    {
        await whole.LibraryAsync("One");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Page.GetByRole(AriaRole.Radio, new() { Name = "Acme Help" }).CheckAsync();
        await Assertions.Expect(administrator.Link("Open Acme Help")).ToHaveAttributeAsync("href", whole.Sample.Acme + "/help");
        await administrator.Link("Add an app").ClickAsync();
        await administrator.Template("video").ClickAsync();

        await administrator.Page.ReloadAsync();
        await Assertions.Expect(administrator.Title).ToHaveTextAsync("Walkthrough video");
        await Assertions.Expect(administrator.Form.GetByLabel("Acme Help")).ToBeCheckedAsync();
        await administrator.Page.GoBackAsync();
        await Assertions.Expect(administrator.Title).ToHaveTextAsync("Add an app");
        await administrator.Page.GoBackAsync();
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Radio, new() { Name = "Acme Help" })).ToBeCheckedAsync();
    }

    [Theory]
    [InlineData("#app-987654")]
    [InlineData("#new-nothing")]
    public async Task A_place_that_is_not_there_has_a_way_back(string place)
    {
        await using var administrator = await Administrator.ArriveAsync(whole, place);
        await Assertions.Expect(administrator.Title).ToHaveTextAsync("Not found");

        await administrator.Page.Locator("#view a").ClickAsync();

        await Assertions.Expect(administrator.Title).Not.ToHaveTextAsync("Not found");
    }
}
