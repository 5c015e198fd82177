using System.Globalization;
using System.Text.Json.Serialization;
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
        builder.Services.AddSingleton(StatusWidgets.Read(addresses.StatusFile("pages.json")));
        // The mock runs in Development only, and its own origin is the only private address that it may ask.
        builder.Services.AddSingleton(services => new GuardedClient(
            new([new Uri(addresses.Messenger)]), services.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(services => new StatusCache(
            services.GetRequiredService<GuardedClient>(), services.GetRequiredService<ILogger<StatusCache>>()));
    }

    public static void MapStatus(this WebApplication app)
    {
        app.MapGet("/status", Pages);
        app.MapGet("/status/{key}", Read);
        app.MapStatusProviders();
    }

    /// <summary>The configured pages, and the scenarios for the demo bar.</summary>
    static JsonHttpResult<StatusPagesAnswer> Pages(StatusWidgets widgets) => TypedResults.Json(new StatusPagesAnswer
    {
        Pages =
        [
            .. from page in widgets.Pages
               select new StatusPageEntry { Key = page.Key, Title = page.Title, Provider = page.Provider, Home = page.Home },
        ],
        Scenarios =
        [
            .. from scenario in widgets.Pages.Any(page => page.IsMock) ? StatusScenarios.All : []
               select new StatusScenarioEntry { Key = scenario.Key, Title = scenario.Title },
        ],
    }, StatusAnswers.Default.StatusPagesAnswer);

    /// <summary>
    /// One page's reading; null in it where there is none to give. 404 for an unknown page, 400 for an unknown scenario
    /// or parameter.
    /// </summary>
    static async Task<Results<JsonHttpResult<StatusAnswer>, NotFound, BadRequest>> Read(
        string key, HttpRequest request, StatusWidgets widgets, WidgetApps apps, StatusCache cache, MockAddresses addresses,
        TimeProvider clock, CancellationToken cancel)
    {
        if ((widgets.Pages.FirstOrDefault(page => page.Key == key) ?? await FromAppAsync(key, apps, cancel)) is not { } widget)
            return TypedResults.NotFound();
        if (ReadScenario(request.Query, clock.GetUtcNow()) is not { } scenario) return TypedResults.BadRequest();

        var reading = await cache.ReadAsync(widget.Resolve(addresses.Messenger, scenario.Segment), cancel);
        return TypedResults.Json(new StatusAnswer
        {
            Key = widget.Key,
            Title = widget.Title,
            RefreshAfterSeconds = scenario.RefreshAfterSeconds,
            Reading = reading,
        }, StatusAnswers.Default.StatusAnswer);
    }

    /// <summary>An app of the library that opens a status page in the native view.</summary>
    static async Task<StatusWidget?> FromAppAsync(string key, WidgetApps apps, CancellationToken cancel) =>
        await apps.FindAsync(key, cancel) is { Made: { Opens: AppTemplate.Status } made } app
            ? new() { Key = key, Title = app.Title, Address = made.Address, Provider = Enum.Parse<FeedProvider>(made.Provider!, ignoreCase: true) }
            : null;

    /// <summary>
    /// Everything but known names and a plausible time is refused: it becomes part of an address, and of the cache's
    /// key.
    /// </summary>
    static (string Segment, int RefreshAfterSeconds)? ReadScenario(IQueryCollection query, DateTimeOffset now)
    {
        var minute = (int)StatusCache.Fresh.TotalSeconds;
        if (query.Any(parameter => parameter.Key is not ("scenario" or "since") || parameter.Value.Count != 1)) return null;
        var name = query.TryGetValue("scenario", out var chosen) ? chosen[0] : StatusScenarios.All[0].Key;
        if (StatusScenarios.All.FirstOrDefault(s => s.Key == name) is not { } scenario) return null;

        var start = now.ToUnixTimeMilliseconds();
        if (query.TryGetValue("since", out var since)
            && (!long.TryParse(since, NumberStyles.None, CultureInfo.InvariantCulture, out start)
                || Math.Abs(now.ToUnixTimeMilliseconds() - start) > StatusCache.LongestStale.TotalMilliseconds)) return null;
        if (!scenario.Plays) return (scenario.Key, minute);
        if (scenario.Key == StatusScenarios.GoesAway) return ($"{scenario.Key}.{start}.0", minute);

        var played = TimeSpan.FromMilliseconds(Math.Max(0, now.ToUnixTimeMilliseconds() - start));
        var step = (int)Math.Min(3, played / StatusScenarios.Step);
        var wait = step == 3 ? minute : (int)Math.Ceiling(((step + 1) * StatusScenarios.Step - played).TotalSeconds);
        return ($"{scenario.Key}.{start}.{step}", wait);
    }
}

internal sealed record StatusPagesAnswer
{
    public required IReadOnlyList<StatusPageEntry> Pages { get; init; }
    public required IReadOnlyList<StatusScenarioEntry> Scenarios { get; init; }
}

internal sealed record StatusPageEntry
{
    public required string Key { get; init; }
    public required string Title { get; init; }
    public required FeedProvider? Provider { get; init; }
    public required bool Home { get; init; }
}

internal sealed record StatusScenarioEntry
{
    public required string Key { get; init; }
    public required string Title { get; init; }
}

internal sealed record StatusAnswer
{
    public required string Key { get; init; }
    public required string Title { get; init; }

    /// <summary>When to ask again while the messenger is visible.</summary>
    public required int RefreshAfterSeconds { get; init; }
    public required StatusReading? Reading { get; init; }
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StatusPagesAnswer))]
[JsonSerializable(typeof(StatusAnswer))]
internal sealed partial class StatusAnswers : JsonSerializerContext;
