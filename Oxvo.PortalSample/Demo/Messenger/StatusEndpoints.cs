using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Tools.Fetching;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Demo.Messenger;

/// <summary>
/// What the messenger's page asks about status. The server reads the providers, so that no visitor's browser ever does.
/// </summary>
internal static class StatusEndpoints
{
    public static void AddStatus(this WebApplicationBuilder builder, MockAddresses addresses)
    {
        // The mock runs in Development only, and its own origin is the only private address that it may ask.
        builder.Services.AddSingleton(services => new GuardedClient(
            new([new Uri(addresses.Messenger)]), services.GetRequiredService<TimeProvider>())
        { Limits = StatusCache.Limits });
        builder.Services.AddSingleton<StatusCache>();
    }

    public static void MapStatus(this WebApplication app)
    {
        app.MapGet("/status", List);
        app.MapGet("/status/{key}", Read);
        app.MapStatusProviders();
    }

    /// <summary>The configured pages, and the scenarios for the demo bar.</summary>
    static Ok<object> List(StatusWidgets widgets) => TypedResults.Ok<object>(new
    {
        Pages = widgets.Pages.Select(page => new { page.Key, page.Title, page.Provider, page.Home }),
        Scenarios = (widgets.Pages.Any(page => page.IsMock) ? StatusScenarios.All : [])
            .Select(scenario => new { scenario.Key, scenario.Title }),
    });

    /// <summary>
    /// One page's reading; null in it where there is none to give. 404 for an unknown page, 400 for an unknown scenario
    /// or parameter.
    /// </summary>
    static async Task<IResult> Read(
        string key, HttpRequest request, StatusWidgets widgets, WidgetApps apps, StatusCache cache,
        MockAddresses addresses, TimeProvider clock, CancellationToken cancel)
    {
        var page = widgets.Pages.FirstOrDefault(page => page.Key == key) ?? await FromAppAsync(key, apps, cancel);
        if (page is null) return TypedResults.NotFound();
        if (ReadScenario(request.Query, clock.GetUtcNow()) is not var (segment, refreshAfterSeconds))
            return TypedResults.BadRequest();

        var reading = await cache.ReadAsync(page.Resolve(addresses.Messenger, segment), cancel);
        return TypedResults.Ok(new
        {
            page.Key,
            page.Title,
            // When to ask again while the messenger is visible.
            RefreshAfterSeconds = refreshAfterSeconds,
            Reading = reading,
        });
    }

    /// <summary>An app of the library that opens a status page in the messenger's own view.</summary>
    static async Task<StatusWidget?> FromAppAsync(string key, WidgetApps apps, CancellationToken cancel) =>
        await apps.FindAsync(key, cancel) is { Made: { Opens: AppTemplate.Status } made } app
            ? new(key, app.Title, made.Address, Enum.Parse<FeedProvider>(made.Provider!, ignoreCase: true)) : null;

    // Everything but known names and a plausible time is refused: it becomes part of an address and a cache's key.
    static (string Segment, int RefreshAfterSeconds)? ReadScenario(IQueryCollection query, DateTimeOffset now)
    {
        var minute = (int)StatusCache.Fresh.TotalSeconds;
        if (query.Any(parameter => parameter.Key is not ("scenario" or "since") || parameter.Value.Count != 1))
            return null;
        var name = query.TryGetValue("scenario", out var chosen) ? chosen[0] : StatusScenarios.All[0].Key;
        if (StatusScenarios.All.FirstOrDefault(s => s.Key == name) is not { } scenario) return null;

        var start = now.ToUnixTimeMilliseconds();
        if (query.TryGetValue("since", out var since)
            && (!long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out start)
                || Math.Abs(now.ToUnixTimeMilliseconds() - start) > StatusCache.LongestStale.TotalMilliseconds))
            return null;
        if (!scenario.Plays) return (scenario.Key, minute);
        if (scenario.Key == StatusScenarios.GoesAway) return ($"{scenario.Key}.{start}.0", minute);

        var played = TimeSpan.FromMilliseconds(Math.Max(0, now.ToUnixTimeMilliseconds() - start));
        var step = (int)Math.Min(3, played / StatusScenarios.Step);
        var wait = step == 3 ? minute : (int)Math.Ceiling(((step + 1) * StatusScenarios.Step - played).TotalSeconds);
        return ($"{scenario.Key}.{start}.{step}", wait);
    }
}
