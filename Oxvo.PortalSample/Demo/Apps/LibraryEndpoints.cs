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

    /// <summary>For the gallery and the form. A field's rules stay here, and say what does not fit.</summary>
    static Ok<object> Templates(AppTemplates templates, MockAddresses addresses)
    {
        var places = addresses.Places;
        return TypedResults.Ok<object>(templates.All.Select(template => new
        {
            template.Key,
            template.Title,
            template.Line,
            template.Icon,
            template.Opens,
            template.WantsCurrentUser,
            Fields = template.Fields.Select(field => new
            {
                field.Key,
                field.Label,
                field.Kind,
                field.Hint,
                Example = places.Fill(field.Example),
                field.Required,
                field.Choices,
            }),
        }));
    }

    /// <summary>The apps, and of each widget the numbers of those that are on, in order.</summary>
    static async Task<IResult> Read(Library library, AppMaker maker, FirstApps first, CancellationToken cancel)
    {
        var content = await library.ReadAsync(cancel);
        return TypedResults.Ok(new
        {
            Apps = content.Apps.Select(app => Describe(app, maker)),
            Widgets = first.Widgets.Select(one => new { one.Key, one.Title, Apps = content.Widgets[one.Key] }),
        });
    }

    static async Task<IResult> Add(AppDraft draft, Library library, AppMaker maker, CancellationToken cancel)
    {
        if (maker.Make(draft) is { App: null, Errors: var errors }) return Refuse(errors);
        if (await library.AddAsync(draft, cancel) is not { } id)
            return Refuse(new Dictionary<string, string>
            {
                ["template"] = $"The library holds {Library.Most} apps at the most. Delete one first.",
            });
        return TypedResults.Created($"/api/library/apps/{id}", await FindAsync(id, library, maker, cancel));
    }

    static async Task<IResult> Change(
        long id, AppDraft draft, Library library, AppMaker maker, CancellationToken cancel)
    {
        if (maker.Make(draft) is { App: null, Errors: var errors }) return Refuse(errors);
        if (!await library.ChangeAsync(id, draft, cancel)) return TypedResults.NotFound();
        return await FindAsync(id, library, maker, cancel) is { } app ? TypedResults.Ok(app) : TypedResults.NotFound();
    }

    static async Task<IResult> Delete(long id, Library library, CancellationToken cancel) =>
        await library.DeleteAsync(id, cancel) ? TypedResults.NoContent() : TypedResults.NotFound();

    static async Task<IResult> TurnOn(
        string widget, long id, PlaceRequest place, Library library, FirstApps first, CancellationToken cancel) =>
        first.Widgets.Any(one => one.Key == widget) && await library.TurnOnAsync(widget, id, place.Position, cancel)
            ? TypedResults.NoContent() : TypedResults.NotFound();

    static async Task<IResult> TurnOff(string widget, long id, Library library, CancellationToken cancel) =>
        await library.TurnOffAsync(widget, id, cancel) ? TypedResults.NoContent() : TypedResults.NotFound();

    /// <summary>What would be saved, for the preview.</summary>
    static IResult Make(AppDraft draft, AppMaker maker)
    {
        var (app, errors) = maker.Make(draft);
        return app is not null ? TypedResults.Ok(app) : Refuse(errors);
    }

    /// <summary>
    /// Whether this address may be nested below the site and the messenger. The person at the settings page names it, so it may be on
    /// this machine.
    /// </summary>
    static async Task<IResult> Check(CheckRequest request, EmbedVerdicts verdicts)
    {
        if (!Uri.TryCreate(request.Address, UriKind.Absolute, out var address)) return TypedResults.BadRequest();
        return TypedResults.Ok(EmbedVerdicts.Describe(await verdicts.CheckAsync(address)));
    }

    static BadRequest<object> Refuse(IReadOnlyDictionary<string, string> errors) =>
        TypedResults.BadRequest<object>(new { errors });

    static async Task<object?> FindAsync(long id, Library library, AppMaker maker, CancellationToken cancel)
    {
        var content = await library.ReadAsync(cancel);
        return content.Apps.FirstOrDefault(app => app.Id == id) is { } app ? Describe(app, maker) : null;
    }

    /// <summary>
    /// What was said of an app, and what its template makes of that: null where the template does not take it any more,
    /// and <c>fault</c> says why in one line.
    /// </summary>
    static object Describe(SavedApp app, AppMaker maker)
    {
        var (made, errors) = maker.Make(app);
        return new
        {
            app.Id,
            app.Template,
            app.Title,
            app.Line,
            Icon = made?.Icon ?? maker.Template(app)?.Icon,
            app.Values,
            made?.Address,
            made?.Opens,
            made?.Provider,
            made?.WantsCurrentUser,
            made?.Allow,
            made?.ReferrerPolicy,
            made?.Identifier,
            Warnings = made?.Warnings ?? [],
            Fault = made is null ? string.Join(' ', errors.Values) : null,
        };
    }
}

/// <summary>Where a widget shows an app: from 0, null at the end.</summary>
public sealed record PlaceRequest(int? Position);

/// <summary>Which address to check.</summary>
public sealed record CheckRequest
{
    public required string Address { get; init; }
}
