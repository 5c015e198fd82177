using AngleSharp.Dom;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>A file that a page or a module names.</summary>
sealed record NamedFile(Uri Address, bool IsScript, bool IsFirst);

/// <summary>Reads out of a page and its modules which files they load.</summary>
static class ViewNames
{
    // A bare name says nothing about where the module is.
    static readonly string[] ImportStarts = ["/", "./", "../", "http://", "https://"];

    /// <summary>Where the page's relative addresses begin.</summary>
    public static Uri Base(IDocument document, Uri page) =>
        Absolute(page, document.QuerySelector("base[href]")?.GetAttribute("href")) ?? page;

    public static IEnumerable<NamedFile> In(IDocument document, Uri page)
    {
        var start = Base(document, page);
        foreach (var element in document.QuerySelectorAll("link[href], script[src]"))
            if (Kind(element) is { } isScript && Absolute(start,
                element.GetAttribute("src") ?? element.GetAttribute("href")) is { } address)
                yield return new(address, isScript, true);
    }

    public static IEnumerable<string> InlineScripts(IDocument document) =>
        document.QuerySelectorAll("script:not([src])").Where(IsScript).Select(script => script.TextContent).Where(text => text.Length > 0);

    /// <summary>What a module imports with an address.</summary>
    public static IEnumerable<NamedFile> Imports(PageScript module, Uri address, bool isFirst) =>
        from import in module.Imports().Take(FirstView.MostFiles)
        where ImportStarts.Any(start => import.Name.StartsWith(start, StringComparison.Ordinal))
        let file = Absolute(address, import.Name)
        where file is not null
        select new NamedFile(file, true, isFirst && !import.IsLater);

    /// <summary>An http or https address without its fragment; null for anything else.</summary>
    public static Uri? Absolute(Uri start, string? text) =>
        text is { Length: > 0 and < 2_000 } && Uri.TryCreate(start, text.Trim(), out var uri)
            && uri is { Scheme: "https" or "http", UserInfo: "" }
            ? new Uri(uri.GetLeftPart(UriPartial.Query)) : null;

    /// <summary>Whether it is a script; null for what the first view does not wait for.</summary>
    static bool? Kind(IElement element)
    {
        if (element.LocalName == "script") return IsScript(element) ? true : null;
        var rels = element.GetAttribute("rel")?.ToLowerInvariant().Split(' ') ?? [];
        if (rels.Contains("modulepreload")) return true;
        if (rels.Contains("preload")) return element.GetAttribute("as") switch { "script" => true, "style" => false, _ => null };
        return rels.Contains("stylesheet") && !rels.Contains("alternate") && element.GetAttribute("media") != "print" ? false : null;
    }

    static bool IsScript(IElement script) => script.GetAttribute("type") is null or "" or "module"
        || script.GetAttribute("type")!.EndsWith("javascript", StringComparison.OrdinalIgnoreCase);
}
