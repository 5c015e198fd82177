using System.Text.RegularExpressions;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Reduces a status page's address from what people paste: with a trailing slash, a query, the path of an incident, a
/// language, or the feed's own address.
/// </summary>
public static class PageAddress
{
    // From the first of these parts on, a path is inside the page and says nothing about where the page is.
    static readonly Regex Inside = new(@"\A(?:api|v[23]|incidents?|maintenances?|history(?:\.\w+)?|uptime|subscribe"
        + @"|[a-z]{2}(?:-[a-z]{2,4})?|(?:summary|status|components|index)\.(?:json|html?))\z", RegexOptions.IgnoreCase);

    /// <param name="text">The address as people paste it.</param>
    /// <param name="plainHttp">Whether http is allowed at this origin: the demo's mock providers.</param>
    /// <returns>Where the feed may be: under the page's own path, then at its host's root; no trailing slash.</returns>
    /// <exception cref="FeedException">This is not a web address, or not https.</exception>
    public static IReadOnlyList<string> Read(string text, Func<Uri, bool> plainHttp)
    {
        if (TypedAddress.Read(text) is not { } uri)
            throw new FeedException("that is not a web address; write it as https://status.example.com");
        if (uri.UserInfo.Length > 0) throw new FeedException("the address holds a user name; write it without one");
        if (uri.Scheme != "https" && !(uri.Scheme == "http" && plainHttp(uri)))
            throw new FeedException(
                $"the address begins with {uri.Scheme}:, and status pages are read over https only");

        var origin = uri.GetLeftPart(UriPartial.Authority);
        var page = Page(uri);
        return page == origin ? [origin] : [page, origin];
    }

    /// <summary>The page's own address, without the incident, language or feed inside it.</summary>
    public static string Page(Uri address) => address.GetLeftPart(UriPartial.Authority)
        + string.Concat(address.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries)
            .TakeWhile(part => !Inside.IsMatch(part)).Select(part => "/" + part));
}
