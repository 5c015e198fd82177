using System.Security.Cryptography;
using System.Text;

namespace Oxvo.PortalSample.ForYourSite;

/// <summary>
/// To be copied into your site's backend: what the messenger asks for beside an identifier, so that no visitor can chat
/// under another customer's. HMAC-SHA256 in lower-case hex.
/// </summary>
/// <example><code>
/// var hash = IdentifierHash.Compute(session.CustomerId, Encoding.UTF8.GetBytes(secretThatOxvoShowsYou));
/// </code></example>
public static class IdentifierHash
{
    public static string Compute(string identifier, byte[] secret) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(identifier)));

    /// <summary>OXVO's side. It takes as long for every wrong hash: none is guessed digit by digit.</summary>
    public static bool IsRight(string identifier, string hash, byte[] secret) =>
        CryptographicOperations.FixedTimeEquals(
            Encoding.UTF8.GetBytes(Compute(identifier, secret)), Encoding.UTF8.GetBytes(hash));
}
