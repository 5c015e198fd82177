using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// Every state and view in each size that the portal's frame has in the messenger, light and dark, with the browser's
/// text as it is and twice as large. The screens come from the messenger, or from the page's modules, and are looked at
/// in one tab of the frame's size.
/// </summary>
[Collection(Running.Name)]
public sealed class ReadabilityTests(WholeSample whole, ReadabilityTests.Shown shown) : IClassFixture<ReadabilityTests.Shown>
{
    static readonly string[] Awkward = ["maximiliane", "layla", "yuki", "joaquin"];

    public sealed class Shown(WholeSample whole) : IAsyncLifetime
    {
        internal PortalTab Tab { get; private set; } = null!;
        internal IReadOnlyList<Screen> Screens { get; private set; } = [];

        public async ValueTask InitializeAsync()
        {
            Tab = await PortalTab.OpenAsync(whole.Sample, takesMarkup: true);
            List<Screen> screens = [.. await Browser.Screens.VisitAllAsync(whole)];
            foreach (var identifier in Awkward)
                screens.AddRange(await Tab.DrawAllAsync(identifier, await whole.AnswerFor(identifier)));
            Screens = screens;
        }

        public ValueTask DisposeAsync() => Tab?.DisposeAsync() ?? default;
    }

    public static TheoryData<int, int, int, ColorScheme> Variants => [.. FrameSize.Variants];

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Everything_can_be_read(int width, int height, int text, ColorScheme theme)
    {
        var isFirstSize = FrameSize.Variants[0] == (width, height, text, ColorScheme.Light);
        var rules = theme == ColorScheme.Light ? (isFirstSize ? null : Axe.OfSizes) : (isFirstSize ? Axe.OfColours : []);
        await shown.Tab.SetAsync(width, height, text, theme);

        var faults = await shown.Tab.FaultsAsync(shown.Screens, rules);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task In_the_messenger_a_screen_looks_as_it_does_in_a_tab_of_its_own()
    {
        await using var shopper = await whole.ArriveAsync();
        await shopper.Visitor.Context.AddInitScriptAsync(FrameSize.KeepAge);
        await shopper.SignInAs("layla");
        await shopper.OpenMessenger();
        await shopper.OpenApp("Account status");
        await shopper.Sees("account");
        var messenger = await FrameSize.OfAsync(shopper);
        var screen = await Screen.KeepAsync("nested", shopper.Main);
        await shown.Tab.ShowAsync(screen);

        foreach (var (width, height, text, theme) in FrameSize.Variants)
        {
            var (actualWidth, actualHeight) = await messenger.SetAsync(width, height, text, theme);
            await shown.Tab.SetAsync(actualWidth, actualHeight, text, theme);

            Assert.Equal(await Layout.LooksAsync(shopper.PortalFrame), await Layout.LooksAsync(shown.Tab.Frame));
        }
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
}
