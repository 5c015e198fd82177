using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>What the settings say, after saving, of whether the messenger may show a page.</summary>
[Collection(SettingUp.Name)]
public sealed class SettingsCheckTests(WholeSample whole)
{
    [Fact]
    public async Task A_page_that_forbids_frames_is_saved_all_the_same_with_the_line_that_repairs_it()
    {
        await using var apps = await TrialApps.StartAsync();
        await whole.LibraryAsync();
        await using var administrator = await Save(apps.Origin + "/denied");
        await administrator.Visitor.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var verdict = administrator.Row("Mine").Locator("[data-outcome=blocked]");
        await Assertions.Expect(verdict).ToContainTextAsync("X-Frame-Options: DENY");
        await Assertions.Expect(verdict).ToContainTextAsync("It is saved all the same.");
        await Assertions.Expect(administrator.Said).ToContainTextAsync("Mine: Blocked in the messenger.");

        await verdict.GetByRole(AriaRole.Button, new() { Name = "Copy" }).First.ClickAsync();
        await Assertions.Expect(administrator.Said).ToHaveTextAsync("Copied");

        var repair = await verdict.Locator(".repair code").First.TextContentAsync();
        Assert.Contains("frame-ancestors", repair);
        Assert.Equal(repair, await administrator.Page.EvaluateAsync<string>("navigator.clipboard.readText()"));
    }

    [Fact]
    public async Task One_that_allows_it_says_so_and_the_word_can_be_closed()
    {
        await using var apps = await TrialApps.StartAsync();
        await whole.LibraryAsync();
        await using var administrator = await Save(apps.Origin + "/widget");
        await administrator.Row("Mine").Locator("[data-outcome=allowed]").WaitForAsync();

        await administrator.Button("Close what the check of Mine found").ClickAsync();

        await Assertions.Expect(administrator.Row("Mine").Locator(".verdict")).ToHaveCountAsync(0);
        await Assertions.Expect(administrator.Link("Edit Mine")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task One_that_does_not_answer_could_not_be_checked_and_is_checked_again_on_demand()
    {
        await whole.LibraryAsync();
        await using var administrator = await Save($"http://127.0.0.1:{FreePorts.Take()}/");
        var verdict = administrator.Row("Mine").Locator("[data-outcome=unknown]");
        await Assertions.Expect(verdict).ToContainTextAsync("Could not check");

        await administrator.Page.RouteAsync("**/api/embed-check", route => route.FulfillAsync(new()
        { ContentType = "application/json", Body = """{"outcome":"allowed","summary":"Now it answers.","address":null,"findings":[]}""" }));
        await administrator.Button("Check again: Mine").ClickAsync();

        await Assertions.Expect(administrator.Row("Mine").Locator("[data-outcome=allowed]")).ToContainTextAsync("Now it answers.");
    }

    async Task<Administrator> Save(string address)
    {
        var administrator = await Administrator.ArriveAsync(whole, "#new-page");
        await administrator.Field("Address").FillAsync(address);
        await administrator.Field("Title").FillAsync("Mine");
        await administrator.Button("Add the app").ClickAsync();
        return administrator;
    }
}
