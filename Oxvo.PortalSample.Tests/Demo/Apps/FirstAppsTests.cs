using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>The file that the library begins with.</summary>
public sealed class FirstAppsTests : IDisposable
{
    const string App = """{"key":"a","template":"page","title":"T","line":"L","values":{"address":"https://a.example/"}}""";
    const string Widget = """{"key":"w","title":"W","apps":["a"]}""";

    static readonly AppMaker Maker = new(
        AppTemplates.Read(Checkout.File("seed-data/app-templates")), () => new("http://localhost:1", "http://127.0.0.1:2", "http://localhost:3"));

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("apps-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("", "cannot be read")]
    [InlineData("[]", "cannot be read")]
    [InlineData("null", "cannot be read")]
    [InlineData("""{"apps":[],"widgets":[]}""", "List at least one")]
    [InlineData("""{"apps":[APP],"widgets":[WIDGET],"cards":[]}""", "cards")]
    [InlineData("""{"apps":[APP,APP],"widgets":[WIDGET]}""", "key 'a' stands twice")]
    [InlineData("""{"apps":[APP],"widgets":[WIDGET,WIDGET]}""", "widget 'w' stands twice")]
    [InlineData("""{"apps":[APP],"widgets":[{"key":"w","title":"W","apps":["b"]}]}""", "'b', which is not the key of an app")]
    [InlineData("""{"apps":[APP],"widgets":[{"key":"W","title":"W","apps":[]}]}""", "widget key 'W'")]
    [InlineData("""{"apps":[APP],"widgets":[{"key":"w","title":"","apps":[]}]}""", "title")]
    [InlineData("""{"apps":[{"key":"A b","template":"page","title":"T","line":"","values":{"address":"https://a.example/"}}],"widgets":[WIDGET2]}""", "key 'A b'")]
    [InlineData("""{"apps":[{"key":"a","template":"page","title":"","line":"","values":{"address":"https://a.example/"}}],"widgets":[WIDGET]}""", "'a', title")]
    [InlineData("""{"apps":[{"key":"a","template":"none","title":"T","line":"","values":{}}],"widgets":[WIDGET]}""", "'a', template")]
    [InlineData("""{"apps":[{"key":"a","template":"page","title":"T","line":"","values":{"address":"javascript:alert(1)"}}],"widgets":[WIDGET]}""", "'a', address")]
    [InlineData("""{"apps":[{"key":"a"}],"widgets":[WIDGET]}""", "title")]
    public void A_slip_is_named_with_the_file(string text, string expected)
    {
        var file = Path.Combine(folder.FullName, "apps.json");
        File.WriteAllText(file, text.Replace("APP", App).Replace("WIDGET2", """{"key":"w","title":"W","apps":[]}""").Replace("WIDGET", Widget));

        var faults = FirstApps.Read(file, Maker).Faults;

        Assert.All(faults, fault => Assert.StartsWith(file, fault));
        Assert.Contains(expected, Assert.Single(faults.Distinct()));
    }

    [Fact]
    public void The_projects_own_file_has_none_and_fills_both_widgets()
    {
        var first = FirstApps.Read(Checkout.File("seed-data/apps.json"), Maker);

        Assert.Empty(first.Faults);
        Assert.All(first.Widgets, widget => Assert.NotEmpty(widget.Apps));
        Assert.Equal(["Acme Store", "Acme Help"], first.Widgets.Select(widget => widget.Title));
    }
}
