using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>The launch checklist over a saved app, for the settings page.</summary>
internal static class CheckEndpoint
{
    public static void MapChecks(this WebApplication app) => app.MapPost("/api/library/apps/{id:long}/checks", Run);

    /// <summary>
    /// Server-sent events, one <c>check</c> for each as it comes out: <c>{id, group, title, result, seen, why, repair}</c>. 404 for an
    /// unknown app, and for one that its template does not take any more. Ends within <see cref="MockHostOptions.ChecksTimeout"/>.
    /// </summary>
    static async Task<Results<ServerSentEventsResult<CheckAnswer>, NotFound>> Run(
        long id, Library library, AppMaker maker, MockAddresses addresses, MockHostOptions options, CancellationToken cancel)
    {
        var saved = (await library.ReadAsync(cancel)).Apps.FirstOrDefault(app => app.Id == id);
        if (saved is null || maker.Make(saved).App is not { } made) return TypedResults.NotFound();
        return TypedResults.ServerSentEvents(CheckAsync(new()
        {
            Address = new(made.Address),
            Ancestors = [addresses.Site, addresses.Messenger],
            // A portal has its API beside its page; where another app has one, nobody has said.
            Api = saved.Template == "portal" ? new(new Uri(made.Address), "/api/widget-portal") : null,
            IsStatus = made.Opens == AppTemplate.Status,
            Timeout = options.ChecksTimeout,
        }, cancel));
    }

    static async IAsyncEnumerable<SseItem<CheckAnswer>> CheckAsync(CheckOptions options, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var app = CheckedApp.Open(options);
        await foreach (var result in Checklist.RunAsync(app, cancel: cancel)) yield return new(CheckAnswer.Of(result), "check");
    }
}

/// <summary>One line of the report, with its heading and its reason.</summary>
internal sealed record CheckAnswer
{
    public required string Id { get; init; }
    public required string Group { get; init; }
    public required string Title { get; init; }

    /// <summary>"pass", "warn", "fail", "manual" or "not_run".</summary>
    public required string Result { get; init; }
    public required string? Seen { get; init; }
    public required string? Why { get; init; }
    public required string? Repair { get; init; }

    public static CheckAnswer Of(CheckResult result) => new()
    {
        Id = result.Id,
        Group = result.Group,
        Title = result.Title,
        Result = JsonNamingPolicy.SnakeCaseLower.ConvertName(result.Result.ToString()),
        Seen = result.Seen,
        Why = result.Why,
        Repair = result.Repair,
    };
}
