using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>How a check came out. Only <see cref="Fail"/> blocks a page, or makes a launch fail.</summary>
public enum CheckOutcome
{
    Pass,
    Warn,
    Fail,

    /// <summary>For a person to do; the repair holds the steps.</summary>
    Manual,

    /// <summary>Nothing is known. The repair says what would run it. Never taken for a pass.</summary>
    NotRun,
}

/// <summary>What a check or a rule found. Texts may have several lines.</summary>
/// <param name="Seen">A header and its value as it came, a count beside its limit, an address.</param>
/// <param name="Why">Why it matters, in one sentence; empty where nothing is wrong.</param>
/// <param name="Repair">What to write, change or run; a line that begins with <c>$ </c> is a command.</param>
public sealed record Finding([property: JsonIgnore] CheckOutcome Result, string Seen, string Why, string Repair)
{
    /// <summary>The id of the embedding rule that found it.</summary>
    [JsonIgnore] public string Rule { get; init; } = "";

    /// <summary>Not run because it does not apply or was not asked for; another that did not run is missed.</summary>
    [JsonIgnore] public bool IsExcused { get; init; }

    /// <summary>False: the browser shows the page all the same.</summary>
    [JsonPropertyOrder(-1)] public bool Blocks => Result == CheckOutcome.Fail;

    public static Finding Pass(string seen) => new(CheckOutcome.Pass, seen, "", "");
    public static Finding Warn(string seen, string why, string repair) => new(CheckOutcome.Warn, seen, why, repair);
    public static Finding Fail(string seen, string why, string repair) => new(CheckOutcome.Fail, seen, why, repair);
    public static Finding NotRun(string seen, string repair) => new(CheckOutcome.NotRun, seen, "", repair);

    public static Finding DoesNotApply(string seen, string repair) => NotRun(seen, repair) with { IsExcused = true };

    /// <summary>The first five, one on each line.</summary>
    public static string Lines(IEnumerable<string> all)
    {
        string[] different = [.. all.Distinct()];
        var first = different.Take(5).Select(text => text.Length <= 160 ? text : text[..160] + "…");
        return string.Join('\n', different.Length <= 5 ? first : first.Append($"and {different.Length - 5} more"));
    }
}
