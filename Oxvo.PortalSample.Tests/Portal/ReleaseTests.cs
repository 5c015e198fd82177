using System.Net;
using AngleSharp;
using Oxvo.PortalSample.Tests.Repository;
using static System.StringComparison;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>A page and its modules are of one release.</summary>
public sealed class ReleaseTests : IDisposable
{
    readonly DirectoryInfo web = Directory.CreateTempSubdirectory("portal-release-");

    public ReleaseTests()
    {
        web.CreateSubdirectory("words/ask");
        var portal = Checkout.File("wwwroot/portal");
        foreach (var file in Directory.EnumerateFiles(portal, "*", SearchOption.AllDirectories))
            File.Copy(file, Path.Combine(web.FullName, Path.GetRelativePath(portal, file)));
    }

    public void Dispose() => web.Delete(recursive: true);

    [Fact]
    public async Task Every_file_of_the_page_is_kept_for_good_under_the_name_of_its_release()
    {
        using var portal = Start();
        using var client = portal.CreateClient();

        var files = await ReadLinksAsync(client);
        var answers = await Task.WhenAll(files.Select(file => client.GetAsync(file)));

        Assert.Equal(7, files.Count);
        Assert.Single(files.Select(file => file.Split('/')[0]).Distinct());
        foreach (var answer in answers)
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("public, max-age=31536000, immutable", answer.Headers.GetValues("Cache-Control").Single());
        }
    }

    [Theory]
    [InlineData("5", true)]
    [InlineData("6", false)]
    public async Task Other_settings_are_another_release_and_another_page(string days, bool isSame)
    {
        using var one = Start();
        using var other = PortalApp.With(("webroot", web.FullName), ("Portal:SilentDays", days));
        var (before, after) = (one.CreateClient(), other.CreateClient());

        var settings = (await ReadLinksAsync(before)).Single(file => file.EndsWith("portal-config.js", Ordinal));

        Assert.Equal(isSame, (await ReadLinksAsync(after)).Contains(settings));
        foreach (var file in new[] { "/", "/portal-config.js" })
            Assert.Equal(isSame, (await before.GetAsync(file)).Headers.ETag!.Equals((await after.GetAsync(file)).Headers.ETag));
        // A page that meets other settings is loaded again, as with any module.
        var late = await after.GetStringAsync(settings);
        Assert.Equal(!isSame, late.Contains("location.reload()"));
        Assert.Contains("export const siteOrigins = ", late);
    }

    [Theory]
    [InlineData("main.js", "// another", 5)]
    [InlineData("billing.js", "// restored, with its old time", -5)]
    [InlineData("words/en.js", "// another", 5)]
    [InlineData("loyalty.js", "export const title = 'Loyalty';", 5)]
    public async Task A_page_of_the_release_before_is_loaded_again_instead_of_meeting_another_module(
        string file, string text, int seconds)
    {
        using var portal = Start();
        using var client = portal.CreateClient();
        var before = await ReadLinksAsync(client);
        var (page, beside) = (await client.GetAsync("/"), Beside(before[^1]));
        var old = await Task.WhenAll(beside.Select(one => client.GetStringAsync(one)));

        await File.AppendAllTextAsync(Path.Combine(web.FullName, file), text);
        File.SetLastWriteTimeUtc(Path.Combine(web.FullName, file), DateTime.UtcNow.AddSeconds(seconds));
        var after = await ReadLinksAsync(client);
        var late = await Task.WhenAll(beside.Select(one => client.GetAsync(one)));

        Assert.NotEqual(before, after);
        Assert.NotEqual(page.Headers.ETag, (await client.GetAsync("/")).Headers.ETag);
        Assert.All(old, module => Assert.Contains("export default", module));
        foreach (var answer in late)
        {
            Assert.True(answer.Headers.CacheControl!.NoStore);
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType!.MediaType);
            Assert.Contains("location.reload()", await answer.Content.ReadAsStringAsync());
        }
        Assert.Contains("export default", await client.GetStringAsync(Beside(after[^1])[1]));
    }

    [Fact]
    public async Task The_same_files_are_the_same_release_at_another_start_and_on_another_machine()
    {
        using var one = Start();
        var before = await ReadLinksAsync(one.CreateClient());
        foreach (var file in web.EnumerateFiles("*", SearchOption.AllDirectories)) file.LastWriteTimeUtc = DateTime.UtcNow.AddDays(-1);

        using var other = Start();

        Assert.Equal(before, await ReadLinksAsync(other.CreateClient()));
    }

    [Theory]
    [InlineData("/release-000000000000/portal.css")]
    [InlineData("/release-000000000000/")]
    [InlineData("/release-/..%2fappsettings.json")]
    public async Task What_no_release_has_is_not_found(string address)
    {
        using var portal = Start();

        var answer = await portal.CreateClient().GetAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    PortalApp Start() => PortalApp.With(("webroot", web.FullName));

    /// <summary>What the page imports later: a view, and words.</summary>
    static string[] Beside(string main) =>
        [main.Replace("main.js", "orders.js", Ordinal), main.Replace("main.js", "words/en.js", Ordinal)];

    /// <returns>The page's stylesheet and modules as it names them, its script last.</returns>
    static async Task<IReadOnlyList<string>> ReadLinksAsync(HttpClient client)
    {
        var html = await client.GetStringAsync("/");
        var page = await BrowsingContext.New().OpenAsync(answer => answer.Content(html));
        return [.. page.QuerySelectorAll("link[href], script[src]")
            .Select(element => element.GetAttribute("href") ?? element.GetAttribute("src")!)];
    }
}
