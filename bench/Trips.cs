#:package Microsoft.Playwright
#:property PublishAot=false

// How many round trips it takes from the click on an app to its account, as Chromium makes them:
//
//   dotnet build
//   dotnet run -c Release bench/Trips.cs [another folder with Oxvo.PortalSample, to compare]
//
// The demo runs as it is built, with a delaying relay before each of its origins: what is sent either way comes late
// by half a round trip, and the first bytes of a connection by a whole one more, as its handshake would take. The
// clicks take turns between a short and a long round trip. What a click takes longer, divided by what the round trip
// is longer, is the number of trips: the machine's own time falls out of it.
//
// 1. http/1.1, and no connection to the portal yet. 2. https with HTTP/2, with the connection and the files that
// another app has left. Takes about two minutes. PORTAL_BROWSER names a browser's program.

using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Playwright;

const int Rounds = 7;
TimeSpan shortTrip = TimeSpan.FromMilliseconds(100), longTrip = TimeSpan.FromMilliseconds(300);
var here = Path.GetFullPath("..", (string)AppContext.GetData("EntryPointFileDirectoryPath")!);
var data = Directory.CreateTempSubdirectory("bench-");
using var playwright = await Playwright.CreateAsync();
try
{
    Console.WriteLine($"{"demo",-40}{"connection",-24}{"trips",8}{"least",8}{"most",8}{"limit",8}");
    foreach (var folder in args.Prepend(here))
        foreach (var standing in new[] { false, true })
        {
            var trips = await CountAsync(folder, standing);
            Console.WriteLine($"{Path.GetFileName(folder.TrimEnd('/')),-40}{(standing ? "h2, stands" : "http/1.1, new"),-24}"
                + $"{trips[trips.Length / 2],8:0.0}{trips[0],8:0.0}{trips[^1],8:0.0}{(standing ? 4 : 6.5),8:0.0}");
        }
}
finally
{
    data.Delete(recursive: true);
}

async Task<double[]> CountAsync(string folder, bool standing)
{
    int[] ports = [FreePort(), FreePort(), FreePort()];
    var relays = ports.Select(port => new Relay(port)).ToArray();
    string site = $"http://localhost:{ports[0]}", messenger = $"http://127.0.0.1:{ports[1]}",
        portal = $"{(standing ? "https" : "http")}://localhost:{ports[2]}";
    using var demo = await StartAsync(folder, site, messenger, portal);
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
            var (fast, slow) = (await ClickAsync(shortTrip), await ClickAsync(longTrip));
            if (round >= 0) trips.Add((slow - fast) / (longTrip - shortTrip));
        }
        return [.. trips.Order()];

        async Task<TimeSpan> ClickAsync(TimeSpan trip)
        {
            foreach (var relay in relays) relay.Trip = TimeSpan.Zero;
            await using var context = await browser.NewContextAsync(new() { IgnoreHTTPSErrors = true });
            // On this machine the website and the messenger are not the same site either.
            await context.GrantPermissionsAsync(["local-network-access"]);
            var page = await context.NewPageAsync();
            await page.GotoAsync($"{site}/?as=mira");
            await page.GetByRole(AriaRole.Button, new() { Name = "Chat", Exact = true }).ClickAsync();
            var frame = page.FrameLocator("iframe[src^='" + messenger + "']");
            if (standing)
            {
                await frame.Locator("#apps").GetByRole(AriaRole.Button, new() { Name = "Track my order" }).ClickAsync();
                await ShownAsync();
                await frame.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
            }
            foreach (var relay in relays) relay.Trip = trip;
            var button = frame.Locator("#apps").GetByRole(AriaRole.Button, new() { Name = "Account status" });
            await button.WaitForAsync();
            var clock = Stopwatch.StartNew();
            await button.ClickAsync();
            await ShownAsync();
            return clock.Elapsed;

            Task ShownAsync() => frame.FrameLocator("#stage iframe").Locator("main[data-state=account]").WaitForAsync();
        }
    }
    finally
    {
        demo.Kill();
        foreach (var relay in relays) relay.Dispose();
    }
}

async Task<Process> StartAsync(string folder, string site, string messenger, string portal)
{
    var project = Path.Combine(folder, "Oxvo.PortalSample");
    var program = Path.Combine(project, "bin/Debug/net10.0/Oxvo.PortalSample.dll");
    var start = new ProcessStartInfo("dotnet", [program]) { RedirectStandardOutput = true };
    var own = data.CreateSubdirectory(Path.GetRandomFileName()).FullName;
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

static int FreePort()
{
    using var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    return ((IPEndPoint)listener.LocalEndpoint).Port;
}

/// <summary>Passes connections on to a port of this machine, each way late by half a round trip.</summary>
sealed class Relay : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly int target;

    public Relay(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public TimeSpan Trip { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Stop();

    async Task AcceptAsync()
    {
        while (true)
            try
            {
                _ = PassAsync(await listener.AcceptTcpClientAsync());
            }
            catch (SocketException)
            {
                return;
            }
    }

    async Task PassAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        using (client)
            try
            {
                client.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, target);
                await Task.WhenAny(PassAsync(client.GetStream(), server.GetStream(), Stopwatch.GetTimestamp(), Trip),
                    PassAsync(server.GetStream(), client.GetStream(), 0, default));
            }
            catch (Exception fault) when (fault is IOException or SocketException)
            {
            }
    }

    // Reading goes on while what was read waits: a line is long, not narrow.
    async Task PassAsync(NetworkStream from, NetworkStream to, long opened, TimeSpan handshake)
    {
        var sent = Task.CompletedTask;
        while (true)
        {
            var buffer = new byte[16 * 1024];
            var count = await from.ReadAsync(buffer);
            if (count == 0) break;
            var (read, half) = (Stopwatch.GetTimestamp(), Trip / 2);
            sent = SendAsync(sent, read, half, buffer.AsMemory(0, count));
        }
        await sent;

        async Task SendAsync(Task before, long read, TimeSpan half, ReadOnlyMemory<byte> bytes)
        {
            await before;
            var wait = half - Stopwatch.GetElapsedTime(read);
            if (opened != 0) wait = Max(wait, half + handshake - Stopwatch.GetElapsedTime(opened));
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            await to.WriteAsync(bytes);
        }
    }

    static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
