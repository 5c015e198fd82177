using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Messenger;

/// <summary>
/// The mock providers: all three feeds under <c>/mock-status/PROVIDER/SCENARIO</c>. What is to be played is in the
/// address, as <c>SCENARIO.SINCE.STEP</c>, so that two tabs do not disturb each other and each has its own place in the
/// cache.
/// </summary>
internal static class StatusProviders
{
    public const string Root = "/mock-status";

    static readonly Dictionary<string, string[]> Documents = new()
    {
        ["statuspage"] = ["api/v2/summary.json"],
        ["betterstack"] = ["index.json"],
        ["instatus"] = ["summary.json", "v3/components.json"],
    };

    public static void MapStatusProviders(this WebApplication app)
    {
        app.MapGet(Root + "/{provider}/{scenario}", ShowPage);
        app.MapGet(Root + "/{provider}/{scenario}/{**document}", SendDocument);
    }

    /// <summary>Where "Open full status page" leads in the demo.</summary>
    static IResult ShowPage(string provider, string scenario) =>
        Documents.ContainsKey(provider) && ReadScenario(scenario) is { } playing
            ? Results.Content($"""
                <!doctype html><html lang="en"><title>Acme Air status</title><h1>Acme Air status</h1>
                <p>The provider's full page would be here ({provider}: {playing.Scenario.Title}).</p></html>
                """, "text/html; charset=utf-8")
            : Results.NotFound();

    static async Task<IResult> SendDocument(
        string provider, string scenario, string document, HttpContext http, MockAddresses addresses,
        TimeProvider clock)
    {
        if (Documents.GetValueOrDefault(provider)?.Contains(document) != true
            || ReadScenario(scenario) is not var (played, since, step))
            return Results.NotFound();

        var now = clock.GetUtcNow();
        switch (played.Key)
        {
            case StatusScenarios.NotFound:
                return SendHtml("404 Not Found", StatusCodes.Status404NotFound);
            case StatusScenarios.GatewayTimeout:
            case StatusScenarios.GoesAway when now - since > StatusScenarios.Good:
                return SendHtml("504 Gateway Time-out", StatusCodes.Status504GatewayTimeout);
            case StatusScenarios.Slow:
                await Task.Delay(TimeSpan.FromSeconds(20), clock, http.RequestAborted);
                break;
        }

        // Dates move in steps of five minutes, so that the ETag of a scenario holds for a while, as a real one does.
        var origin = since ?? new(now.Ticks - now.Ticks % TimeSpan.FromMinutes(5).Ticks, TimeSpan.Zero);
        var file = addresses.Seed(Path.Combine("status", provider, NameFile(played.Key, document)));
        var text = StatusScenarios.Fill(file, origin, step);
        if (played.Key == StatusScenarios.BrokenJson) text = text[..(text.Length / 2)];
        var bytes = Encoding.UTF8.GetBytes(text);
        return Results.Bytes(bytes, "application/json; charset=utf-8",
            entityTag: new($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 8))}\""));
    }

    static string NameFile(string scenario, string document)
    {
        var isAllWell = scenario is StatusScenarios.Slow or StatusScenarios.BrokenJson or StatusScenarios.GoesAway;
        var components = document.EndsWith("components.json", StringComparison.Ordinal) ? ".components" : "";
        return $"{(isAllWell ? "all-well" : scenario)}{components}.json";
    }

    static IResult SendHtml(string title, int status) => Results.Content(
        $"<html><head><title>{title}</title></head><body><center><h1>{title}</h1></center></body></html>",
        "text/html", null, status);

    static (StatusScenario Scenario, DateTimeOffset? Since, int Step)? ReadScenario(string segment)
    {
        var parts = segment.Split('.');
        if (StatusScenarios.All.FirstOrDefault(scenario => scenario.Key == parts[0]) is not { } scenario) return null;
        if (parts.Length == 1) return (scenario, null, 0);
        return parts.Length == 3
            && long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var since)
            && since < 253_000_000_000_000
            && int.TryParse(parts[2], NumberStyles.None, CultureInfo.InvariantCulture, out var step)
            ? (scenario, DateTimeOffset.FromUnixTimeMilliseconds(since), step) : null;
    }
}
