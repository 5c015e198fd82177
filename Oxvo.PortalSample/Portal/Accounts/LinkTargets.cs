namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// Where a link of an account may lead: to a page on one of the site's own origins, compared exactly, or by https to a
/// host of <c>Portal:LinkHosts</c> (with none listed, to any host). The site's own origins are https too, except in
/// Development. A link that a colleague typed wrongly, or that an attacker planted, must not become a way out of the
/// panel.
/// </summary>
public sealed class LinkTargets(PortalOptions options)
{
    readonly HashSet<string> hosts = new(options.LinkHosts, StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> siteOrigins = [.. options.Site.Origins];

    public bool Allow(Uri address) => address.UserInfo.Length == 0 && (IsListed(address) || IsOnSite(address));

    bool IsListed(Uri address) =>
        address.Scheme == Uri.UriSchemeHttps && (hosts.Count == 0 || hosts.Contains(address.IdnHost));

    bool IsOnSite(Uri address) =>
        PortalOptionsCheck.NormaliseOrigin(address.GetLeftPart(UriPartial.Authority)) is { } origin
        && siteOrigins.Contains(origin);
}
