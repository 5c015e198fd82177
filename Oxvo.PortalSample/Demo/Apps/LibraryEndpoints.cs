using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>
/// What the settings page asks: templates, the library, and each widget's list. Writes come from B's own pages only
/// (<see cref="Guards.UseSameOriginWrites"/>); what cannot be saved is 400 with <c>{errors: {FIELD: EXPECTED}}</c>.
/// </summary>
internal static class LibraryEndpoints
{
    public static void MapLibrary(this WebApplication app)
    {
        app.MapGet("/api/templates", ListTemplates);
        app.MapGet("/api/library", Read);
        app.MapPost("/api/library/apps", Add);
        app.MapPut("/api/library/apps/{id:long}", Change);
        app.MapDelete("/api/library/apps/{id:long}", async (long id, Library library, CancellationToken cancel) =>
            Answer(await library.DeleteAsync(id, cancel)));
        app.MapPost("/api/library/apps/{id:long}/checks", RunChecks);

        const string place = "/api/widgets/{widget}/apps/{id:long}";
        app.MapPut(place, async (
            string widget, long id, PlaceRequest request, Library library, FirstApps first, CancellationToken cancel) =>
            Answer(first.Widgets.Any(one => one.Key == widget)
                && await library.TurnOnAsync(widget, id, request.Position, cancel)));
        app.MapDelete(place, async (string widget, long id, Library library, CancellationToken cancel) =>
            Answer(await library.TurnOffAsync(widget, id, cancel)));

        // What would be saved, for the preview.
        app.MapPost("/api/apps/make", IResult (SavedApp draft, AppMaker maker) => maker.Make(draft) switch
        {
            { App: { } made } => TypedResults.Ok(made),
            { Errors: var errors } => Refuse(errors),
        });
        app.MapPost("/api/embed-check", Check);
    }

    /// <summary>For the gallery and the form. A field's rules stay here, and say what does not fit.</summary>
    static Ok<object> ListTemplates(AppMaker maker, MockAddresses addresses) =>
        TypedResults.Ok<object>(maker.Templates.All.Select(template => new
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
                Example = addresses.Places.Fill(field.Example),
                field.Required,
                field.Choices,
            }),
        }));

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

    static async Task<IResult> Add(SavedApp draft, Library library, AppMaker maker, CancellationToken cancel)
    {
        if (maker.Make(draft) is { App: null, Errors: var errors }) return Refuse(errors);
        if (await library.AddAsync(draft, cancel) is { } id)
            return TypedResults.Created($"/api/library/apps/{id}", Describe(draft with { Id = id }, maker));
        return Refuse(new Dictionary<string, string>
        {
            ["template"] = $"The library holds {Library.Most} apps at the most. Delete one first.",
        });
    }

    static async Task<IResult> Change(
        long id, SavedApp draft, Library library, AppMaker maker, CancellationToken cancel)
    {
        if (maker.Make(draft) is { App: null, Errors: var errors }) return Refuse(errors);
        return await library.ChangeAsync(id, draft, cancel)
            ? TypedResults.Ok(Describe(draft with { Id = id }, maker)) : TypedResults.NotFound();
    }

    /// <summary>
    /// Whether this address may be nested below the site and the messenger. The person at the settings page names it,
    /// so it may be on this machine.
    /// </summary>
    static async Task<IResult> Check(CheckRequest request, EmbedVerdicts verdicts) =>
        Uri.TryCreate(request.Address, UriKind.Absolute, out var address)
            ? TypedResults.Ok(EmbedVerdicts.Describe(await verdicts.CheckAsync(address))) : TypedResults.BadRequest();

    /// <summary>
    /// The launch checklist over a saved app: server-sent events, one <c>check</c> for each as it comes out, within
    /// <see cref="MockHostOptions.ChecksTimeout"/>. 404 for an unknown app, and for one that its template refuses.
    /// </summary>
    static async Task<IResult> RunChecks(
        long id, Library library, AppMaker maker, MockAddresses addresses, MockHostOptions options,
        CancellationToken cancel)
    {
        var saved = await library.FindAsync(app => app.Id == id, cancel);
        if (saved is null || maker.Make(saved).App is not { } made) return TypedResults.NotFound();
        return TypedResults.ServerSentEvents(RunAsync(new()
        {
            Address = new(made.Address),
            Ancestors = addresses.Ancestors,
            // A portal has its API beside its page; where another app has one is not known.
            Api = saved.Template == "portal" ? new(new Uri(made.Address), "api/widget-portal") : null,
            IsStatus = made.Opens == AppTemplate.Status,
            Timeout = options.ChecksTimeout,
        }, cancel), "check");
    }

    static async IAsyncEnumerable<CheckLine> RunAsync(
        CheckOptions options, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var app = new CheckedApp(options);
        await foreach (var result in Checklist.RunAsync(app, cancel: cancel))
        {
            var outcome = JsonNamingPolicy.SnakeCaseLower.ConvertName(result.Result.ToString());
            yield return new(
                result.Id, result.Group, result.Title, outcome, result.IsMissed, result.Seen, result.Why,
                result.Repair);
        }
    }

    static IResult Answer(bool isFound) => isFound ? TypedResults.NoContent() : TypedResults.NotFound();

    static BadRequest<object> Refuse(IReadOnlyDictionary<string, string> errors) =>
        TypedResults.BadRequest<object>(new { errors });

    static LibraryApp Describe(SavedApp app, AppMaker maker)
    {
        var (made, errors) = maker.Make(app);
        return new(
            app.Id, app.Template, app.Title, app.Line, app.Values,
            made?.Icon ?? maker.Templates.Find(app.Template)?.Icon, made?.Address, made?.Opens, made?.Provider,
            made?.WantsCurrentUser, made?.Allow, made?.ReferrerPolicy, made?.Identifier, made?.Warnings ?? [],
            made is null ? string.Join(' ', errors.Values) : null);
    }
}

/// <summary>An app in the library, with what its template makes of it: null where it refuses the app.</summary>
/// <param name="Fault">Why it refuses, in one line.</param>
internal sealed record LibraryApp(
    long Id, string Template, string Title, string Line, IReadOnlyDictionary<string, string> Values,
    string? Icon, string? Address, string? Opens, string? Provider, bool? WantsCurrentUser, string? Allow,
    string? ReferrerPolicy, IdentifierParameter? Identifier, IReadOnlyList<string> Warnings, string? Fault);

/// <summary>A line of the checklist's report.</summary>
/// <param name="Result">"pass", "warn", "fail", "manual" or "not_run".</param>
/// <param name="Missed">It should have run, and did not.</param>
internal sealed record CheckLine(
    string Id, string Group, string Title, string Result, bool Missed, string? Seen, string? Why, string? Repair);

/// <summary>Where a widget shows an app: from 0, null at the end.</summary>
public sealed record PlaceRequest(int? Position = null);

/// <summary>Which address to check.</summary>
public sealed record CheckRequest(string Address);
