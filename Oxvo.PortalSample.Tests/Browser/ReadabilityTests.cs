using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Every state and view in the messenger, in each size of the frame, light and dark, with small and large text.</summary>
[Collection(Running.Name)]
public sealed class ReadabilityTests(WholeSample whole)
{
    public static TheoryData<string> Names => [.. Screens.All.Keys];

    [Theory]
    [InlineData("maximiliane")]
    [InlineData("layla")]
    [InlineData("yuki")]
    [InlineData("joaquin")]
    public async Task Long_right_to_left_and_foreign_text_can_be_read(string identifier)
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.SignInAs(identifier);
        await shopper.OpenMessenger();
        List<string> faults = [];
        foreach (var app in Shopper.Apps)
        {
            await shopper.OpenApp(app);
            await shopper.Sees("account");
            faults.AddRange((await Readability.FaultsAsync(shopper, withAxe: false)).Select(fault => $"{app}, {fault}"));
            await shopper.GoBack();
        }
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Acme_and_the_messenger_are_clean_to_axe_too(ColorScheme theme)
    {
        await using var shopper = await whole.ArriveAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        await shopper.OpenMessenger();
        await shopper.Messenger.Locator("#apps button").First.WaitForAsync();
        Assert.Empty(await Axe.FaultsAsync(shopper.Page));

        await shopper.Messenger.GetByRole(AriaRole.Button, new() { Name = "Send us a message" }).ClickAsync();
        await shopper.Messenger.GetByLabel("Your message").FillAsync("Hello");
        await shopper.Messenger.GetByRole(AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await shopper.Messenger.GetByText("simulated, so nobody").WaitForAsync();
        Assert.Empty(await Axe.FaultsAsync(shopper.Page));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Everything_can_be_read(string screen)
    {
        await using var shopper = await whole.ArriveAsync();
        await Screens.All[screen](shopper);

        var faults = await Readability.FaultsAsync(shopper);
        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }
}
