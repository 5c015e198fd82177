using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Oxvo.PortalSample.ForYourSite;
using Oxvo.PortalSample.Tests.Demo;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// An integrator's own site and portal with the command <c>mock</c> between them, and a website that was not named.
/// </summary>
public sealed class OwnWebsites : IAsyncLifetime
{
    const string PortalPage = """
        <!doctype html><html lang="en"><title>Own portal</title>
        <main><h1>Own portal</h1><p id="heard">Nothing yet</p><button id="ask">Ask</button></main>
        <script>
          addEventListener('message', ({ data, source }) => {
            if (source === parent && data?.type === 'oxvo.current_user')
              document.querySelector('#heard').textContent = data.payload.identifier ?? 'anonymous';
          });
          document.querySelector('#ask').addEventListener('click', () =>
            top.postMessage({ source: 'portal', type: 'portal.token.request', v: 1, nonce: 'n-1' }, '*'));
        </script>
        """;

    readonly DirectoryInfo home = Directory.CreateTempSubdirectory("mock-home-");
    // Not by Playwright's routes: the browser would not let a page that came from nowhere ask this machine.
    readonly ConcurrentDictionary<string, string> heads = new();
    WebApplication app = null!;

    internal MockProgram Mock { get; private set; } = null!;
    internal string Site { get; } = $"http://localhost:{FreePorts.Take()}";
    internal string Portal { get; } = $"http://localhost:{FreePorts.Take()}";
    internal string Stranger { get; } = $"http://localhost:{FreePorts.Take()}";

    public async ValueTask InitializeAsync()
    {
        Mock = await MockProgram.StartAsync(home, "--site", Site, "--portal", Portal);
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(Site, Portal, Stranger);
        app = builder.Build();
        app.Run(http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            if (http.Request.Query["opener-policy"] is [{ } policy])
                http.Response.Headers["Cross-Origin-Opener-Policy"] = policy;
            var isPortal = $"http://{http.Request.Host}" == Portal;
            if (isPortal) http.Response.Headers.ContentSecurityPolicy = $"frame-ancestors {Site} {Mock.Messenger}";
            return http.Response.WriteAsync(isPortal ? PortalPage
                : SitePage(heads.GetValueOrDefault(http.Request.Path.Value!, Mock.Snippet)));
        });
        await app.StartAsync();
    }

    /// <summary>What the site's backend gives its page for a customer.</summary>
    internal string HashOf(string identifier) =>
        IdentifierHash.Compute(identifier, System.Text.Encoding.UTF8.GetBytes(Mock.Secret));

    /// <summary>The site with the printed snippet, in a fresh browser profile.</summary>
    /// <param name="settings">Its <c>window.oxvoSettings</c>, as JavaScript.</param>
    /// <param name="snippet">Another script tag than the printed one.</param>
    /// <param name="script">What the page does once the messenger's script has run.</param>
    internal async Task<OwnShopper> ArriveAsync(string? settings = null, string? snippet = null, string script = "")
    {
        var visitor = await Visitor.ArriveAsync(
            await Chromium.SharedAsync(), new() { ReducedMotion = ReducedMotion.Reduce });
        await visitor.Page.GotoAsync(AddPage(
            $"{(settings is null ? "" : $"<script>window.oxvoSettings = {settings};</script>")}"
                + $"{snippet ?? Mock.Snippet}<script type=\"module\">{script}</script>"));
        return new(visitor);
    }

    /// <summary>The address of another page of the site.</summary>
    internal string AddPage(string head)
    {
        var path = $"/{Guid.NewGuid():N}";
        heads[path] = head;
        return Site + path;
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Mock.Dispose();
        home.Delete(recursive: true);
    }

    static string SitePage(string head) => "<!doctype html><html lang=\"en\"><head><title>Own site</title>"
        + $"{head}</head><body><main><h1>Own site</h1><button>Basket</button></main></body></html>";
}

/// <summary>A person on the integrator's own site.</summary>
sealed class OwnShopper(Visitor visitor) : IAsyncDisposable
{
    public IPage Page => visitor.Page;
    public IReadOnlyCollection<string> Complaints => visitor.Complaints;
    public IEnumerable<IRequest> RequestsTo(string address) => visitor.RequestsTo(address);
    public ILocator Launcher => Page.Locator("oxvo-messenger button");
    public ILocator Panel => Page.Locator("oxvo-messenger section");
    public IFrameLocator Messenger => Page.FrameLocator("iframe[title^='Chat']");
    public IFrameLocator App => Messenger.FrameLocator("#stage iframe");

    public Task IdentifyAsync(string identifier, string hash) => Page.EvaluateAsync(
        """
        async ([identifier, identifier_hash]) => {
          await oxvo.ready();
          await oxvo.identify(identifier, { identifier_hash });
        }
        """, new[] { identifier, hash });

    // By key: for a moment after "Back" the browser gives the mouse to the frame that is gone, and a click is lost.
    public Task OpenAppAsync(string title) =>
        Messenger.Locator("#apps").GetByRole(AriaRole.Button, new() { Name = title }).PressAsync("Enter");

    /// <summary>Does this in the page, and waits for what the console then says.</summary>
    public async Task<string> HearsAsync(string words, string script)
    {
        var said = await Page.RunAndWaitForConsoleMessageAsync(
            () => Page.EvaluateAsync(script), new() { Predicate = line => line.Text.Contains(words) });
        return $"{said.Type}: {said.Text}";
    }

    public ValueTask DisposeAsync() => visitor.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class OwnSite : ICollectionFixture<OwnWebsites>
{
    public const string Name = "The mock messenger for an own site";
}
