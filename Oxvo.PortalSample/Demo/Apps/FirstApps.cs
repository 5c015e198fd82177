using System.Text.Json.Serialization;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>An app of the library, or one that it begins with: a template, and what was filled in.</summary>
public sealed record SavedApp
{
    /// <summary>The library's number for it.</summary>
    [JsonIgnore]
    public long Id { get; init; }

    /// <summary>How <c>oxvo.open({app})</c> names it: the key of a first app, else <c>app-ID</c>.</summary>
    public string Key { get; init; } = "";

    /// <summary>The template's key.</summary>
    public required string Template { get; init; }

    /// <summary>1 to 40 characters, on the home screen and over the app.</summary>
    public required string Title { get; init; }

    /// <summary>Up to 80 characters below the title on the home screen.</summary>
    public required string Line { get; init; }

    /// <summary>By the template's fields. A flag is "true" or "false".</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }
}

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

    public static SavedApp? Find(MockHostOptions options) => options.App is not { } address ? null : new()
    {
        Key = Key,
        Template = "page",
        Title = options.AppTitle ?? "Your app",
        Line = Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) ? uri.Authority : "",
        Values = new Dictionary<string, string> { ["address"] = address, ["current_user"] = "true" },
    };
}
