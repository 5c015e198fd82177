using AngleSharp.Html.Parser;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether the pages around the app may frame it, and no other page.</summary>
static class FramingChecks
{
    // The messenger is always another website than the app, so a header that allows no other one is known to be wrong
    // without their names.
    static readonly string[] Unnamed = ["https://www.acme.example", "https://messenger.oxvo.example"];

    const int MostOnward = 3;

    static readonly Finding SignInInTheWay =
        NotRun("A sign-in page came in its place.", "See to the redirect first, then run this again.");

    public static async Task<Finding> Ancestors(CheckedApp app)
    {
        var page = await app.Page;
        if (await LeadsToSignInAsync(app)) return SignInInTheWay;
        var lists = Lists(page);
        if (FindBlocking(app, page) is null && await FindBlockingOnwardAsync(app) is { } onward) return onward;
        if (lists.Length == 0) return Pass($"{Absent(page)}: every page may frame it");
        if (app.Options.Ancestors.Count == 0 && !lists.Any(list => list is "'none'" or "'self'" or ""))
            return DoesNotApply(Shown(lists), "Name the origins around the app: " + app.Options.Advise(
                "--ancestor https://www.acme.example --ancestor https://messenger.oxvo.example",
                "CHECK_ANCESTORS=https://www.acme.example,https://messenger.oxvo.example"));
        return FindBlocking(app, page, EmbedRules.AncestorsId) ?? Pass(Shown(lists));
    }

    public static async Task<Finding> FrameOptions(CheckedApp app)
    {
        var page = await app.Page;
        if (await LeadsToSignInAsync(app)) return SignInInTheWay;
        if (FindBlocking(app, page, EmbedRules.OptionsId) is { } blocking) return blocking;
        var values = page.Headers[EmbedRules.OptionsHeader].ToArray();
        if (values.Length == 0) return Pass("absent");
        var reason = Lists(page).Length > 0 ? "browsers go by frame-ancestors" : "browsers ignore that";
        return Pass($"{EmbedRules.OptionsHeader}: {string.Join(", ", values)}; {reason}");
    }

    public static async Task<Finding> NotWiderThanNeeded(CheckedApp app)
    {
        const string why = "A stranger's page can put it in a frame of its own and lead the visitor's clicks.";
        var page = await app.Page;
        var lists = Lists(page);
        var repair = $"{ContentPolicy.Header}: frame-ancestors {string.Join(' ', Around(app))}";
        if (lists.Length == 0)
            return FindBlocking(app, page, EmbedRules.OptionsId) is null ? Warn(Absent(page), why, repair)
                : Pass("X-Frame-Options keeps everybody out");
        // Each policy counts, so one that is narrow is enough.
        if (lists.All(FrameAncestors.IsOpen)) return Fail(Shown(lists), why, repair);
        return !lists.All(list => list.Contains("*.", StringComparison.Ordinal)) ? Pass(Shown(lists))
            : Warn(Shown(lists), "Every host below that name may frame it, those of others among them.", repair);
    }

    public static async Task<Finding> ErrorPages(CheckedApp app)
    {
        var (page, missing) = (await app.Page, await app.MissingPage);
        if (FindBlocking(app, page) is not null)
            return NotRun("The page itself may not be framed.", Checklist.SeeToThat);
        var seen = $"status {(int)missing.Status}, {missing.MediaType ?? "no content type"}, "
            + "for an address that is not there";
        if (FindBlocking(app, missing) is not { } blocking) return Pass(seen);
        return new(missing.IsPage ? CheckOutcome.Fail : CheckOutcome.Warn, $"{seen}:\n{blocking.Seen}",
            "In a frame the browser shows its own grey page in place of your error, and no way on.",
            missing.IsPage ? $"Send it with error pages too:\n{blocking.Repair}"
                : "Answer missing pages with a page, with the app's own frame-ancestors.");
    }

    public static async Task<Finding> SignInRedirect(CheckedApp app)
    {
        if (!await LeadsToSignInAsync(app)) return Pass("");
        var page = await app.Page;
        var seen = $"It leads to {page.Address.AbsolutePath}.";
        const string repair = "Answer with the page itself, without a session. Ask for proof by message, "
            + "and open sign-in in a new tab by a link.";
        return FindBlocking(app, page) is { } blocking
            ? Fail($"{seen}\n{blocking.Seen}", "The sign-in page cannot be framed, so the frame stays empty.", repair)
            : Warn(seen,
                "In a nested frame the browser withholds the session's cookie, so signing in there does not last.",
                repair);
    }

