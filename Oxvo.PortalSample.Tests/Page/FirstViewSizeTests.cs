using AngleSharp.Html.Parser;
using Oxvo.PortalSample.Tests.Portal;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>What the first view costs in each language, as the portal sends it.</summary>
public sealed class FirstViewSizeTests(PortalApp portal) : IClassFixture<PortalApp>
{
    public static TheoryData<string> Languages =>
        [.. Directory.GetFiles(Checkout.File("wwwroot/portal/words")).Order().Select(file => Path.GetFileName(file)!)];

    [Theory]
    [MemberData(nameof(Languages))]
    public async Task The_first_view_is_within_its_budget_in_every_language(string words)
    {
        using var client = portal.CreateDefaultClient(new Uri("https://localhost"));
        client.DefaultRequestHeaders.Add("Accept-Encoding", "br");
        var page = new HtmlParser().ParseDocument(await File.ReadAllTextAsync(
            Checkout.File("wwwroot/portal/index.html"), TestContext.Current.CancellationToken));
        var linked = page.QuerySelectorAll("link:not([rel=icon]), script")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!);
        string[] files = ["", .. linked, "summary.js", $"words/{words}"];

        var sizes = await Task.WhenAll(files.Select(async file => (await client.GetByteArrayAsync($"/{file}")).Length));

        Assert.InRange(files.Length, 1, 9);
        Assert.InRange(sizes.Sum(), 1, 18_432);
    }
}
