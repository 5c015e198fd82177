#:sdk Microsoft.NET.Sdk.Web
#:project ../Oxvo.PortalSample/Oxvo.PortalSample.csproj
#:property PublishAot=false
#:property StaticWebAssetsEnabled=false

// What the account costs: `dotnet run -c Release bench/PortalRead.cs`
//
// 1. Requests per second, taken in turns in one run: a bare endpoint, one that only checks the token, and the portal read.
// 2. The portal read's median time with 12, 10,000 and 100,000 customers, request by request in turns.
//
// Only the ratios mean something: the load comes from the same machine, and machines differ. Takes about two minutes.

using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Portal.Hosting;
using Oxvo.PortalSample.Portal.Proof;
using Oxvo.PortalSample.Tools.Status;

const int Connections = 16, WarmUp = 3, Rounds = 7, Reads = 3000;
var eachTurn = TimeSpan.FromSeconds(1.5);
var folder = Directory.CreateTempSubdirectory("bench-");
using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
var started = new List<WebApplication>();
try
{
    int[] sizes = [12, 10_000, 100_000];
    var ports = new List<int>();
    foreach (var size in sizes) ports.Add(await StartAsync(size));

    string[] names = ["bare endpoint", "token only", "portal read"];
    // The bare endpoint is asked without a token, so that none is checked.
    string[] paths = ["/bench/bare", "/bench/token", "/api/widget-portal?identifier=demo-000001"];
    var (rates, costs) = (new double[3, Rounds], new double[3, Rounds]);
    for (var round = -WarmUp; round < Rounds; round++)
        for (var i = 0; i < 3; i++)
        {
            var (rate, cost) = await LoadAsync(ports[0], Request(paths[i], i == 0 ? null : "demo-000001"));
            if (round >= 0) (rates[i, round], costs[i, round]) = (rate, cost);
        }
    // On a machine that others use too, the processor time is the steadier of the two.
    Console.WriteLine($"\n{"",-16}{"requests/s",12}{"of token only",16}{"CPU µs each",14}{"of token only",16}");
    for (var i = 0; i < 3; i++)
    {
        var (rate, cost) = (Median(Row(rates, i)), Median(Row(costs, i)));
        Console.WriteLine($"{names[i],-16}{rate,12:n0}{rate / Median(Row(rates, 1)),16:0.00}{cost,14:n0}{Median(Row(costs, 1)) / cost,16:0.00}");
    }

    Console.WriteLine($"\n{"customers",-16}{"median µs",12}{"of the first",16}{"anybody, µs",14}{"of the first",16}");
    var (few, any) = (await TimeAsync(12), await TimeAsync(int.MaxValue));
    for (var i = 0; i < sizes.Length; i++)
        Console.WriteLine($"{sizes[i],-16:n0}{few[i],12:n0}{few[i] / few[0],16:0.00}{any[i],14:n0}{any[i] / any[0],16:0.00}");

    // Twelve customers, spread over the whole table, tell what its size costs; anybody adds what the caches of SQLite and of the machine miss.
    async Task<double[]> TimeAsync(int asked)
    {
        var times = sizes.Select(_ => new double[Reads]).ToArray();
        var connections = ports.Select(Connect).ToArray();
        var random = new Random(1);
        for (var read = -500; read < Reads; read++)
            for (var i = 0; i < sizes.Length; i++)
            {
                var step = Math.Max(1, sizes[i] / asked);
                var customer = $"demo-{1 + random.Next(sizes[i] / step) * step:000000}";
                var request = Request($"/api/widget-portal?identifier={customer}", customer);
                var start = Stopwatch.GetTimestamp();
                await AskAsync(connections[i], request);
                if (read >= 0) times[i][read] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        foreach (var connection in connections) connection.Dispose();
        return [.. times.Select(Median)];
    }
}
finally
{
    foreach (var app in started) await app.DisposeAsync();
    folder.Delete(recursive: true);
}

async Task<int> StartAsync(int customers)
{
    var database = $"Data Source={Path.Combine(folder.FullName, $"{customers}.db")}";
    var file = Path.GetFullPath("../seed-data/customers.json", (string)AppContext.GetData("EntryPointFileDirectoryPath")!);
    await DemoDatabase.PrepareAsync(database, file, TimeProvider.System, new() { Customers = customers, Seed = 1 }, Console.Error, default);

    var builder = WebApplication.CreateBuilder();
    builder.Logging.ClearProviders();
    builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
    var point = key.ExportParameters(false).Q;
    builder.Configuration.AddInMemoryCollection(new Dictionary<string, string?>
    {
        ["MockHost:Enabled"] = "false",
        ["ConnectionStrings:Accounts"] = database,
        ["Portal:MessengerOrigins:0"] = "https://messenger.example",
        ["Portal:Site:Origins:0"] = "https://www.acme.example",
        ["Portal:Site:SignInUrl"] = "https://www.acme.example/sign-in",
        ["Portal:Site:Name"] = "Acme",
        ["Portal:Site:Issuer"] = "bench",
        ["Portal:Site:Keys:0:Kid"] = "bench",
        ["Portal:Site:Keys:0:X"] = Base64UrlEncoder.Encode(point.X),
        ["Portal:Site:Keys:0:Y"] = Base64UrlEncoder.Encode(point.Y),
        ["Portal:RequestsPerMinute:Address"] = "100000000",
        ["Portal:RequestsPerMinute:Subject"] = "100000000",
    });
    builder.Services.AddSingleton(TimeProvider.System);
    builder.Services.AddPortalOptions();
    builder.Services.AddPortalLimits();
    builder.Services.AddSiteToken();
    builder.Services.AddAccounts();
    builder.Services.AddSingleton<PortalAnswers>();
    builder.Services.AddProblems();

    var app = builder.Build();
    app.UsePortalHeaders();
    app.UseRequestLog();
    app.UseProblems();
    app.UseRouting();
    app.UseAuthentication();
    app.UseRateLimiter();
    app.UseAuthorization();
    app.MapPortal();
    app.MapGet("/bench/bare", () => "ok");
    app.MapGet("/bench/token", () => "ok").RequireAuthorization();
    await app.StartAsync();
    started.Add(app);
    return new Uri(app.Urls.First()).Port;
}

// A hand-written request over a bare socket: a full HTTP client would cost more than what is measured.
byte[] Request(string path, string? subject) => Encoding.ASCII.GetBytes(
    $"GET {path} HTTP/1.1\r\nHost: localhost\r\n{(subject is null ? "" : $"Authorization: Bearer {Token(subject)}\r\n")}\r\n");

string Token(string subject)
{
    var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    var input = Base64UrlEncoder.Encode("""{"alg":"ES256","typ":"portal-site+jwt","kid":"bench"}""") + "." + Base64UrlEncoder.Encode(
        JsonSerializer.Serialize(new { iss = "bench", aud = SiteToken.Audience, sub = subject, iat = now, exp = now + 60, jti = "bench" }));
    return input + "." + Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256));
}

