using System.Collections.Concurrent;
using System.IO.Compression;
using System.Text;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Oxvo.PortalSample.Portal.Hosting;

/// <summary>
/// The page's files, and each also as FILE.br and FILE.gz, compressed once for each version of it: the best level takes
/// a tenth of a second for all, too much for every request. They hold no secret that their size could tell. Scripts and
/// styles are without what is for whoever reads the file, a fourth of its size.
/// </summary>
sealed class CompressedFiles(IFileProvider files) : IFileProvider, IContentTypeProvider
{
    // By the file and not by its address: one file has as many of those as there can be slashes in front of it, or ways
    // to write its name where the system does not tell capitals.
    readonly ConcurrentDictionary<(string File, string Encoding, DateTimeOffset Version), byte[]> compressed = [];

    readonly FileExtensionContentTypeProvider types = new(new Dictionary<string, string>
    {
        [".html"] = "text/html; charset=utf-8",
        [".css"] = "text/css; charset=utf-8",
        [".js"] = "text/javascript; charset=utf-8",
        [".svg"] = "image/svg+xml",
    });

    /// <summary>Leads a request to the smallest form of a file that the browser takes.</summary>
    public Task RedirectAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value!;
        if (types.TryGetContentType(path, out _) && files.GetFileInfo(path).Exists)
        {
            http.Response.Headers.Vary = "Accept-Encoding";
            var accepted = http.Request.GetTypedHeaders().AcceptEncoding
                .Where(coding => coding.Quality is not 0).Select(coding => coding.Value);
            if (accepted.Contains("br")) http.Request.Path = path + ".br";
            else if (accepted.Contains("gzip")) http.Request.Path = path + ".gz";
        }
        return next(http);
    }

    public static string? EncodingOf(string file) =>
        Path.GetExtension(file) switch { ".br" => "br", ".gz" => "gzip", _ => null };

    public bool TryGetContentType(string subpath, out string contentType) =>
        types.TryGetContentType(EncodingOf(subpath) is null ? subpath : subpath[..^3], out contentType!);

    public IFileInfo GetFileInfo(string subpath)
    {
        if (EncodingOf(subpath) is not { } encoding) return files.GetFileInfo(subpath);
        var file = files.GetFileInfo(subpath[..^3]);
        if (!file.Exists) return file;
        var path = (file.PhysicalPath ?? file.Name).ToUpperInvariant();
        var bytes = compressed.GetOrAdd((path, encoding, file.LastModified), _ => Compress(file, encoding));
        return new MadeFile(file, bytes);
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => files.Watch(filter);

    static byte[] Compress(IFileInfo file, string encoding)
    {
        using var bytes = new MemoryStream();
        const CompressionLevel best = CompressionLevel.SmallestSize;
        using (Stream stream = encoding == "br" ? new BrotliStream(bytes, best) : new GZipStream(bytes, best))
            stream.Write(Read(file));
        return bytes.ToArray();
    }

    static byte[] Read(IFileInfo file)
    {
        Func<string, string>? shorten = Path.GetExtension(file.Name) switch
        {
            ".js" => ShortText.Script,
            ".css" => ShortText.Style,
            _ => null,
        };
        var bytes = MadeFile.Read(file);
        return shorten is null ? bytes : Encoding.UTF8.GetBytes(shorten(Encoding.UTF8.GetString(bytes)));
    }
}
