using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Browser;
using Oxvo.PortalSample.Tests.Tools.Fetching;

namespace Oxvo.PortalSample.Tests.Tools.Embedding;

/// <summary>
/// Website &gt; messenger &gt; app on real servers, all rows of a nest in one page, and what Chromium shows of each.
/// </summary>
public sealed class NestedApps : IAsyncLifetime
{
    static readonly X509Certificate2 Certificate =
        new CertificateRequest("CN=*.example", ECDsa.Create(ECCurve.NamedCurves.nistP256), HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));

    readonly ConcurrentDictionary<string, EmbedRow> rows = [];
    readonly List<LocalServer> servers = [];
    IBrowser browser = null!;
    int site, messenger, app;

    /// <summary>The names of the rows that Chromium shows.</summary>
    internal IReadOnlySet<string> Shown { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        (site, messenger, app) = (Start(), Start(), Start());
        var hosts = $"MAP *.example:443 127.0.0.1:{Start(Certificate)},MAP *.example:80 127.0.0.1:{app}";
        browser = await Chromium.StartAsync(with: [$"--host-resolver-rules={hosts}"]);
        Shown = await ShowAsync(EmbedRows.All);
    }

    /// <summary>The origins around the app, outermost first.</summary>
    internal string[] AncestorsOf(EmbedRow row) => [Fill("{site}", row.Nest), Fill("{messenger}", row.Nest)];

    /// <summary>The address that is framed.</summary>
    internal Uri Asked(EmbedRow row) =>
        row.Hop is null ? Address(row) : new($"{Fill(row.HopAt, row.Nest)}/hop/{row.Key}");

    /// <summary>The address that answers.</summary>
    internal Uri Address(EmbedRow row) => new($"{Fill("{app}", row.Nest)}/app/{row.Key}");

    internal string[] HeadersOf(EmbedRow row) => [.. row.Headers.Select(header => Fill(header, row.Nest))];

    /// <summary>Which of them Chromium shows, each nest in a page of its own.</summary>
    internal async Task<IReadOnlySet<string>> ShowAsync(IReadOnlyList<EmbedRow> all)
    {
        foreach (var row in all) rows[row.Key] = row;
        await using var context =
            await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true, AcceptDownloads = false });
        var shown = await Task.WhenAll(all.GroupBy(row => row.Nest)
            .Select(nest => ShowAsync(context, nest.Key, [.. nest])));
        return shown.SelectMany(names => names).ToHashSet();
    }

    async Task<string[]> ShowAsync(IBrowserContext context, EmbedNest nest, IReadOnlyList<EmbedRow> all)
    {
        var page = await context.NewPageAsync();
        var (answered, ended) = (new ConcurrentDictionary<string, bool>(), new ConcurrentDictionary<string, string>());
        page.Response += (_, answer) => answered[answer.Url] = true;
        page.FrameNavigated += (_, frame) => { if (frame.Url != "about:blank") ended[frame.Name] = frame.Url; };
        await page.GotoAsync($"{Fill("{site}", nest)}/site/{nest}/{string.Join(',', all.Select(row => row.Key))}",
            new() { WaitUntil = WaitUntilState.Commit, Timeout = 60_000 });
        // A frame ends at the app, or at the browser's own page for what is blocked. What is empty or saved leaves it
        // where it was, and no event tells: a while after the answer nothing more is expected.
        for (var tries = 0; tries < 1200 && !all.All(HasEnded); tries++) await Task.Delay(50);
        if (all.Any(row => !row.Shown)) await Task.Delay(500);
        return [.. all.Where(row => ended.GetValueOrDefault(row.Key) == Address(row).AbsoluteUri)
            .Select(row => row.Name)];

        bool HasEnded(EmbedRow row) =>
            ended.ContainsKey(row.Key) || (!row.Shown && answered.ContainsKey(Address(row).AbsoluteUri));
    }

    public async ValueTask DisposeAsync()
    {
        await browser.DisposeAsync();
        servers.ForEach(server => server.Dispose());
    }

    int Start(X509Certificate2? certificate = null)
    {
        var server = new LocalServer((request, stream, cancel) =>
            stream.WriteAsync(Answer(request.Split(' ')[1].Split('/')[1..]), cancel).AsTask(), certificate);
        servers.Add(server);
        return server.Address.Port;
    }

    byte[] Answer(string[] path) => path switch
    {
        ["site", var nest, var keys] =>
            Page($"<iframe src='{Fill("{messenger}", Enum.Parse<EmbedNest>(nest))}/messenger/{keys}'></iframe>"),
        ["messenger", var keys] =>
            Page(string.Concat(keys.Split(',')
            .Select(key => $"<iframe name='{key}' src='{Asked(rows[key])}'></iframe>"))),
        ["hop", var key] when rows[key] is { Hop: { } hop } row =>
            Bytes("302 Found", [.. hop.Select(header => Fill(header, row.Nest)), $"Location: {Address(row)}"], ""),
        ["app", var key] => Bytes(rows[key].Status, HeadersOf(rows[key]), rows[key].Body),
        _ => Bytes("404 Not Found", [], ""),
    };

    static byte[] Page(string frames) => Bytes("200 OK", [], "<!doctype html><title>Around an app</title>" + frames);

    // In Latin 1, as browsers read headers. An empty Content-Type stands for none.
    static byte[] Bytes(string status, string[] headers, string body)
    {
        string[] type = headers.Any(header => header.StartsWith("Content-Type:", StringComparison.Ordinal)) ? []
            : ["Content-Type: text/html"];
        string[] length = status.StartsWith("204", StringComparison.Ordinal) ? [] : [$"Content-Length: {body.Length}"];
        string[] lines = [$"HTTP/1.1 {status}", .. headers.Where(header => header != "Content-Type:"), .. type,
            .. length, "Connection: close"];
        return Encoding.Latin1.GetBytes(string.Join("\r\n", [.. lines, "", body]));
    }

    string Fill(string text, EmbedNest nest)
    {
        var (a, b, c) = ($"http://localhost:{site}", $"http://127.0.0.1:{messenger}", $"http://localhost:{app}");
        (a, b, c) = nest switch
        {
            EmbedNest.Usual => (a, b, c),
            EmbedNest.Named => ($"http://shop.acme.localhost:{site}", b, c),
            EmbedNest.InMessenger => (a, b, b),
            EmbedNest.One => (b, b, b),
            EmbedNest.Secure =>
                ("https://shop.acme.example", "https://app.oxvo.example", "https://portal.acme.example"),
            EmbedNest.SecureButApp =>
                ("https://shop.acme.example", "https://app.oxvo.example", "http://portal.acme.example"),
            _ => ("https://shop.acme.example", "https://app.oxvo.example", c),
        };
        foreach (var (name, origin) in new[] { ("site", a), ("messenger", b), ("app", c) })
            text = text.Replace($"{{{name}}}", origin).Replace($"{{{name}:port}}", new Uri(origin).Port.ToString());
        return text;
    }
}