Socket Connect(int port)
{
    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    socket.Connect(IPAddress.Loopback, port);
    return socket;
}

async Task<(double RequestsPerSecond, double CpuMicroseconds)> LoadAsync(int port, byte[] request)
{
    using var process = Process.GetCurrentProcess();
    var (watch, cpu) = (Stopwatch.StartNew(), process.TotalProcessorTime);
    var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
    {
        using var socket = Connect(port);
        var count = 0;
        for (; watch.Elapsed < eachTurn; count++) await AskAsync(socket, request);
        return count;
    }));
    process.Refresh();
    return (counts.Sum() / watch.Elapsed.TotalSeconds, (process.TotalProcessorTime - cpu).TotalMicroseconds / counts.Sum());
}

async Task AskAsync(Socket socket, byte[] request)
{
    await socket.SendAsync(request);
    var buffer = new byte[64 * 1024];
    var read = 0;
    while (!IsWhole(buffer.AsSpan(0, read)))
    {
        var more = await socket.ReceiveAsync(buffer.AsMemory(read));
        if (more == 0) throw new IOException("The server closed the connection.");
        read += more;
    }
    if (!buffer.AsSpan().StartsWith("HTTP/1.1 200"u8)) throw new IOException(Encoding.UTF8.GetString(buffer, 0, read));
}

static bool IsWhole(ReadOnlySpan<byte> answer)
{
    var end = answer.IndexOf("\r\n\r\n"u8);
    if (end < 0) return false;
    var length = answer.IndexOf("Content-Length: "u8);
    if (length < 0 || length > end) return answer.EndsWith("0\r\n\r\n"u8);
    return Utf8Parser.TryParse(answer[(length + 16)..], out int bytes, out _) && answer.Length >= end + 4 + bytes;
}

static double[] Row(double[,] table, int row) => [.. Enumerable.Range(0, table.GetLength(1)).Select(column => table[row, column])];

static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
