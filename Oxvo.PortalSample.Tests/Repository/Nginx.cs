using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>
/// A real nginx with the lines of <c>docs/operations.md</c>, on a free port. As root on Debian or Ubuntu, apt installs
/// it; elsewhere its tests are skipped, and with <c>CI</c> set they must run.
/// </summary>
sealed class Nginx : IDisposable
{
    /// <summary>Where it asks the portal from, which no browser on this machine does.</summary>
    public const string Address = "127.0.0.9";

    const string Host = "www.acme.example", Install = "apt-get install -y --no-install-recommends nginx";

    readonly DirectoryInfo folder;
    readonly Command process;
    readonly int port;

    Nginx(DirectoryInfo folder, Command process, int port)
    {
        this.folder = folder;
        this.process = process;
        this.port = port;
    }

    /// <summary>As browsers on this machine name it.</summary>
    public string Origin => $"https://localhost:{port}";

    /// <param name="upstream">What <c>proxy_pass</c> names; with a slash at its end the path is taken away.</param>
    /// <param name="site">Where the site is whose path <c>/account/</c> is; null where there is none.</param>
    public static async Task<Nginx> StartAsync(string upstream, string? site = null)
    {
        var program = await FindAsync();
        var (folder, port) = (Directory.CreateTempSubdirectory("nginx-"), FreePorts.Take());
        string InFolder(string file) => Path.Combine(folder.FullName, file);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        using var certificate = new CertificateRequest($"CN={Host}", key, HashAlgorithmName.SHA256)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        File.WriteAllText(InFolder("acme.pem"), certificate.ExportCertificatePem());
        File.WriteAllText(InFolder("acme.key"), key.ExportPkcs8PrivateKeyPem());

        var lines = File.ReadAllText(Checkout.File("docs/operations.md")).Split("```nginx\n")[1].Split("```")[0]
            .Replace("listen 443 ", $"listen 127.0.0.1:{port} ").Replace("http://127.0.0.1:8080/", upstream)
            .Replace("/etc/ssl", folder.FullName).Replace("/var/log/nginx", folder.FullName);
        if (site is not null)
            lines = lines.Replace("location /account/", $"location / {{ proxy_pass {site}; }}\n    location /account/");
        File.WriteAllText(InFolder("nginx.conf"), $$"""
            daemon off;
            pid {{InFolder("nginx.pid")}};
            error_log stderr notice;
            events {}
            http {
            proxy_bind {{Address}};
            client_body_temp_path {{InFolder("body")}};
            proxy_temp_path {{InFolder("proxy")}};
            {{lines}}
            }
            """);
        var process = Command.Start(folder.FullName, [program, "-p", folder.FullName, "-c", InFolder("nginx.conf")]);
        await process.WaitForAsync("start worker process");
        return new(folder, process, port);
    }

    /// <param name="from">The visitor's own address, such as 127.0.0.2.</param>
    public HttpClient Client(string from, Version version)
    {
        var handler = new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            ConnectCallback = async (_, cancel) =>
            {
                var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
                socket.Bind(new IPEndPoint(IPAddress.Parse(from), 0));
                await socket.ConnectAsync(new IPEndPoint(IPAddress.Loopback, port), cancel);
                return new NetworkStream(socket, ownsSocket: true);
            },
        };
        handler.SslOptions.RemoteCertificateValidationCallback = (_, shown, _, _) => shown!.Subject == $"CN={Host}";
        return new(handler)
        {
            BaseAddress = new($"https://{Host}/account/"),
            DefaultRequestVersion = version,
            DefaultVersionPolicy = HttpVersionPolicy.RequestVersionExact,
        };
    }

    /// <summary>Its access log, once it has ended: a line is written after its answer.</summary>
    public async Task<string> StopAsync()
    {
        await process.StopAsync();
        return File.ReadAllText(Path.Combine(folder.FullName, "portal.log"));
    }

    public void Dispose()
    {
        process.Dispose();
        folder.Delete(recursive: true);
    }

    static async Task<string> FindAsync()
    {
        const string program = "/usr/sbin/nginx";
        if (!File.Exists(program) && Environment.UserName == "root" && File.Exists("/usr/bin/apt-get"))
            // In this runlevel no service of it is started.
            await Command.RunAsync("/", ["sh", "-c", $"apt-get update -qq; RUNLEVEL=1 {Install}"],
                ("DEBIAN_FRONTEND", "noninteractive"));
        if (!File.Exists(program) && Environment.GetEnvironmentVariable("CI") is null or "")
            Assert.Skip($"There is no nginx here. Run: {Install}");
        return program;
    }
}
