using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.Mvc;
using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>What the home screen of a widget asks. A widget is named by its website token.</summary>
internal static class WidgetEndpoints
{
    public static void MapWidgetApps(this WebApplication app)
    {
        app.MapGet("/api/apps", List);
        app.MapGet("/api/apps/changes",
            (Library library, IHostApplicationLifetime lifetime, CancellationToken cancel) =>
                TypedResults.ServerSentEvents(FollowAsync(library, lifetime, cancel)));
        app.MapGet("/api/apps/{key}/embed", Embed);
    }

    /// <summary>The widget's apps in order; 404 for an unknown website token.</summary>
    static async Task<IResult> List(
        [FromQuery(Name = "website_token")] string token, WidgetApps apps, CancellationToken cancel) =>
        await apps.ListAsync(token, cancel) is { } list ? TypedResults.Ok(list) : TypedResults.NotFound();

    /// <summary>
    /// Server-sent events: <c>changed</c> at once and after each change. Several changes between two of them are one:
    /// what is new is asked for, not sent.
    /// </summary>
    static async IAsyncEnumerable<SseItem<string>> FollowAsync(
        Library library, IHostApplicationLifetime lifetime, [EnumeratorCancellation] CancellationToken cancel)
    {
        // An open home screen must not keep the server from stopping.
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        while (!end.IsCancellationRequested)
        {
            var change = library.NextChange;
            yield return new("", "changed");
            await change.WaitAsync(end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    /// <summary>Whether the browser will show a listed app; 404 for an unknown one or one without a frame.</summary>
    static async Task<IResult> Embed(string key, WidgetApps apps, EmbedVerdicts verdicts, CancellationToken cancel)
    {
        if (await apps.FindAsync(key, cancel) is not { Made: { Opens: AppTemplate.Frame } made })
            return TypedResults.NotFound();
        var verdict = await verdicts.CheckListedAsync(new(made.Address)).WaitAsync(cancel);
        return TypedResults.Ok(EmbedVerdicts.Describe(verdict));
    }
}

/// <summary>An app in the messenger's list.</summary>
internal sealed record ListedApp(string Key, string Title, string Line, MadeApp Made);

/// <summary>What a widget lists: the app that was named at the start, then those that are on in the library.</summary>
internal sealed class WidgetApps(Library library, AppMaker maker, FirstApps first, MockHostOptions options)
{
    readonly SavedApp? named = NamedApp.Find(options);

    /// <summary>Null where there is no such widget.</summary>
    public async Task<IEnumerable<ListedApp>?> ListAsync(string widget, CancellationToken cancel)
    {
        if (first.Widgets.All(one => one.Key != widget)) return null;
        var content = await library.ReadAsync(cancel);
        var saved = content.Apps.ToDictionary(app => app.Id);
        // An app that its template does not take any more is the settings' to explain; visitors are not shown it.
        return content.Widgets[widget].Select(id => List(saved[id])).Prepend(List(named)).OfType<ListedApp>();
    }

    /// <summary>An app by its key, on or off; null where there is none that can be shown.</summary>
    public async Task<ListedApp?> FindAsync(string key, CancellationToken cancel) =>
        List(key == NamedApp.Key ? named : await library.FindAsync(app => app.Key == key, cancel));

    ListedApp? List(SavedApp? app) => app is not null && maker.Make(app).App is { } made
        ? new(app.Key, app.Title.Trim(), app.Line.Trim(), made) : null;
}
