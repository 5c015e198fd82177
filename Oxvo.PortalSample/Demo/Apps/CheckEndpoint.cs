using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>The launch checklist over a saved app, for the settings page.</summary>
internal static class CheckEndpoint
{
    public static void MapChecks(this WebApplication app) => app.MapPost("/api/library/apps/{id:long}/checks", Run);

    /// <summary>
    /// Server-sent events, one <c>check</c> for each as it comes out. 404 for an unknown app, and for one that its
    /// template does not take any more. Ends within <see cref="MockHostOptions.ChecksTimeout"/>.
    /// </summary>
    static async Task<IResult> Run(
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

    static async IAsyncEnumerable<SseItem<object>> CheckAsync(
        CheckOptions options, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var app = new CheckedApp(options);
        await foreach (var result in Checklist.RunAsync(app, cancel: cancel))
            yield return new(Describe(result), "check");
    }

    /// <summary>One line of the report; its result is "pass", "warn", "fail", "manual" or "not_run".</summary>
    static object Describe(CheckResult result) => new
    {
        result.Id,
        result.Group,
        result.Title,
        Result = JsonNamingPolicy.SnakeCaseLower.ConvertName(result.Result.ToString()),
        result.Seen,
        result.Why,
        result.Repair,
    };
}
