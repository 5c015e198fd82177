using System.Collections.Concurrent;
using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// A person at a browser of their own: a fresh profile, a tab, and a watch over what goes wrong in it.
/// </summary>
sealed class Visitor : IAsyncDisposable
{
    // A report that the page swallows is still one.
    const string TellViolations = """
        addEventListener('securitypolicyviolation', (event) =>
          console.error(`CSP: ${event.effectiveDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`), true);
        """;

    // What the sample's website keeps in the demo bar, and what the tests' own websites keep of what they heard.
    const string Messages = """
        () => [...document.querySelectorAll('#messages tbody tr')].map((row) => [...row.cells].map((cell) => cell.textContent.trim()).join(' | '))
          .concat((window.heard ?? []).map((message) => JSON.stringify(message)))
        """;

    readonly ConcurrentQueue<string> complaints = new();
    readonly ConcurrentQueue<string> console = new();
    readonly ConcurrentQueue<IRequest> requests = new();

    public IBrowserContext Context { get; }
    public IPage Page { get; private set; } = null!;

    /// <summary>Console errors and warnings, uncaught exceptions and CSP reports of all tabs and frames.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>Every request of all tabs and frames.</summary>
    public IReadOnlyCollection<IRequest> Requests => requests;

    public IEnumerable<IRequest> RequestsTo(string address) =>
        requests.Where(request => request.Url.StartsWith(address, StringComparison.Ordinal));

    Visitor(IBrowserContext context)
    {
        Context = context;
        context.SetDefaultTimeout(20_000);
        Failing.Watch();
        context.Request += (_, request) => requests.Enqueue(request);
        context.WebError += (_, fault) => complaints.Enqueue(fault.Error);
        context.Console += (_, line) =>
        {
            console.Enqueue($"{line.Type}: {line.Text} {line.Location}");
            if (line.Type is "error" or "warning") complaints.Enqueue($"{line.Type}: {line.Text} {line.Location}");
        };
    }

    public static async Task<Visitor> ArriveAsync(IBrowser browser, BrowserNewContextOptions? options = null)
    {
        var visitor = new Visitor(await browser.NewContextAsync(options));
        await visitor.OpenTabAsync();
        return visitor;
    }

    public static async Task<Visitor> AtAsync(string address)
    {
        var visitor = await ArriveAsync(await Chromium.SharedAsync());
        await visitor.Page.GotoAsync(address);
        return visitor;
    }

    async Task OpenTabAsync()
    {
        await Context.AddInitScriptAsync(TellViolations);
        Page = await Context.NewPageAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Failing.IsTest) await TellAsync();
        await Context.CloseAsync();
    }

    /// <summary>Puts into the output of a test that fails what its pages show, logged and said to each other.</summary>
    async Task TellAsync()
    {
        var output = TestContext.Current.TestOutputHelper;
        foreach (var line in console.Concat(complaints.Where(line => !console.Contains(line)))) output?.WriteLine($"Console: {line}");
        foreach (var page in Context.Pages)
            try
            {
                var picture = Path.Combine(Checkout.Folder, "TestResults", "browser", $"{Guid.NewGuid():N}.png");
                await page.ScreenshotAsync(new() { Path = picture, Timeout = 5_000 });
                output?.WriteLine($"Screenshot of {page.Url}: {picture}");
                foreach (var message in await page.EvaluateAsync<string[]>(Messages)) output?.WriteLine($"Message: {message}");
            }
            catch (Exception fault) when (fault is PlaywrightException or TimeoutException)
            {
                output?.WriteLine($"{page.Url} cannot be looked at any more: {fault.Message}");
            }
    }
}
