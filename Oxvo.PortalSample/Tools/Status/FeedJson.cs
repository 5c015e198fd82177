using System.Globalization;
using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Reading of members that may be missing, null or of the wrong type: each of these is "not told", and nothing throws,
/// because a provider's slip must not take the whole page away.
/// </summary>
static class FeedJson
{
    public static JsonElement Member(this JsonElement row, string name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var member) ? member : default;

    public static IEnumerable<JsonElement> Rows(this JsonElement row, string name) => row.Member(name).Rows();

    public static IEnumerable<JsonElement> Rows(this JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];

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

    /// <summary>
    /// ISO 8601 with any offset, or JavaScript's <c>Date.toString()</c> as Instatus once wrote it. In UTC.
    /// </summary>
    public static DateTimeOffset? Instant(this JsonElement row, string name)
    {
        const string javascript = "ddd MMM dd yyyy HH:mm:ss 'GMT'zzz";
        if (row.Word(name) is not { Length: >= 16 and < 100 } text) return null;

        var isRead = text[4] == '-'
            ? DateTimeOffset.TryParse(
                text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            : DateTimeOffset.TryParseExact(
                text.Split(" (")[0], javascript, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
        return isRead ? instant.ToUniversalTime() : null;
    }

    /// <summary>How a component is, in the words of Statuspage and Better Stack. Any other word is unknown.</summary>
    public static ServiceState State(this JsonElement row, string name) => row.Word(name)?.ToLowerInvariant() switch
    {
        "operational" or "resolved" or "recovered" => ServiceState.Operational,
        "degraded" or "degraded_performance" => ServiceState.Degraded,
        "partial_outage" => ServiceState.PartialOutage,
        "major_outage" or "full_outage" or "downtime" => ServiceState.MajorOutage,
        "maintenance" or "under_maintenance" => ServiceState.Maintenance,
        _ => ServiceState.Unknown,
    };

    /// <summary>Whether an incident or a maintenance goes on, in the words of Statuspage and Instatus.</summary>
    public static bool IsOpen(this JsonElement row) =>
        row.Step("status") is not (Progress.Resolved or Progress.Completed);

    /// <summary>How far something is, in the words of Statuspage and Instatus.</summary>
    public static Progress Step(this JsonElement row, string name) => row.Word(name)?.ToLowerInvariant() switch
    {
        "investigating" => Progress.Investigating,
        "identified" => Progress.Identified,
        "monitoring" => Progress.Monitoring,
        "resolved" or "postmortem" => Progress.Resolved,
        "scheduled" or "notstartedyet" => Progress.Scheduled,
        "in_progress" or "inprogress" => Progress.InProgress,
        "verifying" => Progress.Verifying,
        "completed" => Progress.Completed,
        _ => Progress.Unknown,
    };
}
