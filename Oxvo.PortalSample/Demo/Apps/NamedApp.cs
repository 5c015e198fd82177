using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Apps;

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

    public static AppDraft? Draft(MockHostOptions options) => options.App is not { } address ? null : new()
    {
        Template = "page",
        Title = options.AppTitle ?? "Your app",
        Line = Uri.TryCreate(address.Trim(), UriKind.Absolute, out var uri) ? uri.Authority : "",
        Values = new Dictionary<string, string> { ["address"] = address, ["current_user"] = "true" },
    };

    /// <summary>In words for a terminal; empty where it can be shown.</summary>
    public static IEnumerable<string> Faults(MockHostOptions options, AppMaker maker) =>
        options.App is null && options.AppTitle is not null ? ["--title names the app of --app ADDRESS: give that as well."]
        : Draft(options) is { } draft ? maker.Make(draft).Errors.Select(error => $"{(error.Key == "title" ? "--title" : "--app")}: {error.Value}")
        : [];
}
