using System.Formats.Tar;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>
/// A registry on this machine with one image, which holds nothing but says what ASP.NET's own base image says: which
/// user there is, and which port to listen on.
/// </summary>
sealed class BaseImage : IAsyncDisposable
{
    const string ManifestType = "application/vnd.docker.distribution.manifest.v2+json";

    readonly WebApplication registry;

    BaseImage(WebApplication registry) => this.registry = registry;

    /// <summary>As <c>ContainerBaseImage</c> takes it.</summary>
    public string Name => $"localhost:{new Uri(registry.Urls.Single()).Port}/base:1";

    public static async Task<BaseImage> StartAsync()
    {
        using var tar = new MemoryStream();
        using (var writer = new TarWriter(tar, leaveOpen: true))
            writer.WriteEntry(new PaxTarEntry(TarEntryType.Directory, "app"));
        var layer = tar.ToArray();
        var config = Encoding.UTF8.GetBytes($$"""
            {"architecture": "amd64", "os": "linux", "history": [],
             "config": {"Env": ["APP_UID=1654", "ASPNETCORE_HTTP_PORTS=8080"]},
             "rootfs": {"type": "layers", "diff_ids": ["{{Digest(layer)}}"]}
            }
            """);
        var packed = Pack(layer);
        var manifest = Encoding.UTF8.GetBytes($$"""
            {"schemaVersion": 2, "mediaType": "{{ManifestType}}",
             "config": {{Blob(config, "container.image.v1+json")}},
             "layers": [{{Blob(packed, "image.rootfs.diff.tar.gzip")}}]}
            """);

        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        var registry = builder.Build();
        registry.Urls.Add("http://127.0.0.1:0");
        registry.MapGet("/v2/base/manifests/{name}", () => TypedResults.Bytes(manifest, ManifestType));
        registry.MapGet("/v2/base/blobs/{digest}", (string digest) =>
            TypedResults.Bytes(digest == Digest(config) ? config : packed));
        await registry.StartAsync();
        return new(registry);
    }

    public ValueTask DisposeAsync() => registry.DisposeAsync();

    static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionMode.Compress)) gzip.Write(content);
        return packed.ToArray();
    }

    static string Blob(byte[] content, string type) => $$"""
        {"mediaType": "application/vnd.docker.{{type}}", "size": {{content.Length}}, "digest": "{{Digest(content)}}"}
        """;

    static string Digest(byte[] content) => $"sha256:{Convert.ToHexStringLower(SHA256.HashData(content))}";
}
