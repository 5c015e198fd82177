using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// Websites that are not the sample's, each on an origin of its own. <c>/?frame=ADDRESS</c> frames that address; what a
/// site hears by postMessage it keeps in <c>window.heard</c>. Tests put words into their mouths.
/// </summary>
sealed class OtherWebsites : IAsyncDisposable
{
    const string Page = """
        <!doctype html><html lang="en"><title>Another website</title>
        <script>
          window.heard = [];
          addEventListener('message', (event) => heard.push(event.data));
          for (const address of new URLSearchParams(location.search).getAll('frame')) {
            const frame = document.createElement('iframe');
            frame.src = address;
            document.documentElement.append(frame);
          }
        </script>
        """;

    readonly WebApplication app;

    /// <summary>Lists itself at the portal where a test does so.</summary>
    public string Site { get; } = $"http://localhost:{FreePorts.Take()}";
    public string Messenger { get; } = $"http://127.0.0.1:{FreePorts.Take()}";
    public string Stranger { get; } = $"http://127.0.0.1:{FreePorts.Take()}";

    public static async Task<OtherWebsites> StartAsync()
    {
        var sites = new OtherWebsites();
        await sites.app.StartAsync();
        return sites;
    }

    OtherWebsites()
    {
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.WebHost.UseKestrelCore().UseUrls(Site, Messenger, Stranger);
        app = builder.Build();
        app.Run(http =>
        {
            http.Response.ContentType = "text/html; charset=utf-8";
            return http.Response.WriteAsync(Page);
        });
    }

    /// <summary>The address of a page of <paramref name="outer"/> that frames <paramref name="inner"/>.</summary>
    public static string Framing(string outer, params string[] inner) =>
        $"{outer}/?{string.Join('&', inner.Select(address => $"frame={Uri.EscapeDataString(address)}"))}";

    public ValueTask DisposeAsync() => app.DisposeAsync();
}
