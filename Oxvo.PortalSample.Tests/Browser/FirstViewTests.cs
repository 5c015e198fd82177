namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// What the first view in the messenger costs, as Chromium counts it: bodies as they come over the network.
/// </summary>
[Collection(AmongOthers.Name)]
public sealed class FirstViewTests(PortalAmongOthers web)
{
    static readonly string[] Types = ["document", "stylesheet", "script"];

    /// <summary>The account's own view is the largest of the four.</summary>
    [Fact]
    public async Task The_first_view_is_within_its_budget()
    {
        await using var visitor = await web.VisitNestedAsync();
        await web.Portal(visitor).WaitForFunctionAsync(
            "() => performance.getEntriesByType('resource').some(({ name }) => name.endsWith('/summary.js'))");

        var files = visitor.RequestsTo(web.Sample.Portal).ToArray();
        var sizes = await Task.WhenAll(files.Select(file => file.SizesAsync()));

        Assert.InRange(sizes.Sum(size => size.ResponseBodySize), 1, 18_432);
        Assert.InRange(files.Length, 1, 9);
        Assert.Single(files, file => file.ResourceType == "stylesheet");
        Assert.All(files, file => Assert.Contains(file.ResourceType, Types));
    }
}
