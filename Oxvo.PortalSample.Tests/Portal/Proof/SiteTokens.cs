using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;

namespace Oxvo.PortalSample.Tests.Portal.Proof;

/// <summary>A P-256 key pair of a site.</summary>
public sealed record SiteKeyPair(string Kid)
{
    public ECDsa Private { get; } = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public string X => Base64UrlEncoder.Encode(Private.ExportParameters(false).Q.X);

    public string Y => Base64UrlEncoder.Encode(Private.ExportParameters(false).Q.Y);

    /// <summary>The settings that make the portal know this key.</summary>
    public IEnumerable<(string Name, string Value)> Settings(int index) =>
        [($"Portal:Site:Keys:{index}:Kid", Kid), ($"Portal:Site:Keys:{index}:X", X), ($"Portal:Site:Keys:{index}:Y", Y)];
}

/// <summary>
/// Mints site tokens by hand, right ones and wrong ones: no library would make most of the wrong ones.
/// </summary>
public static class SiteTokens
{
    public const string Issuer = "http://localhost:5100";

    public static SiteKeyPair Key { get; } = new("test-1");

    public static string For(string identifier) => Sign(Header(), Claims(identifier));

    public static JsonObject Header() => new() { ["alg"] = "ES256", ["typ"] = "portal-site+jwt", ["kid"] = Key.Kid };

    public static JsonObject Claims(string identifier = "mira", long lifetime = 60, long issuedAgo = 0)
    {
        var issued = DateTimeOffset.UtcNow.ToUnixTimeSeconds() - issuedAgo;
        return new()
        {
            ["iss"] = Issuer,
            ["aud"] = "oxvo-portal",
            ["sub"] = identifier,
            ["iat"] = issued,
            ["exp"] = issued + lifetime,
            ["jti"] = Guid.NewGuid().ToString("N"),
        };
    }

    public static string Sign(JsonObject header, JsonObject claims) => Sign(header.ToJsonString(), claims.ToJsonString());

    public static string Sign(string header, string claims, ECDsa? key = null) =>
        Sign(header, claims, input => (key ?? Key.Private).SignData(input, HashAlgorithmName.SHA256));

    public static string Sign(string header, string claims, Func<byte[], byte[]> sign)
    {
        var input = Base64UrlEncoder.Encode(header) + "." + Base64UrlEncoder.Encode(claims);
        return input + "." + Base64UrlEncoder.Encode(sign(Encoding.ASCII.GetBytes(input)));
    }
}
