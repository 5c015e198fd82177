using System.Buffers.Text;
using System.Formats.Asn1;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Oxvo.PortalSample.ForYourSite;
using Oxvo.PortalSample.Tests.Portal.Proof;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.ForYourSite;

/// <summary>
/// What <c>ForYourSite/proof-vectors.json</c> holds. Each run makes the same bytes: the clock is fixed, and signatures
/// take no random number (RFC 6979).
/// </summary>
static class ProofVectors
{
    public const long Now = 1_800_000_000;

    public const string Issuer = "https://www.acme.example", Kid = "published-for-tests", Secret = "secret-for-tests";

    /// <summary>Published: never to be used for anything but tests.</summary>
    public const string PrivateKey = """
        -----BEGIN PRIVATE KEY-----
        MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgT53+TZwJf8k1dOvy
        UCn0yiZ5F/qjlM2/E1S3/jfbXG2hRANCAATQ1OUVX3nMhrtBWYbf89i9ZsXiJkuA
        QXXy3vLjMPcKkOiLzrAOUcz+WxMBTCkcb8gnmBnC+oGVOK3rRF+8kIC6
        -----END PRIVATE KEY-----
        """;

    static readonly string[] Identifiers =
        ["1005", "mira", "zoë@example.com", "山田/太郎", "\"quoted\" \\ <b>&'", "👩‍🚀", new('a', 128)];

    static readonly string[] About = """
        Site tokens, each with what the portal says of it, signed with a key that is published here, for tests only.
        A portal: give it the key (kid, x and y), the issuer, and a clock that shows 'now', in seconds since 1970.
        It takes the tokens whose reason is null and refuses the others. The portal of this sample logs the reason.
        A minter: give it the key (kid and privateKey), the issuer and the same clock. For each of minting.identifiers
        its token has exactly the header and the claims of minting, a sub that is the identifier, and a jti that
        differs for each token. Its signature has 64 bytes and fits x and y.
        An identifier hash: with the secret minting.secret, each of minting.identifiers has this hash.
        """.Split('\n');

    static readonly ECDsa Key = Import();
    static readonly ECPoint Public = Key.ExportParameters(false).Q;
    static readonly BigInteger D = Number(Key.ExportParameters(true).D!);

    public static string File { get; } = Checkout.File("Oxvo.PortalSample/ForYourSite/proof-vectors.json");

    static (string? Reason, string Name, string Token)[] Tokens =>
    [
        (null, "as the minters make it", With()),
        (null, "lives for 120 seconds", With(("exp", Now + 120))),
        (null, "iat 10 seconds ahead", With(("iat", Now + 10), ("exp", Now + 70))),
        (null, "ended 9 seconds ago", With(("iat", Now - 69), ("exp", Now - 9))),
        (null, "nbf 10 seconds ahead", With(("nbf", Now + 10))),
        (null, "claims that the portal does not know", With(("email", "a@example.com"), ("roles", new JsonArray("x")))),
        (null, "sub of 128 characters", With(("sub", new string('a', 128)))),
        (null, "sub in letters of other scripts", With(("sub", "山田/太郎"))),
        ("too_long", "more than 4096 characters", With(("note", new string('a', 3000)))),
        ("malformed", "without its signature and the dot before it", With()[..^87]),
        ("malformed", "a signature with padding", With() + "=="),
        ("malformed", "claims that are a list", Sign(Header(), "[]")),
        ("malformed", "claims that are not JSON", Sign(Header(), "sub=1005")),
        ("malformed", "sub twice", Sign(Header(), Claims()[..^1] + ",\"sub\":\"1006\"}")),
        ("algorithm", "alg none", Sign(Header(("alg", "none")), Claims())),
        ("algorithm", "alg HS256, keyed with the public key", Sign(Header(("alg", "HS256")), Claims(), Hmac)),
        ("algorithm", "alg ES384", Sign(Header(("alg", "ES384")), Claims())),
        ("algorithm", "alg missing", Sign(Header(("alg", null)), Claims())),
        ("type", "typ JWT", Sign(Header(("typ", "JWT")), Claims())),
        ("type", "typ missing", Sign(Header(("typ", null)), Claims())),
        ("header", "a fourth member", Sign(Header(("jku", "https://keys.example")), Claims())),
        ("header", "kid missing", Sign(Header(("kid", null)), Claims())),
        ("unknown_kid", "a kid that the portal does not have", Sign(Header(("kid", "removed")), Claims())),
        ("unknown_kid", "a kid that is a number", Sign(Header(("kid", 1)), Claims())),
        ("signature", "signed with another key", Sign(Header(), Claims(), input => SignWith(D + 1, input))),
        ("signature", "a signature in DER", Sign(Header(), Claims(), input => Der(SignWith(D, input)))),
        ("signature", "a signature one byte short", Sign(Header(), Claims(), input => SignWith(D, input)[..63])),
        ("signature", "an empty signature", With()[..^86]),
        ("signature", "claims changed after signing", Changed()),
        ("issuer", "iss with a slash at its end", With(("iss", Issuer + "/"))),
        ("issuer", "iss missing", With(("iss", null))),
        ("audience", "aud of another service", With(("aud", "another"))),
        ("audience", "aud a list", With(("aud", new JsonArray("oxvo-portal")))),
        ("subject", "sub a number", With(("sub", 1005))),
        ("subject", "sub missing", With(("sub", null))),
        ("subject", "sub empty", With(("sub", ""))),
        ("subject", "sub of 129 characters", With(("sub", new string('a', 129)))),
        ("subject", "sub with a line end", With(("sub", "1005\n"))),
        ("jti", "jti missing", With(("jti", null))),
        ("jti", "jti a number", With(("jti", 7))),
        ("times", "iat and exp with a fraction", With(("iat", Now + 0.5), ("exp", Now + 60.5))),
        ("times", "iat and exp in milliseconds", With(("iat", Now * 1000), ("exp", (Now + 60) * 1000))),
        ("times", "iat a text", With(("iat", "2027-01-15T08:00:00Z"))),
        ("times", "exp missing", With(("exp", null))),
        ("lifetime", "lives for 121 seconds", With(("exp", Now + 121))),
        ("lifetime", "ends as it begins", With(("exp", Now))),
        ("not_yet_valid", "iat 11 seconds ahead", With(("iat", Now + 11), ("exp", Now + 71))),
        ("not_yet_valid", "nbf 11 seconds ahead", With(("nbf", Now + 11))),
        ("expired", "ended 10 seconds ago", With(("iat", Now - 70), ("exp", Now - 10))),
    ];

