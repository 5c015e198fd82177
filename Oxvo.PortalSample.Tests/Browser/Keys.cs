using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>A keyboard and no mouse.</summary>
static class Keys
{
    // A radio button or a switch may hide behind its label, which then shows where the focus is.
    const string ShowsFocus = """
        (e) => [e, e.closest('label')].some((shown) => shown && getComputedStyle(shown).outlineStyle !== 'none' && parseFloat(getComputedStyle(shown).outlineWidth) >= 2)
        """;

    /// <summary>Goes on until the focus is there, in whichever frame that is, and sees that it can be seen.</summary>
    public static async Task TabToAsync(this IPage page, ILocator target, string way = "Tab")
    {
        await target.WaitForAsync();
        for (var stops = 0; stops < 80 && !await target.EvaluateAsync<bool>("(e) => e.matches(':focus')"); stops++)
            await page.Keyboard.PressAsync(way);
        await Assertions.Expect(target).ToBeFocusedAsync();
        Assert.True(await target.EvaluateAsync<bool>(ShowsFocus), $"The focus cannot be seen at {target}.");
    }

    public static async Task PressAsync(this IPage page, ILocator target, string key = "Enter", string way = "Tab")
    {
        await page.TabToAsync(target, way);
        await page.Keyboard.PressAsync(key);
    }

    public static async Task TypeAsync(this IPage page, ILocator target, string text)
    {
        await page.TabToAsync(target);
        await page.Keyboard.TypeAsync(text);
    }
}
