using System.Globalization;
using System.Text.Json;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Reading of members that may be missing, null or of the wrong type: each of these is "not told", and nothing throws,
/// because a provider's slip must not take the whole page away.
/// </summary>
static class FeedJson
{
    // Deeper or doubled is no status feed, and which of two members counts would be anybody's guess.
    static readonly JsonDocumentOptions Strict = new() { MaxDepth = 32, AllowDuplicateProperties = false };

    /// <exception cref="FeedException">This is no JSON, or it is nested too deep.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonDocument.Parse(body, Strict);
        }
        catch (JsonException)
        {
            throw new FeedException("what came is no JSON of a status feed");
        }
    }

    public static JsonElement Member(this JsonElement row, ReadOnlySpan<byte> name) =>
        row.ValueKind == JsonValueKind.Object && row.TryGetProperty(name, out var member) ? member : default;

    public static JsonElement.ArrayEnumerator Rows(this JsonElement row, ReadOnlySpan<byte> name) => row.Member(name).Rows();

    public static JsonElement.ArrayEnumerator Rows(this JsonElement list) =>
        list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : default;

    public static string? Word(this JsonElement row, ReadOnlySpan<byte> name) => row.Member(name).Word();

    public static string? Word(this JsonElement value)
    {
        if (value.ValueKind != JsonValueKind.String) return null;
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null; // half a surrogate pair, or bytes that are no UTF-8
        }
    }

    /// <summary>An id, which some feeds write as a number in one place and as text in another.</summary>
    public static string? Id(this JsonElement row, ReadOnlySpan<byte> name) =>
        row.Member(name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : row.Word(name);

    /// <summary>A number, or text that holds one.</summary>
    public static double? Number(this JsonElement row, ReadOnlySpan<byte> name)
    {
        var member = row.Member(name);
        var isNumber = member.ValueKind == JsonValueKind.Number
            ? member.TryGetDouble(out var number)
            : double.TryParse(member.Word(), NumberStyles.Float, CultureInfo.InvariantCulture, out number);
        return isNumber && double.IsFinite(number) ? number : null;
    }

    public static bool IsTrue(this JsonElement row, ReadOnlySpan<byte> name) =>
        row.Member(name).ValueKind == JsonValueKind.True;

    /// <summary>
    /// ISO 8601 with any offset, or JavaScript's <c>Date.toString()</c> as Instatus once wrote it. In UTC.
    /// </summary>
    public static DateTimeOffset? Instant(this JsonElement row, ReadOnlySpan<byte> name)
    {
        const string javascript = "ddd MMM dd yyyy HH:mm:ss 'GMT'zzz";
        if (row.Word(name) is not { Length: >= 16 and < 100 } text) return null;

        var isRead = text[4] == '-'
            ? DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            : DateTimeOffset.TryParseExact(
                text.Split(" (")[0], javascript, CultureInfo.InvariantCulture, DateTimeStyles.None, out instant);
        return isRead ? instant.ToUniversalTime() : null;
    }
}

/// <summary>A feed cannot be read. The message follows on a page's address, in one line.</summary>
public sealed class FeedException(string message) : Exception(message);
