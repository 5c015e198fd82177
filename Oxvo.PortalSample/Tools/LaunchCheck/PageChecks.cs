using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether there is a page at all, and what only a person can try.</summary>
static class PageChecks
{
    public static async Task<CheckFinding> Answers(CheckedApp app)
    {
        var page = await app.PageAsync();
        var seen = $"{(int)page.Status}, {page.MediaType ?? "no content type"}, {WeightChecks.Size(page.Body.Length)}";
        if ((int)page.Status is < 200 or > 299)
            return CheckFinding.Fail($"status {seen}", "The frame shows an error to everybody who opens the app.",
                "Answer with 200 without cookies or a session: what belongs to a visitor is asked for after the page has loaded.");
        if (!app.Options.IsStatus && !IsPage(page))
            return CheckFinding.Fail(seen, "A frame shows a page, not a document of another kind.",
                "Content-Type: text/html; charset=utf-8");
        return CheckFinding.Pass(seen);
    }

    internal static bool IsPage(FetchAnswer answer) => answer.MediaType?.ToLowerInvariant() is "text/html" or "application/xhtml+xml";

    public static Task<CheckFinding> RealWidget(CheckedApp app) =>
        Task.FromResult(new CheckFinding(CheckOutcome.Manual, "", "", app.Options.IsStatus ? StatusSteps : AppSteps));

    const string AppSteps = """
        1. Publish the app, turn it on for a widget, and open that website in a private window.
        2. Signed out: open the app. It says what signing in would show.
        3. Signed in as a test customer: open it again. It shows that customer alone.
        4. Sign out on the website with the app open. Nothing of the customer stays.
        5. Do it on a phone, in Safari, and with third-party cookies blocked.
        """;

    const string StatusSteps = """
        1. Turn the status app on for a widget, and open that website in a private window.
        2. The card says what the status page says; its details open in the messenger.
        3. “Open full status page” leads to the page, in a new tab.
        """;
}
