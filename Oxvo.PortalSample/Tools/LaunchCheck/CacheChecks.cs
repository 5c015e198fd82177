using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Headers that keep personal data where it does not belong, or that a nested frame does not give back.</summary>
static partial class CacheChecks
{
    const int LongSeconds = 60;

    public static async Task<CheckFinding> PersonalData(CheckedApp app)
    {
        List<string> found = [];
        var page = await app.PageAsync();
        if (page.Headers["Set-Cookie"].Any() && IsKept(page)) found.Add($"the page, with a cookie of its visitor: {CacheControl(page)}");
        var api = app.Options.Api is { } address ? await app.AskApiAsync(address) : null;
        if (api is not null && (IsKept(api) || IsBare(api))) found.Add($"the API, status {(int)api.Status}: {CacheControl(api)}");
        if (found.Count > 0)
            return CheckFinding.Fail(string.Join('\n', found),
                "The next visitor behind the same cache, or at the same computer, gets the last one's data.",
                "Cache-Control: private, no-store");
        return CheckFinding.Pass(api is null ? "the page alone: no data endpoint was named" : CacheControl(api));
    }

    public static async Task<CheckFinding> NestedCookies(CheckedApp app)
    {
        const string why = "Below a foreign website the browser neither keeps nor sends it.";
        List<FetchAnswer> answers = [await app.PageAsync()];
        if (app.Options.Api is { } api) answers.Add(await app.AskApiAsync(api));
        var cookies = answers.SelectMany(answer => answer.Headers["Set-Cookie"]).Select(Cookie.Parse).ToArray();
        var broken = cookies.Where(cookie => !cookie.CrossesSites).ToArray();
        const string repair = "Do without: prove who the visitor is by a token in memory. Where it must be, add:\n"
            + "SameSite=None; Secure; Partitioned";
        if (broken.Length > 0)
            return broken.Any(cookie => Needed().IsMatch(cookie.Name)) ? CheckFinding.Fail(Named(broken), why, repair)
                : CheckFinding.Warn(Named(broken), why, repair);
        var thirdParty = cookies.Where(cookie => !cookie.IsPartitioned).ToArray();
        return thirdParty.Length == 0 ? CheckFinding.Pass(cookies.Length == 0 ? "no cookies" : Named(cookies))
            : CheckFinding.Warn(Named(thirdParty), "Browsers that block third-party cookies drop it.", repair);
    }

    static string Named(Cookie[] cookies) =>
        Lines.JoinFirst([.. cookies.Select(cookie => $"{cookie.Name}: {cookie.Attributes}")]);

    /// <summary>Kept by shared caches, or for longer than a minute by the browser.</summary>
    static bool IsKept(FetchAnswer answer)
    {
        var value = CacheControl(answer);
        if (value.Contains("no-store", StringComparison.OrdinalIgnoreCase)) return false;
        double[] ages = [.. Ages().Matches(value).Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        // Asked again before each use, what is kept is given to nobody else.
        var isAskedAgain = value.Contains("no-cache", StringComparison.OrdinalIgnoreCase) || (ages.Length > 0 && ages.All(seconds => seconds == 0));
        return (value.Contains("public", StringComparison.OrdinalIgnoreCase) && !isAskedAgain) || ages.Any(seconds => seconds > LongSeconds);
    }

    // Data without a word about caches is kept by each one as it likes.
    static bool IsBare(FetchAnswer answer) => (int)answer.Status is >= 200 and < 300 && answer.Body.Length > 0
        && !answer.Headers["Cache-Control"].Any();

    static string CacheControl(FetchAnswer answer) =>
        string.Join(", ", answer.Headers["Cache-Control"]) is { Length: > 0 } value ? $"Cache-Control: {value}" : "no Cache-Control";

    sealed record Cookie(string Name, string Attributes, bool CrossesSites, bool IsPartitioned)
    {
        /// <summary>Its value is nobody's business here.</summary>
        public static Cookie Parse(string header)
        {
            string[] parts = [.. header.Split(';').Select(part => part.Trim())];
            string[] attributes = [.. parts.Skip(1).Where(part => Framed().IsMatch(part))];
            return new(parts[0].Split('=')[0], attributes.Length == 0 ? "no SameSite" : string.Join("; ", attributes),
                Has("SameSite=None") && Has("Secure"), Has("Partitioned"));

            bool Has(string attribute) => attributes.Any(part => part.Replace(" ", "").Equals(attribute, StringComparison.OrdinalIgnoreCase));
        }
    }

    [GeneratedRegex(@"\A(?:SameSite|Secure\z|Partitioned\z)", RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Framed();

    [GeneratedRegex(@"(?:s-maxage|max-age)\s*=\s*""?(\d{1,12})", RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Ages();

    /// <summary>What a page cannot do without where it has it: sessions, sign-ins, and the guards of forms.</summary>
    [GeneratedRegex(@"sess|sid\b|auth|token|csrf|xsrf|antiforgery|identity|login|jwt|remember",
        RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Needed();
}
