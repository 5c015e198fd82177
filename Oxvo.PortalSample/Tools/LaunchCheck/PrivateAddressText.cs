using System.Net;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Addresses of private networks in a text.</summary>
static partial class PrivateAddressText
{
    /// <param name="page">Its own host is not private, whatever it is: the browser came by it.</param>
    /// <param name="isPage">In a page an address of this machine was written by hand; libraries have some that they never go to.</param>
    public static IEnumerable<string> Find(string text, Uri page, bool isPage) =>
        Address().Matches(text).Select(match => (match.Groups["host"].Value, match.Groups["port"].Value))
            .Concat(Bare().Matches(text).Select(match => (match.Groups["host"].Value, match.Groups["port"].Value)))
            .Where(found => IsPrivate(found.Item1, found.Item2, page, isPage))
            .Select(found => found.Item1 + found.Item2).Distinct();

    static bool IsPrivate(string host, string port, Uri page, bool isPage)
    {
        if (host.Equals(page.Host, StringComparison.OrdinalIgnoreCase)) return false;
        var isNumber = IPAddress.TryParse(host, out var address) && host.Count(c => c == '.') == 3;
        if (host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || (isNumber && IPAddress.IsLoopback(address!)))
            return !page.IsLoopback && (isPage || port.Length > 0);
        return isNumber ? !PublicAddress.IsPublic(address!) && !IsDocumentation(address!) : PrivateName().IsMatch(host);
    }

    // 0.0.0.0, 192.0.2.0/24 and the like stand in libraries and examples, and lead nowhere.
    static bool IsDocumentation(IPAddress address) =>
        address.GetAddressBytes() is [0, ..] or [192, 0, ..] or [198, 51, 100, _] or [203, 0, 113, _] or [>= 224, ..];

    [GeneratedRegex(@"(?:https?|wss?|ftp):\\?/\\?/(?<host>[A-Za-z0-9.-]{1,253})(?<port>:\d{1,5})?(?![\w@:])",
        RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex Address();

    // Without a scheme only what is not a version number: a port says that, and 192.168 by itself.
    [GeneratedRegex(@"(?<=[""'`>\s=])(?<host>(?:10|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d{1,3}){2,3}(?=:\d)"
        + @"|192\.168\.\d{1,3}\.\d{1,3})(?<port>:\d{1,5})?(?=[""'`<\s/])", RegexOptions.None, Checklist.MatchTime)]
    private static partial Regex Bare();

    [GeneratedRegex(@"\.(?:internal|intranet|intra|local|localdomain|lan|corp|home\.arpa|cluster\.local)\.?\z",
        RegexOptions.IgnoreCase, Checklist.MatchTime)]
    private static partial Regex PrivateName();
}
