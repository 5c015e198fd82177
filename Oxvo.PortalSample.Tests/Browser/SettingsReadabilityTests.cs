using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>Every screen of the settings on a wide screen, a tablet and a phone, light and dark, with small and large text.</summary>
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

    public static TheoryData<string> Names => [.. SettingsScreens.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Everything_can_be_read_and_is_clean_to_axe(string screen)
    {
        await whole.LibraryAsync("Account status", "Track my order", "-Saved and off");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await SettingsScreens.All[screen](administrator);
        var page = administrator.Page;
        var text = await administrator.Visitor.Context.NewCDPSessionAsync(page);
        await Axe.LoadAsync(page.MainFrame);
        List<string> faults = [.. await Axe.FaultsAsync(page.MainFrame)];

        foreach (var (width, height) in Sizes)
        {
            await page.SetViewportSizeAsync(width, height);
            foreach (var theme in new[] { ColorScheme.Light, ColorScheme.Dark })
            {
                await page.EmulateMediaAsync(new() { ColorScheme = theme });
                faults.AddRange((await Axe.FaultsAsync(page.MainFrame, Axe.OfLooks)).Select(fault => $"{width}, {theme}: {fault}"));
            }
            foreach (var size in new[] { 16, 32 })
            {
                await text.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = size, @fixed = size } });
                var found = (await Layout.FaultsAsync(page.MainFrame)).Concat(await page.EvaluateAsync<string[]>(FindSmallTargets));
                faults.AddRange(found.Select(fault => $"{width}, text {size} px: {fault}"));
            }
            await text.SendAsync("Page.setFontSizes", new() { ["fontSizes"] = new { standard = 16, @fixed = 16 } });
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task Titles_of_others_are_text_and_change_no_direction()
    {
        await whole.LibraryAsync("<img src=x onerror=alert(1)>", "\u202eevil", "-حالة الطلب");
        await using var administrator = await Administrator.ArriveAsync(whole);

        await administrator.SeesOn("<img src=x onerror=alert(1)>", "\u202eevil");

        await Assertions.Expect(administrator.Page.Locator("#view img")).ToHaveCountAsync(0);
        Assert.Equal(3, await administrator.Page.Locator(".app h3 > bdi").CountAsync());
        Assert.Empty(administrator.Visitor.Complaints);
    }
}
