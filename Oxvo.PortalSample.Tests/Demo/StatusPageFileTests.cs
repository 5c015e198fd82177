using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Demo.Messenger;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>The file of the messenger's status pages.</summary>
public sealed class StatusPageFileTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("pages-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void The_projects_own_file_has_no_fault()
    {
        var pages = StatusWidgets.Read(Checkout.File("seed-data/status/pages.json")).Pages;

        Assert.All(pages, page => Assert.Matches(@"\A[a-z][a-z0-9-]{0,31}\z", page.Key));
        Assert.Equal(pages.Count, pages.Select(page => page.Key).Distinct().Count());
        Assert.All(pages, page => Assert.InRange(page.Title.Length, 1, 40));
        Assert.All(pages, page => Assert.True(page.IsMock || page.Address.StartsWith("https://")));
    }

    [Theory]
    [InlineData("{", "it cannot be read as the messenger's status pages, at $")]
    [InlineData("{}", "missing required properties")]
    [InlineData("""{"pages":[{"key":"a","title":"A","address":"https://a.example","provider":"none"}]}""",
        "at $.pages[0].provider")]
    [InlineData("""{"pages":[{"key":"a","title":"A","adress":"https://a.example"}]}""", "adress")]
    public void One_that_cannot_be_read_is_named(string text, string words)
    {
        var file = Path.Combine(folder.FullName, "pages.json");
        File.WriteAllText(file, text);

        var fault = Assert.Throws<DemoDataException>(() => StatusWidgets.Read(file));

        Assert.StartsWith(file + ": ", fault.Message);
        Assert.Contains(words, fault.Message);
    }
}
