using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>What goes wrong in the settings is said where it is, can be mended there, and loses nothing.</summary>
[Collection(SettingUp.Name)]
public sealed class SettingsTroubleTests(WholeSample whole)
{
    const string Saving = "**/api/library/apps*", Reading = "**/api/library", Switching = "**/api/widgets/**";

    [Fact]
    public async Task What_does_not_fit_is_said_at_its_field_and_stays_as_it_was_typed()
    {
        await using var administrator = await Administrator.ArriveAsync(whole, "#new-video");
        var (video, title) = (administrator.Field("Video"), administrator.Field("Title"));
        await video.FillAsync("javascript:alert(1)");
        await title.FillAsync(new string('x', 41));
        await administrator.Button("Add the app").ClickAsync();

        await Assertions.Expect(video).ToBeFocusedAsync();
        await Assertions.Expect(video).ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(video).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("YouTube, Vimeo or Loom"));
        await Assertions.Expect(title).ToHaveAccessibleDescriptionAsync(new System.Text.RegularExpressions.Regex("41 of 40.*1 to 40 characters"));
        await Assertions.Expect(administrator.Said).ToHaveTextAsync("2 fields need another look.");
        await Assertions.Expect(video).ToHaveValueAsync("javascript:alert(1)");
        await Assertions.Expect(title).ToHaveValueAsync(new string('x', 41));

        await video.FillAsync("https://youtu.be/M7lc1UVf-VE");
        await Assertions.Expect(video).Not.ToHaveAttributeAsync("aria-invalid", "true");
        await Assertions.Expect(administrator.Preview.Locator("iframe")).ToHaveAttributeAsync("src", "https://www.youtube-nocookie.com/embed/M7lc1UVf-VE");
    }

    [Theory]
    [InlineData(503, "problem")]
    [InlineData(0, "did not answer")]
    public async Task What_the_server_does_not_save_stays_in_the_form_and_can_be_tried_again(int status, string words)
    {
        await whole.LibraryAsync();
        await using var administrator = await Administrator.ArriveAsync(whole, "#new-portal");
        await administrator.Page.RouteAsync(Saving, route => status == 0 ? route.AbortAsync() : route.FulfillAsync(new() { Status = status }));
        await administrator.Field("Title").FillAsync("One");
        await administrator.Button("Add the app").ClickAsync();
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words);
        await Assertions.Expect(administrator.Field("Title")).ToHaveValueAsync("One");

        await administrator.Page.UnrouteAllAsync();
        await administrator.Button("Try again").ClickAsync();

        await administrator.SeesOn("One");
    }

    [Fact]
    public async Task A_change_that_the_server_refuses_is_taken_back_and_can_be_tried_again()
    {
        await whole.LibraryAsync("One", "Two");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Page.RouteAsync(Switching, route => route.FulfillAsync(new() { Status = 503 }));
        await administrator.Button("Move Two up").ClickAsync();
        await Assertions.Expect(administrator.Notice).ToContainTextAsync("The change was not kept.");
        await administrator.SeesOn("One", "Two");

        await administrator.Page.UnrouteAllAsync();
        await administrator.Button("Try again").ClickAsync();

        await administrator.SeesOn("Two", "One");
        await administrator.Page.ReloadAsync();
        await administrator.SeesOn("Two", "One");
    }

    [Fact]
    public async Task Without_the_library_the_page_says_so_and_tries_again()
    {
        await whole.LibraryAsync("One");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Page.RouteAsync(Reading, route => route.FulfillAsync(new() { Status = 503 }));
        await administrator.Page.ReloadAsync();
        await Assertions.Expect(administrator.Page.Locator("#view")).ToContainTextAsync("could not be loaded");

        await administrator.Page.UnrouteAllAsync();
        await administrator.Page.PressAsync(administrator.Button("Try again"));

        await administrator.SeesOn("One");
        await Assertions.Expect(administrator.Title).ToBeFocusedAsync();
    }

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
    public async Task One_that_is_gone_when_it_is_turned_on_or_deleted_leaves_the_list()
    {
        await whole.LibraryAsync("Other");
        var (first, second) = (await whole.SaveAsync("One"), await whole.SaveAsync("Two"));
        await using var administrator = await Administrator.ArriveAsync(whole);
        await Assertions.Expect(administrator.Row("Two")).ToBeVisibleAsync();
        foreach (var id in new[] { first, second }) await whole.DeleteAsync(id);
        await administrator.Button("Delete One").ClickAsync();
        await administrator.Button("Delete").ClickAsync();
        await Assertions.Expect(administrator.Notice).ToContainTextAsync("deleted in another tab already");
        await Assertions.Expect(administrator.Row("Two")).ToHaveCountAsync(0);
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
