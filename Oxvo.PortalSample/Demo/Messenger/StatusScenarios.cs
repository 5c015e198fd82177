using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Demo.Messenger;

/// <summary>A scenario of the mock status providers, as the demo bar offers it.</summary>
internal sealed record StatusScenario(string Key, string Title)
{
    /// <summary>It changes while it is watched, so it needs the moment at which it was chosen.</summary>
    public bool Plays => Key is StatusScenarios.Incident or StatusScenarios.GoesAway;
}

/// <summary>
/// The feeds in <c>seed-data/status/PROVIDER/SCENARIO.json</c>, written by hand as the providers write theirs. In a
/// file <c>{-25m}</c> is an instant (s, m, h, d from now) and <c>"{history -12:downtime}"</c> ninety days, so that no
/// scenario ever looks old.
/// </summary>
internal static partial class StatusScenarios
{
    public const string Incident = "incident-in-a-minute", GoesAway = "goes-away", NotFound = "not-found",
        GatewayTimeout = "gateway-timeout", Slow = "slow", BrokenJson = "broken-json";

    public static readonly TimeSpan Step = TimeSpan.FromSeconds(15), Good = TimeSpan.FromSeconds(20);

    public static readonly IReadOnlyList<StatusScenario> All =
    [
        new("all-well", "All well"), new("minor", "Minor trouble"), new("major", "Major outage"),
        new("maintenance-now", "Maintenance now"), new("maintenance-planned", "Maintenance planned"),
        new("long-groups", "Long groups"), new("markup", "Markup and right-to-left text"), new("empty", "No services"),
        new(NotFound, "Not found"), new(GatewayTimeout, "504 with an HTML body"), new(Slow, "Slow"),
        new(BrokenJson, "Broken JSON"),
        new(GoesAway, "Goes away (stale after a minute)"), new(Incident, "An incident in a minute"),
    ];

    /// <summary>The document in a scenario's file, its dates counted from an origin; one step where it plays.</summary>
    public static string Fill(string file, DateTimeOffset origin, int step)
    {
        var text = Moment().Replace(File.ReadAllText(file), match =>
            WriteInstant(origin, match.Groups[1].Value, match.Groups[2].Value));
        text = Days().Replace(text, match => WriteDays(origin, match.Groups[1].Value));
        if (Path.GetFileNameWithoutExtension(file).Split('.')[0] != Incident) return text;

        using var play = JsonDocument.Parse(text);
        var steps = play.RootElement.GetProperty("steps");
        return steps[Math.Clamp(step, 0, steps.GetArrayLength() - 1)].GetRawText();
    }

    static string WriteInstant(DateTimeOffset origin, string number, string unit)
    {
        var seconds = unit switch { "s" => 1, "m" => 60, "h" => 3600, _ => 86400 };
        return origin.AddSeconds(int.Parse(number, CultureInfo.InvariantCulture) * seconds)
            .ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
    }

    static string WriteDays(DateTimeOffset origin, string troubles)
    {
        var words = troubles.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(trouble => trouble.Split(':'))
            .ToDictionary(trouble => int.Parse(trouble[0], CultureInfo.InvariantCulture), trouble => trouble[1]);
        return JsonSerializer.Serialize(Enumerable.Range(-89, 90).Select(day => new
        {
            day = origin.AddDays(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            status = words.GetValueOrDefault(day, "operational"),
            downtime_duration = words.GetValueOrDefault(day) == "downtime" ? 2_712.5 : 0,
            maintenance_duration = words.GetValueOrDefault(day) == "maintenance" ? 3_600 : 0,
        }));
    }

    [GeneratedRegex(@"\{([+-]\d{1,5})([smhd])\}")]
    private static partial Regex Moment();

    [GeneratedRegex(@"""\{history((?: -?\d{1,2}:[a-z_]+)*)\}""")]
    private static partial Regex Days();
}
