using System.Globalization;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// The reading as a short table for people. State is a sign, a word and a colour; the colour only where it can be seen.
/// </summary>
static class StatusTable
{
    const int MostLines = 12;

    /// <summary>On a terminal, unless NO_COLOR is set (https://no-color.org).</summary>
    public static bool IsColoured(TextWriter output) =>
        output == Console.Out && !Console.IsOutputRedirected && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));

    public static void Write(StatusReading reading, TextWriter output, bool isColoured)
    {
        output.WriteLine($"{State(reading.State)}  {reading.Name ?? "Status page"}{After(": ", reading.Wording)}");
        List("Incidents", reading.Incidents, incident => $"{State(incident.Impact)}  {incident.Title}"
            + After("  ", incident.Wording?.ToLowerInvariant()) + After("  since ", Time(incident.StartedAt)));
        List("Maintenance", reading.Maintenance, work =>
            Paint(ServiceState.Maintenance, $"◆ {Words(work.Phase.ToString()),-14}") + "  " + work.Title
            + After("  from ", Time(work.StartsAt)) + After(" to ", Time(work.EndsAt)));

        var leaves = Leaves(reading.Components ?? []).ToArray();
        var others = leaves.Where(leaf => leaf.State != ServiceState.Operational).ToArray();
        var rest = $"{leaves.Length - others.Length} of {leaves.Length} operational";
        List($"Services: {(reading.Components is null ? "not told" : rest)}", others, leaf =>
            $"{State(leaf.State)}  {leaf.Name}{After("  ", leaf.State == ServiceState.Unknown ? leaf.Wording : null)}", isAlways: true);
        if (reading.DroppedRows > 0) output.WriteLine($"{reading.DroppedRows} rows of the feed could not be read.");
        if (reading.Url is not null) output.WriteLine(reading.Url);

        void List<T>(string heading, IReadOnlyList<T> rows, Func<T, string> line, bool isAlways = false)
        {
            if (rows.Count == 0 && !isAlways) return;
            output.WriteLine(heading);
            foreach (var row in rows.Take(MostLines)) output.WriteLine($"  {line(row)}");
            if (rows.Count > MostLines) output.WriteLine($"  and {rows.Count - MostLines} more");
        }

        string State(ServiceState state) => Paint(state, $"{Look(state).Sign} {Words(state.ToString()),-14}");

        string Paint(ServiceState state, string text) => isColoured ? $"\e[{Look(state).Colour}m{text}\e[0m" : text;
    }

    static (char Sign, int Colour) Look(ServiceState state) => state switch
    {
        ServiceState.Operational => ('●', 32),
        ServiceState.Maintenance => ('◆', 34),
        ServiceState.Unknown => ('?', 90),
        ServiceState.Degraded => ('▲', 33),
        ServiceState.PartialOutage => ('◐', 33),
        _ => ('✕', 31),
    };

    static IEnumerable<StatusComponent> Leaves(IEnumerable<StatusComponent> rows) =>
        rows.SelectMany(row => row.Children is null ? [row] : Leaves(row.Children));

    // PartialOutage is "Partial outage" to people.
    static string Words(string name) =>
        name[0] + string.Concat(name.Skip(1).Select(c => char.IsUpper(c) ? $" {char.ToLowerInvariant(c)}" : c.ToString()));

    static string After(string lead, string? text) => text is null ? "" : lead + text;

    static string? Time(DateTimeOffset? time) =>
        time?.ToLocalTime().ToString("d MMM yyyy HH:mm zzz", CultureInfo.InvariantCulture);
}
