using System.Buffers.Text;
using System.Security.Cryptography;

namespace Oxvo.PortalSample.Portal;

/// <summary>
/// The portal's settings, section <c>Portal</c>. Checked at start by <see cref="PortalOptionsCheck"/>.
/// </summary>
public sealed record PortalOptions
{
    /// <summary>Exact origins of the messenger that frames the page and posts <c>oxvo.current_user</c>.</summary>
    public List<string> MessengerOrigins { get; init; } = [];

    /// <summary>The website whose customers these are, and whose backend mints the proof.</summary>
    public SiteOptions Site { get; init; } = new();

    /// <summary>How many requests a minute are answered before 429.</summary>
    public RequestLimits RequestsPerMinute { get; init; } = new();

    /// <summary>
    /// IP addresses of the proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed, or networks
    /// of them (10.0.0.0/8).
    /// </summary>
    public List<string> KnownProxies { get; init; } = [];

    /// <summary>
    /// The path that a proxy leaves in front of every address, such as /account; none where it takes it away.
    /// </summary>
    public string PathBase { get; init; } = "";

    /// <summary>
    /// Whether browsers are told to come by https only (<c>Strict-Transport-Security</c>), once they came by it:
    /// on, off, or includeSubDomains, which speaks for the hosts below too.
    /// </summary>
    public string Hsts { get; init; } = "on";

    /// <summary>
    /// Hosts that a link in an answer may lead to, compared exactly; with none, any host, still https only.
    /// </summary>
    public List<string> LinkHosts { get; init; } = [];

    /// <summary>How to write where the account does not say, or says an unknown one: BCP 47, such as de-DE.</summary>
    public string Locale { get; init; } = "en-GB";

    /// <summary>The time zone where the account does not say, or says an unknown one: IANA, such as
    /// Europe/Berlin.</summary>
    public string TimeZone { get; init; } = "UTC";
}

/// <summary>The website that the portal belongs to.</summary>
public sealed record SiteOptions
{
    /// <summary>What the site puts into the token's <c>iss</c>, compared as it stands.</summary>
    public string Issuer { get; init; } = "";

    /// <summary>Exact origins of the site that embeds the messenger.</summary>
    public List<string> Origins { get; init; } = [];

    /// <summary>Where "Sign in" leads, in a new tab.</summary>
    public string SignInUrl { get; init; } = "";

    /// <summary>The site's name as its customers know it.</summary>
    public string Name { get; init; } = "";

    /// <summary>Public keys that a token may be signed with; two while one replaces the other.</summary>
    public List<SiteKey> Keys { get; init; } = [];
}

/// <summary>A public P-256 key (RFC 7518 §6.2): its name and its coordinates, each 32 bytes as base64url.</summary>
public sealed record SiteKey
{
    public string Kid { get; init; } = "";
    public string X { get; init; } = "";
    public string Y { get; init; } = "";

    /// <summary>Throws where X and Y are not a point of the curve.</summary>
    public ECDsa ToECDsa() => ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        Q = new() { X = Coordinate(X), Y = Coordinate(Y) },
    });

    // One key in 128 has a coordinate that begins with a zero byte, and some programs leave it out.
    static byte[] Coordinate(string text)
    {
        var bytes = Base64Url.DecodeFromChars(text);
        return bytes.Length >= 32 ? bytes : [.. new byte[32 - bytes.Length], .. bytes];
    }
}

/// <summary>Requests a minute, for a network address and for a signed-in customer.</summary>
public sealed record RequestLimits
{
    public int Address { get; init; } = 300;
    public int Subject { get; init; } = 30;
}