    // A redirect ended at a sign-in page, by its address or its password field.
    static async Task<bool> LeadsToSignInAsync(CheckedApp app)
    {
        var page = await app.Page;
        if (page.Redirects.Count == 0 || page.Address.AbsolutePath == app.Options.Address.AbsolutePath) return false;
        return EmbedRules.IsSignIn(page.Address)
            || (page is { IsPage: true, IsOk: true }
                && (await app.Document).QuerySelector("input[type=password]") is not null);
    }

    // A page that goes on by itself is shown only where the browser shows the page at the end too.
    static async Task<Finding?> FindBlockingOnwardAsync(CheckedApp app)
    {
        var (page, way) = (await app.Page, "");
        if (page is not { IsOk: true, IsPage: true }) return null;
        var (document, scripts) = (await app.Document, (await app.View).Scripts);
        HashSet<Uri> seen = [page.Address];
        while (Departures.Find(page, document, scripts).FirstOrDefault() is { } departure
            && seen.Count <= MostOnward && seen.Add(departure.To))
        {
            way += $"By {departure.By} it goes on to {departure.To.GetLeftPart(UriPartial.Path)}\n";
            Finding? blocking;
            try
            {
                (page, blocking) = await JudgeAsync(app, departure.To);
            }
            catch (FetchException fault) when (!app.Limit.IsCancellationRequested)
            {
                return NotRun($"{way}It could not be read: {fault.Message}.", Checklist.SeeToThat);
            }
            if (blocking is not null)
                return Fail(way + blocking.Seen, "The browser shows the page that it goes on to, and refuses that one.",
                    $"Let the address answer with the app itself, or let the page that it goes on to answer:\n"
                        + blocking.Repair);
            document = await new HtmlParser().ParseDocumentAsync(new MemoryStream(page.Body), app.Limit);
            scripts = [.. FirstView.InlineScripts(document)
                .Select(script => PageScript.Parse("a script in it", script, false, app.Limit))];
        }
        return null;
    }

    static async Task<(FetchAnswer Page, Finding? Blocking)> JudgeAsync(CheckedApp app, Uri address)
    {
        // Not asked at all: a browser blocks it as mixed content.
        if (address.Scheme == "http" && !TypedAddress.IsThisMachine(address))
            return (await app.Page, EmbedRules.PlainHttp(address, Around(app)));
        var page = await app.GetAsync(address, "text/html, */*;q=0.5");
        return (page, EmbedCheck.Judge(address, page, Around(app)).Findings.FirstOrDefault(one => one.Blocks));
    }

    static IReadOnlyList<string> Around(CheckedApp app) =>
        app.Options.Ancestors.Count > 0 ? app.Options.Ancestors : Unnamed;

    /// <summary>The first header that keeps the page out of its frame; null where none does.</summary>
    /// <param name="rule">Null for both rules about headers. What its scheme does, Transport tells.</param>
    static Finding? FindBlocking(CheckedApp app, FetchAnswer answer, string? rule = null) =>
        EmbedCheck.Judge(app.Options.Address, answer, Around(app)).Findings.FirstOrDefault(finding => finding.Blocks
            && (rule is null ? finding.Rule is EmbedRules.AncestorsId or EmbedRules.OptionsId : finding.Rule == rule));

    /// <summary>The list of each policy that has one.</summary>
    static string[] Lists(FetchAnswer answer) =>
        [.. answer.Headers[ContentPolicy.Header].SelectMany(ContentPolicy.ParseAll)
            .Select(policy => policy.Find(FrameAncestors.Name)).OfType<string>()];

    static string Absent(FetchAnswer page) =>
        page.Headers[ContentPolicy.Header].Select(FrameAncestors.FindVoid).OfType<string>().FirstOrDefault() is { } why
            ? $"a frame-ancestors is there and void: {why}. Browsers pass over it" : "no frame-ancestors";

    static string Shown(string[] lists) => string.Join('\n', lists.Select(list => $"{FrameAncestors.Name} {list}"));
}
