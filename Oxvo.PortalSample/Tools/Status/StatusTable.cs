using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>The reading as a short table for people. A state has a sign, a word and maybe a colour.</summary>
static class StatusTable
{
    const int MostLines = 12;

    // By ServiceState, in its order.
    const string Signs = "●◆?▲◐✕";
    static readonly int[] Colours = [32, 34, 90, 33, 33, 31];
    static readonly Regex Capital = Pattern.New("(?!^)[A-Z]");

    /// <summary>On a terminal, unless NO_COLOR is set (https://no-color.org).</summary>
    public static bool IsColoured(TextWriter output) => output == Console.Out && !Console.IsOutputRedirected
        && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static void Write(StatusReading reading, TextWriter output, bool isColoured)
    {
        var leaves = reading.Components?.SelectMany(row => row.Leaves).ToList();
        var others = leaves?.FindAll(leaf => leaf.State != ServiceState.Operational) ?? [];
        var health = leaves is null ? "not told" : $"{leaves.Count - others.Count} of {leaves.Count} operational";

        Line($"{State(reading.State)}  {reading.Name ?? "Status page"}{After(": ", reading.Wording)}");
        if (reading.Incidents.Count > 0) List("Incidents", reading.Incidents, incident =>
            $"{State(incident.Impact)}  {incident.Title}{After("  ", incident.Wording?.ToLowerInvariant())}"
            + After("  since ", Time(incident.StartedAt)));
        if (reading.Maintenance.Count > 0) List("Maintenance", reading.Maintenance, work =>
            $"{State(ServiceState.Maintenance, work.Phase)}  {work.Title}"
            + After("  from ", Time(work.StartsAt)) + After(" to ", Time(work.EndsAt)));
        List($"Services: {health}", others, leaf =>
            $"{State(leaf.State)}  {leaf.Name}{After("  ", leaf.State == ServiceState.Unknown ? leaf.Wording : null)}");
        if (reading.DroppedRows > 0) output.WriteLine($"{reading.DroppedRows} rows of the feed could not be read.");
        if (reading.Url is not null) Line(reading.Url);

        void Line(string text) => output.WriteLine(Unseen.ForLog(text));

        void List<T>(string heading, IReadOnlyList<T> rows, Func<T, string> line)
        {
            output.WriteLine(heading);
            foreach (var row in rows.Take(MostLines)) Line($"  {line(row)}");
            if (rows.Count > MostLines) output.WriteLine($"  and {rows.Count - MostLines} more");
        }

        // PartialOutage is "Partial outage" to people.
        string State(ServiceState state, Enum? shown = null)
        {
            var word = Capital.Replace($"{shown ?? state}", match => " " + match.Value.ToLowerInvariant());
            var text = $"{Signs[(int)state]} {word,-14}";
            return isColoured ? $"\e[{Colours[(int)state]}m{text}\e[0m" : text;
        }
    }

    static string After(string lead, string? text) => text is null ? "" : lead + text;

    static string? Time(DateTimeOffset? time) =>
        time?.ToLocalTime().ToString("d MMM yyyy HH:mm zzz", CultureInfo.InvariantCulture);
}
