namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>What a page's X-Frame-Options headers come to.</summary>
enum FrameOptions { None, Allow, SameOrigin, Deny, Invalid, Conflict }

/// <summary>
/// X-Frame-Options as browsers read it (https://html.spec.whatwg.org/#the-x-frame-options-header): the values of all
/// headers together, one word each.
/// </summary>
static class FrameOptionsHeader
{
    public const string Name = "X-Frame-Options";
    static readonly char[] Whitespace = [' ', '\t', '\n', '\r'];

    /// <param name="headers">The value of each header of that name.</param>
    public static FrameOptions Parse(IEnumerable<string> headers)
    {
        var values = headers.SelectMany(header => header.Split(',')).Select(value => value.Trim(Whitespace).ToUpperInvariant()).Distinct().ToList();
        if (values.Count == 0) return FrameOptions.None;
        var words = values.Select(Read).ToList();
        // Two values that differ block if a browser knows either, be it the harmless one or a comma too many.
        if (words.All(word => word == FrameOptions.Invalid)) return FrameOptions.Invalid;
        return words.Count == 1 ? words[0] : FrameOptions.Conflict;
    }

    // ALLOW-FROM is not in the HTML standard, and no browser follows it any more.
    static FrameOptions Read(string value) => value switch
    {
        "DENY" => FrameOptions.Deny,
        "SAMEORIGIN" => FrameOptions.SameOrigin,
        "ALLOWALL" => FrameOptions.Allow,
        _ => FrameOptions.Invalid,
    };
}
