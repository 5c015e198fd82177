using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether the pages around the app may frame it, and nobody else.</summary>
static class FramingChecks
{
    // The messenger is always another website than the app, so a header that allows nobody else is known to be wrong without their names.
    static readonly string[] Unnamed = ["https://www.acme.example", "https://messenger.oxvo.example"];
    static readonly string[] Wide = ["*", "http:", "https:", "http://*", "https://*", "*:*", "http://*:*", "https://*:*"];

    public static async Task<CheckFinding> Ancestors(CheckedApp app)
    {
        var page = await app.PageAsync();
        if (await SignIn.IsReachedAsync(app)) return SignIn.InTheWay;
        var lists = Lists(page);
        if (lists.Length == 0) return CheckFinding.Pass("no frame-ancestors: every page may frame it");
        if (app.Options.Ancestors.Count == 0 && !lists.Any(list => list is "'none'" or "'self'" or ""))
            return CheckFinding.NotRun(Shown(lists),
                "Name the origins around the app: --ancestor https://www.acme.example --ancestor https://messenger.oxvo.example");
        return Blocking(app, page, EmbedCheck.AncestorsRule) ?? CheckFinding.Pass(Shown(lists));
    }

    public static async Task<CheckFinding> FrameOptions(CheckedApp app)
    {
        var page = await app.PageAsync();
        if (await SignIn.IsReachedAsync(app)) return SignIn.InTheWay;
        if (Blocking(app, page, EmbedCheck.OptionsRule) is { } blocking) return blocking;
        var values = page.Headers[FrameOptionsHeader.Name].ToArray();
        if (values.Length == 0) return CheckFinding.Pass("absent");
        var reason = Lists(page).Length > 0 ? "browsers go by frame-ancestors" : "browsers ignore that";
        return CheckFinding.Pass($"{FrameOptionsHeader.Name}: {string.Join(", ", values)}; {reason}");
    }

    public static async Task<CheckFinding> NotWiderThanNeeded(CheckedApp app)
    {
        const string why = "A stranger's page can put it in a frame of its own and lead the visitor's clicks.";
        var page = await app.PageAsync();
        var lists = Lists(page);
        var repair = $"{ContentPolicy.Header}: frame-ancestors {string.Join(' ', Around(app))}";
        if (lists.Length == 0)
            return Blocking(app, page, EmbedCheck.OptionsRule) is null
                ? CheckFinding.Warn("no frame-ancestors", why, repair)
                : CheckFinding.Pass("X-Frame-Options keeps everybody out");
        // Each policy counts, so one that is narrow is enough.
        if (lists.All(list => ContentPolicy.Tokens(list).Any(Wide.Contains)))
            return CheckFinding.Fail(Shown(lists), why, repair);
        if (lists.All(list => list.Contains("*.", StringComparison.Ordinal)))
            return CheckFinding.Warn(Shown(lists),
                "Every host below that name may frame it, those of others among them.", repair);
        return CheckFinding.Pass(Shown(lists));
    }

    public static async Task<CheckFinding> ErrorPages(CheckedApp app)
    {
        var page = await app.PageAsync();
        var missing = await app.MissingPageAsync();
        if (Blocking(app, page) is not null) return CheckFinding.NotRun("The page itself may not be framed.",
            "See to that first, then run this again.");
        var seen = $"status {(int)missing.Status}, {missing.MediaType ?? "no content type"}, for an address that is not there";
        if (Blocking(app, missing) is not { } blocking) return CheckFinding.Pass(seen);
        const string why = "In a frame the browser shows its own grey page in place of your error, and no way on.";
        return PageChecks.IsPage(missing) ? CheckFinding.Fail($"{seen}:\n{blocking.Seen}", why,
            $"Send it with error pages too:\n{blocking.Repair}")
            : CheckFinding.Warn($"{seen}:\n{blocking.Seen}", why, "Answer missing pages with a page, with the app's own frame-ancestors.");
    }

    public static async Task<CheckFinding> SignInRedirect(CheckedApp app)
    {
        if (!await SignIn.IsReachedAsync(app)) return CheckFinding.Pass("");
        var page = await app.PageAsync();
        var seen = $"It leads to {page.Address.AbsolutePath}.";
        const string repair =
            "Answer with the page itself, without a session. Ask for proof by message, "
            + "and open sign-in in a new tab by a link.";
        return Blocking(app, page) is { } blocking
            ? CheckFinding.Fail($"{seen}\n{blocking.Seen}", "The sign-in page cannot be framed, so the frame stays empty.", repair)
            : CheckFinding.Warn(seen, "In a nested frame the browser withholds the session's cookie, so signing in there does not last.",
                repair);
    }

    static IReadOnlyList<string> Around(CheckedApp app) => app.Options.Ancestors.Count > 0 ? app.Options.Ancestors : Unnamed;

    /// <summary>The first header that keeps the page out of its frame; null where none does. Its scheme is Transport's.</summary>
    static CheckFinding? Blocking(CheckedApp app, FetchAnswer answer, params string[] rules)
    {
        if (rules.Length == 0) rules = [EmbedCheck.AncestorsRule, EmbedCheck.OptionsRule];
        var blocking = EmbedCheck.Judge(app.Options.Address, answer, Around(app)).Findings
            .FirstOrDefault(finding => finding.Blocks && rules.Contains(finding.Rule));
        return blocking is null ? null : CheckFinding.Fail(blocking.Seen, blocking.Why, blocking.Repair);
    }

    /// <summary>The list of each policy that has one.</summary>
    static string[] Lists(FetchAnswer answer) =>
        [.. answer.Headers[ContentPolicy.Header].SelectMany(ContentPolicy.ParseAll)
            .Select(policy => policy.Find(FrameAncestors.Name)).OfType<string>()];

    static string Shown(string[] lists) => string.Join('\n', lists.Select(list => $"{FrameAncestors.Name} {list}"));
}
