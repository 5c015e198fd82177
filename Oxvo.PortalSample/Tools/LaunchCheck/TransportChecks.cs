using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>How the page comes to the browser.</summary>
static partial class TransportChecks
{
    static readonly TimeSpan ShortestHsts = TimeSpan.FromDays(180);
    const int GoodRedirects = 1, MostRedirects = 2;

    public static async Task<CheckFinding> Https(CheckedApp app)
    {
        var page = await app.PageAsync();
        var asked = app.Options.Address;
        var reached = page.Address;
        if (asked.Scheme == "https" && reached.Scheme == "https") return CheckFinding.Pass(reached.GetLeftPart(UriPartial.Authority));
        if (EmbedCheck.IsThisMachine(asked) && EmbedCheck.IsThisMachine(reached))
            return CheckFinding.Pass("plain http, on this machine only");
        return CheckFinding.Fail((asked.Scheme == "http" ? asked : reached).GetLeftPart(UriPartial.Authority),
            "A website with https may not frame plain http: the browser blocks it as mixed content, even where it would redirect.",
            $"Give the messenger https://{asked.Authority}{asked.PathAndQuery}, with a certificate for it.");
    }

    public static async Task<CheckFinding> Certificate(CheckedApp app)
    {
        try
        {
            var page = await app.PageAsync();
            return page.Address.Scheme == "https" ? CheckFinding.Pass(page.Address.Host) : NoTls;
        }
        catch (FetchException fault) when (fault.Fault == FetchFault.Certificate)
        {
            return CheckFinding.Fail($"{app.Options.Address.Host}: {fault.Message}",
                "In a frame the browser shows an error that cannot be clicked away.",
                $"Get a certificate that names {app.Options.Address.Host}, send it with its whole chain, and renew it before it ends.");
        }
    }

    public static async Task<CheckFinding> Hsts(CheckedApp app)
    {
        var page = await app.PageAsync();
        if (page.Address.Scheme != "https") return NoTls;
        const string name = "Strict-Transport-Security",
            why = "Without it the first request of a visit can be turned to plain http and read or changed on the way.",
            repair = $"{name}: max-age=31536000; includeSubDomains";
        var value = page.Headers[name].FirstOrDefault();
        var age = MaxAge().Match(value ?? "");
        var seconds = age.Success ? double.Parse(age.Groups[1].Value, CultureInfo.InvariantCulture) : 0;
        if (seconds == 0) return CheckFinding.Fail(value is null ? $"no {name}" : $"{name}: {value}", why, repair);
        var seen = $"{name}: {value} ({Math.Round(seconds / 86_400)} days)";
        return seconds >= ShortestHsts.TotalSeconds ? CheckFinding.Pass(seen)
            : CheckFinding.Warn($"{seen}, under {ShortestHsts.TotalDays} days", "It is forgotten between two visits.", repair);
    }

    public static async Task<CheckFinding> MixedContent(CheckedApp app)
    {
        var page = await app.PageAsync();
        var document = await app.DocumentAsync();
        var view = await app.ViewAsync();
        if (PlainHttp.IsUpgraded(page, document)) return CheckFinding.Pass("upgrade-insecure-requests");
        var (blocked, shown) = PlainHttp.Find(document, ViewNames.Base(document, page.Address), view);
        const string repair = "Write these addresses with https:, or host the files yourself.";
        if (blocked.Count > 0)
            return CheckFinding.Fail(Lines.JoinFirst(blocked),
                "On a page with https the browser blocks what is loaded over plain http.", repair);
        return shown.Count == 0 ? CheckFinding.Pass("")
            : CheckFinding.Warn(Lines.JoinFirst(shown),
                "Browsers ask for these pictures over https instead, and leave them out where that fails.", repair);
    }

    public static async Task<CheckFinding> Redirects(CheckedApp app)
    {
        const string why = "Each redirect is a round trip before anything is shown.",
            repair = "Give the messenger the address at which the page itself answers.";
        try
        {
            var page = await app.PageAsync();
            var hops = page.Redirects.Append(page.Address).Skip(1).Select(hop => $"\nto {hop.GetLeftPart(UriPartial.Path)}");
            var seen = $"{page.Redirects.Count} of at most {GoodRedirects}{string.Concat(hops)}";
            return page.Redirects.Count switch
            {
                0 => CheckFinding.Pass("none"),
                <= GoodRedirects => CheckFinding.Pass(seen),
                <= MostRedirects => CheckFinding.Warn(seen, why, repair),
                _ => CheckFinding.Fail(seen, why, repair),
            };
        }
        catch (FetchException fault) when (fault.Fault is FetchFault.Redirects or FetchFault.Refused)
        {
            return CheckFinding.Fail(fault.Message, "The frame stays empty: no page is at the end of the redirects.", repair);
        }
    }

    static CheckFinding NoTls { get; } = CheckFinding.NotRun("Plain http has none.",
        "Run this against the https address at which the app is published.");

    [GeneratedRegex(@"(?:\A|;)\s*max-age\s*=\s*""?(\d{1,15})", RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex MaxAge();
}
