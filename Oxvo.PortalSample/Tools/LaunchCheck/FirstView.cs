using System.Text;
using AngleSharp.Dom;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>A style sheet or script of the page.</summary>
public sealed record ViewFile
{
    public required Uri Address { get; init; }

    /// <summary>The page waits for it; false for what a script imports when it is wanted.</summary>
    public required bool IsFirst { get; init; }
    public required bool IsScript { get; init; }

    /// <summary>Null where it could not be read.</summary>
    public required FetchAnswer? Answer { get; init; }

    /// <summary>Null for an error page, and for a page in a missing file's place.</summary>
    public string? Text => Answer is { Status: >= (System.Net.HttpStatusCode)200 and < (System.Net.HttpStatusCode)300 } answer
        && answer.MediaType?.Contains("html", StringComparison.OrdinalIgnoreCase) != true ? Encoding.UTF8.GetString(answer.Body) : null;
}

/// <summary>
/// The page with what it loads before it can be seen: style sheets, scripts, module preloads and the modules that those import, and for
/// their text alone the modules that are imported later. Bounded in number, in bytes, and to half of the time.
/// </summary>
public sealed record FirstView
{
    public const int MostFiles = 80, MostTotalBytes = 24 * 1024 * 1024, AtOnce = 6;

    public required FetchAnswer Page { get; init; }
    public required IReadOnlyList<ViewFile> Files { get; init; }

    /// <summary>Those in the page and those of its files.</summary>
    public required IReadOnlyList<PageScript> Scripts { get; init; }

    /// <summary>What was named and not read, or not to its end: over a bound, too slow, or not to be had.</summary>
    public required IReadOnlyList<Uri> Unread { get; init; }

    public static async Task<FirstView> LoadAsync(FetchAnswer page, IDocument document, CheckedApp app)
    {
        using var half = new CancellationTokenSource(app.Options.Timeout / 2, app.Clock);
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(app.Limit, half.Token);
        var named = ViewNames.In(document, page.Address);
        List<ViewFile> files = [];
        HashSet<Uri> known = [];
        List<Uri> unread = [];
        List<PageScript> scripts = [.. ViewNames.InlineScripts(document)
            .Select((script, i) => PageScript.Parse($"script {i + 1} in the page", script, false, limit.Token))];
        var bytes = 0L;
        for (var wave = Fresh(named); wave.Length > 0;)
        {
            var room = bytes > MostTotalBytes ? 0 : MostFiles - files.Count;
            unread.AddRange(wave.Skip(room).Select(file => file.Address));
            List<ViewFile> read = [];
            foreach (var some in wave.Take(room).Chunk(AtOnce))
                read.AddRange(await Task.WhenAll(some.Select(file => ReadAsync(file, app, limit.Token))));
            files.AddRange(read);
            bytes += read.Sum(file => file.Answer?.Body.Length ?? 0);
            List<NamedFile> imported = [];
            foreach (var file in read.Where(file => file is { IsScript: true, Text: not null }))
            {
                var script = PageScript.Parse(NameOf(file.Address), file.Text!, IsForeign(file.Address), limit.Token);
                scripts.Add(script);
                imported.AddRange(ViewNames.Imports(script, file.Answer!.Address, file.IsFirst));
            }
            wave = Fresh(imported);
        }
        return new()
        {
            Page = page,
            Files = files,
            Scripts = scripts,
            Unread = [.. unread, .. from file in files where file.Answer is null or { IsCut: true } select file.Address],
        };

        bool IsForeign(Uri file) => Uri.Compare(file, page.Address, UriComponents.SchemeAndServer, UriFormat.Unescaped,
            StringComparison.OrdinalIgnoreCase) != 0;

        string NameOf(Uri file) => IsForeign(file) ? file.GetLeftPart(UriPartial.Path) : file.AbsolutePath;

        NamedFile[] Fresh(IEnumerable<NamedFile> some) => [.. some.Where(file => known.Add(file.Address))];
    }

    static async Task<ViewFile> ReadAsync(NamedFile file, CheckedApp app, CancellationToken limit)
    {
        FetchAnswer? answer = null;
        try
        {
            answer = await app.GetAsync(file.Address, "*/*", limit);
        }
        catch (FetchException) when (!app.Limit.IsCancellationRequested)
        {
            // The page is still worth looking at; what could not be read is told.
        }
        return new() { Address = file.Address, IsFirst = file.IsFirst, IsScript = file.IsScript, Answer = answer };
    }
}
