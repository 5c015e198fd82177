using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Oxvo.PortalSample.Portal.Hosting;

/// <summary>
/// The page's files, and the module of its settings, under the name of their release, <c>release-HASH/main.js</c>,
/// which the page's links get as it is sent. A browser keeps such a file for good, and a page never meets a module of
/// another release.
/// </summary>
sealed partial class ReleasedFiles(IFileProvider files, byte[] settings) : IFileProvider
{
    const string Page = "/index.html", Settings = "/portal-config.js", Prefix = "release-";

    // A page that meets another release while it loads is loaded again with it. Later it cannot be: the messenger has
    // told it once who is there. It shows its error then, and is right when it is opened again.
    const string Another = """
        if (document.readyState === 'complete') throw new Error('This page is of another release. Open it again.');
        location.reload();
        await new Promise(() => {});

        """;

    sealed record Release(string Name, string State, DateTimeOffset Changed, byte[] Page);

    Release? current;

    /// <summary>Leads a request for a file of this release to the file. Of another release there is none.</summary>
    public Task ResolveAsync(HttpContext http, RequestDelegate next)
    {
        if (http.Request.Path.Value!.Split('/', 3) is not ["", var release, var file]
            || !release.StartsWith(Prefix, StringComparison.Ordinal))
            return next(http);
        if (release == Read().Name)
        {
            http.Request.Path = "/" + file;
            http.Items[typeof(ReleasedFiles)] = release;
            return next(http);
        }
        if (!file.EndsWith(".js", StringComparison.Ordinal)) return next(http);
        http.Response.ContentType = "text/javascript; charset=utf-8";
        return http.Response.WriteAsync(Another + NameExports("/" + file), http.RequestAborted);
    }

    /// <summary>It was asked for by the name of its release.</summary>
    public static bool IsReleased(HttpContext http) => http.Items.ContainsKey(typeof(ReleasedFiles));

    public IFileInfo GetFileInfo(string subpath)
    {
        var file = files.GetFileInfo(subpath);
        if (subpath is not (Page or Settings)) return file;
        var release = Read();
        return new MadeFile(file, subpath == Page ? release.Page : settings) { LastModified = release.Changed };
    }

    public IDirectoryContents GetDirectoryContents(string subpath) => files.GetDirectoryContents(subpath);

    public IChangeToken Watch(string filter) => files.Watch(filter);

    // Without the names that are imported from it, a browser would not run it at all.
    string NameExports(string path) => GetFileInfo(path) is not { Exists: true } file ? ""
        : string.Concat(Export.Matches(Encoding.UTF8.GetString(MadeFile.Read(file)))
            .Select(name => $"export const {name.Value} = null;\n"));

    // Whoever edits the page sees it at the next load: the times of all its files are looked at for each answer.
    Release Read()
    {
        (string Path, IFileInfo File)[] all = [.. List("").OrderBy(one => one.Path, StringComparer.Ordinal)];
        // Not the newest time only: a file may be taken away, or come back with its old one.
        var state = string.Join('\n', all.Select(one => $"{one.Path} {one.File.LastModified.Ticks}"));
        if (current is { } kept && kept.State == state) return kept;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(settings);
        foreach (var (path, file) in all)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(path));
            hash.AppendData(MadeFile.Read(file));
        }
        var sum = hash.GetHashAndReset();
        var name = Prefix + Convert.ToHexStringLower(sum)[..12];
        // An ETag is made of a time and a length. Settings that change change neither, so they move the time.
        var changed = all.Max(one => one.File.LastModified).AddSeconds(-BitConverter.ToUInt16(sum));
        var page = Encoding.UTF8.GetString(MadeFile.Read(files.GetFileInfo(Page)));
        return current = new(name, state, changed, Encoding.UTF8.GetBytes(Link.Replace(page, $"{name}/")));
    }

    IEnumerable<(string Path, IFileInfo File)> List(string folder) =>
        files.GetDirectoryContents(folder).SelectMany(one => one.IsDirectory ? List($"{folder}/{one.Name}")
            : [($"{folder}/{one.Name}", one)]);

    /// <summary>Before an address of the page's own that leads to a file of its release.</summary>
    [GeneratedRegex("""(?<=\b(?:href|src)=")(?=[\w-][\w./-]*\.(?:js|css|svg)")""", RegexOptions.None, 1000)]
    private static partial Regex Link { get; }

    [GeneratedRegex("""(?<=^export (?:async )?(?:function|const|let|class) )\w+""", RegexOptions.Multiline, 1000)]
    private static partial Regex Export { get; }
}