    /// <summary>The whole file.</summary>
    public static string ToJson() => JsonSerializer.Serialize(new
    {
        about = About,
        now = Now,
        issuer = Issuer,
        key = new { kid = Kid, x = Encode(Public.X), y = Encode(Public.Y), privateKey = PrivateKey },
        minting = new
        {
            secret = Secret,
            header = new { alg = "ES256", typ = "portal-site+jwt", kid = Kid },
            claims = new { iss = Issuer, aud = "oxvo-portal", iat = Now, exp = Now + 60 },
            identifiers = from identifier in Identifiers
                          let hash = IdentifierHash.Compute(identifier, Encoding.UTF8.GetBytes(Secret))
                          select new { identifier, hash },
        },
        tokens = Tokens.Select(token => new { token.Name, token.Reason, token.Token }),
    }, Readable) + "\n";

    static readonly JsonSerializerOptions Readable = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
        NewLine = "\n",
    };

    static string With(params (string Name, JsonNode? Value)[] claims) => Sign(Header(), Claims(claims));

    static string Header(params (string Name, JsonNode? Value)[] members) =>
        Change(new() { ["alg"] = "ES256", ["typ"] = "portal-site+jwt", ["kid"] = Kid }, members);

    static string Claims(params (string Name, JsonNode? Value)[] claims) => Change(new()
    {
        ["iss"] = Issuer,
        ["aud"] = "oxvo-portal",
        ["sub"] = "1005",
        ["iat"] = Now,
        ["exp"] = Now + 60,
        ["jti"] = "7c1f0a52",
    }, claims);

    // A member without a value is left out.
    static string Change(JsonObject json, (string Name, JsonNode? Value)[] members)
    {
        foreach (var (name, value) in members)
            if (value is null) json.Remove(name);
            else json[name] = value;
        return json.ToJsonString();
    }

    static string Changed()
    {
        var (token, other) = (With().Split('.'), With(("sub", "1006")).Split('.'));
        return $"{token[0]}.{other[1]}.{token[2]}";
    }

    static string Sign(string header, string claims, Func<byte[], byte[]>? sign = null) =>
        SiteTokens.Sign(header, claims, sign ?? (input => SignWith(D, input)));

    static byte[] Hmac(byte[] input) => HMACSHA256.HashData(Key.ExportSubjectPublicKeyInfo(), input);

    /// <summary>ECDSA on P-256 whose k is taken from the key and the message (RFC 6979 §3.2).</summary>
    static byte[] SignWith(BigInteger d, byte[] message)
    {
        var n = RefusedTokens.Order;
        var hash = SHA256.HashData(message);
        byte[] seed = [.. Bytes(d), .. Bytes(Number(hash) % n)];
        byte[] key = new byte[32], value = [.. Enumerable.Repeat((byte)1, 32)];
        foreach (byte step in new byte[] { 0, 1 })
        {
            byte[] input = [.. value, step, .. seed];
            key = HMACSHA256.HashData(key, input);
            value = HMACSHA256.HashData(key, value);
        }
        // Whether the first k is in range is a matter of 1 in 2^32, and this file's tokens do not change.
        var k = Number(HMACSHA256.HashData(key, value));
        using var point = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP256, D = Bytes(k) });
        var r = Number(point.ExportParameters(false).Q.X!) % n;
        var s = BigInteger.ModPow(k, n - 2, n) * (Number(hash) + r * d) % n;
        return [.. Bytes(r), .. Bytes(s)];
    }

    static byte[] Der(byte[] signature)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger(Number(signature[..32]));
            writer.WriteInteger(Number(signature[32..]));
        }
        return writer.Encode();
    }

    static BigInteger Number(byte[] bytes) => new(bytes, isUnsigned: true, isBigEndian: true);

    static byte[] Bytes(BigInteger number)
    {
        var bytes = number.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[32 - bytes.Length], .. bytes];
    }

    static string Encode(byte[]? bytes) => Base64Url.EncodeToString(bytes);

    static ECDsa Import()
    {
        var key = ECDsa.Create();
        key.ImportFromPem(PrivateKey);
        return key;
    }
}
