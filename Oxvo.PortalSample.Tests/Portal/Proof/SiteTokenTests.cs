using System.Net;
using System.Net.Http.Headers;
using System.Numerics;
using static Oxvo.PortalSample.Tests.Portal.Proof.SiteTokens;

namespace Oxvo.PortalSample.Tests.Portal.Proof;

public sealed class SiteTokenTests(PortalApp portal) : IClassFixture<PortalApp>
{
    const string MirasAccount = "/api/widget-portal?identifier=mira";

    public static IEnumerable<object[]> Refused() =>
        RefusedTokens.ByReason.SelectMany(
            reason => reason.Value.Keys.Select(fault => new object[] { reason.Key, fault }));

    [Theory, MemberData(nameof(Refused))]
    public async Task A_token_that_is_off_in_one_place_gets_the_same_401_as_none(string reason, string fault)
    {
        using var client = portal.WithToken(RefusedTokens.ByReason[reason][fault]());
        var none = await portal.CreateClient().GetAsync(MirasAccount);

        var refused = await client.GetAsync(MirasAccount);

        Assert.Equal(HttpStatusCode.Unauthorized, refused.StatusCode);
        Assert.Equal(await none.Content.ReadAsStringAsync(), await refused.Content.ReadAsStringAsync());
        Assert.Equal("Bearer", refused.Headers.WwwAuthenticate.ToString());
        Assert.Contains($"Site token refused: {reason},", LastRefusal());
    }

    [Theory]
    [InlineData(0, 60)]
    [InlineData(0, 120)]
    [InlineData(65, 60)]
    [InlineData(-5, 60)]
    public async Task A_right_token_is_taken_within_ten_seconds_of_skew(int issuedAgo, int lifetime)
    {
        using var client = portal.WithToken(Sign(Header(), Claims("mira", lifetime, issuedAgo)));

        var answer = await client.GetAsync(MirasAccount);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Theory]
    [InlineData("kid unknown", "removed-key", "removed-key")]
    [InlineData("kid a path", "none", "text of 14 characters")]
    [InlineData("kid with NUL", "none", "text with a control character")]
    [InlineData("kid a number", "none", "a whole number")]
    public async Task The_log_names_the_key_where_its_name_is_one(string fault, string kid, string seen)
    {
        using var client = portal.WithToken(RefusedTokens.ByReason["unknown_kid"][fault]());

        await client.GetAsync(MirasAccount);

        Assert.EndsWith($"Site token refused: unknown_kid, kid {kid}; expected test-1, seen {seen}", LastRefusal());
    }

    [Theory]
    [InlineData("algorithm", "ES384", "expected ES256, seen ES384")]
    [InlineData("algorithm", "alg a number", "expected ES256, seen a whole number")]
    [InlineData("type", "typ JWT", "expected portal-site+jwt, seen JWT")]
    [InlineData("type", "typ at+jwt", "expected portal-site+jwt, seen at+jwt")]
    [InlineData("type", "typ missing", "expected portal-site+jwt, seen nothing")]
    [InlineData("header", "jku", "expected alg, typ and kid only, seen 4 members")]
    [InlineData("issuer", "iss wrong", "expected http://localhost:5100, seen https://evil.example")]
    [InlineData("issuer", "iss with a slash", "expected http://localhost:5100, seen http://localhost:5100/")]
    [InlineData("issuer", "iss missing", "expected http://localhost:5100, seen nothing")]
    [InlineData("audience", "aud a list of one", "expected oxvo-portal, seen a list")]
    [InlineData("subject", "sub a number", "without control characters, seen a whole number")]
    [InlineData("subject", "sub of 129 characters", "without control characters, seen text of 129 characters")]
    [InlineData("jti", "jti missing", "expected text, seen nothing")]
    [InlineData("times", "exp text", "expected exp in whole seconds, seen text of 10 characters")]
    [InlineData("times", "iat in milliseconds",
        "expected iat in whole seconds, seen a number out of range, as milliseconds are")]
    [InlineData("times", "exp a fraction", "expected exp in whole seconds, seen a fraction")]
    [InlineData("lifetime", "two minutes and a second", "expected 1 to 120 seconds, seen 121")]
    [InlineData("subject", "sub with a line end", "characters, seen text with a control character")]
    [InlineData("signature", "signature one byte short", "expected 64 bytes, r and s, that fit the key, seen 63 bytes")]
    [InlineData("signature", "signed by an attacker", "expected 64 bytes, r and s, that fit the key, seen 64 bytes")]
    [InlineData("malformed", "two parts", "expected three parts in base64url without padding, seen 2 parts")]
    [InlineData("malformed", "signature with ==", "without padding, seen another character, or an empty part")]
    [InlineData("malformed", "alg twice", "JSON that names no member twice, seen a header that cannot be read")]
    [InlineData("malformed", "exp twice", "expected JSON that names no member twice, seen claims that cannot be read")]
    [InlineData("malformed", "claims no object", "names no member twice, seen claims that cannot be read")]
    [InlineData("too_long", "more than 4 KB", "expected at most 4096 characters, seen 5827")]
    public async Task The_log_says_what_was_expected_and_what_was_seen(string reason, string fault, string detail)
    {
        using var client = portal.WithToken(RefusedTokens.ByReason[reason][fault]());

        await client.GetAsync(MirasAccount);

        Assert.EndsWith(detail, LastRefusal());
    }

