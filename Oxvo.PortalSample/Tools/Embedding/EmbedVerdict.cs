using System.Text.Json.Serialization;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>Whether a browser shows the page below its ancestors.</summary>
public enum EmbedOutcome
{
    Allowed,
    Blocked,

    /// <summary>The page could not be asked, which says nothing about what it would have answered.</summary>
    Unknown,
}

/// <summary>One thing about the answer, with what to do about it.</summary>
public sealed record EmbedFinding
{
    /// <summary>The id of the rule that found it.</summary>
    [JsonIgnore] public string Rule { get; init; } = "";

    /// <summary>False: a warning. The browser shows the page all the same.</summary>
    public required bool Blocks { get; init; }

    /// <summary>The header and its value as it came, <c>X-Frame-Options: DENY</c>, or what else was seen.</summary>
    public required string Seen { get; init; }

    /// <summary>One sentence.</summary>
    public required string Why { get; init; }

    /// <summary>Where a header repairs it, the whole line as the page should send it; else one sentence.</summary>
    public required string Repair { get; init; }
}

/// <summary>What a browser makes of a page's answer.</summary>
public sealed record EmbedVerdict
{
    public required EmbedOutcome Outcome { get; init; }

    /// <summary>One sentence for people.</summary>
    public required string Summary { get; init; }

    /// <summary>After redirects; null where no answer came.</summary>
    public required Uri? Address { get; init; }

    /// <summary>What blocks comes first.</summary>
    public required IReadOnlyList<EmbedFinding> Findings { get; init; }
}
