namespace Oxvo.PortalSample.Embedding;

/// <summary>What a page's X-Frame-Options headers come to.</summary>
enum FrameOptions { None, Allow, SameOrigin, Deny, Invalid, Conflict }

/// <summary>
/// X-Frame-Options as browsers read it (https://html.spec.whatwg.org/#the-x-frame-options-header): all values of all
/// headers together, one word each, and values that differ block.
/// </summary>
static class FrameOptionsHeader
{
    public const string Name = "X-Frame-Options";

    /// <param name="headers">The value of each header of that name.</param>
    public static FrameOptions Parse(IEnumerable<string> headers)
    {
        var values = headers.SelectMany(header => header.Split(',')).Select(Read).Distinct().ToList();
        return values.Count switch { 0 => FrameOptions.None, 1 => values[0], _ => FrameOptions.Conflict };
    }

    // ALLOW-FROM was never in the HTML standard, and no browser follows it any more.
    static FrameOptions Read(string value) => value.Trim().ToUpperInvariant() switch
    {
        "DENY" => FrameOptions.Deny,
        "SAMEORIGIN" => FrameOptions.SameOrigin,
        "ALLOWALL" => FrameOptions.Allow,
        _ => FrameOptions.Invalid,
    };
}
