using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// A status page's address, reduced from what people paste: with a trailing slash, a query, the path of an incident, a
/// language, or the feed's own address.
/// </summary>
public sealed partial record PageAddress
{
    /// <summary>
    /// Where the feed may be: under the page's own path, then at the root of its host. Without a trailing slash.
    /// </summary>
    public required IReadOnlyList<string> Bases { get; init; }

    /// <param name="plainHttp">Whether http is allowed at this origin: the demo's mock providers.</param>
    /// <exception cref="FeedException">This is not a web address, or not https.</exception>
    public static PageAddress Parse(string text, Func<Uri, bool> plainHttp)
    {
        text = text.Trim();
        if (!text.Contains("://", StringComparison.Ordinal) && BareHost().IsMatch(text)) text = "https://" + text;
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            throw new FeedException("that is not a web address; write it as https://status.example.com");
        if (uri.UserInfo.Length > 0) throw new FeedException("the address holds a user name; write it without one");
        if (uri.Scheme != "https" && !(uri.Scheme == "http" && plainHttp(uri)))
            throw new FeedException($"the address begins with {uri.Scheme}:, and status pages are read over https only");

        var origin = uri.GetLeftPart(UriPartial.Authority);
        // From the first part that belongs to the page's inside on, the path says nothing about where the page is.
        var path = string.Concat(uri.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(part => !Inside().IsMatch(part)).Select(part => "/" + part));
        return new() { Bases = path.Length == 0 ? [origin] : [origin + path, origin] };
    }

    [GeneratedRegex(@"\A[\w-]+(\.[\w-]+)+(:\d+)?([/?#].*)?\z")]
    private static partial Regex BareHost();

    [GeneratedRegex(@"\A(?:api|v[23]|incidents?|maintenances?|history(?:\.\w+)?|uptime|subscribe|[a-z]{2}(?:-[a-z]{2,4})?"
        + @"|(?:summary|status|components|index)\.(?:json|html?))\z", RegexOptions.IgnoreCase)]
    private static partial Regex Inside();
}
