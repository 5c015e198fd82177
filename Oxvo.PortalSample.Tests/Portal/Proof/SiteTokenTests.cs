using System.Net;
using System.Net.Http.Headers;
using System.Numerics;
using static Oxvo.PortalSample.Tests.Portal.Proof.SiteTokens;

namespace Oxvo.PortalSample.Tests.Portal.Proof;

public sealed class SiteTokenTests(PortalApp portal) : IClassFixture<PortalApp>
{
    const string MirasAccount = "/api/widget-portal?identifier=mira";

    public static IEnumerable<object[]> Refused() =>
        RefusedTokens.ByReason.SelectMany(reason => reason.Value.Keys.Select(fault => new object[] { reason.Key, fault }));

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
    [InlineData("kid unknown", "removed-key")]
    [InlineData("kid a path", "none")]
    [InlineData("kid a number", "none")]
    public async Task The_log_names_the_key_where_its_name_is_one(string fault, string kid)
    {
        using var client = portal.WithToken(RefusedTokens.ByReason["unknown_kid"][fault]());

        await client.GetAsync(MirasAccount);

        Assert.EndsWith($"Site token refused: unknown_kid, kid {kid}", LastRefusal());
    }

    [Fact]
    public async Task The_mirrored_signature_of_the_same_token_is_valid_by_the_algorithm()
    {
        var token = For("mira");
        var signature = Microsoft.IdentityModel.Tokens.Base64UrlEncoder.DecodeBytes(token.Split('.')[2]);
        var s = RefusedTokens.Order - new BigInteger(signature.AsSpan(32), isUnsigned: true, isBigEndian: true);
        var bytes = s.ToByteArray(isUnsigned: true, isBigEndian: true);
        var mirrored = Sign(Header().ToJsonString(), "{}", _ => [.. signature[..32], .. new byte[32 - bytes.Length], .. bytes]);
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
