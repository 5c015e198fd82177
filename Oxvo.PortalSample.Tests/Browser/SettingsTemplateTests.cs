using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// From a template to an app that works on the home screen of one widget, and is not on the other's: a page in a frame
/// by mouse, one by keys, and a status page. The other templates differ only in what the API makes of them, and are
/// exhaustive here.
/// </summary>
[Collection(SettingUp.Name)]
public sealed class SettingsTemplateTests(WholeSample whole)
{
    public static IEnumerable<TheoryDataRow<string>> ForTheMouse => TheOthersAreExhaustive("video", "status-betterstack");

    public static IEnumerable<TheoryDataRow<string>> ForTheKeys => TheOthersAreExhaustive("booking");

    [Theory]
    [MemberData(nameof(ForTheMouse))]
    public async Task By_mouse(string template)
    {
        var title = $"By mouse: {template}";
        await whole.LibraryAsync("Track my order");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Link("Add an app").ClickAsync();
        await administrator.Template(template).ClickAsync();
        await administrator.UseExamples(example => example.ClickAsync());
        await administrator.Field("Title").FillAsync(title);
        await administrator.Preview.Locator(".stage > :not(.nothing)").WaitForAsync();
        await administrator.Button("Add the app").ClickAsync();

        await Assertions.Expect(administrator.Notice).ToContainTextAsync($"“{title}” is saved and on for Acme Store.");

        await administrator.AssertSeesOn("Track my order", title);
        await Assertions.Expect(administrator.Link($"Edit {title}")).ToBeFocusedAsync();
        Assert.Empty(administrator.Visitor.Complaints);
        var shopper = await administrator.GoShopping("/");
        await shopper.OpenMessenger();
        await shopper.OpenApp(title);
        await Works(shopper);
        await AssertIsNotOn(await administrator.GoShopping("/help"), title, shopper => shopper.OpenMessenger());
    }

    [Theory]
    [MemberData(nameof(ForTheKeys))]
    public async Task By_keys_alone(string template)
    {
        var title = $"By keys: {template}";
        await whole.LibraryAsync("Track my order");
        await using var administrator = await Administrator.ArriveAsync(whole, "?widget=acme-help");
        var page = administrator.Page;
        await page.PressAsync(administrator.Link("Add an app"));
        await page.PressAsync(administrator.Template(template));
        await Assertions.Expect(administrator.Title).ToBeFocusedAsync();
        await administrator.UseExamples(example => page.PressAsync(example));
        await page.TypeAsync(administrator.Field("Title"), title);
        await page.PressAsync(administrator.Button("Add the app"));

        await Assertions.Expect(administrator.Link($"Edit {title}")).ToBeFocusedAsync();

        var shopper = await administrator.GoShopping("/help");
        await page.PressAsync(shopper.Launcher);
        await page.PressAsync(shopper.Messenger.Locator("#apps").GetByRole(AriaRole.Button, new() { Name = title }));
        await Works(shopper);
        await AssertIsNotOn(await administrator.GoShopping("/"), title, shopper => page.PressAsync(shopper.Launcher));
    }

    /// <summary>The portal says there that it needs the website: no visitor of the website sees that.</summary>
    [Theory]
    [InlineData("portal", true)]
    [InlineData("page", false)]
    public async Task A_preview_that_can_show_no_account_says_why(string template, bool isAskedForProof)
    {
        await whole.LibraryAsync();
        await using var administrator = await Administrator.ArriveAsync(whole, $"#new-{template}");
        await administrator.UseExamples(example => example.ClickAsync());

        await administrator.Preview.Locator(".stage iframe").WaitForAsync();

        var why = administrator.Preview.GetByText("No website is above this preview to prove who the visitor is");
        await Assertions.Expect(why).ToBeVisibleAsync(new() { Visible = isAskedForProof });
    }

    static IEnumerable<TheoryDataRow<string>> TheOthersAreExhaustive(params string[] tried) =>
        from file in Directory.EnumerateFiles(Checkout.File("seed-data/app-templates"), "*.json")
        let template = Path.GetFileNameWithoutExtension(file)
        orderby template
        let row = new TheoryDataRow<string>(template)
        select tried.Contains(template) ? row : row.WithTrait("Category", "Exhaustive");

    /// <summary>A page in a frame that is shown, or the messenger's own view of a status page.</summary>
    static async Task Works(Shopper shopper)
    {
        var frame = shopper.Messenger.Locator("#stage[data-state=shown] iframe");
        await frame.Or(shopper.Messenger.Locator("#status-scroll .banner")).WaitForAsync();
        if (await frame.IsVisibleAsync()) await shopper.Portal.Locator("main").WaitForAsync();
    }

    static async Task AssertIsNotOn(Shopper shopper, string title, Func<Shopper, Task> open)
    {
        await open(shopper);
        await shopper.Messenger.Locator("#apps li").First.WaitForAsync();
        await Assertions.Expect(shopper.Messenger.Locator("#apps")).Not.ToContainTextAsync(title);
    }
}
