using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

public sealed class BrowsersTests
{
    [Theory]
    [InlineData("no/such/browser")]
    [InlineData("Oxvo.PortalSample.Tests.dll")]
    public async Task A_chosen_browser_that_does_not_start_fails_with_the_way_out(string chosen)
    {
        using var playwright = await Playwright.CreateAsync();

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(
            () => Browsers.StartAsync(playwright, Path.Combine(AppContext.BaseDirectory, chosen), Assert.Fail));

        Assert.StartsWith("PORTAL_BROWSER names", fault.Message, StringComparison.Ordinal);
        Assert.Contains("unset it", fault.Message, StringComparison.Ordinal);
    }
}
