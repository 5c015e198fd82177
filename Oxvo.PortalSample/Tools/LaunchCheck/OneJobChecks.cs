using AngleSharp.Dom;
using Oxvo.PortalSample.Tools.Embedding;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// Whether the page does one thing, as far as its HTML shows. What scripts draw, a browser counts, and has it judged
/// here too.
/// </summary>
public static class OneJobChecks
{
    public const int GoodLinks = 20, MostLinks = 60, MostMenuLinks = 8, GoodFrames = 1, MostFrames = 2;
    const int LeastText = 40;

    public static async Task<Finding> MainHeading(CheckedApp app)
    {
        var document = await app.Document;
        string[] headings = [.. Seen(app, document, "h1, [role=heading][aria-level='1']")
            .Select(heading => heading.TextContent.Trim()).Where(text => text.Length > 0)];
        if (headings.Length == 0 && IsDrawnByScript(app, document)) return DrawnByScript(app);
        return JudgeHeadings(
            headings, Seen(app, document, "h2, h3, [role=heading], video, iframe, embed, object").Any());
    }

    /// <param name="headings">The main headings.</param>
    /// <param name="speaksOtherwise">A page that is a film or another website's form speaks through that.</param>
    public static Finding JudgeHeadings(IReadOnlyList<string> headings, bool speaksOtherwise)
    {
        const string why =
            "In a panel of 400 pixels one heading tells what this app answers; screen readers go there first.";
        return headings.Count switch
        {
            1 => Pass("one"),
            > 1 => Fail($"{headings.Count} main headings:\n{Lines(headings)}", why,
                "Keep one <h1>, and make the others <h2>; another job is another app."),
            _ => new(speaksOtherwise ? CheckOutcome.Warn : CheckOutcome.Fail, "no main heading", why,
                "<h1>What this screen answers</h1>"),
        };
    }

    public static async Task<Finding> Navigation(CheckedApp app)
    {
        var document = await app.Document;
        var links = Seen(app, document, "a[href], area[href]").Count();
        var frames = Seen(app, document, "iframe, frame, embed").Count(IsVisibleFrame);
        const string menuNames = "nav, [role=navigation], [role=menubar], [role=menu], [role=tree]";
        IElement[] menus = [.. Seen(app, document, menuNames)
            .Where(menu => menu.ParentElement?.Closest(menuNames) is null)];
        var menuLinks = menus.Sum(menu => menu.QuerySelectorAll("a[href], [role^=menuitem], [role=treeitem]").Length);
        var isNested = menus.Any(menu =>
            menu.QuerySelector("li li, [role=treeitem] [role=treeitem], [role=menu] [role=menu]") is not null);
        var judged = JudgeNavigation(links, menuLinks, isNested, frames);
        return judged.Result == CheckOutcome.Pass && IsDrawnByScript(app, document) ? DrawnByScript(app) : judged;
    }

    /// <param name="menu">Links in menus.</param>
    /// <param name="nested">A menu has another in it.</param>
    public static Finding JudgeNavigation(int links, int menu, bool nested, int frames)
    {
        var seen = $"{links} links of {GoodLinks}, {menu} in menus of {MostMenuLinks}{(nested ? ", in a tree" : "")}, "
            + $"{frames} nested frames of {GoodFrames}";
        const string why =
            "A visitor opened the app for one answer; a website inside a chat is a place to get lost in.",
            repair = "Show one thing, and open everything else in a new tab: <a href=\"…\" target=\"_blank\" "
                + "rel=\"noopener\">.";
        if (links > MostLinks || menu > MostMenuLinks || nested || frames > MostFrames)
            return Fail($"{seen}; {MostLinks} links and {MostFrames} frames are the most", why, repair);
        return links > GoodLinks || frames > GoodFrames ? Warn(seen, why, repair) : Pass(seen);
    }

    static Finding DrawnByScript(CheckedApp app) =>
        Checklist.NeedsBrowser(app.Options) with { Seen = "The page is drawn by its scripts." };

    /// <summary>There is next to no text to read, and a script that can make some.</summary>
    static bool IsDrawnByScript(CheckedApp app, IDocument document)
    {
        if (document.QuerySelector("script") is null) return false;
        var length = 0;
        foreach (var text in document.Body?.Descendants<IText>() ?? [])
            if (text.ParentElement is { LocalName: not ("script" or "style" or "title") } parent
                && IsShown(app, parent))
                if ((length += text.Data.Trim().Length) >= LeastText) return false;
        return true;
    }

    static IEnumerable<IElement> Seen(CheckedApp app, IDocument document, string selector) =>
        document.QuerySelectorAll(selector).Where(element => IsShown(app, element));

    static bool IsShown(CheckedApp app, IElement element)
    {
        app.Limit.ThrowIfCancellationRequested();
        return element.Closest("[hidden], template, noscript, dialog:not([open]), [aria-hidden=true], svg") is null;
    }

    // A frame of no size is a counter's, not a screen.
    static bool IsVisibleFrame(IElement frame) => frame.GetAttribute("width") is not ("0" or "1")
        && frame.GetAttribute("height") is not ("0" or "1")
        && frame.GetAttribute("style")?.Replace(" ", "")
            .Contains("display:none", StringComparison.OrdinalIgnoreCase) != true;
}
