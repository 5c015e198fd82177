namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>What the home screen of a widget lists: the app that was named at the start, then those that are on in the library.</summary>
internal sealed class WidgetApps(Library library, AppMaker maker, FirstApps first, AppDraft? named)
{
    /// <summary>Null where there is no such widget.</summary>
    public async Task<IReadOnlyList<ListedApp>?> ListAsync(string widget, CancellationToken cancel)
    {
        if (first.Widgets.All(one => one.Key != widget)) return null;
        var content = await library.ReadAsync(cancel);
        var saved = content.Apps.ToDictionary(app => app.Id);
        // An app that its template does not take any more is the settings' to explain; visitors are not shown it.
        var on = content.Widgets[widget].Select(id => List(saved[id])).OfType<ListedApp>();
        return Named is { } yours ? [yours, .. on] : [.. on];
    }

    /// <summary>An app by its key, on or off; null where there is none that can be shown.</summary>
    public async Task<ListedApp?> FindAsync(string key, CancellationToken cancel)
    {
        if (key == NamedApp.Key) return Named;
        var content = await library.ReadAsync(cancel);
        return content.Apps.FirstOrDefault(app => app.Key == key) is { } app ? List(app) : null;
    }

    ListedApp? Named => named is null ? null : List(NamedApp.Key, named);

    ListedApp? List(SavedApp app) => List(app.Key, app);

    ListedApp? List(string key, AppDraft app) => maker.Make(app).App is { } made
        ? new() { Key = key, Title = app.Title.Trim(), Line = app.Line.Trim(), Made = made } : null;
}

/// <summary>An app in the messenger's list.</summary>
internal sealed record ListedApp
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required string Line { get; init; }
    public required MadeApp Made { get; init; }
}
