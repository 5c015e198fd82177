using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>What goes wrong in the settings is said where it is, can be mended there, and loses nothing.</summary>
[Collection(SettingUp.Name)]
public sealed class SettingsTroubleTests(WholeSample whole)
{
    const int Offline = -1;
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
        await Assertions.Expect(video).ToHaveAccessibleDescriptionAsync(new Regex("YouTube, Vimeo or Loom"));
        await Assertions.Expect(title).ToHaveAccessibleDescriptionAsync(new Regex("41 of 40.*41 characters are too many: 40 at the most"));
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
    [InlineData(Offline, "offline")]
    public async Task What_the_server_does_not_save_stays_in_the_form_and_can_be_tried_again(int status, string words)
    {
        await whole.LibraryAsync();
        await using var administrator = await Administrator.ArriveAsync(whole, "#new-portal");
        await administrator.Preview.Locator("iframe").WaitForAsync();
        await administrator.Page.RouteAsync(Saving, route => status <= 0 ? route.AbortAsync() : route.FulfillAsync(new() { Status = status }));
        await administrator.Visitor.Context.SetOfflineAsync(status == Offline);
        await administrator.Field("Title").FillAsync("One");
        await administrator.Button("Add the app").ClickAsync();
        await Assertions.Expect(administrator.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync(words);
        await Assertions.Expect(administrator.Field("Title")).ToHaveValueAsync("One");

        await administrator.Visitor.Context.SetOfflineAsync(false);
        await administrator.Page.UnrouteAllAsync();
        await administrator.Button("Try again").ClickAsync();

        await administrator.AssertSeesOn("One");
    }

    [Fact]
    public async Task A_change_that_the_server_refuses_is_taken_back_and_can_be_tried_again()
    {
        await whole.LibraryAsync("One", "Two");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Page.RouteAsync(Switching, route => route.FulfillAsync(new() { Status = 503 }));
        await administrator.Button("Move Two up").ClickAsync();
        await Assertions.Expect(administrator.Notice).ToContainTextAsync("The change was not kept.");
        await administrator.AssertSeesOn("One", "Two");

        await administrator.Page.UnrouteAllAsync();
        await administrator.Button("Try again").ClickAsync();

        await administrator.AssertSeesOn("Two", "One");
        await administrator.Page.ReloadAsync();
        await administrator.AssertSeesOn("Two", "One");
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

        await administrator.AssertSeesOn("One");
        await Assertions.Expect(administrator.Title).ToBeFocusedAsync();
    }
}
