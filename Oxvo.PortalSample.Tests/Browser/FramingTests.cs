using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;
using static Oxvo.PortalSample.Tests.Browser.OtherWebsites;

namespace Oxvo.PortalSample.Tests.Browser;

[Collection(AmongOthers.Name)]
public sealed class FramingTests(PortalAmongOthers web)
{
    [Fact]
    public async Task The_portal_loads_in_a_listed_messenger_on_a_listed_website()
    {
        await using var visitor = await web.VisitNestedAsync();

        Assert.Equal("Your account", await web.Portal(visitor).TitleAsync());
    }

    [Fact]
    public async Task The_portal_does_not_load_in_a_strangers_page() =>
        await AssertNotLoaded(Framing(web.Others.Stranger, web.Sample.Portal));

    [Fact]
    public async Task The_portal_does_not_load_in_the_messenger_on_a_strangers_page() =>
        await AssertNotLoaded(Framing(web.Others.Stranger, Framing(web.Others.Messenger, web.Sample.Portal)));

    [Fact]
    public async Task The_portal_does_not_load_in_a_stranger_on_the_website() =>
        await AssertNotLoaded(Framing(web.Others.Site, Framing(web.Others.Stranger, web.Sample.Portal)));

    [Fact]
    public async Task The_portal_does_not_load_between_two_strangers_on_the_website_and_messenger() =>
        await AssertNotLoaded(Framing(web.Others.Site, Framing(web.Others.Messenger, Framing(web.Others.Stranger, web.Sample.Portal))));

    /// <summary>frame-ancestors has no word for "both"; the page itself sees to it that nothing comes of it.</summary>
    [Fact]
    public async Task In_the_website_alone_or_the_messenger_alone_the_portal_asks_for_nothing_and_shows_nobody()
    {
        foreach (var alone in new[] { web.Others.Site, web.Others.Messenger })
        {
            await using var visitor = await Visitor.AtAsync(Framing(alone, web.Sample.Portal));

            await visitor.Page.EvaluateAsync(
                "frames[0].postMessage({ source: 'oxvo-app', type: 'oxvo.current_user', payload: { id: 7, identifier: 'mira' } }, '*')");

            await web.Portal(visitor).WaitForSelectorAsync("main[data-state=standalone], main[data-state=unverified]");
            Assert.Empty(visitor.RequestsTo(web.Sample.Portal + "/api/"));
            Assert.Equal(0, await visitor.Page.EvaluateAsync<int>("heard.length"));
        }
    }

    static bool IsRefused(IFrame frame) => frame.Url.StartsWith("chrome-error:", StringComparison.Ordinal);

    async Task AssertNotLoaded(string address)
    {
        await using var visitor = await Visitor.AtAsync(address);

        // The browser's own page in place of the refused one may come after the load event.
        await Eventually.HoldsAsync(() => visitor.Page.Frames.Any(IsRefused), "No frame was refused.");
        Assert.DoesNotContain(visitor.Page.Frames, frame => frame.Url.StartsWith(web.Sample.Portal, StringComparison.Ordinal));
        Assert.DoesNotContain(visitor.RequestsTo(web.Sample.Portal), request => request.ResourceType != "document");
    }
}