    [Theory]
    [InlineData("iss a name", "text of 6 characters")]
    [InlineData("iss with a user", "text of 27 characters")]
    [InlineData("iss with a query", "text of 28 characters")]
    [InlineData("iss with a line end", "text with a control character")]
    [InlineData("iss of 200 characters", "text of 200 characters")]
    public async Task An_issuer_that_is_not_a_plain_address_is_not_repeated_in_the_log(string fault, string seen)
    {
        using var client = portal.WithToken(RefusedTokens.ByReason["issuer"][fault]());

        await client.GetAsync(MirasAccount);

        Assert.EndsWith($", seen {seen}", LastRefusal());
    }

    [Fact]
    public async Task A_signature_as_DER_is_told_by_its_length()
    {
        using var client = portal.WithToken(RefusedTokens.ByReason["signature"]["a DER signature"]());

        await client.GetAsync(MirasAccount);

        Assert.Matches(
            "signature, kid test-1; expected 64 bytes, r and s, that fit the key, seen (69|7[0-2]) bytes in DER$",
            LastRefusal());
    }

    [Fact]
    public async Task The_mirrored_signature_of_the_same_token_is_valid_by_the_algorithm()
    {
        var token = For("mira");
        var signature = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(token.Split('.')[2]);
        var s = RefusedTokens.Order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
        var bytes = s.ToByteArray(isUnsigned: true, isBigEndian: true);
        var mirrored = Sign(Header().ToJsonString(), "{}",
            _ => [.. signature[..32], .. new byte[32 - bytes.Length], .. bytes]);
        using var client = portal.WithToken(token[..^86] + mirrored[^86..]);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(MirasAccount)).StatusCode);
    }

    [Fact]
    public async Task A_token_anywhere_but_in_the_header_is_no_token()
    {
        using var client = portal.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"{MirasAccount}&access_token={For("mira")}");
        request.Headers.Add("Cookie", $"access_token={For("mira")}");
        request.Content = new FormUrlEncodedContent([new("access_token", For("mira"))]);

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.SendAsync(request)).StatusCode);
    }

    [Fact]
    public async Task Another_scheme_than_bearer_is_no_token()
    {
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", For("mira"));

        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(MirasAccount)).StatusCode);
    }

    [Fact]
    public async Task While_keys_rotate_tokens_of_both_work_and_the_removed_ones_no_longer()
    {
        var (old, next) = (new SiteKeyPair("old"), new SiteKeyPair("next"));
        using var both = PortalApp.With([.. old.Settings(0), .. next.Settings(1)]);
        using var nextAlone = PortalApp.With(next.Settings(0));

        Assert.Equal(HttpStatusCode.OK, await Status(both, old));
        Assert.Equal(HttpStatusCode.OK, await Status(both, next));
        Assert.Equal(HttpStatusCode.OK, await Status(nextAlone, next));
        Assert.Equal(HttpStatusCode.Unauthorized, await Status(nextAlone, old));
    }

    // One log serves all these tests, which come one after another.
    string LastRefusal() => portal.Log.Last(line => line.Contains("Site token refused")).TrimEnd();

    static async Task<HttpStatusCode> Status(PortalApp app, SiteKeyPair key)
    {
        var header = Header();
        header["kid"] = key.Kid;
        using var client = app.WithToken(Sign(header.ToJsonString(), Claims().ToJsonString(), key.Private));
        return (await client.GetAsync(MirasAccount)).StatusCode;
    }
}
