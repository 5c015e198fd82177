using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether the page suits a small frame and a slow line.</summary>
public static class WeightChecks
{
    public const int GoodBytes = 200 * 1024, MostBytes = 1024 * 1024, GoodRequests = 20, MostRequests = 50;
    const int WorthCompressing = 4 * 1024;

    static readonly Regex NoZoom = Pattern.New(
        @"(?i)user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:0|1(?![\d.]*[2-9])(?:\.\d)?)\b");

    public static async Task<Finding> Viewport(CheckedApp app)
    {
        const string repair = """<meta name="viewport" content="width=device-width, initial-scale=1">""";
        var content = (await app.Document).QuerySelector("meta[name=viewport i]")?.GetAttribute("content");
        if (content?.Contains("width=device-width", StringComparison.OrdinalIgnoreCase) != true)
            return Fail(content is null ? "no viewport" : $"viewport: {content}",
                "On a phone the page is laid out 980 pixels wide and shrunk until it cannot be read.", repair);
        return NoZoom.IsMatch(content)
            ? Warn($"viewport: {content}", "People who need larger text cannot zoom in.", repair) : Pass(content);
    }

    public static async Task<Finding> Bytes(CheckedApp app)
    {
        var view = await app.View;
        (Uri Address, FetchAnswer? Answer)[] files =
        [
            (view.Page.Address, view.Page),
            .. from file in view.Files where file.IsFirst select (file.Address, file.Answer),
        ];
        var plain = files.Any(file => file.Answer is { Body.Length: > WorthCompressing } answer
            && !answer.Headers["Content-Encoding"].Any());
        var more = view.Unread.Count == 0 ? "" : $"; {view.Unread.Count} more could not be read";
        return JudgeBytes([.. files.Select(file => (file.Address.AbsolutePath, file.Answer?.WireBytes ?? 0))], plain,
            more);
    }

    /// <param name="files">With what each takes on the wire.</param>
    /// <param name="plain">One of them should be compressed.</param>
    /// <param name="more">Said behind the sum.</param>
    public static Finding JudgeBytes(IReadOnlyList<(string Name, long Bytes)> files, bool plain, string more)
    {
        var bytes = files.Sum(file => file.Bytes);
        var seen = $"{Size(bytes)} of {Size(GoodBytes)} over the wire, in {files.Count} requests{more}";
        if (bytes <= GoodBytes) return Pass(seen);

        var isTooMuch = bytes > MostBytes;
        var most = isTooMuch ? $"; {Size(MostBytes)} is the most" : "";
        var heaviest = files.OrderByDescending(file => file.Bytes).Take(3)
            .Select(file => $"\n{Size(file.Bytes)} {file.Name}");
        return new(isTooMuch ? CheckOutcome.Fail : CheckOutcome.Warn, seen + most + string.Concat(heaviest),
            "On a phone's line the panel stays empty for seconds after it is opened.",
            (plain ? "Compress text files: Content-Encoding: br, or gzip. " : "")
            + "Load what the first screen does not show when it is asked for, by import().");
    }

    public static async Task<Finding> Requests(CheckedApp app)
    {
        var view = await app.View;
        var unread = view.Unread.Except(view.Files.Select(file => file.Address)).Count();
        return JudgeRequests(1 + view.Files.Count(file => file.IsFirst) + unread,
            "the page, its style sheets and its scripts");
    }

    /// <param name="what">What was counted.</param>
    public static Finding JudgeRequests(int count, string what)
    {
        var seen = $"{count} of {GoodRequests} for {what}";
        if (count <= GoodRequests) return Pass(seen);
        var isTooMuch = count > MostRequests;
        return new(isTooMuch ? CheckOutcome.Fail : CheckOutcome.Warn,
            isTooMuch ? $"{seen}; {MostRequests} is the most" : seen,
            "Each request waits for its turn, and those of a script's imports for the script.",
            "Bundle the files, or preload those that are needed: <link rel=\"modulepreload\" href=\"…\">.");
    }

    internal static string Size(long bytes) =>
        bytes < 1024 ? $"{bytes} bytes" : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d:#,0.#} KB");
}
