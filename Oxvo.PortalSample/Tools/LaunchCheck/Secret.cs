using System.Buffers.Text;
using System.Text;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// Something that looks like a secret, by the shape that its issuer gave it, so that hashed names and bundled libraries
/// do not look like one.
/// </summary>
/// <param name="Shown">Only its beginning: reports are passed on.</param>
/// <param name="IsPublicAtTimes">Some of this kind are made for browsers.</param>
sealed record Secret(string Kind, string Shown, bool IsPublicAtTimes)
{
    const int MostOfAKind = 5;

    static readonly (string Kind, Regex Pattern, Func<Match, bool> IsSecret)[] Kinds =
    [
        Make("a private key", @"-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----(?:\\[rn]|\s|[""'+])*[A-Za-z0-9+/]{40}"),
        Make("a Stripe key", @"(?<![\w-])(?:[sr]k_(?:live|test)_[0-9A-Za-z]{16,}|whsec_[0-9A-Za-z]{24,})"),
        Make("an AWS key", @"(?<![A-Za-z0-9])(?:AKIA|ASIA)[0-9A-Z]{16}(?<!EXAMPLE)(?![A-Za-z0-9])"),
        Make("a GitHub token", @"(?<![\w-])(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_\w{22,})"),
        Make("a GitLab token", @"(?<![\w-])glpat-[\w-]{20,}"),
        Make("a Slack token",
            @"(?<![\w-])xox[abeoprs]-[0-9A-Za-z-]{10,}|hooks\.slack\.com/services/T\w+/B\w+/\w{16,}"),
        Make("an AI provider's key", @"(?<![\w-])sk-(?:(?:proj|svcacct|admin|ant-\w+)-[\w-]{20,}"
            + @"|(?=[A-Za-z]*[0-9])[A-Za-z0-9]{32,})(?![\w-])"),
        Make("a mail or text provider's key",
            @"(?<![\w-])(?:SG\.[\w-]{16,}\.[\w-]{32,}|key-[0-9a-f]{32}|SK[0-9a-f]{32})(?![\w-])"),
        Make("an npm token", @"(?<![\w-])npm_[A-Za-z0-9]{36}(?!\w)"),
        Make("a token", @"(?<![\w-])eyJ[\w-]{10,}\.eyJ[\w-]{10,}\.[\w-]{16,}", IsForOneUser),
        Make("a connection string",
            @"(?i)(?<![\w])(?:postgres(?:ql)?|mysql|mongodb(?:\+srv)?|rediss?|amqps?|mssql|sqlserver)"
            + @"://[^\s:@/""'`]*:(?<value>[^\s@/""'`]+)@"
            + @"|(?<=[""'`>\n])(?:Server|Data Source|Host)=[^;=""'`()\n]{1,100};"
            + @"(?:[A-Za-z ]{2,30}=[^;=""'`()\n]{0,100};){0,8}(?:Password|Pwd)=(?<value>[^;""'`\n]{1,100})"
            + @"|AccountKey=(?<value>[A-Za-z0-9+/]{40,})", IsFilledIn),
        Make("a password",
            @"(?i)(?<loose>(?<![\w-])[\w-]{0,30}?(?:password|passwd|client_?secret|api_?secret|secret_?key))"
            + @"[""']?\s*[:=]\s*[""'](?<value>[^""'\s/()]{8,64})[""']", IsFilledIn),
        Make(GoogleKey, @"(?<![\w-])AIza[0-9A-Za-z_-]{35}(?![\w-])"),
    ];

    const string GoogleKey = "a Google key";

    // password: "_password_1x2yz_5", as bundlers name the classes of a style sheet.
    static readonly Regex StyleName =
        Pattern.New(@"(?i)\A[\w-]*(?:password|passwd|secret|key)_{1,2}[\w-]{4,8}(?:_\d+)?\z");

    public static IEnumerable<Secret> Find(string text) =>
        from kind in Kinds
        from match in kind.Pattern.Matches(text).Take(MostOfAKind)
        where kind.IsSecret(match)
        select new Secret(kind.Kind, Shorten(match.Value), kind.Kind == GoogleKey);

    static (string, Regex, Func<Match, bool>) Make(string kind, string pattern, Func<Match, bool>? isSecret = null) =>
        (kind, Pattern.New(pattern), isSecret ?? (_ => true));

    static string Shorten(string secret) => secret.Length <= 8 ? "…"
        : $"{secret[..8].ReplaceLineEndings(" ")}… ({secret.Length} characters)";

    // ${PASSWORD}, <password> and the like are places for one.
    static bool IsFilledIn(Match match) => match.Groups["value"].Value is { Length: >= 4 } value
        && value.IndexOfAny(['$', '<', '{', '*', '%']) < 0
        && (match.Groups["loose"].Length == 0
            || (value.Any(char.IsAsciiDigit) && value.Any(char.IsAsciiLetter) && !StyleName.IsMatch(value)));

    // A token for everybody ("anon") is published on purpose; so is one without a bearer.
    static bool IsForOneUser(Match match)
    {
        var part = match.Value.Split('.')[1];
        return Base64Url.IsValid(part)
            && !Encoding.UTF8.GetString(Base64Url.DecodeFromChars(part)).Contains("\"anon\"");
    }
}
