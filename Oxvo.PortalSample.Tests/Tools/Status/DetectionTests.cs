using System.Text;
using Oxvo.PortalSample.Tools.Status;
using static Oxvo.PortalSample.Tests.Tools.Status.Feeds;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>Whose document it is, and which documents are none.</summary>
public sealed class DetectionTests
{
    [Fact]
    public void The_provider_is_known_by_the_content()
    {
        Assert.Equal(FeedProvider.Statuspage, Read(Statuspage()).Provider);
        Assert.Equal(FeedProvider.Instatus, Read(Instatus()).Provider);
        Assert.Equal(FeedProvider.BetterStack, Read(BetterStack()).Provider);
    }

    [Theory]
    [InlineData(FeedProvider.Statuspage)]
    [InlineData(FeedProvider.BetterStack)]
    public void A_feed_of_another_provider_than_the_named_one_is_refused(FeedProvider named) =>
        Assert.Contains(FeedReader.Name(named),
            Assert.Throws<FeedException>(() => Read(Instatus(), provider: named)).Message);

    [Fact]
    public void Components_go_with_instatus_alone() =>
        Assert.Throws<FeedException>(() => Read(Statuspage(), """{"components":[]}"""));

    [Fact]
    public void Or_with_the_page_that_they_name_on_incident_io()
    {
        const string second = """{"page":{"id":"01J"},"components":[{"name":"API","status":"operational"}]}""";

        Assert.Equal(["API"], Leaves(Read(Statuspage(), second).Components));
        Assert.Throws<FeedException>(() => Read(Instatus(), second));
        Assert.Throws<FeedException>(() => Read(BetterStack(), second));
    }

    [Fact]
    public void The_limit_ends_the_reading() =>
        Assert.Throws<OperationCanceledException>(() => FeedReader.Read(
            Encoding.UTF8.GetBytes(Statuspage(components: "[7]")), default, null, Now, new(canceled: true)));

    [Theory]
    [InlineData("")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("7")]
    [InlineData("<html><head><title>504 Gateway Time-out</title></head></html>")]
    [InlineData("""{"page":{"name":"Acme"}}""")]
    [InlineData("""{"page":{"status":7}}""")]
    [InlineData("""{"data":{"type":"user"}}""")]
    [InlineData("""{"page":{},"status":"UP"}""")]
    [InlineData("""{"page":{"status":"UP","status":"HASISSUES"}}""")]
    [InlineData("""{"page":{"status":"UP"}} trailing""")]
    [InlineData("""{"page":{"status":"UP"}""")]
    [InlineData("\uFEFF{\"page\":{\"status\":\"UP\"}}")]
    public void What_is_no_feed_is_refused_in_one_line(string document) =>
        Assert.DoesNotContain('\n', Assert.Throws<FeedException>(() => Read(document)).Message);

    [Fact]
    public void Ten_thousand_levels_and_other_encodings_are_refused()
    {
        var deep = $$"""{"page":{"status":"UP"},"x":{{new string('[', 10_000)}}{{new string(']', 10_000)}} }""";

        Assert.Throws<FeedException>(() => Read(deep));
        Assert.Throws<FeedException>(() => FeedReader.Read(Encoding.Unicode.GetBytes(Instatus()), default, null, Now));
    }
}
