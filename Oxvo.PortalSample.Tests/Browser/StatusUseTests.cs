using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Oxvo.PortalSample.Tests.Browser.StatusScreens;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>The status screens as they are used: by keys, with hostile text, in another zone.</summary>
[Collection(WatchingStatus.Name)]
public sealed class StatusUseTests(WholeSample whole)
{
    [Fact]
    public async Task From_the_card_to_a_service_and_back_by_keys_alone()
    {
        await using var shopper = await whole.SeesStatusAsync("all-well");
        await Assertions.Expect(shopper.Card()).ToContainTextAsync("All systems operational");
        await TabTo(shopper, shopper.Card());
        await shopper.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shopper.Messenger.Locator("#status-title")).ToBeFocusedAsync();

        var group = shopper.Details().Locator("summary").First;
        await TabTo(shopper, group);
        await shopper.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shopper.Details().Locator("details").First).ToHaveAttributeAsync("open", "");
        await TabTo(shopper, shopper.Details().GetByRole(AriaRole.Link, new() { Name = "Open full status page" }));

        await TabTo(shopper, shopper.Messenger.GetByRole(AriaRole.Button, new() { Name = "Back" }), "Shift+Tab");
        await shopper.Page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(shopper.Card()).ToBeFocusedAsync();
        await shopper.Page.Keyboard.PressAsync("Escape");
        await Assertions.Expect(shopper.Launcher).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_page_that_is_opened_once_more_is_shown_from_its_top()
    {
        await using var shopper = await whole.SeesStatusAsync("long-groups");
        await shopper.OpenDetails();
        await shopper.Details().Locator("details").First.WaitForAsync();
        await shopper.Details().EvaluateAsync("(details) => { details.scrollTop = 400; }");
        await shopper.GoBack();

        await shopper.OpenDetails();

        await shopper.Details().Locator("details").First.WaitForAsync();
        Assert.Equal(0, await shopper.Details().EvaluateAsync<int>("(details) => details.scrollTop"));
    }

    [Theory]
    [InlineData(Statuspage)]
    [InlineData(Instatus)]
    [InlineData(BetterStack)]
    public async Task Foreign_markup_is_text_and_links_are_https_with_their_host(string page)
    {
        await using var shopper = await whole.SeesStatusAsync("markup", page);
        await shopper.OpenDetails();
        await shopper.Details().Locator("article").First.WaitForAsync();

        var inDetails = await shopper.Details().EvaluateAsync<string[]>("""
            (details) => [...details.querySelectorAll('script, img, iframe, style, [onerror], a:not([target=_blank][rel="noopener noreferrer"])'),
              ...[...details.querySelectorAll('a')].filter(({ href }) => !href.startsWith('https://') && !href.startsWith(location.origin + '/'))].map((e) => e.outerHTML)
            """);

        Assert.Empty(inDetails);
        shopper.AssertNothingWentWrong();
    }

    [Fact]
    public async Task The_full_page_opens_in_a_tab_of_its_own_that_cannot_reach_back()
    {
        await using var shopper = await whole.SeesStatusAsync("major");
        await shopper.OpenDetails();

        var full = await shopper.Page.RunAndWaitForPopupAsync(
            () => shopper.Details().GetByRole(AriaRole.Link, new() { Name = "Open full status page" }).ClickAsync());

        await Assertions.Expect(full.Locator("body")).ToContainTextAsync("The provider's full page");
        Assert.True(await full.EvaluateAsync<bool>("window.opener === null"));
    }

    [Fact]
    public async Task Ninety_days_are_a_picture_with_words()
    {
        await using var shopper = await whole.SeesStatusAsync("major", BetterStack);
        await shopper.OpenDetails();

        var days = shopper.Details().GetByRole(AriaRole.Img, new() { NameRegex = new Regex("^90 days: .*% available, trouble on [0-9]+ days?. .*major outage") }).First;

        await Assertions.Expect(days.Locator("rect")).ToHaveCountAsync(90);
    }

    [Fact]
    public async Task Times_are_in_the_visitors_zone_with_the_exact_one_in_their_title()
    {
        await using var shopper = await whole.ArriveAsync(new() { TimezoneId = "Asia/Tokyo", Locale = "en-GB" });
        await shopper.Play("major");
        await shopper.OpenMessenger();
        await shopper.OpenDetails();

        var started = shopper.Details().Locator(".facts time").First;
        var instant = DateTimeOffset.Parse((await started.GetAttributeAsync("datetime"))!, CultureInfo.InvariantCulture).ToOffset(TimeSpan.FromHours(9));

        await Assertions.Expect(started).ToContainTextAsync(instant.ToString("HH:mm", CultureInfo.InvariantCulture));
        await Assertions.Expect(started).ToHaveAttributeAsync("title", new Regex($"{instant.Day} .* {instant.Year} .*{instant:HH:mm:ss} GMT\\+9"));
    }

    static async Task TabTo(Shopper shopper, ILocator target, string way = "Tab")
    {
        for (var stops = 0; stops < 60 && !await target.EvaluateAsync<bool>("(e) => e === document.activeElement && document.hasFocus()"); stops++)
            await shopper.Page.Keyboard.PressAsync(way);
        await Assertions.Expect(target).ToBeFocusedAsync();
    }
}
