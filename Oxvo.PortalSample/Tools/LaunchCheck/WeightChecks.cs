using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Whether the page suits a small frame and a slow line.</summary>
public static partial class WeightChecks
{
    public const int GoodBytes = 200 * 1024, MostBytes = 1024 * 1024, GoodRequests = 20, MostRequests = 50;
    const int WorthCompressing = 4 * 1024;

    public static async Task<CheckFinding> Viewport(CheckedApp app)
    {
        const string repair = """<meta name="viewport" content="width=device-width, initial-scale=1">""";
        var content = (await app.DocumentAsync()).QuerySelector("meta[name=viewport i]")?.GetAttribute("content");
        if (content?.Contains("width=device-width", StringComparison.OrdinalIgnoreCase) != true)
            return CheckFinding.Fail(content is null ? "no viewport" : $"viewport: {content}",
                "On a phone the page is laid out 980 pixels wide and shrunk until it cannot be read.", repair);
        return NoZoom().IsMatch(content)
            ? CheckFinding.Warn($"viewport: {content}", "People who need larger text cannot zoom in.", repair) : CheckFinding.Pass(content);
    }

    public static async Task<CheckFinding> Bytes(CheckedApp app)
    {
        var view = await app.ViewAsync();
        (Uri Address, FetchAnswer? Answer)[] files = [(view.Page.Address, view.Page),
            .. from file in view.Files where file.IsFirst select (file.Address, file.Answer)];
        var plain = files.Any(file => file.Answer is { Body.Length: > WorthCompressing } answer
            && !answer.Headers["Content-Encoding"].Any());
        return JudgeBytes([.. files.Select(file => (file.Address.AbsolutePath, file.Answer?.WireBytes ?? 0))], plain, Unread(view));
    }

    /// <param name="files">With what each takes on the wire.</param>
    /// <param name="plain">One of them should be compressed.</param>
    /// <param name="more">Said behind the sum.</param>
    public static CheckFinding JudgeBytes(IReadOnlyList<(string Name, long Bytes)> files, bool plain, string more)
    {
        var bytes = files.Sum(file => file.Bytes);
        var seen = $"{Size(bytes)} of {Size(GoodBytes)} over the wire, in {files.Count} requests{more}";
        if (bytes <= GoodBytes) return CheckFinding.Pass(seen);

        var heaviest = string.Concat(files.OrderByDescending(file => file.Bytes).Take(3).Select(file => $"\n{Size(file.Bytes)} {file.Name}"));
        const string why = "On a phone's line the panel stays empty for seconds after it is opened.";
        var repair = (plain ? "Compress text files: Content-Encoding: br, or gzip. " : "")
            + "Load what the first screen does not show when it is asked for, by import().";
        return bytes > MostBytes ? CheckFinding.Fail($"{seen}; {Size(MostBytes)} is the most{heaviest}", why, repair)
            : CheckFinding.Warn(seen + heaviest, why, repair);
    }

    public static async Task<CheckFinding> Requests(CheckedApp app)
    {
        var view = await app.ViewAsync();
        var count = 1 + view.Files.Count(file => file.IsFirst) + view.Unread.Except(view.Files.Select(file => file.Address)).Count();
        return JudgeRequests(count, "the page, its style sheets and its scripts");
    }

    /// <param name="of">What was counted.</param>
    public static CheckFinding JudgeRequests(int count, string of)
    {
        var seen = $"{count} of {GoodRequests} for {of}";
        const string why = "Each request waits for its turn, and those of a script's imports for the script.",
            repair = "Bundle the files, or preload those that are needed: <link rel=\"modulepreload\" href=\"…\">.";
        return count switch
        {
            <= GoodRequests => CheckFinding.Pass(seen),
            <= MostRequests => CheckFinding.Warn(seen, why, repair),
            _ => CheckFinding.Fail($"{seen}; {MostRequests} is the most", why, repair),
        };
    }

    internal static string Size(long bytes) =>
        bytes < 1024 ? $"{bytes} bytes" : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d:#,0.#} KB");

    static string Unread(FirstView view) => view.Unread.Count == 0 ? "" : $"; {view.Unread.Count} more could not be read";

    [GeneratedRegex(@"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:0|1(?![\d.]*[2-9])(?:\.\d)?)\b",
        RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex NoZoom();
}
