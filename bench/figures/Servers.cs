using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Oxvo.PortalSample.Bench;

/// <summary>The processes that are measured; all of them end with it.</summary>
sealed class Servers(string work) : IAsyncDisposable
{
    public const string Issuer = "bench";

    readonly List<Server> started = [];

    public ECDsa Key { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string Work => work;

    /// <summary>The portal as it ships, its log on, without its limits of requests.</summary>
    public Task<Server> PortalAsync(string folder, string database)
    {
        var point = Key.ExportParameters(false).Q;
        return StartAsync(Path.GetFileName(folder.TrimEnd('/')), folder, ["dotnet", Program(folder)], new()
        {
            ["ConnectionStrings__Accounts"] = database,
            ["Portal__MessengerOrigins__0"] = "https://messenger.example",
            ["Portal__Site__Origins__0"] = "https://www.acme.example",
            ["Portal__Site__SignInUrl"] = "https://www.acme.example/sign-in",
            ["Portal__Site__Name"] = "Acme",
            ["Portal__Site__Issuer"] = Issuer,
            ["Portal__Site__Keys__0__Kid"] = "bench",
            ["Portal__Site__Keys__0__X"] = Base64UrlEncoder.Encode(point.X),
            ["Portal__Site__Keys__0__Y"] = Base64UrlEncoder.Encode(point.Y),
            ["Portal__RequestsPerMinute__Address"] = "100000000",
            ["Portal__RequestsPerMinute__Subject"] = "100000000",
        });
    }

    public Task<Server> EmptyAsync(string folder) =>
        StartAsync("empty web project", folder, ["dotnet", Program(folder)], []);

    public Task<Server> PeerAsync(string program, string databaseFile)
    {
        var point = Key.ExportParameters(false).Q;
        return StartAsync("Node", Path.GetDirectoryName(program)!, ["node", program], new()
        {
            ["NODE_ENV"] = "production",
            ["DATABASE"] = databaseFile,
            ["ISSUER"] = Issuer,
            ["JWK"] = JsonSerializer.Serialize(new
            {
                kty = "EC",
                crv = "P-256",
                kid = "bench",
                alg = "ES256",
                x = Base64UrlEncoder.Encode(point.X),
                y = Base64UrlEncoder.Encode(point.Y),
            }),
        });
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in started) await server.DisposeAsync();
        Key.Dispose();
    }

    static string Program(string folder) =>
        Directory.EnumerateFiles(folder, "*.runtimeconfig.json").Single()
            .Replace(".runtimeconfig.json", ".dll", StringComparison.Ordinal);

    async Task<Server> StartAsync(
        string name, string folder, string[] command, Dictionary<string, string> settings)
    {
        var port = FreePort();
        var log = Path.Combine(work, $"{started.Count}.log");
        // "exec", so that the process is the server and not a shell.
        var start = new ProcessStartInfo("sh", ["-c", "log=$1; shift; exec \"$@\" > \"$log\"", "sh", log, .. command])
        { WorkingDirectory = folder };
        settings["ASPNETCORE_ENVIRONMENT"] = "Production";
        settings["ASPNETCORE_URLS"] = $"http://127.0.0.1:{port}";
        settings["PORT"] = $"{port}";
        foreach (var (variable, value) in settings) start.Environment[variable] = value;
        var server = new Server(name, Process.Start(start)!, port);
        started.Add(server);
        while (!Listens(log))
        {
            if (server.Process.HasExited) throw new InvalidOperationException($"{name} ended: {ReadAll(log)}");
            await Task.Delay(10);
        }
        return server;
    }

    // The last line of a start, of ASP.NET's or of Fastify's.
    static bool Listens(string log) =>
        ReadAll(log) is var text && (text.Contains("Application started") || text.Contains("Server listening"));

    static string ReadAll(string log)
    {
        if (!File.Exists(log)) return "";
        using var reader = new StreamReader(new FileStream(log, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}

/// <summary>A process that listens.</summary>
sealed record Server(string Name, Process Process, int Port) : IAsyncDisposable
{
    public TimeSpan CpuTime
    {
        get
        {
            Process.Refresh();
            return Process.TotalProcessorTime;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (!Process.HasExited) Process.Kill();
        await Process.WaitForExitAsync();
    }
}
