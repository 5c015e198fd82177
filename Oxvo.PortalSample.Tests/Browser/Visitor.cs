using System.Collections.Concurrent;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>A person at a browser of their own: a fresh profile, a tab, and a watch over what goes wrong in it.</summary>
sealed class Visitor : IAsyncDisposable
{
    // A report that the page swallows is still one.
    const string TellViolations = """
        addEventListener('securitypolicyviolation', (event) =>
          console.error(`CSP: ${event.effectiveDirective} blocked ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`), true);
        """;

    readonly ConcurrentQueue<string> complaints = new();
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
        context.Request += (_, request) => requests.Enqueue(request);
        context.WebError += (_, fault) => complaints.Enqueue(fault.Error);
        context.Console += (_, line) =>
        {
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

    public async ValueTask DisposeAsync() => await Context.CloseAsync();
}
