using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Oxvo.PortalSample.ForYourSite;

/// <summary>
/// To be copied into your site's backend: the token that proves to the portal who is signed in on your site. ES256, for
/// a minute. The portal refuses a header with any member beside alg, typ and kid. It needs these six claims, heeds
/// <c>nbf</c> where that is there, and ignores every other claim: what you add to them opens nothing.
/// </summary>
/// <example><code>
/// var key = ECDsa.Create();
/// key.ImportFromPem(pemFromYourSecretStore);
/// var minter = new PortalTokenMinter(key, "2026-11", "https://www.acme.example", TimeProvider.System);
/// var token = minter.Mint(session.CustomerId);
/// </code></example>
/// <param name="privateKey">A P-256 key from your secret store. The portal is given only its public half.</param>
/// <param name="kid">The key's name in the portal's <c>Portal:Site:Keys</c>.</param>
/// <param name="issuer">The portal's <c>Portal:Site:Issuer</c>.</param>
/// <param name="clock">Keep the machine's clock right: the portal forgives ten seconds.</param>
public sealed class PortalTokenMinter(ECDsa privateKey, string kid, string issuer, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    /// <param name="identifier">
    /// The customer of the <b>session</b>, the same text that your page gives to <c>oxvo.identify</c>. Never take it
    /// from the request.
    /// </param>
    public string Mint(string identifier)
    {
        if (string.IsNullOrEmpty(identifier))
            throw new ArgumentException("The identifier must be text.", nameof(identifier));
        var now = clock.GetUtcNow().ToUnixTimeSeconds();
        var header = new { alg = "ES256", typ = "portal-site+jwt", kid };
        var claims = new
        {
            iss = issuer,
            aud = "oxvo-portal",
            sub = identifier,
            iat = now,
            exp = now + (long)Lifetime.TotalSeconds,
            jti = Guid.NewGuid().ToString("N"),
        };
        var input = $"{Encode(header)}.{Encode(claims)}";
        // JWS wants r and s, 64 bytes: what .NET gives unless it is asked for DER.
        var signature = privateKey.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256);
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    static string Encode(object part) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(part));
}
