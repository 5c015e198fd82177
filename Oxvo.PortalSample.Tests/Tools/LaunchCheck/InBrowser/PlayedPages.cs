using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>A frame in a played page.</summary>
/// <param name="Src">What it shows.</param>
/// <param name="Claim">Posted to it once, when it has loaded.</param>
/// <param name="Sandbox">Its origin is null.</param>
sealed record PlayedFrame(string Src, string? Claim = null, bool Sandbox = false);

/// <summary>
/// The pages around an app, played on their own origins without a server: the browser is answered before it would ask
/// one. Each keeps in <c>heard</c> what it is told. A page beside the app hands on what <c>launchCheck</c> holds to the
/// frames next to it, and says where it comes from as if that were to be believed.
/// </summary>
sealed partial class PlayedPages
{
    const string Place = "/launch-check-stage/";

    // Browsers keep pages on public addresses from framing this machine, unless the person allows it and every frame
    // passes it on.
    const string Page = """
        <!doctype html><html lang="en"><meta charset="utf-8"><title>Around the app</title>
        <style>body { margin: 0 } iframe { border: 0; display: block }</style>
        <body><script>
          window.heard = [];
          addEventListener('message', ({ data, source }) => {
            if (data?.launchCheck)
              for (let i = 0; i < parent.length; i++)
                parent.frames[i].postMessage({ ...data.launchCheck, origin: self.origin }, '*');
            else if (source === frames[0]) heard.push(String(data?.type ?? typeof data));
          });
          for (const { src, claim, sandbox } of FRAMES) {
            const isFirst = !document.querySelector('iframe');
            const frame = Object.assign(document.createElement('iframe'),
              // As https tells https; this machine is told nothing else.
              { title: 'App', referrerPolicy: 'origin',
                allow: 'local-network-access *; local-network *; loopback-network *' });
            if (sandbox) frame.sandbox = 'allow-scripts';
            const tell = () => frame.contentWindow.postMessage(JSON.parse(claim), '*');
            if (claim) frame.addEventListener('load', tell, { once: true });
            frame.style.cssText = isFirst ? 'width: 400px; height: 590px' : 'width: 40px; height: 40px';
            if (src.includes('PLACE') && isFirst) frame.style.cssText = 'width: 640px; height: 720px';
            document.body.append(Object.assign(frame, { src }));
          }
        </script></body></html>
        """;

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault };

    readonly Dictionary<string, string> pages = [];

    /// <returns>The address of a new page on this origin.</returns>
    public string Add(string origin, params IEnumerable<PlayedFrame> frames)
    {
        var address = $"{origin}{Place}{pages.Count}";
        pages[address] = Page.Replace("FRAMES", JsonSerializer.Serialize(frames, Json)).Replace("PLACE", Place);
        return address;
    }

    public Task PlayAsync(IBrowserContext context) => context.RouteAsync(AnyPage(), route =>
        pages.TryGetValue(route.Request.Url, out var html)
            ? route.FulfillAsync(new() { ContentType = "text/html; charset=utf-8", Body = html })
                : route.FallbackAsync());

    /// <summary>Origins that a careless comparison takes for this one.</summary>
    public static IEnumerable<string> LookAlikes(string origin)
    {
        var address = new Uri(origin);
        var port = address.IsDefaultPort ? "" : $":{address.Port}";
        yield return $"{address.Scheme}://{address.Host}.stranger.example{port}";
        if (address.HostNameType != UriHostNameType.Dns || !address.Host.Contains('.'))
        {
            yield return $"{address.Scheme}://{address.Host}:{(address.Port == 65_535 ? 1 : address.Port + 1)}";
            yield break;
        }
        yield return $"{address.Scheme}://stranger{address.Host}{port}";
        // In a pattern a dot is any letter, and what a text includes is shorter than the text.
        yield return $"{address.Scheme}://{AnyDot().Replace(address.Host, "x", 1)}{port}";
        yield return $"{address.Scheme}://{address.Host[..^1].TrimEnd('.')}{port}";
    }

    [GeneratedRegex(@"\.")]
    private static partial Regex AnyDot();

    [GeneratedRegex("/launch-check-stage/[0-9]+$")]
    private static partial Regex AnyPage();
}
