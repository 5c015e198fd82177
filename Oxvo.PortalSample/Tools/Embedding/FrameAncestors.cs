namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>
/// The frame-ancestors directive (https://www.w3.org/TR/CSP3/#directive-frame-ancestors): every ancestor must be in the
/// list, not the nearest alone. What is not a source is left out; an empty list allows no page.
/// </summary>
sealed class FrameAncestors
{
    public const string Name = "frame-ancestors";

    readonly string[] tokens;

    public FrameAncestors(string value) => tokens = [.. ContentPolicy.Tokens(value).Where(IsSource)];

    /// <summary>Whether this ancestor is in the list of the page at <paramref name="self"/>.</summary>
    public bool Allows(string ancestor, Uri self, bool redirected) =>
        Uri.TryCreate(ancestor, UriKind.Absolute, out var origin) && tokens.Any(token => token switch
        {
            "*" => origin.Scheme is "http" or "https",
            _ when IsSelf(token) => new AncestorSource(self.Scheme, self.IdnHost, self.Port, "").Matches(origin, self, redirected),
            _ => AncestorSource.Parse(token)!.Matches(origin, self, redirected),
        });

    /// <summary>The list with these ancestors in it as well, and without what browsers pass over.</summary>
    public string With(IEnumerable<string> ancestors) => string.Join(' ', tokens.Concat(ancestors).Distinct());

    // 'none' means something only where it is alone, and then it means an empty list.
    static bool IsSource(string token) => IsSelf(token) || AncestorSource.Parse(token) is not null;

    static bool IsSelf(string token) => token.Equals("'self'", StringComparison.OrdinalIgnoreCase);
}
