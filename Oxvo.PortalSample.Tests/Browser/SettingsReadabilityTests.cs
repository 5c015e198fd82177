using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// Every screen of the settings on a wide screen, a tablet and a phone, light and dark, with small and large text.
/// </summary>
[Collection(SettingUp.Name)]
public sealed class SettingsReadabilityTests(WholeSample whole)
{
    static readonly (int Width, int Height)[] Sizes = [(1280, 800), (768, 1024), (360, 740)];

    const string FindSmallTargets = """
        () => [...document.querySelectorAll('a, button, input, summary')].filter((one) => one.checkVisibility())
          .map((one) => [one, (one.closest('label') ?? one).getBoundingClientRect()])
          .filter(([one, box]) => box.width < 24 || box.height < (one.matches('.button:not(.small), .switch, .segment, .field > input') ? 44 : 24))
          .map(([one, box]) => `"${one.ariaLabel ?? one.textContent}" is ${Math.round(box.width)}×${Math.round(box.height)}`)
        """;

    [Fact]
    public async Task Every_screen_can_be_read_and_is_clean_to_axe()
    {
        await using var administrator = await Administrator.ArriveAsync(whole);
        List<Still> screens = [];
        foreach (var screen in SettingsScreens.All.Keys) screens.Add(await TakeAsync(administrator, screen));
        await using var stills = await StillPage.OpenAsync(whole.Sample.Messenger + "/settings");

        var faults = await stills.FaultsAsync(screens, Sizes, FindSmallTargets, axeAtEverySize: true);

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task A_still_shows_what_the_page_shows()
    {
        await whole.LibraryAsync();
        await using var administrator = await Administrator.ArriveAsync(whole, options: new() { ColorScheme = ColorScheme.Dark });
        await administrator.Page.SetViewportSizeAsync(360, 740);
        await StillPage.SetTextAsync(await administrator.Visitor.Context.NewCDPSessionAsync(administrator.Page), 32);
        var still = await Still.TakeAsync("", () => administrator.Page.MainFrame, () => SettingsScreens.All["form, not saved"](administrator));
        await administrator.Page.EvaluateAsync("scrollTo(0, 0)");
        await using var stills = await StillPage.OpenAsync(whole.Sample.Messenger + "/settings");
        await stills.SetAsync(360, 740, ColorScheme.Dark, 32);

        await stills.ShowAsync(still);

        Assert.Equal(await StillPage.TextOnScreenAsync(administrator.Page.MainFrame), await StillPage.TextOnScreenAsync(stills.Frame));
    }

    [Fact]
    public async Task Titles_of_others_are_text_and_change_no_direction()
    {
        await whole.LibraryAsync("<img src=x onerror=alert(1)>", "\u202eevil", "-حالة الطلب");
        await using var administrator = await Administrator.ArriveAsync(whole);

        await administrator.AssertSeesOn("<img src=x onerror=alert(1)>", "\u202eevil");

        await Assertions.Expect(administrator.Page.Locator(".app h3 > bdi")).ToHaveCountAsync(3);
        await Assertions.Expect(administrator.Page.Locator("#view img")).ToHaveCountAsync(0);
        Assert.Empty(administrator.Visitor.Complaints);
    }

    async Task<Still> TakeAsync(Administrator administrator, string screen)
    {
        await whole.LibraryAsync("Account status", "Track my order", "-Saved and off");
        await administrator.Page.UnrouteAllAsync();
        await administrator.LoadAsync();
        return await Still.TakeAsync(screen, () => administrator.Page.MainFrame, () => SettingsScreens.All[screen](administrator));
    }
}
