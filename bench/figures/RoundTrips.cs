using System.Diagnostics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Bench;

/// <summary>
/// How many round trips it takes from the click on an app to its account, as Chromium makes them: over HTTP/1.1 without
/// a connection to the portal, and over HTTP/2 with the connection and the files that another app has left.
/// </summary>
/// <remarks>
/// The demo runs as it is built, with a <see cref="Relay"/> before each of its origins. The clicks take turns between a
/// short and a long round trip: what a click takes longer, divided by what the round trip is longer, is the number of
/// trips, and the machine's own time falls out of it. PORTAL_BROWSER names a browser's program.
/// </remarks>
static class RoundTrips
{
    const double LimitWhenNew = 6.5, LimitWhenStanding = 4;
    const int Rounds = 7;

    // Asking for the account in a frame that is yet to come, Playwright looks every half second only.
    const string Tell = """
        new MutationObserver(() => { if (document.querySelector('main[data-state=account]')) console.debug('account is shown'); })
          .observe(document, { attributes: true, childList: true, subtree: true });
        """;

    static readonly TimeSpan ShortTrip = TimeSpan.FromMilliseconds(100), LongTrip = TimeSpan.FromMilliseconds(300);

    public static async Task<IReadOnlyList<Figure>> MeasureAsync(Servers servers, string[] portals)
    {
        await Published.BuildDemoAsync();
        using var playwright = await Playwright.CreateAsync();
        var (whenNew, whenStanding) = (await CountAsync(playwright, servers.Work, standing: false),
            await CountAsync(playwright, servers.Work, standing: true));
        return
        [
            new("round trips, HTTP/1.1, new", "demo", Figure.Median(whenNew), "one", 1, LimitWhenNew),
            new("round trips, HTTP/2, standing", "demo", Figure.Median(whenStanding), "one", 1, LimitWhenStanding),
        ];
    }

    static async Task<double[]> CountAsync(IPlaywright playwright, string work, bool standing)
    {
        int[] ports = [Servers.FreePort(), Servers.FreePort(), Servers.FreePort()];
        var relays = ports.Select(port => new Relay(port)).ToArray();
        string site = $"http://localhost:{ports[0]}", messenger = $"http://127.0.0.1:{ports[1]}",
            portal = $"{(standing ? "https" : "http")}://localhost:{ports[2]}";
        using var demo = await StartAsync(work, site, messenger, portal);
        try
        {
            var names = ports.Zip(relays, (port, relay) => $"MAP *:{port} 127.0.0.1:{relay.Port}");
            await using var browser = await playwright.Chromium.LaunchAsync(new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_BROWSER") ?? "/usr/bin/chromium",
                Args = [$"--host-resolver-rules={string.Join(',', names)}", "--site-per-process"],
            });
            List<double> trips = [];
            for (var round = -1; round < Rounds; round++)
            {
                var (fast, slow) = (await ClickAsync(ShortTrip), await ClickAsync(LongTrip));
                if (round >= 0) trips.Add((slow - fast) / (LongTrip - ShortTrip));
            }
            return [.. trips.Order()];

            async Task<TimeSpan> ClickAsync(TimeSpan trip)
            {
                foreach (var relay in relays) relay.Trip = TimeSpan.Zero;
                await using var context = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true });
                // On this machine the website and the messenger are not the same site either.
                await context.GrantPermissionsAsync(["local-network-access"]);
                var shown = new TaskCompletionSource();
                context.Console += (_, line) => { if (line.Text == "account is shown") shown.TrySetResult(); };
                await context.AddInitScriptAsync(Tell);
                var page = await context.NewPageAsync();
                await page.GotoAsync($"{site}/?as=mira");
                await page.GetByRole(AriaRole.Button, new() { Name = "Chat", Exact = true }).ClickAsync();
                var frame = page.FrameLocator("iframe[src^='" + messenger + "']");
                if (standing)
                {
                    await frame.Locator("#apps").GetByRole(AriaRole.Button, new() { Name = "Track my order" }).ClickAsync();
                    await shown.Task.WaitAsync(TimeSpan.FromSeconds(30));
                    await frame.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
                }
                foreach (var relay in relays) relay.Trip = trip;
                var button = frame.Locator("#apps").GetByRole(AriaRole.Button, new() { Name = "Account status" });
                await button.WaitForAsync();
                shown = new();
                var clock = Stopwatch.StartNew();
                // By key: for a moment the browser gives the mouse to the frame that is gone.
                await button.PressAsync("Enter");
                await shown.Task.WaitAsync(TimeSpan.FromSeconds(30));
                return clock.Elapsed;
            }
        }
        finally
        {
            demo.Kill();
            foreach (var relay in relays) relay.Dispose();
        }
    }

    static async Task<Process> StartAsync(string work, string site, string messenger, string portal)
    {
        var project = Path.Combine(Published.Checkout, "Oxvo.PortalSample");
        var program = Path.Combine(project, "bin/Debug/net10.0/Oxvo.PortalSample.dll");
        var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true };
        var own = Directory.CreateDirectory(Path.Combine(work, Path.GetRandomFileName())).FullName;
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["ASPNETCORE_ENVIRONMENT"] = "Development",
            ["ASPNETCORE_CONTENTROOT"] = project,
            ["Urls"] = portal,
            ["Kestrel__Certificates__Default__Path"] = MakeCertificate(own),
            ["Portal__MessengerOrigins__0"] = messenger,
            ["Portal__Site__Origins__0"] = site,
            ["Portal__Site__Issuer"] = site,
            ["Portal__Site__SignInUrl"] = $"{site}/sign-in",
            ["Portal__Hsts"] = "off",
            ["Portal__RequestsPerMinute__Address"] = "100000",
            ["Portal__RequestsPerMinute__Subject"] = "100000",
            ["ConnectionStrings__Accounts"] = $"Data Source={Path.Combine(own, "accounts.db")}",
            ["ConnectionStrings__Messenger"] = $"Data Source={Path.Combine(own, "messenger.db")}",
        }) start.Environment[name] = value;
        var demo = Process.Start(start)!;
        while (await demo.StandardOutput.ReadLineAsync() is { } line)
            if (line.Contains("Application started", StringComparison.Ordinal))
            {
                _ = demo.StandardOutput.ReadToEndAsync();
                return demo;
            }
        throw new InvalidOperationException($"{program} ended: build it first.");
    }

    static string MakeCertificate(string folder)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(30));
        var file = Path.Combine(folder, "localhost.pfx");
        File.WriteAllBytes(file, certificate.Export(X509ContentType.Pfx));
        return file;
    }
}
