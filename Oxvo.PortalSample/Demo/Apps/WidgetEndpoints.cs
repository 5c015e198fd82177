using System.Net.ServerSentEvents;
using Microsoft.AspNetCore.Http.HttpResults;

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
    static async Task<Results<Ok<IReadOnlyList<ListedApp>>, NotFound>> List(
        [Microsoft.AspNetCore.Mvc.FromQuery(Name = "website_token")] string token, WidgetApps apps, CancellationToken cancel) =>
        await apps.ListAsync(token, cancel) is { } list ? TypedResults.Ok(list) : TypedResults.NotFound();

    /// <summary>Server-sent events: <c>changed</c> at once and whenever a list may be another.</summary>
    static ServerSentEventsResult<string> Follow(LibraryChanges changes, IHostApplicationLifetime lifetime, CancellationToken cancel) =>
        TypedResults.ServerSentEvents(FollowAsync(changes, lifetime, cancel));

    // An open home screen must not keep the server from stopping.
    static async IAsyncEnumerable<SseItem<string>> FollowAsync(
        LibraryChanges changes, IHostApplicationLifetime lifetime,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        using var end = CancellationTokenSource.CreateLinkedTokenSource(cancel, lifetime.ApplicationStopping);
        await foreach (var change in changes.FollowAsync(end.Token)) yield return change;
    }

    /// <summary>Whether the browser will show a listed app; 404 for an unknown one, or one that opens no frame.</summary>
    static async Task<Results<Ok<VerdictAnswer>, NotFound>> Embed(
        string key, WidgetApps apps, EmbedVerdicts verdicts, CancellationToken cancel) =>
        await apps.FindAsync(key, cancel) is { Made: { Opens: AppTemplate.Frame } made }
            ? TypedResults.Ok(VerdictAnswer.Of(await verdicts.OfListedAsync(new(made.Address)).WaitAsync(cancel))) : TypedResults.NotFound();
}
