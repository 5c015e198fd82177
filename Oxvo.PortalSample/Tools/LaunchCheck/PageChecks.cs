using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether there is a page, how it comes to the browser, and what only a person can try.</summary>
static class PageChecks
{
    const int GoodRedirects = 1, MostRedirects = 2, ShortestHstsDays = 180;

    static readonly Regex MaxAge = Pattern.New(@"(?i)(?:\A|;)\s*max-age\s*=\s*""?(\d{1,15})");

    static readonly Finding NoTls =
        DoesNotApply("Plain http has none.", "Run this against the https address at which the app is published.");

    public static async Task<Finding> Answers(CheckedApp app)
    {
        var page = await app.Page;
        var seen = $"{(int)page.Status}, {page.MediaType ?? "no content type"}, {WeightChecks.Size(page.Body.Length)}";
        if (!page.IsOk)
            return Fail($"status {seen}", "The frame shows an error to everybody who opens the app.",
                "Answer with 200 without cookies or a session: what belongs to a visitor is asked for after the page "
                + "has loaded.");
        return app.Options.IsStatus || page.IsPage ? Pass(seen)
            : Fail(seen, "A frame shows a page, not a document of another kind.",
                "Content-Type: text/html; charset=utf-8");
    }

    public static async Task<Finding> Https(CheckedApp app)
    {
        var (asked, reached) = (app.Options.Address, (await app.Page).Address);
        if (asked.Scheme == "https" && reached.Scheme == "https")
            return Pass(reached.GetLeftPart(UriPartial.Authority));
        if (TypedAddress.IsThisMachine(asked) && TypedAddress.IsThisMachine(reached))
            return Pass("plain http, on this machine only");
        return Fail((asked.Scheme == "http" ? asked : reached).GetLeftPart(UriPartial.Authority),
            "A website with https may not frame plain http: the browser blocks it as mixed content, even where it "
            + "would redirect.",
            $"Give the messenger https://{asked.Authority}{asked.PathAndQuery}, with a certificate for it.");
    }

    public static async Task<Finding> Certificate(CheckedApp app)
    {
        try
        {
            var address = (await app.Page).Address;
            return address.Scheme == "https" ? Pass(address.Host) : NoTls;
        }
        catch (FetchException fault) when (fault.Fault == FetchFault.Certificate)
        {
            var host = app.Options.Address.Host;
            return Fail($"{host}: {fault.Message}",
                "In a frame the browser shows an error that cannot be clicked away.",
                $"Get a certificate that names {host}, send it with its whole chain, and renew it before it ends.");
        }
    }

    public static async Task<Finding> Hsts(CheckedApp app)
    {
        var page = await app.Page;
        if (page.Address.Scheme != "https") return NoTls;
        const string name = "Strict-Transport-Security", repair = $"{name}: max-age=31536000; includeSubDomains";
        var value = page.Headers[name].FirstOrDefault();
        var age = MaxAge.Match(value ?? "");
        var days = age.Success ? double.Parse(age.Groups[1].Value, CultureInfo.InvariantCulture) / 86_400 : 0;
        if (days == 0)
            return Fail(value is null ? $"no {name}" : $"{name}: {value}",
                "Without it the first request of a visit can be turned to plain http and read or changed on the way.",
                repair);
        var seen = $"{name}: {value} ({Math.Round(days)} days)";
        return days >= ShortestHstsDays ? Pass(seen)
            : Warn($"{seen}, under {ShortestHstsDays} days", "It is forgotten between two visits.", repair);
    }

    public static async Task<Finding> Redirects(CheckedApp app)
    {
        const string repair = "Give the messenger the address at which the page itself answers.";
        try
        {
            var page = await app.Page;
            var count = page.Redirects.Count;
            var hops = page.Redirects.Append(page.Address).Skip(1)
                .Select(hop => $"\nto {hop.GetLeftPart(UriPartial.Path)}");
            var seen = $"{count} of at most {GoodRedirects}{string.Concat(hops)}";
            if (count <= GoodRedirects) return Pass(count == 0 ? "none" : seen);
            return new(count <= MostRedirects ? CheckOutcome.Warn : CheckOutcome.Fail, seen,
                "Each redirect is a round trip before anything is shown.", repair);
        }
        catch (FetchException fault) when (fault.Fault is FetchFault.Redirects or FetchFault.Refused)
        {
            return Fail(fault.Message, "The frame stays empty: no page is at the end of the redirects.", repair);
        }
    }

    public static Task<Finding> RealWidget(CheckedApp app) =>
        Task.FromResult(new Finding(CheckOutcome.Manual, "", "", app.Options.IsStatus ? StatusSteps : AppSteps));

    const string AppSteps = """
        1. Publish the app, turn it on for a widget, and open that website in a private window.
        2. Signed out: open the app. It says what signing in would show.
        3. Signed in as a test customer: open it again. It shows only that customer.
        4. Sign out on the website with the app open. Nothing of the customer stays.
        5. Do it on a phone, in Safari, and with third-party cookies blocked.
        """;

    const string StatusSteps = """
        1. Turn the status app on for a widget, and open that website in a private window.
        2. The card says what the status page says; its details open in the messenger.
        3. “Open full status page” leads to the page, in a new tab.
        """;
}
