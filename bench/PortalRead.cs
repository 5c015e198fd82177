#:sdk Microsoft.NET.Sdk.Web
#:project ../Oxvo.PortalSample/Oxvo.PortalSample.csproj
#:property PublishAot=false
#:property StaticWebAssetsEnabled=false

// What the account costs, with the published portal as it ships, its logging too:
//
//   dotnet publish Oxvo.PortalSample -o published
//   dotnet run -c Release bench/PortalRead.cs published [another published folder, to compare]
//
// 1. Processor time of the portal for a read, and for /health/live, taken in turns in one run, on SQLite and, where
// PORTAL_POSTGRES names a database of a server (the demo fills it), on PostgreSQL. 2. The read's median time with 12,
// 10,000 and 100,000 customers in a SQLite file, request by request in turns.
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

const int Connections = 16, WarmUp = 3, Rounds = 7, Reads = 3000;
const string Customer = "demo-000001", Read = "/api/widget-portal?identifier=" + Customer, Bare = "/health/live";
var eachTurn = TimeSpan.FromSeconds(1.5);
var data = Directory.CreateTempSubdirectory("bench-");
using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
var started = new List<Server>();
try
{
    int[] sizes = [12, 10_000, 100_000];
    var files = new List<string>();
    foreach (var size in sizes) files.Add(await FillAsync($"Data Source={Path.Combine(data.FullName, $"{size}.db")}", size));
    var databases = new List<(string Name, string Connection)> { ("SQLite", files[0]) };
    if (Environment.GetEnvironmentVariable("PORTAL_POSTGRES") is { Length: > 0 } postgres) databases.Add(("PostgreSQL", await FillAsync(postgres, 12)));

    Console.WriteLine($"\n{"portal",-32}{"database",-12}{"reads/s",10}{"CPU µs a read",16}{"of the first",14}{"of /health/live",17}");
    foreach (var (name, connection) in databases)
    {
        var portals = new List<Server>();
        foreach (var folder in args) portals.Add(await StartAsync(folder, connection));
        var loads = portals.Select(portal => (Read: new List<Load>(), Bare: new List<Load>())).ToArray();
        for (var round = -WarmUp; round < Rounds; round++)
            for (var i = 0; i < portals.Count; i++)
            {
                var (read, bare) = (await LoadAsync(portals[i], Request(Read, Customer)), await LoadAsync(portals[i], Request(Bare, null)));
                if (round < 0) continue;
                loads[i].Read.Add(read);
                loads[i].Bare.Add(bare);
            }
        var first = Median(loads[0].Read.Select(load => load.Cost));
        for (var i = 0; i < portals.Count; i++)
        {
            var cost = Median(loads[i].Read.Select(load => load.Cost));
            Console.WriteLine($"{Path.GetFileName(args[i].TrimEnd('/')),-32}{name,-12}{Median(loads[i].Read.Select(load => load.Rate)),10:n0}{cost,16:n0}"
                + $"{cost / first,14:0.00}{cost / Median(loads[i].Bare.Select(load => load.Cost)),17:0.0}");
        }
    }

    var servers = new List<Server>();
    foreach (var file in files) servers.Add(await StartAsync(args[0], file));
    Console.WriteLine($"\n{"customers",-16}{"median µs",12}{"of the first",16}{"any, µs",14}{"of the first",16}");
    // Twelve customers, spread over the whole table, tell what its size costs; any customer adds what the caches of
    // SQLite and of the machine miss.
    var (few, any) = (await TimeAsync(servers, sizes, 12), await TimeAsync(servers, sizes, int.MaxValue));
    for (var i = 0; i < sizes.Length; i++)
        Console.WriteLine($"{sizes[i],-16:n0}{few[i],12:n0}{few[i] / few[0],16:0.00}{any[i],14:n0}{any[i] / any[0],16:0.00}");
}
finally
{
    foreach (var server in started) server.Process.Kill();
    data.Delete(recursive: true);
}

async Task<string> FillAsync(string connection, int customers)
{
    var file = Path.GetFullPath("../seed-data/customers.json", (string)AppContext.GetData("EntryPointFileDirectoryPath")!);
    await DemoDatabase.PrepareAsync(connection, file, TimeProvider.System, new() { Customers = customers, Seed = 1 }, Console.Error, default);
    return connection;
}

