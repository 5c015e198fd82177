using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>What somebody does in another tab meanwhile.</summary>
[Collection(SettingUp.Name)]
public sealed class SettingsOtherTabTests(WholeSample whole)
{
    [Fact]
    public async Task An_app_deleted_in_another_tab_meanwhile_can_be_saved_as_a_new_one()
    {
        await whole.LibraryAsync("Other");
        var id = await whole.SaveAsync("One");
        await using var administrator = await Administrator.ArriveAsync(whole, $"#app-{id}");
        await administrator.Field("Title").FillAsync("One, and better");
        await whole.DeleteAsync(id);
        await administrator.Button("Save").ClickAsync();
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("deleted in another tab");

        await administrator.Button("Save it as a new app").ClickAsync();

        await Assertions.Expect(administrator.Row("One, and better")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task One_that_is_gone_when_it_is_turned_on_leaves_the_list_and_the_keyboard_at_the_top()
    {
        await whole.LibraryAsync("Other");
        var id = await whole.SaveAsync("One");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Page.TabToAsync(administrator.Switch("One"));
        await whole.DeleteAsync(id);
        await administrator.Page.Keyboard.PressAsync("Space");

        await Assertions.Expect(administrator.Notice).ToContainTextAsync("deleted in another tab");
        await Assertions.Expect(administrator.Row("One")).ToHaveCountAsync(0);
        await Assertions.Expect(administrator.Link("Add an app")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task One_that_is_gone_when_it_is_deleted_leaves_the_list()
    {
        await whole.LibraryAsync("Other");
        var id = await whole.SaveAsync("One");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Button("Delete One").ClickAsync();
        await whole.DeleteAsync(id);
        await administrator.Button("Delete").ClickAsync();

        await Assertions.Expect(administrator.Notice).ToContainTextAsync("deleted in another tab already");
        await Assertions.Expect(administrator.Row("One")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_another_tab_has_changed_shows_when_a_person_comes_back_to_this_one()
    {
        await whole.LibraryAsync("One");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.AssertSeesOn("One");
        await whole.LibraryAsync("Two");

        await administrator.Page.EvaluateAsync("() => document.dispatchEvent(new Event('visibilitychange'))");

        await administrator.AssertSeesOn("Two");
    }
}
