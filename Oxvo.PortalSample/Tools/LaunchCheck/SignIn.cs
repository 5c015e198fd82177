using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether a redirect ended at a sign-in page, by its address or its password field.</summary>
static partial class SignIn
{
    public static CheckFinding InTheWay { get; } = CheckFinding.NotRun("A sign-in page came in its place.",
        "See to the redirect first, then run this again.");

    public static async Task<bool> IsReachedAsync(CheckedApp app)
    {
        var page = await app.PageAsync();
        if (page.Redirects.Count == 0 || page.Address.AbsolutePath == app.Options.Address.AbsolutePath) return false;
        return Path().IsMatch(page.Address.AbsolutePath)
            || (PageChecks.IsPage(page) && (int)page.Status is >= 200 and < 300
                && (await app.DocumentAsync()).QuerySelector("input[type=password]") is not null);
    }

    [GeneratedRegex(@"(?<![a-z])(?:sign-?_?in|log-?_?in|log-?_?on|auth|authori[sz]e|oauth2?|sso|saml2?|sessions?/new)(?![a-z])",
        RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Path();
}
