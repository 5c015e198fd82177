using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Headers that keep personal data in caches, or in cookies that a nested frame does not get.</summary>
static class CacheChecks
{
    const int LongSeconds = 60;

    static readonly Regex Framed = Pattern.New(@"(?i)\A(?:SameSite|Secure\z|Partitioned\z)");
    static readonly Regex Ages = Pattern.New(@"(?i)(?:s-maxage|max-age)\s*=\s*""?(\d{1,12})");

    // What a page needs where it has it: sessions, sign-ins, and the guards of forms.
    static readonly Regex Needed =
        Pattern.New(@"(?i)sess|sid\b|auth|token|csrf|xsrf|antiforgery|identity|login|jwt|remember");

    public static async Task<Finding> PersonalData(CheckedApp app)
    {
        List<string> found = [];
        var page = await app.Page;
        if (page.Headers["Set-Cookie"].Any() && IsKept(page))
            found.Add($"the page, with a cookie of its visitor: {CacheControl(page)}");
        var api = app.Options.Api is { } address ? await app.AskApiAsync(address) : null;
        if (api is not null && (IsKept(api) || IsBare(api)))
            found.Add($"the API, status {(int)api.Status}: {CacheControl(api)}");
        if (found.Count > 0)
            return Fail(string.Join('\n', found),
                "The next visitor behind the same cache, or at the same computer, gets the last one's data.",
                "Cache-Control: private, no-store");
        return Pass(api is null ? "only the page: no data endpoint was named" : CacheControl(api));
    }

    public static async Task<Finding> NestedCookies(CheckedApp app)
    {
        const string repair = "Do without: prove who the visitor is by a token in memory. Where it must be, add:\n"
            + "SameSite=None; Secure; Partitioned";
        List<FetchAnswer> answers = [await app.Page];
        if (app.Options.Api is { } api) answers.Add(await app.AskApiAsync(api));
        var cookies = answers.SelectMany(answer => answer.Headers["Set-Cookie"]).Select(Cookie.Parse).ToArray();
        if (cookies.Where(cookie => !cookie.CrossesSites).ToArray() is { Length: > 0 } broken)
            return new(broken.Any(cookie => Needed.IsMatch(cookie.Name)) ? CheckOutcome.Fail : CheckOutcome.Warn,
                Named(broken), "Below a foreign website the browser neither keeps nor sends it.", repair);
        if (cookies.Where(cookie => !cookie.IsPartitioned).ToArray() is { Length: > 0 } thirdParty)
            return Warn(Named(thirdParty), "Browsers that block third-party cookies drop it.", repair);
        return Pass(cookies.Length == 0 ? "no cookies" : Named(cookies));
    }

    static string Named(Cookie[] cookies) => Lines(cookies.Select(cookie => $"{cookie.Name}: {cookie.Attributes}"));

    /// <summary>Kept by shared caches, or for longer than a minute by the browser.</summary>
    static bool IsKept(FetchAnswer answer)
    {
        var value = CacheControl(answer).ToLowerInvariant();
        if (value.Contains("no-store")) return false;
        double[] ages = [.. Ages.Matches(value)
            .Select(match => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture))];
        // Asked again before each use, what is kept goes to no other visitor.
        var isAskedAgain = value.Contains("no-cache") || (ages.Length > 0 && ages.All(seconds => seconds == 0));
        return (value.Contains("public") && !isAskedAgain) || ages.Any(seconds => seconds > LongSeconds);
    }

    // Data without Cache-Control is kept by each cache as it likes.
    static bool IsBare(FetchAnswer answer) =>
        answer.IsOk && answer.Body.Length > 0 && !answer.Headers["Cache-Control"].Any();

    static string CacheControl(FetchAnswer answer) => !answer.Headers["Cache-Control"].Any(value => value.Length > 0)
        ? "no Cache-Control" : $"Cache-Control: {string.Join(", ", answer.Headers["Cache-Control"])}";

    sealed record Cookie(string Name, string Attributes, bool CrossesSites, bool IsPartitioned)
    {
        /// <summary>Leaves its value out, which is not for a report.</summary>
        public static Cookie Parse(string header)
        {
            string[] parts = [.. header.Split(';').Select(part => part.Trim())];
            string[] attributes = [.. parts.Skip(1).Where(part => Framed.IsMatch(part))];
            return new(parts[0].Split('=')[0], attributes.Length == 0 ? "no SameSite" : string.Join("; ", attributes),
                Has("SameSite=None") && Has("Secure"), Has("Partitioned"));

            bool Has(string attribute) =>
                attributes.Any(part => part.Replace(" ", "").Equals(attribute, StringComparison.OrdinalIgnoreCase));
        }
    }
}
