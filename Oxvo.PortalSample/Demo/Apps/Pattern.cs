using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>
/// A regular expression from a template's file, for the whole of a text. It is matched without backtracking, in time
/// proportional to the text, so that no pattern can be made to hang. Without it a group takes as much as it can, however it
/// is written: two rules say what "as little" would.
/// </summary>
[JsonConverter(typeof(FromJson))]
public sealed class Pattern
{
    const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    public static readonly Pattern Anything = new(".*");

    readonly Regex regex;

    /// <exception cref="ArgumentException">No regular expression.</exception>
    /// <exception cref="NotSupportedException">One that looks around or back, or is too large.</exception>
    public Pattern(string text)
    {
        // By itself first: "a)|(b" would be none by itself, and half anchored between the anchors.
        _ = new Regex(text, RegexOptions.CultureInvariant);
        regex = new Regex($@"\A(?:{text})\z", Options);
    }

    public IEnumerable<string> Groups => regex.GetGroupNames().Where(name => !char.IsAsciiDigit(name[0]));

    public bool Matches(string text) => regex.IsMatch(text);

    /// <summary>The named groups, empty where one took no part; null where the text does not match.</summary>
    public IReadOnlyDictionary<string, string>? Read(string text) =>
        regex.Match(text) is { Success: true } match ? Groups.ToDictionary(name => name, name => match.Groups[name].Value) : null;

    sealed class FromJson : JsonConverter<Pattern>
    {
        public override Pattern Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options)
        {
            var text = reader.TokenType == JsonTokenType.String ? reader.GetString()! : throw new JsonException();
            try
            {
                return new(text);
            }
            catch (Exception fault) when (fault is ArgumentException or NotSupportedException)
            {
                throw new JsonException($"'{text}' is not a pattern that can be matched in one pass: {fault.Message}", fault);
            }
        }

        public override void Write(Utf8JsonWriter writer, Pattern value, JsonSerializerOptions options) =>
            throw new NotSupportedException();
    }
}
