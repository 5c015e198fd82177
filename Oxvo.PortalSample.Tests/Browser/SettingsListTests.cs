using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// The apps of a widget: in order, on and off, edited, deleted; and an open home screen that follows.
/// </summary>
[Collection(SettingUp.Name)]
public sealed class SettingsListTests(WholeSample whole)
{
    [Fact]
    public async Task Moving_keeps_the_focus_on_the_button_and_says_where_the_app_is_now()
    {
        await whole.LibraryAsync("One", "Two", "Three");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Page.PressAsync(administrator.Button("Move Three up"));

        await administrator.AssertSeesOn("One", "Three", "Two");
        await Assertions.Expect(administrator.Button("Move Three up")).ToBeFocusedAsync();
        await Assertions.Expect(administrator.Said).ToHaveTextAsync("Three moved to position 2 of 3");

        await AssertSavedAsync(administrator, () => administrator.Page.Keyboard.PressAsync("Enter"));
        await administrator.AssertSeesOn("Three", "One", "Two");
        // It is at the top, so the button can do nothing more.
        await Assertions.Expect(administrator.Button("Move Three down")).ToBeFocusedAsync();
        await Assertions.Expect(administrator.Said).ToHaveTextAsync("Three moved to position 1 of 3");
        await administrator.Page.ReloadAsync();
        await administrator.AssertSeesOn("Three", "One", "Two");
    }

    /// <summary>
    /// The list shows a change before the server has it, and a page that is left takes the request with it.
    /// </summary>
    static async Task AssertSavedAsync(Administrator administrator, Func<Task> change)
    {
        var answer = await administrator.Page.RunAndWaitForResponseAsync(change, "**/api/widgets/**");
        Assert.True(answer.Ok);
    }

    [Fact]
    public async Task The_picture_of_the_home_screen_has_the_status_card_above_the_apps()
    {
        await whole.LibraryAsync("One", "Two");
        await using var administrator = await Administrator.ArriveAsync(whole);

        var picture = administrator.Page.GetByRole(AriaRole.Img, new() { Name = "The home screen of Acme Store" });

        await Assertions.Expect(picture).ToHaveAccessibleNameAsync(
            "The home screen of Acme Store: All systems operational, One, Two, Send us a message");
        await Assertions.Expect(picture.Locator("b")).ToHaveTextAsync(
            ["Hi there", "All systems operational", "One", "Two", "Send us a message"]);
    }

    [Fact]
    public async Task An_app_is_turned_off_and_on_by_keys_and_keeps_the_focus()
    {
        await whole.LibraryAsync("One", "Two");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Page.PressAsync(administrator.Switch("One"), "Space");

        await Assertions.Expect(administrator.Switch("One")).ToHaveAttributeAsync("aria-checked", "false");
        await Assertions.Expect(administrator.Switch("One")).ToBeFocusedAsync();
        await Assertions.Expect(administrator.Said).ToHaveTextAsync("One is off for Acme Store");
        await administrator.AssertSeesOn("Two");

        await AssertSavedAsync(administrator, () => administrator.Page.Keyboard.PressAsync("Space"));
        await administrator.AssertSeesOn("Two", "One");
        await Assertions.Expect(administrator.Said).ToHaveTextAsync("One is on for Acme Store");
        await administrator.Page.ReloadAsync();
        await administrator.AssertSeesOn("Two", "One");
    }

    [Fact]
    public async Task Deleting_asks_says_where_the_app_is_used_and_leaves_the_keyboard_at_the_next()
    {
        await whole.LibraryAsync("Two", "Three");
        var id = await whole.SaveAsync("One");
        foreach (var widget in new[] { "acme-store", "acme-help" }) await whole.TurnOnAsync(id, widget);
        await using var administrator = await Administrator.ArriveAsync(whole, "?widget=acme-help");
        await administrator.Page.PressAsync(administrator.Button("Delete One"));
        await Assertions.Expect(administrator.Dialog).ToContainTextAsync("It is on Acme Store and Acme Help");
        await Assertions.Expect(administrator.Button("Keep it")).ToBeFocusedAsync();

        await administrator.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(administrator.Dialog).ToBeHiddenAsync();
        await Assertions.Expect(administrator.Button("Delete One")).ToBeFocusedAsync();
        await administrator.AssertSeesOn("One");

        await administrator.Page.Keyboard.PressAsync("Enter");
        await administrator.Page.PressAsync(administrator.Button("Delete"));
        await Assertions.Expect(administrator.Notice).ToContainTextAsync("“One” is deleted.");
        await Assertions.Expect(administrator.Link("Edit Two")).ToBeFocusedAsync();
        await Assertions.Expect(administrator.Row("One")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_question_asked_before_the_last_ones_end_was_told_gets_its_own_answer()
    {
        await whole.LibraryAsync("One", "Two");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Button("Delete One").ClickAsync();
        await administrator.Page.EvaluateAsync("""
            () => { document.querySelector('dialog').close(); document.querySelector('[aria-label="Delete Two"]').click(); }
            """);
        await Assertions.Expect(administrator.Dialog).ToContainTextAsync("Delete “Two”?");

        await administrator.Button("Delete").ClickAsync();

        await Assertions.Expect(administrator.Notice).ToContainTextAsync("“Two” is deleted.");
        await administrator.AssertSeesOn("One");
    }

    [Fact]
    public async Task An_app_is_edited_in_its_form_and_keeps_its_place()
    {
        await whole.LibraryAsync("One", "Two");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Link("Edit One").ClickAsync();
        await Assertions.Expect(administrator.Title).ToHaveTextAsync("Edit “One”");
        await Assertions.Expect(administrator.Form.GetByLabel("Orders")).ToBeCheckedAsync();

        await administrator.Field("Title").FillAsync("First");
        await administrator.Form.GetByLabel("Billing").CheckAsync();
        await administrator.Form.GetByLabel("Acme Help").CheckAsync();
        await administrator.Button("Save").ClickAsync();

        await administrator.AssertSeesOn("First", "Two");
        await Assertions.Expect(administrator.Row("First")).ToContainTextAsync("Also on Acme Help");
        await Assertions.Expect(administrator.Link("Edit First")).ToBeFocusedAsync();
        await administrator.Link("Edit First").ClickAsync();
        await Assertions.Expect(administrator.Preview.Locator("iframe")).ToHaveAttributeAsync("src", whole.Sample.Portal + "/?view=billing");
        await administrator.Link("Cancel").ClickAsync();
        await Assertions.Expect(administrator.Link("Edit First")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task An_open_home_screen_follows_without_a_reload()
    {
        await whole.LibraryAsync("One", "Two");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await using var shopper = await whole.ArriveAsync();
        await shopper.OpenMessenger();
        var apps = shopper.Messenger.Locator("#apps b");
        await Assertions.Expect(apps).ToHaveTextAsync(["One", "Two"]);

        await administrator.Button("Move Two up").ClickAsync();
        await Assertions.Expect(apps).ToHaveTextAsync(["Two", "One"]);
        await administrator.Switch("Two").ClickAsync();
        await Assertions.Expect(apps).ToHaveTextAsync(["One"]);
        await administrator.Button("Delete One").ClickAsync();
        await administrator.Button("Delete").ClickAsync();
        await Assertions.Expect(shopper.Messenger.Locator("#apps")).ToContainTextAsync("Nothing here yet");
    }
}
