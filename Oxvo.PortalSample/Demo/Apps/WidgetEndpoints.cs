using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>What the home screen of a widget asks. A widget is named by its website token.</summary>
internal static class WidgetEndpoints
{
    public static void MapWidgetApps(this WebApplication app)
    {
        app.MapGet("/api/apps", List);
        app.MapGet("/api/apps/changes", Follow);
        app.MapGet("/api/apps/{key}/embed", Embed);
    }

    /// <summary>The widget's apps in order; 404 for an unknown website token.</summary>
    static async Task<IResult> List(
        [FromQuery(Name = "website_token")] string token, WidgetApps apps, CancellationToken cancel) =>
        await apps.ListAsync(token, cancel) is { } list ? TypedResults.Ok(list) : TypedResults.NotFound();

    /// <summary>Server-sent events: <c>changed</c> at once and whenever a list may be another.</summary>
    static ServerSentEventsResult<string> Follow(
        LibraryChanges changes, IHostApplicationLifetime lifetime, CancellationToken cancel) =>
        TypedResults.ServerSentEvents(FollowAsync(changes, lifetime, cancel));

    // An open home screen must not keep the server from stopping.
    static async IAsyncEnumerable<SseItem<string>> FollowAsync(
        LibraryChanges changes, IHostApplicationLifetime lifetime,
        [EnumeratorCancellation] CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        await foreach (var change in changes.FollowAsync(end.Token)) yield return change;
    }

    /// <summary>Whether the browser will show a listed app; 404 for an unknown one, or one that opens no frame.</summary>
    static async Task<IResult> Embed(string key, WidgetApps apps, EmbedVerdicts verdicts, CancellationToken cancel) =>
        await apps.FindAsync(key, cancel) is { Made: { Opens: AppTemplate.Frame } made }
            ? TypedResults.Ok(EmbedVerdicts.Describe(await verdicts.OfListedAsync(new(made.Address)).WaitAsync(cancel)))
            : TypedResults.NotFound();
}

/// <summary>
/// What the home screen of a widget lists: the app that was named at the start, then those that are on in the library.
/// </summary>
internal sealed class WidgetApps(Library library, AppMaker maker, FirstApps first, SavedApp? named)
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

    ListedApp? Named => named is null ? null : List(named);

    ListedApp? List(SavedApp app)
    {
        if (maker.Make(app).App is not { } made) return null;
        return new() { Key = app.Key, Title = app.Title.Trim(), Line = app.Line.Trim(), Made = made };
    }
}
