using System.Text;
using AngleSharp.Dom;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>A style sheet or script that the page or a module names.</summary>
/// <param name="IsFirst">The page waits for it; false for what a script imports when it is wanted.</param>
public sealed record ViewFile(Uri Address, bool IsScript, bool IsFirst)
{
    /// <summary>Null where it could not be read.</summary>
    public FetchAnswer? Answer { get; init; }

    /// <summary>Null for an error page, and for a page in a missing file's place.</summary>
    public string? Text => Answer is { IsOk: true } answer
        && answer.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) != true
            ? Encoding.UTF8.GetString(answer.Body) : null;
}

/// <summary>
/// The page with what it loads before it can be seen: style sheets, scripts, module preloads and the modules that those
/// import, and only for their text the modules that are imported later. Bounded in number, in bytes, and to half of the
/// time.
/// </summary>
/// <param name="Scripts">Those in the page and those of its files.</param>
/// <param name="Unread">What was named and not read to its end: over a bound, too slow, or not there.</param>
public sealed record FirstView(FetchAnswer Page, IReadOnlyList<ViewFile> Files, IReadOnlyList<PageScript> Scripts,
    IReadOnlyList<Uri> Unread)
{
    public const int MostFiles = 80, MostTotalBytes = 24 * 1024 * 1024, AtOnce = 6;

    // A bare name says nothing about where the module is.
    static readonly string[] ImportStarts = ["/", "./", "../", "http://", "https://"];

    public static async Task<FirstView> LoadAsync(CheckedApp app)
    {
        var page = await app.Page;
        var document = await app.Document;
        using var half = new CancellationTokenSource(app.Options.Timeout / 2, app.Clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(app.Limit, half.Token);
        List<ViewFile> files = [];
        List<Uri> unread = [];
        List<PageScript> scripts =
        [
            .. InlineScripts(document)
                .Select((script, i) => PageScript.Parse($"script {i + 1} in the page", script, false, limit.Token)),
            .. InlineListeners(document)
                .Select(script => PageScript.Parse("onmessage in the page", script, false, limit.Token)),
        ];
        HashSet<Uri> known = [];
        var bytes = 0L;
        for (var wave = Fresh(NamedIn(document, FindBase(document, page.Address))); wave.Length > 0;)
        {
            var room = bytes > MostTotalBytes ? 0 : MostFiles - files.Count;
            unread.AddRange(wave.Skip(room).Select(file => file.Address));
            List<ViewFile> read = [], imported = [];
            foreach (var some in wave.Take(room).Chunk(AtOnce))
                read.AddRange(await Task.WhenAll(some.Select(file => ReadAsync(file, app, limit.Token))));
            files.AddRange(read);
            bytes += read.Sum(file => file.Answer?.Body.Length ?? 0);
            foreach (var file in read.Where(file => file is { IsScript: true, Text: not null }))
            {
                var script = PageScript.Parse(NameOf(file.Address), file.Text!, IsForeign(file.Address), limit.Token);
                scripts.Add(script);
                imported.AddRange(ImportedBy(script, file));
            }
            wave = Fresh(imported);
        }
        unread.AddRange(from file in files where file.Answer is null or { IsCut: true } select file.Address);
        return new(page, files, scripts, unread);

        bool IsForeign(Uri file) => Uri.Compare(file, page.Address, UriComponents.SchemeAndServer, UriFormat.Unescaped,
            StringComparison.OrdinalIgnoreCase) != 0;

        string NameOf(Uri file) => IsForeign(file) ? file.GetLeftPart(UriPartial.Path) : file.AbsolutePath;

        ViewFile[] Fresh(IEnumerable<ViewFile> some) => [.. some.Where(file => known.Add(file.Address))];
    }

    /// <summary>Where the page's relative addresses begin.</summary>
    public static Uri FindBase(IDocument document, Uri page) =>
        Absolute(page, document.QuerySelector("base[href]")?.GetAttribute("href")) ?? page;

    static async Task<ViewFile> ReadAsync(ViewFile file, CheckedApp app, CancellationToken limit)
    {
        try
        {
            return file with { Answer = await app.GetAsync(file.Address, "*/*", limit) };
        }
        catch (FetchException) when (!app.Limit.IsCancellationRequested)
        {
            // The page is still worth looking at; what could not be read is told.
            return file;
        }
    }

    public static IEnumerable<string> InlineScripts(IDocument document) =>
        document.QuerySelectorAll("script:not([src])").Where(IsScript).Select(script => script.TextContent)
            .Where(text => text.Length > 0);

    // Such an attribute of the body is the window's listener.
    static IEnumerable<string> InlineListeners(IDocument document) =>
        document.QuerySelectorAll("body[onmessage], frameset[onmessage]")
            .Select(body => $"window.onmessage = function (event) {{ {body.GetAttribute("onmessage")}\n}};");

    static IEnumerable<ViewFile> NamedIn(IDocument document, Uri start) =>
        from element in document.QuerySelectorAll("link[href], script[src]")
        let isScript = FindKind(element)
        let address = Absolute(start, element.GetAttribute("src") ?? element.GetAttribute("href"))
        where isScript is not null && address is not null
        select new ViewFile(address, isScript.Value, true);

    static IEnumerable<ViewFile> ImportedBy(PageScript module, ViewFile file) =>
        from import in module.Imports().Take(MostFiles)
        where ImportStarts.Any(start => import.Name.StartsWith(start, StringComparison.Ordinal))
        let address = Absolute(file.Answer!.Address, import.Name)
        where address is not null
        select new ViewFile(address, true, file.IsFirst && !import.IsLater);

    /// <summary>An http or https address without its fragment; null for anything else.</summary>
    static Uri? Absolute(Uri start, string? text) =>
        text is { Length: > 0 and < 2_000 } && Uri.TryCreate(start, text.Trim(), out var uri)
            && uri is { Scheme: "https" or "http", UserInfo: "" } ? new Uri(uri.GetLeftPart(UriPartial.Query)) : null;

    /// <summary>Whether it is a script; null for what the first view does not wait for.</summary>
    static bool? FindKind(IElement element)
    {
        if (element.LocalName == "script") return IsScript(element) ? true : null;
        var rels = element.GetAttribute("rel")?.ToLowerInvariant().Split(' ') ?? [];
        if (rels.Contains("modulepreload")) return true;
        if (rels.Contains("preload"))
            return element.GetAttribute("as") switch { "script" => true, "style" => false, _ => null };
        var isStyle = rels.Contains("stylesheet") && !rels.Contains("alternate");
        return isStyle && element.GetAttribute("media") != "print" ? false : null;
    }

    static bool IsScript(IElement script) => script.GetAttribute("type") is null or "" or "module"
        || script.GetAttribute("type")!.EndsWith("javascript", StringComparison.OrdinalIgnoreCase);
}
