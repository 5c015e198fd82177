using System.Text;

namespace Oxvo.PortalSample.Tools.Fetching;

/// <summary>
/// Tells a guard against robots that answers in a page's place: it says nothing about what the page shows to people,
/// nor whether the page is public.
/// </summary>
static class RobotGuard
{
    public const string Told =
        "a guard against robots answers our server in its place, and a browser gets another answer";

    // Documented marks of a challenge, whatever its status:
    // https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
    // https://docs.aws.amazon.com/waf/latest/developerguide/waf-captcha-and-challenge-how-it-works.html
    static readonly string[] Challenges = ["cf-mitigated", "x-vercel-mitigated", "x-amzn-waf-action", "sg-captcha"];

    // Guards that name themselves on what passes too: only a refusal is theirs.
    static readonly string[]
        Headers = ["x-datadome", "x-dd-b", "x-iinfo", "x-sucuri-block", "x-kpsdk-ct"],
        Servers = ["AkamaiGHost", "DataDome", "ddos-guard"],
        Words =
        [
            "Just a moment...", "Attention Required! | Cloudflare", "cf-error-details", "cdn-cgi/challenge-platform",
            "challenges.cloudflare.com", "Checking your browser", "Incapsula", "captcha", "awswaf", "DDoS-Guard",
            "errors.edgesuite.net", "Sucuri WebSite Firewall", "Vercel Security Checkpoint", "you are a human",
            "you are human", "not a robot", "not a bot", "Pardon Our Interruption",
        ];

    const int Looked = 16 * 1024;

    public static bool Answers(FetchAnswer answer)
    {
        if (Challenges.Any(answer.Headers.Contains)) return true;
        if ((int)answer.Status is not (202 or 403 or 405 or 406 or 429 or 503)) return false;
        if (Headers.Any(answer.Headers.Contains)) return true;
        if (answer.Headers["Server"].Any(server => Servers.Contains(server, StringComparer.OrdinalIgnoreCase)))
            return true;
        var text = answer.IsPage ? Encoding.UTF8.GetString(answer.Body.AsSpan(0, Math.Min(answer.Body.Length, Looked)))
            : "";
        return Words.Any(word => text.Contains(word, StringComparison.OrdinalIgnoreCase));
    }
}