async Task<Server> StartAsync(string folder, string connection)
{
    var listener = new TcpListener(IPAddress.Loopback, 0);
    listener.Start();
    var port = ((IPEndPoint)listener.LocalEndpoint).Port;
    listener.Stop();
    var program = Directory.EnumerateFiles(folder, "*.runtimeconfig.json").Single().Replace(".runtimeconfig.json", ".dll", StringComparison.Ordinal);
    // "exec", so that the process is the portal and not a shell.
    var start = new ProcessStartInfo("sh", ["-c", "exec dotnet \"$0\" > /dev/null", Path.GetFullPath(program)]) { WorkingDirectory = folder };
    var point = key.ExportParameters(false).Q;
    foreach (var (name, value) in new Dictionary<string, string>
    {
        ["ASPNETCORE_ENVIRONMENT"] = "Production",
        ["Urls"] = $"http://127.0.0.1:{port}",
        ["ConnectionStrings__Accounts"] = connection,
        ["Portal__MessengerOrigins__0"] = "https://messenger.example",
        ["Portal__Site__Origins__0"] = "https://www.acme.example",
        ["Portal__Site__SignInUrl"] = "https://www.acme.example/sign-in",
        ["Portal__Site__Name"] = "Acme",
        ["Portal__Site__Issuer"] = "bench",
        ["Portal__Site__Keys__0__Kid"] = "bench",
        ["Portal__Site__Keys__0__X"] = Base64UrlEncoder.Encode(point.X),
        ["Portal__Site__Keys__0__Y"] = Base64UrlEncoder.Encode(point.Y),
        ["Portal__RequestsPerMinute__Address"] = "100000000",
        ["Portal__RequestsPerMinute__Subject"] = "100000000",
    }) start.Environment[name] = value;
    var server = new Server(Process.Start(start)!, port);
    started.Add(server);
    using var client = new HttpClient();
    while (true)
        try
        {
            (await client.GetAsync($"http://127.0.0.1:{port}/health/ready")).EnsureSuccessStatusCode();
            return server;
        }
        catch (HttpRequestException) when (!server.Process.HasExited)
        {
            await Task.Delay(100);
        }
}

// A hand-written request over a bare socket: a full HTTP client would cost more than what is measured.
byte[] Request(string path, string? subject) => Encoding.ASCII.GetBytes(
    $"GET {path} HTTP/1.1\r\nHost: localhost\r\n{(subject is null ? "" : $"Authorization: Bearer {Token(subject)}\r\n")}\r\n");

string Token(string subject)
{
    var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
    var input = Base64UrlEncoder.Encode("""{"alg":"ES256","typ":"portal-site+jwt","kid":"bench"}""") + "." + Base64UrlEncoder.Encode(
        JsonSerializer.Serialize(new { iss = "bench", aud = "oxvo-portal", sub = subject, iat = now, exp = now + 60, jti = "bench" }));
    return input + "." + Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256));
}

Socket Connect(int port)
{
    var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    socket.Connect(IPAddress.Loopback, port);
    return socket;
}

async Task<Load> LoadAsync(Server server, byte[] request)
{
    var before = server.CpuTime;
    var watch = Stopwatch.StartNew();
    var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
    {
        using var socket = Connect(server.Port);
        var count = 0;
        for (; watch.Elapsed < eachTurn; count++) await AskAsync(socket, request);
        return count;
    }));
    return new(counts.Sum() / watch.Elapsed.TotalSeconds, (server.CpuTime - before).TotalMicroseconds / counts.Sum());
}

async Task<double[]> TimeAsync(List<Server> servers, int[] sizes, int asked)
{
    var times = sizes.Select(_ => new double[Reads]).ToArray();
    var connections = servers.Select(server => Connect(server.Port)).ToArray();
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

static double Median(IEnumerable<double> values)
{
    double[] sorted = [.. values.Order()];
    return sorted[sorted.Length / 2];
}

sealed record Load(double Rate, double Cost);

sealed record Server(Process Process, int Port)
{
    public TimeSpan CpuTime
    {
        get
        {
            Process.Refresh();
            return Process.TotalProcessorTime;
        }
    }
}
