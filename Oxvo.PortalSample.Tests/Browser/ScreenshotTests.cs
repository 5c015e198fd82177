using System.Buffers.Binary;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>The pictures of the README, which tells the command that writes them.</summary>
[Collection(Running.Name)]
public sealed class ScreenshotTests(WholeSample whole)
{
    const string Setting = "PORTAL_SCREENSHOTS";

    [Fact, Trait("Category", "Exhaustive")]
    public async Task The_pictures_of_the_readme_can_be_made()
    {
        var folder = Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } chosen
            ? Directory.CreateDirectory(chosen) : Directory.CreateTempSubdirectory("portal-pictures-");
        await using var shopper = await whole.ArriveAsync(new() { ViewportSize = new() { Width = 1280, Height = 802 }, ReducedMotion = ReducedMotion.Reduce });
        async Task Dark()
        {
            await shopper.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            await AssertTakesPanel("account-dark");
            await shopper.Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }

        async Task AssertTakes(IPage page, string name) => AssertIsPicture(name, await page.ScreenshotAsync(new() { Path = PathOf(name) }), 1280, 802);

        async Task AssertTakesPanel(string name) =>
            AssertIsPicture(name, await shopper.Page.Locator("#panel").ScreenshotAsync(new() { Path = PathOf(name) }), 400, 638);

        string PathOf(string name) => Path.Combine(folder.FullName, name + ".png");

        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await shopper.Messenger.Locator("#apps button").First.WaitForAsync();
        await Assertions.Expect(shopper.Card()).ToContainTextAsync("All systems operational");
        await AssertTakes(shopper.Page, "messenger");

        foreach (var (app, name) in new[] { ("Account status", "account"), ("Track my order", "orders"), ("Billing", "billing"), ("Getting started", "onboarding") })
        {
            await shopper.OpenApp(app);
            await shopper.Sees("account", name);
            await AssertTakesPanel(name);
            if (name == "account") await Dark();
            await shopper.GoBack();
        }
        await shopper.Page.GetByRole(AriaRole.Button, new() { Name = "Messages" }).ClickAsync();
        await shopper.OpenApp("Account status");
        await shopper.Sees("account");
        await AssertTakes(shopper.Page, "messages");

        await shopper.Page.GotoAsync(whole.Sample.Messenger + "/settings");
        await shopper.Page.GetByRole(AriaRole.Switch).First.WaitForAsync();
        await AssertTakes(shopper.Page, "settings");
        await shopper.Page.GotoAsync(whole.Sample.Messenger + "/settings#new-portal");
        await shopper.Page.ReloadAsync();
        await shopper.Page.GetByLabel("Orders").CheckAsync();
        await shopper.Page.GetByLabel("Title").FillAsync("Track my order");
        await Assertions.Expect(shopper.Page.FrameLocator("iframe").Locator("main")).ToHaveAttributeAsync("data-state", "standalone");
        await AssertTakes(shopper.Page, "settings-form");
    }

    static void AssertIsPicture(string name, byte[] picture, int width, int height)
    {
        var (wide, high) = (BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(16)), BinaryPrimitives.ReadInt32BigEndian(picture.AsSpan(20)));
        Assert.True(picture.Length > 5_000, $"{name} is almost empty.");
        Assert.InRange(wide, width - 1, width + 1);
        Assert.InRange(high, height - 1, height + 1);
    }
}
