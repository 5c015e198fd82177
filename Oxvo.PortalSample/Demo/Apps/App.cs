using System.Text.Json.Serialization;
using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>What a person says of an app: a template, and what was filled in.</summary>
public record AppDraft
{
    /// <summary>The template's key.</summary>
    public required string Template { get; init; }

    /// <summary>1 to 40 characters, on the home screen and over the app.</summary>
    public required string Title { get; init; }

    /// <summary>Up to 80 characters below the title on the home screen.</summary>
    public required string Line { get; init; }

    /// <summary>By the template's fields. A flag is "true" or "false".</summary>
    public required IReadOnlyDictionary<string, string> Values { get; init; }
}

/// <summary>An app of the library, or one that it begins with.</summary>
public sealed record SavedApp : AppDraft
{
    /// <summary>The library's number for it.</summary>
    [JsonIgnore]
    public long Id { get; init; }

    /// <summary>How <c>oxvo.open({app})</c> names it: the key of a first app, else <c>app-ID</c>.</summary>
    public required string Key { get; init; }
}

/// <summary>What the messenger opens, made from a template and the values that somebody gave.</summary>
public sealed record MadeApp
{
    /// <summary>At most 2,000 characters; https, or http on this machine.</summary>
    public required string Address { get; init; }

    /// <summary>A name from <c>wwwroot/messenger/icons.js</c>.</summary>
    public required string Icon { get; init; }

    /// <summary><c>frame</c>, or <c>status</c> for the messenger's own view.</summary>
    public required string Opens { get; init; }

    /// <summary>Whose feed the status view reads; null for a frame.</summary>
    public required string? Provider { get; init; }

    /// <summary>The frame's <c>allow</c>; empty where nothing is allowed.</summary>
    public required string Allow { get; init; }

    public required string ReferrerPolicy { get; init; }

    /// <summary>Whether the app is told <c>oxvo.current_user</c>.</summary>
    public required bool WantsCurrentUser { get; init; }

    /// <summary>Where the messenger adds the visitor's identifier when it opens the app; null: nowhere.</summary>
    public required IdentifierParameter? Identifier { get; init; }

    /// <summary>What the person who sets it up should know.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }
}

/// <summary>An app in the messenger's list.</summary>
internal sealed record ListedApp
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Line { get; init; }
    public required MadeApp Made { get; init; }
}

/// <summary>
/// The app that the person at the keyboard tries: <c>--app ADDRESS [--title TITLE]</c>. It stands on top of every widget's home
/// screen for this run, is told <c>oxvo.current_user</c>, and is saved nowhere.
/// </summary>
internal static class NamedApp
{
    public const string Key = "yours";

    /// <summary>The two arguments as settings. Not by their bare names: half of all machines have a variable TITLE or APP.</summary>
    public static readonly Dictionary<string, string> Arguments = new()
    {
        ["--app"] = $"{MockHostOptions.Section}:{nameof(MockHostOptions.App)}",
        ["--title"] = $"{MockHostOptions.Section}:{nameof(MockHostOptions.AppTitle)}",
    };

    public static SavedApp? Draft(MockHostOptions options) => options.App is not { } address ? null : new()
    {
        Key = Key,
        Template = "page",
        Title = options.AppTitle ?? "Your app",
        Line = Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) ? uri.Authority : "",
        Values = new Dictionary<string, string> { ["address"] = address, ["current_user"] = "true" },
    };

    /// <summary>In words for a terminal; empty where it can be shown.</summary>
    public static IEnumerable<string> Faults(MockHostOptions options, AppMaker maker)
    {
        if (options.App is null && options.AppTitle is not null)
            return ["--title names the app of --app ADDRESS: give that as well."];
        if (Draft(options) is not { } draft) return [];
        return maker.Make(draft).Errors
            .Select(error => $"{(error.Key == "title" ? "--title" : "--app")}: {error.Value}");
    }
}
