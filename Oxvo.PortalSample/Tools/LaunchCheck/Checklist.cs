using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Runs one check. A <see cref="FetchException"/> or the end of the time in it is "not run".</summary>
public delegate Task<Finding> CheckRun(CheckedApp app);

/// <summary>One question of the launch checklist.</summary>
/// <param name="Id">Its name in the JSON, which stays.</param>
/// <param name="Group">The heading above it.</param>
/// <param name="Title">What is true where it passes.</param>
public sealed record LaunchCheck(string Id, string Group, string Title, CheckRun Run)
{
    /// <summary>The tests' browser answers it; the product says how to run that.</summary>
    public bool NeedsBrowser => Run == Checklist.AskForBrowser;
}

/// <summary>The launch checklist: each check once, in the order of the report.</summary>
public static class Checklist
{
    public static IReadOnlyList<LaunchCheck> Checks { get; } =
    [
        new("page", "Page", "The address answers with a page", PageChecks.Answers),
        new("browser-load", "Page", "It loads in a browser without an error", AskForBrowser),

        new("frame-ancestors", "Framing", "Every ancestor may frame it", FramingChecks.Ancestors),
        new("x-frame-options", "Framing", "X-Frame-Options is absent or harmless", FramingChecks.FrameOptions),
        new("frame-width", "Framing", "No other page may frame it", FramingChecks.NotWiderThanNeeded),
        new("error-pages", "Framing", "Its error pages may be framed too", FramingChecks.ErrorPages),
        new("sign-in-redirect", "Framing", "It does not send the frame to a sign-in page",
            FramingChecks.SignInRedirect),

        new("https", "Transport", "It is on https", PageChecks.Https),
        new("certificate", "Transport", "Its certificate is valid", PageChecks.Certificate),
        new("hsts", "Transport", "HSTS keeps browsers on https", PageChecks.Hsts),
        new("mixed-content", "Transport", "Nothing in it is on plain http", MixedContent.Check),
        new("redirects", "Transport", "The way to it is short", PageChecks.Redirects),

        new("viewport", "Size and weight", "It takes the width of its frame", WeightChecks.Viewport),
        new("weight", "Size and weight", "The first view is light", WeightChecks.Bytes),
        new("requests", "Size and weight", "The first view takes few requests", WeightChecks.Requests),
        new("overflow", "Size and weight", "It fits the frame without scrolling sideways", AskForBrowser),
        new("readable-text", "Size and weight", "Text is readable, at 200 % too", AskForBrowser),

        new("main-heading", "One job", "The first screen has one main heading", OneJobChecks.MainHeading),
        new("navigation", "One job", "It is one screen, not a website", OneJobChecks.Navigation),

        new("message-origin", "Safety of the message", "Listeners look at the sender's origin",
            MessageChecks.LooksAtOrigin),
        new("origin-comparison", "Safety of the message", "Origins are compared whole", MessageChecks.ComparesWhole),
        new("stranger-message", "Safety of the message", "A stranger's message changes nothing", AskForBrowser),
        new("visitor-message", "Safety of the message", "The messenger's message is taken", AskForBrowser),
        new("broken-message", "Safety of the message", "Broken messages do no harm", AskForBrowser),
        new("anonymous-visitor", "Safety of the message", "An anonymous visitor sees a page", AskForBrowser),
        new("api-failure", "Safety of the message", "It says so when its API fails", AskForBrowser),

        new("api-without-token", "Proof", "The API refuses a call without a token", ProofChecks.WithoutToken),
        new("api-identifier-alone", "Proof", "An identifier alone opens nothing", ProofChecks.IdentifierAlone),

        new("secrets", "Secrets", "No key, token or password in it", SecretChecks.Secrets),
        new("private-addresses", "Secrets", "No private address in it", SecretChecks.PrivateAddresses),
        new("personal-addresses", "Secrets", "No personal data in addresses", SecretChecks.PersonalAddresses),
        new("personal-caching", "Secrets", "Personal data is not kept in caches", CacheChecks.PersonalData),
        new("nested-cookies", "Secrets", "Its cookies work in a nested frame", CacheChecks.NestedCookies),

        new("status-feed", "Status", "The feed is found and read", StatusChecks.Feed),
        new("status-fresh", "Status", "The feed is fresh", StatusChecks.Fresh),
        new("status-public", "Status", "The feed is public", StatusChecks.Public),
        new("status-link", "Status", "The link to the page is right", StatusChecks.Link),

        new("real-widget", "By hand", "Tested from the real widget", PageChecks.RealWidget),
    ];

    // What the messenger reads is not framed, holds no visitor's data, and is its provider's to look after.
    static readonly string[] OfStatusPages = ["page", "https", "certificate", "redirects", "real-widget"];

    /// <summary>Each result as it comes, within <see cref="CheckOptions.Timeout"/> whatever the app does.</summary>
    /// <param name="instead">Functions that take a check's place by its id: those that have a browser.</param>
    public static async IAsyncEnumerable<CheckResult> RunAsync(
        CheckedApp app, IReadOnlyDictionary<string, CheckRun>? instead = null,
        [EnumeratorCancellation] CancellationToken cancel = default)
    {
        foreach (var check in Checks)
        {
            cancel.ThrowIfCancellationRequested();
            yield return new(check, FindExcuse(check, app.Options)
                ?? await RunAsync(instead?.GetValueOrDefault(check.Id) ?? check.Run, app));
        }
    }

    static Finding? FindExcuse(LaunchCheck check, CheckOptions options)
    {
        if (check.Group == "Status")
            return options.IsStatus ? null
                : DoesNotApply("Not a status page.",
                    "For a status page that the messenger reads itself, add "
                    + $"{options.Advise("--status", "CHECK_STATUS=1")}.");
        return !options.IsStatus || OfStatusPages.Contains(check.Id) ? null
            : DoesNotApply("The messenger reads a status page, and does not frame it.",
                $"To check it as an app in a frame, leave out {options.Advise("--status", "CHECK_STATUS")}.");
    }

    static async Task<Finding> RunAsync(CheckRun run, CheckedApp app)
    {
        try
        {
            // On another thread, so that a text made to be slow to read cannot hold the report up.
            return await Task.Run(() => run(app)).WaitAsync(app.Limit);
        }
        catch (Exception fault) when (app.Limit.IsCancellationRequested
            && fault is (OperationCanceledException or FetchException))
        {
            return NotRun($"The time was up: {app.Options.Timeout.TotalSeconds:0.#} seconds for everything.",
                app.Options.Advise("Give it more, by --timeout.", "Run this where the app answers sooner."));
        }
        catch (RegexMatchTimeoutException)
        {
            return NotRun("Its scripts take too long to read.", "Look at them by hand.");
        }
        catch (FetchException fault)
        {
            return NotRun($"It could not be read: {fault.Message}.", SeeToThat);
        }
    }

    internal const string SeeToThat = "See to that first, then run this again.";

    /// <summary>For what only a browser can tell. The tests have one, and write the same report.</summary>
    public static Task<Finding> AskForBrowser(CheckedApp app) => Task.FromResult(NeedsBrowser(app.Options));

    public static Finding NeedsBrowser(CheckOptions options) =>
        DoesNotApply("This takes a browser.", $"Run it from the checkout:\n$ {options.TestCommand}");
}
