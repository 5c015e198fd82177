using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.Embedding;

/// <summary>What the address itself says: https, and where it leads.</summary>
static partial class AddressRules
{
    public static IEnumerable<EmbedFinding> Https(EmbedCase page) =>
        page.Answer.Address.Scheme == "http" ? [PlainHttp(page.Answer.Address, page.Ancestors)] : [];

    /// <summary>About a page on plain http: mixed content (https://www.w3.org/TR/mixed-content/) wherever the website is on https.</summary>
    public static EmbedFinding PlainHttp(Uri address, IReadOnlyList<string> ancestors) => new()
    {
        Blocks = !EmbedCheck.IsThisMachine(address) && ancestors.Any(ancestor => ancestor.StartsWith("https:", StringComparison.OrdinalIgnoreCase)),
        Seen = address.GetLeftPart(UriPartial.Authority),
        Why = EmbedCheck.IsThisMachine(address) ? "Plain http works on this machine alone: on a website with https the browser blocks it as mixed content."
            : "On a website with https the browser blocks plain http as mixed content.",
        Repair = $"Serve the page over https: {Secured(address)}",
    };

    /// <summary>The headers of the redirect itself count for nothing; those of the page that it ends at do.</summary>
    public static IEnumerable<EmbedFinding> Redirect(EmbedCase page)
    {
        var from = page.Asked.GetLeftPart(UriPartial.Authority);
        var to = page.Answer.Address.GetLeftPart(UriPartial.Authority);
        var signIn = page.IsRedirected && SignIn().IsMatch(page.Answer.Address.AbsolutePath);
        if (from != to || signIn)
            yield return new()
            {
                Blocks = false,
                Seen = $"It leads to {page.Answer.Address.GetLeftPart(UriPartial.Path)}",
                Why = signIn ? "What opens in the messenger is a sign-in page, and signing in seldom works in a frame: its cookies do not arrive."
                    : "What opens in the messenger is the page that it leads to, on another origin.",
                Repair = signIn ? "Let the address answer with the app itself, without a sign-in."
                    : $"Name {page.Answer.Address.GetLeftPart(UriPartial.Path)} itself, or let the address answer without a redirect.",
            };
    }

    static string Secured(Uri address) =>
        new UriBuilder(address) { Scheme = "https", Port = address.IsDefaultPort ? -1 : address.Port }.Uri.GetLeftPart(UriPartial.Path);

    [GeneratedRegex(@"/((log|sign)[-_]?in|auth|authorize|sso)\b", RegexOptions.IgnoreCase, 5_000)]
    private static partial Regex SignIn();
}
