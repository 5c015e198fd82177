using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>Serves an app on a free port of this machine.</summary>
sealed class AppServer : IAsyncDisposable
{
    readonly WebApplication server;
    readonly AppFolder app;
    readonly string ancestors;
    readonly X509Certificate2 certificate = Certify("app.acme.example");

    /// <param name="app">What is served.</param>
    /// <param name="ancestors">The origins that may frame it.</param>
    public static async Task<AppServer> StartAsync(AppFolder app, IEnumerable<string> ancestors)
    {
        var started = new AppServer(app, string.Join(' ', ancestors));
        await started.server.StartAsync();
        return started;
    }

    AppServer(AppFolder app, string ancestors)
    {
        (this.app, this.ancestors) = (app, ancestors);
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { ContentRootPath = app.Folder });
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Listen(IPAddress.Loopback, 0, listen =>
            {
                if (app.IsHttps) listen.UseHttps(new HttpsConnectionAdapterOptions { ServerCertificate = certificate });
            });
        });
        server = builder.Build();
        server.Run(AnswerAsync);
    }

    public string Origin
    {
        get
        {
            var (scheme, host) = app.IsHttps ? ("https", "localhost") : ("http", "127.0.0.1");
            return $"{scheme}://{app.Host ?? host}:{new Uri(server.Urls.First().Replace("[::]", "localhost")).Port}";
        }
    }

    public Uri Address => new(Origin + app.Start);
    public Uri Api => new(Origin + "/api/data");

    /// <summary>Its own certificate alone is trusted.</summary>
    public X509ChainPolicy Trust
    {
        get
        {
            var policy = new X509ChainPolicy
            { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(app.IsTrusted ? certificate : Certify("somebody-else.example"));
            return policy;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        certificate.Dispose();
    }

    Task AnswerAsync(HttpContext http) =>
        http.Request.Path == "/api/data" ? AnswerApiAsync(http) : AnswerFileAsync(http);

    async Task AnswerApiAsync(HttpContext http)
    {
        var query = http.Request.Query;
        var isOpen = app.Api.Open.Any(name => name.Length == 0 ? query.Count == 0 : query.ContainsKey(name));
        await SendAsync(http, isOpen ? 200 : app.Api.Status, "application/json",
            isOpen ? """{"name":"Mira"}"""u8.ToArray() : [],
            app.Api.Headers.Select(header => (header.Key, (string?)header.Value)));
    }

    async Task AnswerFileAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        var file = Path.Combine(app.Folder, path == "/" ? "index.html" : path[1..]);
        var answer = app.Answers.GetValueOrDefault(path);
        byte[]? body = answer switch
        {
            { To: not null } => [],
            { Bytes: > 0 and var bytes } => Encoding.ASCII.GetBytes($"/*{new string('x', bytes)}*/"),
            _ => File.Exists(file) && Path.GetFileName(file) != "app.json" ? await File.ReadAllBytesAsync(file) : null,
        };
        if (body is null) answer ??= app.Answers.GetValueOrDefault("404");
        List<(string, string?)> headers =
            [("Content-Security-Policy", "frame-ancestors {ancestors}"), ("Cache-Control", "no-cache"),
                ("Location", answer?.To)];
        if (app.IsHttps) headers.Add(("Strict-Transport-Security", "max-age=31536000"));
        headers.AddRange([.. Headers(app.Answers.GetValueOrDefault("*")), .. Headers(answer)]);
        await SendAsync(http, answer?.Status ?? (answer?.To is not null ? 302 : body is null ? 404 : 200),
            body is null ? "text/html" : MediaType(path),
            body ?? "<!doctype html><title>Not found</title><h1>Not found</h1>"u8.ToArray(), headers);
    }

    async Task SendAsync(HttpContext http, int status, string type, byte[] body,
        IEnumerable<(string Name, string? Value)> headers)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        foreach (var (name, value) in headers) http.Response.Headers[name] = value?.Replace("{ancestors}", ancestors);
        await http.Response.Body.WriteAsync(body);
    }

    static IEnumerable<(string, string?)> Headers(AppAnswer? answer) =>
        answer?.Headers.Select(header => (header.Key, header.Value)) ?? [];

    static string MediaType(string path) => Path.GetExtension(path) switch
    {
        ".js" => "text/javascript",
        ".css" => "text/css",
        ".json" => "application/json",
        ".svg" => "image/svg+xml",
        _ => "text/html; charset=utf-8",
    };

    static X509Certificate2 Certify(string name)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        foreach (var host in new[] { name, "localhost" }) names.AddDnsName(host);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        // Windows serves only a key that has been in a file.
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }
}
