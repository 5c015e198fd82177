using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Portal.Hosting;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>A fault of the demo data that the person at the keyboard can repair.</summary>
public sealed class DemoDataException(string message) : StartException(message);

/// <summary>
/// The files of <c>seed-data</c> ship with the repository, so its tests check what they say. A start finds only whether
/// each can be read.
/// </summary>
public static class SeedFile
{
    // An unknown member is a slip of the pen, and would be left out without a word.
    public static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        ReadCommentHandling = JsonCommentHandling.Skip,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        AllowDuplicateProperties = false,
        Converters = { new JsonStringEnumConverter(), new PatternConverter() },
    };

    /// <exception cref="DemoDataException">It cannot be read; the message names the place in it.</exception>
    public static T Read<T>(string file, string what) where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(file), Strict)
                ?? throw new JsonException("it holds null.");
        }
        catch (JsonException fault)
        {
            throw new DemoDataException(
                $"{file}: it cannot be read as {what}, at {fault.Path ?? "$"}: {fault.Message}");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new DemoDataException($"{file}: it cannot be read: {fault.Message}");
        }
    }
}

/// <summary>
/// A regular expression for the whole of a text, matched in time proportional to the text. Without backtracking a group
/// takes as much as it can, however it is written: two rules say what "as little" would.
/// </summary>
sealed class PatternConverter : JsonConverter<Regex>
{
    public override Regex Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();
        try
        {
            // By itself first: "a)|(b" is a regular expression only between the anchors.
            _ = new Regex(text, RegexOptions.CultureInvariant);
            return new($@"\A(?:{text})\z",
                RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture);
        }
        catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
        {
            throw new JsonException(
                $"'{text}' is not a pattern that can be matched in one pass: {fault.Message}", fault);
        }
    }

    public override void Write(Utf8JsonWriter writer, Regex value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
