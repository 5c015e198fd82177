using Oxvo.PortalSample.Tools;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>
/// The checks that take a browser, by their id. Some stand in for a check of the product that sees the same without
/// scripts: what is drawn and loaded the browser knows better, and of the rest the worse of the two is told.
/// </summary>
static class BrowserHalf
{
    /// <summary>What the browser has a say in. Nothing is run to tell.</summary>
    public static IEnumerable<string> Ids => Checks(null!).Keys;

    public static IReadOnlyDictionary<string, CheckRun> Checks(Scenes scenes)
    {
        var (view, stranger, visitor) =
            (new ViewFindings(scenes), new StrangerFindings(scenes), new VisitorFindings(scenes));
        return new Dictionary<string, CheckRun>
        {
            ["frame-ancestors"] = IsShown(scenes),
            ["browser-load"] = Run(_ => view.Loads()),
            ["overflow"] = Run(_ => view.Overflow()),
            ["readable-text"] = Run(_ => view.ReadableText()),
            ["main-heading"] = Instead("main-heading", view.MainHeading),
            ["navigation"] = Instead("navigation", view.Navigation),
            ["weight"] = Instead("weight", view.Weight),
            ["requests"] = Instead("requests", view.Requests),
            ["mixed-content"] = Worse("mixed-content", view.MixedContent),
            ["stranger-message"] = Run(_ => stranger.ChangesNothing()),
            ["visitor-message"] = Run(visitor.IsTaken),
            ["broken-message"] = Run(_ => visitor.DoesNoHarm()),
            ["anonymous-visitor"] = Run(_ => visitor.AnonymousSeesAPage()),
            ["api-failure"] = Run(visitor.SaysSoWhenApiFails),
        };
    }

    static CheckRun Run(CheckRun run) => async app =>
    {
        // What is no page, or not to be had, is "not run" here as it is without a browser.
        await app.Document;
        // Blocked as mixed content, it has nothing to look at; the check of https tells that.
        if (app.Options.Address is { Scheme: "http" } address && !TypedAddress.IsThisMachine(address)
            && app.Options.Ancestors.Any(origin => origin.StartsWith("https:", StringComparison.Ordinal)))
            return Finding.DoesNotApply("A website on https does not show a page on plain http.",
                "Put it on https first, then run this again.");
        try
        {
            return await run(app);
        }
        catch (SceneException fault) when (fault.IsRefused && app.Options.Ancestors.Count > 0)
        {
            // The framing fails, and says it once.
            return Finding.DoesNotApply("The browser refuses its frame.", "See to the framing first.");
        }
        catch (SceneException fault)
        {
            return Finding.NotRun(fault.Message, fault.IsOfTheApp ? "See to that first, then run this again."
                : "See to the framing first. The pages around it are named by CHECK_ANCESTORS.");
        }
    };

    static CheckRun Instead(string id, Func<Task<Finding>> run) => async app =>
        await Run(_ => run())(app) is { Result: not CheckOutcome.NotRun } seen ? seen : await WithoutBrowser(id)(app);

    static CheckRun Worse(string id, Func<Task<Finding>> run) => async app =>
    {
        var read = await WithoutBrowser(id)(app);
        return read.Result == CheckOutcome.Fail ? read
            : await Run(_ => run())(app) is { Result: CheckOutcome.Fail or CheckOutcome.Warn } seen ? seen : read;
    };

    // What the headers show, they tell better. A page that goes on to another one shows it only here.
    static CheckRun IsShown(Scenes scenes) => async app =>
    {
        var read = await WithoutBrowser("frame-ancestors")(app);
        if (app.Options.Ancestors.Count == 0 || read.Result == CheckOutcome.Fail) return read;
        foreach (var id in (string[])["x-frame-options", "sign-in-redirect"])
            if ((await WithoutBrowser(id)(app)).Result is CheckOutcome.Fail) return read;
        return await Run(async _ => await scenes.FindRefusalAsync() is { } words
            ? Finding.Fail(words, "The frame shows the browser's own grey page, and no way on.",
                "Let the page that it shows in the end answer:\n"
                + $"Content-Security-Policy: frame-ancestors {string.Join(' ', app.Options.Ancestors)}") : read)(app);
    };

    static CheckRun WithoutBrowser(string id) => Checklist.Checks.Single(check => check.Id == id).Run;
}
