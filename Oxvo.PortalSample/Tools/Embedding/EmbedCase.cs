using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>What a rule looks at.</summary>
/// <param name="Asked">The address before redirects.</param>
/// <param name="Ancestors">Their origins, outermost first.</param>
sealed record EmbedCase(Uri Asked, FetchAnswer Answer, IReadOnlyList<string> Ancestors)
{
    public bool IsRedirected => Answer.Redirects.Count > 0 || Asked != Answer.Address;

    /// <summary>The enforced policies' headers. A report-only one blocks nothing.</summary>
    public IEnumerable<string> PolicyHeaders => Answer.Headers[ContentPolicy.Header];

    /// <summary>Those that this list leaves out.</summary>
    public IEnumerable<string> Missing(FrameAncestors list) =>
        Ancestors.Where(ancestor => !list.Allows(ancestor, Answer.Address, IsRedirected)).Distinct();
}
