using System.Globalization;
using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Reads members that may be missing, null or of the wrong type: each of these is "not told", and nothing throws,
/// because a provider's slip must not take the whole page away.
/// </summary>
static class FeedJson
{
    public static JsonElement Member(this JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var member) ? member : default;

    public static IEnumerable<JsonElement> Rows(this JsonElement row, string name) =>
        row.Member(name) is { ValueKind: JsonValueKind.Array } list ? list.EnumerateArray() : [];

    public static string? Word(this JsonElement row, string name) => row.Member(name).Word();

    public static string? Word(this JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair, or bytes that are not UTF-8
        }
    }

    /// <summary>A name as it stands, in one line; null where nothing is left.</summary>
    public static string? Name(this JsonElement row, string name) => FeedText.Name(row.Word(name));

    /// <summary>Plain text in one line; null where nothing is left.</summary>
    public static string? Line(this JsonElement row, string name) => FeedText.Line(row.Word(name));

    /// <summary>An https address.</summary>
    public static string? Link(this JsonElement row, string name) => FeedText.SafeLink(row.Word(name));

    /// <summary>An id, which some feeds write as a number in one place and as text in another.</summary>
    public static string? Id(this JsonElement row, string name) =>
        row.Member(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : row.Word(name);

    /// <summary>A number, or text that holds one.</summary>
    public static double? Number(this JsonElement row, string name) =>
        double.TryParse(row.Id(name), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && double.IsFinite(number) ? number : null;

    public static bool IsTrue(this JsonElement row, string name) => row.Member(name).ValueKind == JsonValueKind.True;

    /// <summary>ISO 8601, or JavaScript's <c>Date.toString()</c> as Instatus once wrote it. In UTC.</summary>
    public static DateTimeOffset? Instant(this JsonElement row, string name)
    {
        const string javaScript = "ddd MMM dd yyyy HH:mm:ss 'GMT'zzz";
        var text = row.Word(name);
        var isRead = DateTimeOffset.TryParseExact(
            text?.Split(" (")[0], javaScript, CultureInfo.InvariantCulture, DateTimeStyles.None, out var instant);
        if (!isRead && text is { Length: >= 16 and < 100 } && text[4] == '-')
            isRead = DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out instant);
        return isRead ? instant.ToUniversalTime() : null;
    }

    /// <summary>How something is, in the words of every provider. Any other word is unknown.</summary>
    public static ServiceState State(this JsonElement row, string name) => row.Word(name)?.ToLowerInvariant() switch
    {
        "operational" or "up" or "none" or "resolved" or "recovered" => ServiceState.Operational,
        "maintenance" or "under_maintenance" => ServiceState.Maintenance,
        "degraded" or "degraded_performance" or "minor" or "hasissues" => ServiceState.Degraded,
        "partial_outage" or "major" => ServiceState.PartialOutage,
        "major_outage" or "full_outage" or "critical" or "downtime" => ServiceState.MajorOutage,
        // Instatus puts a quantity in front (ONEPARTIALOUTAGE), so the end of its words tells the trouble.
        { } word when Ends(word, "majoroutage") => ServiceState.MajorOutage,
        { } word when Ends(word, "partialoutage") || Ends(word, "minoroutage") => ServiceState.PartialOutage,
        { } word when Ends(word, "degradedperformance") => ServiceState.Degraded,
        { } word when Ends(word, "undermaintenance") => ServiceState.Maintenance,
        _ => ServiceState.Unknown,
    };

    static bool Ends(string word, string end) => word.EndsWith(end, StringComparison.Ordinal);

    /// <summary>How far something is, in the words of Statuspage, incident.io and Instatus.</summary>
    public static Progress Step(this JsonElement row, string name) =>
        row.Word(name)?.Replace("_", "").ToLowerInvariant() switch
        {
            "notstartedyet" or "maintenancescheduled" => Progress.Scheduled,
            "maintenanceinprogress" => Progress.InProgress,
            "complete" or "maintenancecomplete" or "maintenancecompleted" => Progress.Completed,
            "postmortem" => Progress.Resolved,
            var word => Enum.GetValues<Progress>().FirstOrDefault(
                step => step.ToString().Equals(word, StringComparison.OrdinalIgnoreCase)),
        };

    /// <summary>Whether an incident or a maintenance goes on, in the words of Statuspage and Instatus.</summary>
    public static bool IsOpen(this JsonElement row) =>
        row.Step("status") is not (Progress.Resolved or Progress.Completed);
}
