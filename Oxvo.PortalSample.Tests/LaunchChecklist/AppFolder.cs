using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Server.Kestrel.Https;
using Microsoft.Extensions.Logging;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.LaunchChecklist;

/// <summary>
/// An app in <c>FaultyApps</c> or <c>GoodApps</c>: its files as they are served, and <c>app.json</c> with what else the server does.
/// </summary>
public sealed record AppFolder
{
    /// <summary>The check that fails it; null for a good one.</summary>
    public string? Fails { get; init; }

    /// <summary>On https, with a certificate that the client trusts unless <see cref="IsTrusted"/> is false.</summary>
    public bool IsHttps { get; init; }
    public bool IsTrusted { get; init; } = true;

    /// <summary>A host name in place of this machine's address.</summary>
    public string? Host { get; init; }
    public bool IsStatus { get; init; }

    /// <summary>Where the address begins, behind the origin.</summary>
    public string Start { get; init; } = "/";

    /// <summary>By path; <c>*</c> for every answer, <c>404</c> for what is not there.</summary>
    public IReadOnlyDictionary<string, AppAnswer> Answers { get; init; } = new Dictionary<string, AppAnswer>();
    public AppApi Api { get; init; } = new();

    [JsonIgnore] public string Folder { get; init; } = "";

    static readonly JsonSerializerOptions Json = new()
    { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    /// <param name="kind">FaultyApps or GoodApps.</param>
    public static IEnumerable<string> Names(string kind) =>
        Directory.EnumerateDirectories(Checkout.File($"Oxvo.PortalSample.Tests/LaunchChecklist/{kind}")).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    public static AppFolder Read(string kind, string name)
    {
        var folder = Checkout.File($"Oxvo.PortalSample.Tests/LaunchChecklist/{kind}/{name}");
        return JsonSerializer.Deserialize<AppFolder>(File.ReadAllText(Path.Combine(folder, "app.json")), Json)! with { Folder = folder };
    }
}

/// <summary>What the server does at a path beside sending the file there.</summary>
public sealed record AppAnswer
{
    public int? Status { get; init; }

    /// <summary>A redirect.</summary>
    public string? To { get; init; }

    /// <summary>A script of so many bytes in place of a file.</summary>
    public int Bytes { get; init; }

    /// <summary>Null takes one of the usual away. <c>{ancestors}</c> stands for the origins around the app.</summary>
    public IReadOnlyDictionary<string, string?> Headers { get; init; } = new Dictionary<string, string?>();
}

/// <summary>The data endpoint, <c>/api/data</c>. It is asked without a proof, and refuses.</summary>
public sealed record AppApi
{
    public int Status { get; init; } = 401;

    /// <summary>The parameters that open it; the empty one for a call without any.</summary>
    public IReadOnlyList<string> Open { get; init; } = [];
    public IReadOnlyDictionary<string, string> Headers { get; init; } = new Dictionary<string, string> { ["Cache-Control"] = "private, no-store" };
}

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

    public string Origin => $"{(app.IsHttps ? "https" : "http")}://{app.Host ?? (app.IsHttps ? "localhost" : "127.0.0.1")}:{new Uri(server.Urls.First().Replace("[::]", "localhost")).Port}";

    public Uri Address => new(Origin + app.Start);
    public Uri Api => new(Origin + "/api/data");

    /// <summary>Its own certificate alone is trusted.</summary>
    public X509ChainPolicy Trust
    {
        get
        {
            var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
            policy.CustomTrustStore.Add(app.IsTrusted ? certificate : Certify("somebody-else.example"));
            return policy;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        certificate.Dispose();
    }

    async Task AnswerAsync(HttpContext http)
    {
        var path = http.Request.Path.Value!;
        if (path == "/api/data")
        {
            var isOpen = app.Api.Open.Any(name => name.Length == 0 ? http.Request.Query.Count == 0 : http.Request.Query.ContainsKey(name));
            await SendAsync(http, isOpen ? 200 : app.Api.Status, "application/json", Encoding.UTF8.GetBytes(isOpen ? """{"name":"Mira"}""" : ""), [.. app.Api.Headers.Select(header => (header.Key, (string?)header.Value))]);
            return;
        }
        var file = Path.Combine(app.Folder, path == "/" ? "index.html" : path[1..]);
        var answer = app.Answers.GetValueOrDefault(path);
        var isThere = answer is { Bytes: > 0 } or { To: not null } || (File.Exists(file) && !path.EndsWith("app.json"));
        answer ??= isThere ? null : app.Answers.GetValueOrDefault("404");
        (string, string?)[] headers =
        [
            ("Content-Security-Policy", "frame-ancestors {ancestors}"), ("Cache-Control", "no-cache"), .. app.IsHttps ? [("Strict-Transport-Security", "max-age=31536000")] : Array.Empty<(string, string?)>(),
            .. Headers(app.Answers.GetValueOrDefault("*")), .. Headers(answer), .. answer?.To is { } to ? [("Location", to)] : Array.Empty<(string, string?)>(),
        ];
        var body = answer is { Bytes: > 0 } ? Encoding.ASCII.GetBytes($"/*{new string('x', answer.Bytes)}*/") : !isThere ? "<!doctype html><title>Not found</title><h1>Not found</h1>"u8.ToArray()
            : answer?.To is null ? await File.ReadAllBytesAsync(file) : [];
        await SendAsync(http, answer?.Status ?? (answer?.To is null ? isThere ? 200 : 404 : 302), isThere ? MediaType(path) : "text/html", body, headers);
    }

    async Task SendAsync(HttpContext http, int status, string type, byte[] body, IEnumerable<(string Name, string? Value)> headers)
    {
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        foreach (var (name, value) in headers) http.Response.Headers[name] = value?.Replace("{ancestors}", ancestors);
        await http.Response.Body.WriteAsync(body);
    }

    static IEnumerable<(string, string?)> Headers(AppAnswer? answer) => answer?.Headers.Select(header => (header.Key, header.Value)) ?? [];

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
