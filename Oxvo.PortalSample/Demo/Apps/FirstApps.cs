using System.Text.Json.Serialization;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Tools;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>An app of the library, or one that it begins with: a template, and what was filled in.</summary>
/// <param name="Template">The template's key.</param>
/// <param name="Title">1 to 40 characters, on the home screen and over the app.</param>
/// <param name="Line">Up to 80 characters below the title on the home screen.</param>
/// <param name="Values">By the template's fields. A flag is "true" or "false".</param>
/// <param name="Key">
/// How <c>oxvo.open({app})</c> names it: the key of a first app, else <c>app-ID</c>.
/// </param>
/// <param name="Id">The library's number for it.</param>
public sealed record SavedApp(
    string Template, string Title, string Line, IReadOnlyDictionary<string, string> Values, string Key = "",
    [property: JsonIgnore] long Id = 0);

/// <summary>The library as it is at its first start, and the widgets, from <c>seed-data/apps.json</c>.</summary>
public sealed record FirstApps(IReadOnlyList<SavedApp> Apps, IReadOnlyList<Widget> Widgets)
{
    /// <exception cref="DemoDataException">The file cannot be read.</exception>
    public static FirstApps Read(string file) => SeedFile.Read<FirstApps>(file, "the messenger's apps");
}

/// <summary>A widget of the demo: a place where a website includes the messenger.</summary>
/// <param name="Key">What the site gives as <c>data-oxvo-website-token</c>.</param>
/// <param name="Title">For the settings page.</param>
/// <param name="Apps">The keys of the apps that it shows at first, in order.</param>
public sealed record Widget(string Key, string Title, IReadOnlyList<string> Apps);

/// <summary>
/// The app that the person at the keyboard tries: <c>--app ADDRESS [--title TITLE]</c>. It is on top of every widget's
/// home screen for this run, is told <c>oxvo.current_user</c>, and is saved nowhere.
/// </summary>
internal static class NamedApp
{
    public const string Key = "yours";

    public static SavedApp? Find(MockHostOptions options)
    {
        if (options.App is not { } address) return null;
        var line = TypedAddress.Read(address)?.Authority ?? "";
        var values = new Dictionary<string, string> { ["address"] = address, ["current_user"] = "true" };
        return new("page", options.AppTitle ?? "Your app", line, values, Key);
    }
}
