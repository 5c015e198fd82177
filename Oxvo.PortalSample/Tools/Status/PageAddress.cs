using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// Reduces a status page's address from what people paste: with a trailing slash, a query, the path of an incident, a
/// language, or the feed's own address.
/// </summary>
public static class PageAddress
{
    // From the first of these parts on, a path is inside the page and says nothing about where the page is.
    static readonly Regex Inside = Pattern.New(@"\A(?i:api|v[23]|incidents?|maintenances?|history(?:\.\w+)?|uptime"
        + @"|subscribe|(?:summary|status|components|index)\.(?:json|html?))\z");

    // A page may be at /eu or /eu-west, and de or pt-BR is a language inside it: only asking tells.
    static readonly Regex Language = Pattern.New(@"\A[A-Za-z]{2}(?:-[A-Za-z]{2,4})?\z");

    /// <param name="text">The address as people paste it.</param>
    /// <param name="plainHttp">Whether http is allowed at this origin: the demo's mock providers.</param>
    /// <returns>As <see cref="FindStarts"/> gives them.</returns>
    /// <exception cref="FeedException">This is not a web address, or not https.</exception>
    public static IReadOnlyList<string> Read(string text, Func<Uri, bool> plainHttp)
    {
        if (TypedAddress.Read(text) is not { } uri)
            throw new FeedException("that is not a web address; write it as https://status.example.com");
        if (uri.UserInfo.Length > 0) throw new FeedException("the address holds a user name; write it without one");
        if (uri.Scheme != "https" && !(uri.Scheme == "http" && plainHttp(uri)))
            throw new FeedException(
                $"the address begins with {uri.Scheme}:, and status pages are read over https only");

        return FindStarts(uri);
    }

    /// <summary>
    /// Where the feed may be: under the page's own path, then above each part that may be a language, then at its
    /// host's root. None has a trailing slash.
    /// </summary>
    public static IReadOnlyList<string> FindStarts(Uri address)
    {
        string[] parts = [.. Parts(address)];
        var lengths = Enumerable.Range(0, parts.Length).Reverse()
            .Where(length => length == 0 || Language.IsMatch(parts[length]));
        return [Join(address, parts), .. lengths.Select(length => Join(address, parts.Take(length)))];
    }

    /// <summary>The page's own address, without the incident or feed inside it.</summary>
    public static string Page(Uri address) => Join(address, Parts(address));

    static IEnumerable<string> Parts(Uri address) => address.AbsolutePath
        .Split('/', StringSplitOptions.RemoveEmptyEntries).TakeWhile(part => !Inside.IsMatch(part));

    static string Join(Uri address, IEnumerable<string> parts) =>
        address.GetLeftPart(UriPartial.Authority) + string.Concat(parts.Select(part => "/" + part));
}
