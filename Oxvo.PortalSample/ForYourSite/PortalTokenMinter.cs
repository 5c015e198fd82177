using System.Security.Cryptography;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Oxvo.PortalSample.ForYourSite;

/// <summary>
/// To be copied into your site's backend: the token that proves to the portal who is signed in on your site. ES256; the
/// header is exactly alg, typ and kid, the claims iss, aud, sub, iat, exp and jti, and the portal refuses anything
/// more.
/// </summary>
/// <param name="privateKey">A P-256 key from your secret store. The portal is given its public half alone.</param>
/// <param name="kid">The key's name in the portal's <c>Portal:Site:Keys</c>.</param>
/// <param name="issuer">The portal's <c>Portal:Site:Issuer</c>.</param>
/// <param name="clock">Keep the machine's clock right: the portal forgives ten seconds.</param>
public sealed class PortalTokenMinter(ECDsa privateKey, string kid, string issuer, TimeProvider clock)
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromSeconds(60);

    // By itself the handler adds nbf and an hour's life.
    readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false };
    readonly SigningCredentials credentials = new(
        new ECDsaSecurityKey(privateKey) { KeyId = kid }, SecurityAlgorithms.EcdsaSha256);

    /// <param name="identifier">
    /// The customer of the <b>session</b>, the same string that your page gives to <c>oxvo.identify</c>. Never take it
    /// from the request.
    /// </param>
    public string Mint(string identifier)
    {
        var now = clock.GetUtcNow();
        return handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "portal-site+jwt",
            SigningCredentials = credentials,
            Issuer = issuer,
            Audience = "oxvo-portal",
            IssuedAt = now.UtcDateTime,
            Expires = (now + Lifetime).UtcDateTime,
            Claims = new Dictionary<string, object> { ["sub"] = identifier, ["jti"] = Guid.NewGuid().ToString("N") },
        });
    }
}
