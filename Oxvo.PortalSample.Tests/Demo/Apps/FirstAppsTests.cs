using System.Text.RegularExpressions;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo.Apps;

/// <summary>The file that the library begins with.</summary>
public sealed partial class FirstAppsTests : IDisposable
{
    const string App =
        """{"key":"a","template":"page","title":"T","line":"L","values":{"address":"https://a.example/"}}""";
    const string Widget = """{"key":"w","title":"W","apps":["a"]}""";

    static readonly AppMaker Maker = new(
        AppTemplates.Read(Checkout.File("seed-data/app-templates")),
        () => new("http://localhost:1", "http://127.0.0.1:2", "http://localhost:3"));

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
    [InlineData("""{"apps":[APP],"widgets":[{"key":"w","title":"W","apps":["b"]}]}""",
        "'b', which is not the key of an app")]
    [InlineData("""{"apps":[APP],"widgets":[{"key":"W","title":"W","apps":[]}]}""", "widget key 'W'")]
    [InlineData("""{"apps":[APP],"widgets":[{"key":"w","title":"","apps":[]}]}""", "title")]
    [InlineData("""{"apps":[{"key":"A b","template":"page","title":"T","line":"","values":URL}],"widgets":[WIDGET2]}""",
        "key 'A b'")]
    [InlineData("""{"apps":[{"key":"a","template":"page","title":"","line":"","values":URL}],"widgets":[WIDGET]}""",
        "'a', title")]
    [InlineData("""{"apps":[{"key":"a","template":"none","title":"T","line":"","values":{}}],"widgets":[WIDGET]}""",
        "'a', template")]
    [InlineData("""{"apps":[{"key":"a","template":"page","title":"T","line":"","values":SCRIPT}],"widgets":[WIDGET]}""",
        "'a', address")]
    [InlineData("""{"apps":[{"key":"a"}],"widgets":[WIDGET]}""", "title")]
    public void A_slip_is_named_with_the_file(string text, string expected)
    {
        var file = Path.Combine(folder.FullName, "apps.json");
        File.WriteAllText(file, text.Replace("APP", App).Replace("WIDGET2", """{"key":"w","title":"W","apps":[]}""")
            .Replace("WIDGET", Widget).Replace("URL", """{"address":"https://a.example/"}""")
            .Replace("SCRIPT", """{"address":"javascript:alert(1)"}"""));

        var faults = Faults(file);

        Assert.All(faults, fault => Assert.StartsWith(file, fault));
        Assert.Contains(expected, Assert.Single(faults.Distinct()));
    }

    [Fact]
    public void The_projects_own_file_has_none_and_fills_both_widgets()
    {
        var first = FirstApps.Read(Checkout.File("seed-data/apps.json"));

        Assert.Empty(Faults(Checkout.File("seed-data/apps.json")));
        Assert.All(first.Widgets, widget => Assert.NotEmpty(widget.Apps));
        Assert.Equal(["Acme Store", "Acme Help"], first.Widgets.Select(widget => widget.Title));
    }

    static IEnumerable<string> Faults(string file)
    {
        try
        {
            return [.. Faults(FirstApps.Read(file)).Select(fault => $"{file}: {fault}")];
        }
        catch (DemoDataException fault)
        {
            return [fault.Message];
        }
    }

    static IEnumerable<string> Faults(FirstApps first)
    {
        foreach (var app in first.Apps)
        {
            if (!Key().IsMatch(app.Key))
                yield return $"key '{app.Key}' must be lower-case letters, digits and '-', 32 at most.";
            if (first.Apps.Count(other => other.Key == app.Key) > 1)
                yield return $"key '{app.Key}' stands twice. Give each app its own.";
            foreach (var (field, fault) in Maker.Make(app).Errors) yield return $"app '{app.Key}', {field}: {fault}";
        }
        if (first.Widgets.Count == 0) yield return "there is no widget. List at least one under \"widgets\".";
        foreach (var widget in first.Widgets)
        {
            if (!Key().IsMatch(widget.Key))
                yield return $"widget key '{widget.Key}' must be lower-case letters, digits and '-', 32 at most.";
            if (first.Widgets.Count(other => other.Key == widget.Key) > 1)
                yield return $"widget '{widget.Key}' stands twice. Give each its own key.";
            if (widget.Title.Length is 0 or > 40)
                yield return $"widget '{widget.Key}': title must have 1 to 40 characters.";
            foreach (var app in widget.Apps.Where(app => first.Apps.All(other => other.Key != app)))
                yield return $"widget '{widget.Key}' shows '{app}', which is not the key of an app.";
        }
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{0,31}\z")]
    private static partial Regex Key();
}
