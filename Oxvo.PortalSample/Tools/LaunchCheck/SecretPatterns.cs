using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Something that looks like a secret.</summary>
/// <param name="Shown">Its beginning alone: reports are passed on.</param>
/// <param name="IsPublicAtTimes">Some of this kind are made for browsers.</param>
sealed record FoundSecret(string Kind, string Shown, bool IsPublicAtTimes);

/// <summary>
/// Secrets by the shapes that their issuers gave them, so that hashed names and bundled libraries do not look like one.
/// </summary>
static partial class SecretPatterns
{
    const int MostOfAKind = 5;

    static readonly (string Kind, Regex Pattern, Func<Match, bool>? IsSecret, bool IsPublicAtTimes)[] All =
    [
        ("a private key", PrivateKey(), null, false),
        ("a Stripe key", Stripe(), null, false),
        ("an AWS key", Aws(), match => !match.Value.EndsWith("EXAMPLE", StringComparison.Ordinal), false),
        ("a GitHub token", GitHub(), null, false),
        ("a GitLab token", GitLab(), null, false),
        ("a Slack token", Slack(), null, false),
        ("an AI provider's key", AiProvider(), null, false),
        ("a mail or text provider's key", Mail(), null, false),
        ("an npm token", Npm(), null, false),
        ("a token", Jwt(), IsForOneUser, false),
        ("a connection string", Connection(), IsFilledIn, false),
        ("a password", Password(), IsFilledIn, false),
        ("a Google key", Google(), null, true),
    ];

    public static IEnumerable<FoundSecret> Find(string text) =>
        from kind in All
        from match in kind.Pattern.Matches(text).Take(MostOfAKind)
        where kind.IsSecret is null || kind.IsSecret(match)
        select new FoundSecret(kind.Kind, Shorten(match.Value), kind.IsPublicAtTimes);

    static string Shorten(string secret) => secret.Length <= 8 ? "…"
        : $"{secret[..8].ReplaceLineEndings(" ")}… ({secret.Length} characters)";

    // ${PASSWORD}, <password> and the like are places for one.
    static bool IsFilledIn(Match match) => match.Groups["value"].Value is { Length: >= 4 } value
        && value.IndexOfAny(['$', '<', '{', '*', '%']) < 0
        && (match.Groups["loose"].Length == 0
            || (value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && !StyleName().IsMatch(value)));

    // A token for everybody ("anon") is published on purpose; so is one without a bearer.
    static bool IsForOneUser(Match match)
    {
        var part = match.Value.Split('.')[1];
        return Base64Url.IsValid(part) && !Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)).Contains("\"anon\"",
            StringComparison.Ordinal);
    }

    // password: "_password_1x2yz_5", as bundlers name the classes of a style sheet.
    [GeneratedRegex(@"\A[\w-]*(?:password|passwd|secret|key)_{1,2}[\w-]{4,8}(?:_\d+)?\z",
        RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex StyleName();

    [GeneratedRegex(@"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\\[rn]|\s|[""'+])*[A-Za-z0-9+/]{40}",
        RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"(?<![\w-])(?:[sr]k_(?:live|test)_[0-9A-Za-z]{16,}|whsec_[0-9A-Za-z]{24,})",
        RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Stripe();

    [GeneratedRegex(@"(?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}(?![A-Za-z0-9])",
        RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Aws();

    [GeneratedRegex(@"(?<![\w-])(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})",
        RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex GitHub();

    [GeneratedRegex(@"(?<![\w-])glpat-[\w-]{20,}", RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex GitLab();

    [GeneratedRegex(@"(?<![\w-])xox[abeoprs]-[0-9A-Za-z-]{10,}|hooks\.slack\.com/services/T\w+/B\w+/\w{16,}",
        RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Slack();

    [GeneratedRegex(@"(?<![\w-])sk-(?:(?:proj|svcacct|admin|ant-\w+)-[\w-]{20,}"
        + @"|(?=[A-Za-z]*[0-9])[A-Za-z0-9]{32,})(?![\w-])", RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex AiProvider();

    [GeneratedRegex(@"(?<![\w-])(?:SG\.[\w-]{16,}\.[\w-]{32,}|key-[0-9a-f]{32}|SK[0-9a-f]{32})(?![\w-])",
        RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Mail();

    [GeneratedRegex(@"(?<![\w-])npm_[A-Za-z0-9]{36}(?!\w)", RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Npm();

    [GeneratedRegex(@"(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{16,}", RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Jwt();

    [GeneratedRegex(@"(?<![\w])(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver)://[^\s:@/""'`]*:(?<value>[^\s@/""'`]+)@"
        + @"|(?<=[""'`>\n])(?:Server|Data Source|Host)=[^;=""'`()\n]{1,100};"
        + @"(?:[A-Za-z ]{2,30}=[^;=""'`()\n]{0,100};){0,8}(?:Password|Pwd)=(?<value>[^;""'`\n]{1,100})|AccountKey=(?<value>[A-Za-z0-9+/]{40,})",
        RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Connection();

    [GeneratedRegex(@"(?<loose>(?<![\w-])[\w-]{0,30}?(?:password|passwd|client_?secret|api_?secret|secret_?key))[""']?\s*[:=]\s*"
        + @"[""'](?<value>[^""'\s/()]{8,64})[""']", RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Password();

    [GeneratedRegex(@"(?<![\w-])AIza[0-9A-Za-z_-]{35}(?![\w-])", RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Google();
}
