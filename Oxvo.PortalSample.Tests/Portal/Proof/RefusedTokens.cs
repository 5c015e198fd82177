using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using static Oxvo.PortalSample.Tests.Portal.Proof.SiteTokens;

namespace Oxvo.PortalSample.Tests.Portal.Proof;

/// <summary>Tokens that are each off in one place, by the reason code that the log must give.</summary>
public static class RefusedTokens
{
    static readonly ECDsa Attacker = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    static readonly RSA Rsa = RSA.Create(2048);

    /// <summary>Reason code → what is off → the token.</summary>
    public static Dictionary<string, Dictionary<string, Func<string>>> ByReason { get; } = new()
    {
        ["algorithm"] = new()
        {
            ["alg none"] = () => With(h => h["alg"] = "none"),
            ["alg None"] = () => With(h => h["alg"] = "None"),
            ["alg NONE"] = () => With(h => h["alg"] = "NONE"),
            ["alg none and iss wrong"] = () => Sign(Change(Header(), h => h["alg"] = "none"), Change(Claims(), c => c["iss"] = "https://evil.example")),
            ["alg missing"] = () => With(h => h.Remove("alg")),
            ["alg a number"] = () => With(h => h["alg"] = 256),
            ["alg es256"] = () => With(h => h["alg"] = "es256"),
            ["ES384"] = () => With(h => h["alg"] = "ES384"),
            ["EdDSA"] = () => With(h => h["alg"] = "EdDSA"),
            ["HS256 with the public key as JWK"] = () => Hmac("HS256", Encoding.UTF8.GetBytes(Key.X + Key.Y)),
            ["RS256"] = () => Sign(Change(Header(), h => h["alg"] = "RS256"), Claims().ToJsonString(), input => Rsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)),
            ["PS256"] = () => Sign(Change(Header(), h => h["alg"] = "PS256"), Claims().ToJsonString(), input => Rsa.SignData(input, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)),
            ["HS256 with the public key as PEM"] = () => Hmac("HS256", Encoding.UTF8.GetBytes(Key.Private.ExportSubjectPublicKeyInfoPem())),
            ["HS384 with the public key as DER"] = () => Hmac("HS384", Key.Private.ExportSubjectPublicKeyInfo()),
            ["HS512"] = () => Hmac("HS512", Key.Private.ExportSubjectPublicKeyInfo()),
        },
        ["type"] = new()
        {
            ["typ missing"] = () => With(h => h.Remove("typ")),
            ["typ JWT"] = () => With(h => h["typ"] = "JWT"),
            ["typ at+jwt"] = () => With(h => h["typ"] = "at+jwt"),
            ["typ of another portal"] = () => With(h => h["typ"] = "portal-admin+jwt"),
            ["typ in capitals"] = () => With(h => h["typ"] = "PORTAL-SITE+JWT"),
        },
        ["header"] = new()
        {
            ["jku"] = () => With(h => h["jku"] = "https://evil.example/keys"),
            ["x5u"] = () => With(h => h["x5u"] = "https://evil.example/cert"),
            ["x5c"] = () => With(h => h["x5c"] = new JsonArray("MIIB")),
            ["crit"] = () => With(h => h["crit"] = new JsonArray("exp")),
            ["b64"] = () => With(h => h["b64"] = true),
            ["jwk of an attacker who signs"] = () => Sign(Change(Header(), h => h["jwk"] = new JsonObject { ["kty"] = "EC" }), Claims().ToJsonString(), Attacker),
        },
        ["unknown_kid"] = new()
        {
            ["kid unknown"] = () => With(h => h["kid"] = "removed-key"),
            ["kid a path"] = () => With(h => h["kid"] = "../../dev/null"),
            ["kid with SQL"] = () => With(h => h["kid"] = "' or 1=1 --"),
            ["kid with NUL"] = () => With(h => h["kid"] = "test-1\0"),
            ["kid in other case"] = () => With(h => h["kid"] = "TEST-1"),
            ["kid a number"] = () => With(h => h["kid"] = 1),
        },
        ["issuer"] = new()
        {
            ["iss wrong"] = () => WithClaims(c => c["iss"] = "https://evil.example"),
            ["iss a name"] = () => WithClaims(c => c["iss"] = "canary"),
            ["iss with a user"] = () => WithClaims(c => c["iss"] = "https://canary@acme.example"),
            ["iss with a query"] = () => WithClaims(c => c["iss"] = "https://acme.example/?canary"),
            ["iss with a line end"] = () => WithClaims(c => c["iss"] = "https://acme.example\nwarn: canary"),
            ["iss of 200 characters"] = () => WithClaims(c => c["iss"] = "https://" + new string('a', 192)),
            ["iss missing"] = () => WithClaims(c => c.Remove("iss")),
            ["iss with a slash"] = () => WithClaims(c => c["iss"] = Issuer + "/"),
            ["iss in other case"] = () => WithClaims(c => c["iss"] = "HTTP://localhost:5100"),
        },
        ["audience"] = new()
        {
            ["aud wrong"] = () => WithClaims(c => c["aud"] = "other"),
            ["aud missing"] = () => WithClaims(c => c.Remove("aud")),
            ["aud a list"] = () => WithClaims(c => c["aud"] = new JsonArray("other", "oxvo-portal")),
            ["aud a list of one"] = () => WithClaims(c => c["aud"] = new JsonArray("oxvo-portal")),
            ["aud with a slash"] = () => WithClaims(c => c["aud"] = "oxvo-portal/"),
            ["aud in other case"] = () => WithClaims(c => c["aud"] = "OXVO-portal"),
        },
        ["times"] = new()
        {
            ["exp missing"] = () => WithClaims(c => c.Remove("exp")),
            ["exp text"] = () => WithClaims(c => c["exp"] = c["exp"]!.ToString()),
            ["exp a fraction"] = () => WithClaims(c => c["exp"] = (double)(long)c["exp"]! + 0.5),
            ["iat in milliseconds"] = () => WithClaims(c => c["iat"] = (long)c["iat"]! * 1000),
            ["exp negative"] = () => WithClaims(c => c["exp"] = -1),
            ["exp 1e300"] = () => Sign(Header().ToJsonString(), Raw("exp", "1e300")),
            ["exp in the year 9999"] = () => WithClaims(c => c["exp"] = 253_402_300_799),
            ["iat missing"] = () => WithClaims(c => c.Remove("iat")),
            ["iat text"] = () => WithClaims(c => c["iat"] = "now"),
        },
        ["lifetime"] = new()
        {
            ["two minutes and a second"] = () => Sign(Header(), Claims(lifetime: 121)),
            ["ends as it begins"] = () => Sign(Header(), Claims(lifetime: 0)),
            ["ends before it begins"] = () => Sign(Header(), Claims(lifetime: -1)),
        },
        ["expired"] = new() { ["expired eleven seconds ago"] = () => Sign(Header(), Claims(issuedAgo: 71)) },
        ["not_yet_valid"] = new()
        {
            ["issued in the future"] = () => Sign(Header(), Claims(issuedAgo: -15)),
            ["nbf in an hour"] = () => WithClaims(c => c["nbf"] = DateTimeOffset.UtcNow.ToUnixTimeSeconds() + 3600),
        },
        ["subject"] = new()
        {
            ["sub missing"] = () => WithClaims(c => c.Remove("sub")),
            ["sub empty"] = () => WithClaims(c => c["sub"] = ""),
            ["sub a number"] = () => WithClaims(c => c["sub"] = 42),
            ["sub a list"] = () => WithClaims(c => c["sub"] = new JsonArray("mira")),
            ["sub an object"] = () => WithClaims(c => c["sub"] = new JsonObject()),
            ["sub of 129 characters"] = () => WithClaims(c => c["sub"] = new string('a', 129)),
            ["sub with a line end"] = () => WithClaims(c => c["sub"] = "mira\n"),
        },
        ["jti"] = new()
        {
            ["jti missing"] = () => WithClaims(c => c.Remove("jti")),
            ["jti empty"] = () => WithClaims(c => c["jti"] = ""),
            ["jti a number"] = () => WithClaims(c => c["jti"] = 7),
        },
        ["malformed"] = new()
        {
            ["sub twice"] = () => Sign(Header().ToJsonString(), Raw("sub", "\"mira\"", twice: true)),
            ["exp twice"] = () => Sign(Header().ToJsonString(), Raw("exp", "9", twice: true)),
            ["alg twice"] = () => Sign("""{"alg":"none","alg":"ES256","typ":"portal-site+jwt","kid":"test-1"}""", Claims().ToJsonString()),
            ["a claim nested 400 deep"] = () => Sign(Header().ToJsonString(), Raw("deep", new string('[', 400) + new string(']', 400))),
            ["sub half a surrogate pair"] = () => Sign(Header().ToJsonString(), Raw("sub", "\"\\ud800\"")),
            ["claims no object"] = () => Sign(Header().ToJsonString(), "[]"),
            ["claims no JSON"] = () => Sign(Header().ToJsonString(), "mira"),
            ["two parts"] = () => string.Join('.', For("mira").Split('.')[..2]),
            ["signature with =="] = () => For("mira") + "==",
            ["signature with a space"] = () => For("mira").Insert(For("mira").Length - 10, " "),
            ["signature in the standard alphabet"] = () => For("mira")[..^1] + "+",
        },
        ["too_long"] = new() { ["more than 4 KB"] = () => WithClaims(c => c["note"] = new string('a', 4096)) },
        ["signature"] = new()
        {
            ["signed by an attacker"] = () => Sign(Header().ToJsonString(), Claims().ToJsonString(), Attacker),
            ["a DER signature"] = () => Sign(Header().ToJsonString(), Claims().ToJsonString(), input =>
                Key.Private.SignData(input, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)),
            ["no signature"] = () => For("mira")[..^86],
            ["signature one byte short"] = () => Sign(Header().ToJsonString(), Claims().ToJsonString(), input => Key.Private.SignData(input, HashAlgorithmName.SHA256)[..63]),
            ["claims changed after signing"] = () => Swap(For("mira"), Claims("jonas")),
            ["r and s zero"] = () => Edge(BigInteger.Zero),
            ["r and s one"] = () => Edge(BigInteger.One),
            ["r and s n-1"] = () => Edge(Order - 1),
            ["r and s n"] = () => Edge(Order),
        },
    };

    public static BigInteger Order { get; } = BigInteger.Parse(
        "0FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551", System.Globalization.NumberStyles.HexNumber);

    static string With(Action<JsonObject> change) => Sign(Change(Header(), change), Claims().ToJsonString());

    static string WithClaims(Action<JsonObject> change) => Sign(Header().ToJsonString(), Change(Claims(), change));

    static string Change(JsonObject json, Action<JsonObject> change)
    {
        change(json);
        return json.ToJsonString();
    }

    // JsonObject cannot hold a member twice, or a number that is out of range.
    static string Raw(string member, string json, bool twice = false)
    {
        var claims = Claims();
        if (!twice) claims.Remove(member);
        return claims.ToJsonString()[..^1] + $",\"{member}\":{json}}}";
    }

    static string Swap(string token, JsonObject claims)
    {
        var parts = token.Split('.');
        return $"{parts[0]}.{Base64UrlEncoder.Encode(claims.ToJsonString())}.{parts[2]}";
    }

    static string Edge(BigInteger value)
    {
        var bytes = value.ToByteArray(isUnsigned: true, isBigEndian: true);
        var half = new byte[32 - bytes.Length].Concat(bytes).ToArray();
        return Sign(Header().ToJsonString(), Claims().ToJsonString(), _ => [.. half, .. half]);
    }

    static string Hmac(string algorithm, byte[] key) => Sign(Change(Header(), h => h["alg"] = algorithm), Claims().ToJsonString(),
        input => algorithm switch
        {
            "HS256" => HMACSHA256.HashData(key, input),
            "HS384" => HMACSHA384.HashData(key, input),
            _ => HMACSHA512.HashData(key, input),
        });
}
