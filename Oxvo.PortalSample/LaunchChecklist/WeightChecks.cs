using System.Globalization;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Fetching;

namespace Oxvo.PortalSample.LaunchChecklist;

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
                "On a phone the page is laid out 980 pixels wide and shrunk until nobody can read it.", repair);
        return NoZoom().IsMatch(content)
            ? CheckFinding.Warn($"viewport: {content}", "Whoever needs larger text cannot zoom in.", repair) : CheckFinding.Pass(content);
    }

    public static async Task<CheckFinding> Bytes(CheckedApp app)
    {
        var view = await app.ViewAsync();
        (Uri Address, FetchAnswer? Answer)[] files = [(view.Page.Address, view.Page),
            .. from file in view.Files where file.IsFirst select (file.Address, file.Answer)];
        var bytes = files.Sum(file => file.Answer?.WireBytes ?? 0);
        var seen = $"{Size(bytes)} of {Size(GoodBytes)} over the wire, in {files.Length} requests" + Unread(view);
        if (bytes <= GoodBytes) return CheckFinding.Pass(seen);

        var heaviest = files.OrderByDescending(file => file.Answer?.WireBytes).Take(3)
            .Select(file => $"\n{Size(file.Answer?.WireBytes ?? 0)} {file.Address.AbsolutePath}");
        var plain = files.Any(file => file.Answer is { Body.Length: > WorthCompressing } answer
            && !answer.Headers["Content-Encoding"].Any());
        const string why = "On a phone's line the panel stays empty for seconds after it is opened.";
        var repair = (plain ? "Compress text files: Content-Encoding: br, or gzip. "
            : "") + "Load what the first screen does not show when it is asked for, by import().";
        return bytes > MostBytes ? CheckFinding.Fail($"{seen}; {Size(MostBytes)} is the most{string.Concat(heaviest)}", why, repair)
            : CheckFinding.Warn(seen + string.Concat(heaviest), why, repair);
    }

    public static async Task<CheckFinding> Requests(CheckedApp app)
    {
        var view = await app.ViewAsync();
        var count = 1 + view.Files.Count(file => file.IsFirst) + view.Unread.Except(view.Files.Select(file => file.Address)).Count();
        var seen = $"{count} of {GoodRequests} for the page, its style sheets and its scripts";
        const string why = "Each request waits for its turn, and those of a script's imports for the script.",
            repair = "Bundle the files, or preload those that are needed: <link rel=\"modulepreload\" href=\"…\">.";
        return count <= GoodRequests ? CheckFinding.Pass(seen)
            : count > MostRequests ? CheckFinding.Fail($"{seen}; {MostRequests} is the most", why, repair)
                : CheckFinding.Warn(seen, why, repair);
    }

    internal static string Size(long bytes) =>
        bytes < 1024 ? $"{bytes} bytes" : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d:#,0.#} KB");

    static string Unread(FirstView view) => view.Unread.Count == 0 ? "" : $"; {view.Unread.Count} more could not be read";

    [GeneratedRegex(@"user-scalable\s*=\s*(?:no|0)|maximum-scale\s*=\s*(?:0|1(?![\d.]*[2-9])(?:\.\d)?)\b", RegexOptions.IgnoreCase)]
    private static partial Regex NoZoom();
}
