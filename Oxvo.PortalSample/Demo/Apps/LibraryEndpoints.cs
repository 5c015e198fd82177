using Microsoft.AspNetCore.Http.HttpResults;
using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>
/// What the settings page asks: templates, the library, and each widget's list. Writes come from B's own pages alone
/// (<see cref="Guards.UseSameOriginWrites"/>); what cannot be saved is 400 with <c>{errors: {FIELD: what is expected}}</c>.
/// </summary>
internal static class LibraryEndpoints
{
    public static void MapLibrary(this WebApplication app)
    {
        app.MapGet("/api/templates", Templates);
        app.MapGet("/api/library", Read);
        app.MapPost("/api/library/apps", Add);
        app.MapPut("/api/library/apps/{id:long}", Change);
        app.MapDelete("/api/library/apps/{id:long}", Delete);
        app.MapPut("/api/widgets/{widget}/apps/{id:long}", TurnOn);
        app.MapDelete("/api/widgets/{widget}/apps/{id:long}", TurnOff);
        app.MapPost("/api/apps/make", Make);
        app.MapPost("/api/embed-check", Check);
    }

    static Ok<IReadOnlyList<TemplateAnswer>> Templates(AppTemplates templates, MockAddresses addresses) =>
        TypedResults.Ok<IReadOnlyList<TemplateAnswer>>([.. templates.All.Select(template => TemplateAnswer.Of(template, addresses.Places))]);

    static async Task<Ok<LibraryAnswer>> Read(Library library, AppMaker maker, FirstApps first, CancellationToken cancel)
    {
        var content = await library.ReadAsync(cancel);
        return TypedResults.Ok(new LibraryAnswer
        {
            Apps = [.. content.Apps.Select(app => SavedAppAnswer.Of(app, maker))],
            Widgets = [.. first.Widgets.Select(widget => new WidgetAnswer
                { Key = widget.Key, Title = widget.Title, Apps = [.. content.Widgets[widget.Key]] })],
        });
    }

    static async Task<Results<Created<SavedAppAnswer>, BadRequest<FaultsAnswer>>> Add(
        AppDraft draft, Library library, AppMaker maker, CancellationToken cancel)
    {
        if (maker.Make(draft) is { App: null, Errors: var errors }) return TypedResults.BadRequest(new FaultsAnswer { Errors = errors });
        if (await library.AddAsync(draft, cancel) is not { } id)
            return TypedResults.BadRequest(FaultsAnswer.Of("template", $"The library holds {Library.Most} apps at the most. Delete one first."));
        return TypedResults.Created($"/api/library/apps/{id}", await FindAsync(id, library, maker, cancel));
    }

    static async Task<Results<Ok<SavedAppAnswer>, BadRequest<FaultsAnswer>, NotFound>> Change(
        long id, AppDraft draft, Library library, AppMaker maker, CancellationToken cancel)
    {
        if (maker.Make(draft) is { App: null, Errors: var errors }) return TypedResults.BadRequest(new FaultsAnswer { Errors = errors });
        if (!await library.ChangeAsync(id, draft, cancel)) return TypedResults.NotFound();
        return await FindAsync(id, library, maker, cancel) is { } app ? TypedResults.Ok(app) : TypedResults.NotFound();
    }

    static async Task<Results<NoContent, NotFound>> Delete(long id, Library library, CancellationToken cancel) =>
        await library.DeleteAsync(id, cancel) ? TypedResults.NoContent() : TypedResults.NotFound();

    static async Task<Results<NoContent, NotFound>> TurnOn(
        string widget, long id, PlaceRequest place, Library library, FirstApps first, CancellationToken cancel) =>
        first.Widgets.Any(one => one.Key == widget) && await library.TurnOnAsync(widget, id, place.Position, cancel)
            ? TypedResults.NoContent() : TypedResults.NotFound();

    static async Task<Results<NoContent, NotFound>> TurnOff(string widget, long id, Library library, CancellationToken cancel) =>
        await library.TurnOffAsync(widget, id, cancel) ? TypedResults.NoContent() : TypedResults.NotFound();

    /// <summary>What would be saved, for the preview.</summary>
    static Results<Ok<MadeApp>, BadRequest<FaultsAnswer>> Make(AppDraft draft, AppMaker maker)
    {
        var (app, errors) = maker.Make(draft);
        return app is not null ? TypedResults.Ok(app) : TypedResults.BadRequest(new FaultsAnswer { Errors = errors });
    }

    /// <summary>
    /// Whether this address may be nested below the site and the messenger. The person at the settings page names it, so it may be on
    /// this machine.
    /// </summary>
    static async Task<Results<Ok<VerdictAnswer>, BadRequest>> Check(CheckRequest request, EmbedVerdicts verdicts) =>
        Uri.TryCreate(request.Address, UriKind.Absolute, out var address)
            ? TypedResults.Ok(VerdictAnswer.Of(await verdicts.CheckAsync(address))) : TypedResults.BadRequest();

    static async Task<SavedAppAnswer?> FindAsync(long id, Library library, AppMaker maker, CancellationToken cancel) =>
        (await library.ReadAsync(cancel)).Apps.FirstOrDefault(app => app.Id == id) is { } app ? SavedAppAnswer.Of(app, maker) : null;
}

/// <summary>Where a widget shows an app: from 0, null at the end.</summary>
public sealed record PlaceRequest
{
    public int? Position { get; init; }
}

/// <summary>Which address to check.</summary>
public sealed record CheckRequest
{
    public required string Address { get; init; }
}
