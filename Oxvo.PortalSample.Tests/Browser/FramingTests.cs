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

    async Task AssertNotLoaded(string address)
    {
        await using var visitor = await web.VisitAsync(address);

        Assert.Contains(visitor.Page.Frames, frame => frame.Url.StartsWith("chrome-error:", StringComparison.Ordinal));
        Assert.DoesNotContain(visitor.Page.Frames, frame => frame.Url.StartsWith(web.Sample.Portal, StringComparison.Ordinal));
        Assert.DoesNotContain(visitor.RequestsTo(web.Sample.Portal), request => request.ResourceType != "document");
    }
}
