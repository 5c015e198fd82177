using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>
/// How one provider's addresses are known, and what becomes of them. All of it is data: a provider is added by writing a rule
/// into a template's file.
/// </summary>
public sealed record AddressRule
{
    /// <summary>The provider's name for people; null for any page.</summary>
    public string? Provider { get; init; }

    /// <summary>Where the provider describes this; read by people alone.</summary>
    public string? Source { get; init; }

    /// <summary>Why the rule is as it is; read by people alone.</summary>
    public string? Note { get; init; }

    /// <summary>
    /// <c>www.x.example</c>; <c>*.x.example</c> for the hosts below it; <c>{messenger}</c> for this run's messenger; <c>*</c> for any
    /// host and port.
    /// </summary>
    public required IReadOnlyList<string> Hosts { get; init; }

    /// <summary>Whether an http address of this machine does not fit.</summary>
    public bool HttpsOnly { get; init; }

    /// <summary>The whole path without its last slash, as the browser sends it; named groups are for <see cref="Makes"/>.</summary>
    public Pattern Path { get; init; } = Pattern.Anything;

    /// <summary>Parameters that must be there, and what each must match; their names are groups too.</summary>
    public IReadOnlyDictionary<string, Pattern> Query { get; init; } = new Dictionary<string, Pattern>();

    /// <summary>
    /// The made address, with the groups in braces. <c>{address}</c> is the address as it was given, <c>{page}</c> a status page's
    /// own, without incident or feed, <c>{host}</c> its host, <c>{embeddedBy}</c> the messenger's.
    /// </summary>
    public string? Makes { get; init; }

    /// <summary>Which other parameters go over into the made address; the rest is dropped.</summary>
    public IReadOnlyList<KeptParameter> Keeps { get; init; } = [];

    /// <summary>Instead of an address: what this one is, and which to use.</summary>
    public string? Refuses { get; init; }

    /// <summary>What to know about an address that is accepted all the same.</summary>
    public string? Warns { get; init; }

    /// <summary>Where the provider takes an identifier, if it takes one.</summary>
    public IdentifierParameter? Identifier { get; init; }
}

/// <summary>Parameters that go over into the made address. A name that begins with <c>#</c> is one of the fragment.</summary>
public sealed record KeptParameter
{
    /// <summary>
    /// Names for one meaning, the first that is there counts; or one name that ends with <c>*</c>, for all that begin so.
    /// </summary>
    public required IReadOnlyList<string> Names { get; init; }

    /// <summary>Its name in the made address, where that is another.</summary>
    public string? As { get; init; }

    /// <summary>What its value must match to be kept.</summary>
    public Pattern? Pattern { get; init; }

    /// <summary>Whether <c>1h2m3s</c> becomes 3723.</summary>
    public bool Seconds { get; init; }
}

/// <summary>A parameter that carries the identifier: a claim, for the receiver's records and never for its decisions.</summary>
public sealed record IdentifierParameter
{
    /// <summary><c>query</c> or <c>fragment</c>.</summary>
    public required string In { get; init; }

    public required string Name { get; init; }
}

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
