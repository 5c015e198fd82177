using System.Buffers.Text;
using System.Security.Cryptography;

namespace Oxvo.PortalSample.Portal;

/// <summary>
/// The portal's settings, section <c>Portal</c>. Checked at start by <see cref="PortalOptionsCheck"/>.
/// </summary>
/// <remarks>The generated code that reads them fills what has <c>set</c>, and passes over <c>init</c>.</remarks>
public sealed record PortalOptions
{
    /// <summary>Exact origins of the messenger that frames the page and posts <c>oxvo.current_user</c>.</summary>
    public List<string> MessengerOrigins { get; set; } = [];

    /// <summary>The website whose customers these are, and whose backend mints the proof.</summary>
    public SiteOptions Site { get; set; } = new();

    /// <summary>How many requests a minute are answered before 429.</summary>
    public RequestLimits RequestsPerMinute { get; set; } = new();

    /// <summary>
    /// IP addresses of the proxies whose <c>X-Forwarded-For</c> and <c>X-Forwarded-Proto</c> are believed, or networks
    /// of them (10.0.0.0/8).
    /// </summary>
    public List<string> KnownProxies { get; set; } = [];

    /// <summary>
    /// The path that a proxy leaves in front of every address, such as /account; none where it takes it away.
    /// </summary>
    public string PathBase { get; set; } = "";

    /// <summary>
    /// Whether browsers are told to come by https only (<c>Strict-Transport-Security</c>), once they came by it:
    /// on, off, or includeSubDomains, which speaks for the hosts below too.
    /// </summary>
    public string Hsts { get; set; } = "on";

    /// <summary>
    /// Hosts that a link in an answer may lead to beside the site's own, compared exactly; with none, any host, still
    /// https only.
    /// </summary>
    public List<string> LinkHosts { get; set; } = [];

    /// <summary>How to write where the account does not say, or says an unknown one: BCP 47, such as de-DE.</summary>
    public string Locale { get; set; } = "en-GB";

    /// <summary>The time zone where the account does not say, or says an unknown one: IANA, such as
    /// Europe/Berlin.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>A parcel on its way without a new checkpoint for so many days needs the customer's attention.</summary>
    public int SilentDays { get; set; } = 5;
}

/// <summary>The website that the portal belongs to.</summary>
public sealed record SiteOptions
{
    /// <summary>What the site puts into the token's <c>iss</c>, compared as it stands.</summary>
    public string Issuer { get; set; } = "";

    /// <summary>Exact origins of the site that embeds the messenger.</summary>
    public List<string> Origins { get; set; } = [];

    /// <summary>Where "Sign in" leads, in a new tab.</summary>
    public string SignInUrl { get; set; } = "";

    /// <summary>The site's name as its customers know it.</summary>
    public string Name { get; set; } = "";

    /// <summary>Public keys that a token may be signed with; two while one replaces the other.</summary>
    public List<SiteKey> Keys { get; set; } = [];
}

/// <summary>A public P-256 key (RFC 7518 §6.2): its name and its coordinates, each 32 bytes as base64url.</summary>
public sealed record SiteKey
{
    public string Kid { get; set; } = "";
    public string X { get; set; } = "";
    public string Y { get; set; } = "";

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
    public int Address { get; set; } = 300;
    public int Subject { get; set; } = 30;
}
