using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Proof;
using static Oxvo.PortalSample.Tests.Portal.Proof.SiteTokens;

namespace Oxvo.PortalSample.Tests.Portal.Proof;

/// <summary>The limits of a token to the second and to the character, on a clock that stands still.</summary>
public sealed class TokenTimeTests
{
    const long Now = 1_800_000_000;
    static readonly string[] Kids = [Key.Kid, "k", "k1", "k12"];

    [Theory]
    [InlineData(Now, Now + 1, null)]
    [InlineData(Now, Now + 120, null)]
    [InlineData(Now, Now + 121, "lifetime")]
    [InlineData(Now, Now, "lifetime")]
    [InlineData(Now + 10, Now + 70, null)]
    [InlineData(Now + 11, Now + 71, "not_yet_valid")]
    [InlineData(Now - 69, Now - 9, null)]
    [InlineData(Now - 70, Now - 10, "expired")]
    [InlineData(-1, Now, "times")]
    [InlineData(0, Now, "lifetime")]
    [InlineData(Now, 99_999_999_999, "lifetime")]
    [InlineData(Now, 100_000_000_000, "times")]
    public async Task A_token_is_taken_from_ten_seconds_before_it_begins_to_ten_seconds_after_it_ends(
        long issued, long expires, string? refused) =>
        Assert.Equal(refused, await RefusalAsync(Sign(Header(), With(("iat", issued), ("exp", expires)))));

    [Theory]
    [InlineData(Now + 10, null)]
    [InlineData(Now + 11, "not_yet_valid")]
    [InlineData(-1, "times")]
    public async Task A_token_is_not_taken_before_the_time_it_names_itself(long notBefore, string? refused) =>
        Assert.Equal(refused, await RefusalAsync(Sign(Header(), With(("nbf", notBefore)))));

    [Theory]
    [InlineData("iat", Now + 12, "not_yet_valid; expected iat at most 10 seconds ahead, seen 12 seconds ahead")]
    [InlineData("nbf", Now + 3600, "not_yet_valid; expected nbf at most 10 seconds ahead, seen 3600 seconds ahead")]
    [InlineData("iat", Now - 100, "expired; expected exp less than 10 seconds ago, seen 40 seconds ago")]
    public async Task How_far_the_clocks_are_apart_is_said(string name, long value, string refused)
    {
        var claims = With((name, value));
        if (name == "iat") claims["exp"] = value + 60;

        var refusal = ((await ValidateAsync(Sign(Header(), claims))).Exception as TokenRefusedException)!.Refusal;

        Assert.Equal(refused, $"{refusal.Reason}; expected {refusal.Expected}, seen {refusal.Seen}");
    }

    [Fact]
    public void A_coordinate_that_lost_its_leading_zero_names_the_same_key()
    {
        var point = Enumerable.Repeat(0, 10_000)
            .Select(_ => ECDsa.Create(ECCurve.NamedCurves.nistP256).ExportParameters(false).Q)
            .First(q => q.X![0] == 0);
        var key = new SiteKey { X = Base64UrlEncoder.Encode(point.X![1..]), Y = Base64UrlEncoder.Encode(point.Y) };

        using var read = key.ToECDsa();

        Assert.Equal(point.X, read.ExportParameters(false).Q.X);
    }

    [Fact]
    public async Task A_claim_that_is_not_known_is_ignored() =>
        Assert.Null(await RefusalAsync(Sign(Header(), With(("admin", true), ("roles", new JsonArray("owner"))))));

    [Theory]
    [InlineData(true, "kid", "test-1")]
    [InlineData(false, "kid", "unknown")]
    [InlineData(false, "typ", "JWT")]
    [InlineData(false, "alg", "ES384")]
    [InlineData(false, "iss", "https://evil.example")]
    [InlineData(false, "aud", "another")]
    [InlineData(false, "exp", Now - 10)]
    [InlineData(false, "nbf", Now + 11)]
    public async Task Without_our_own_checks_the_library_refuses_the_same(bool isTaken, string name, object value)
    {
        var (header, claims) = (Header(), With());
        (name is "kid" or "typ" or "alg" ? header : claims)[name] = JsonValue.Create(value);

        var result = await new JsonWebTokenHandler().ValidateTokenAsync(Sign(header, claims), Parameters);

        Assert.Equal(isTaken, result.IsValid);
    }

    [Fact]
    public async Task A_token_may_have_4096_characters_and_no_more()
    {
        var longest = OfLength(4096);

        Assert.Null(await RefusalAsync(longest));
        Assert.Equal("too_long", await RefusalAsync(OfLength(4097)));
    }

    static JsonObject With(params (string Name, JsonNode Value)[] claims)
    {
        var all = Claims();
        (all["iat"], all["exp"]) = (Now, Now + 60);
        foreach (var (name, value) in claims) all[name] = value;
        return all;
    }

    // Base64url leaves out every fourth length, so the header gives way where the claims alone cannot reach it.
    static string OfLength(int length) => (
        from kid in Kids
        from note in Enumerable.Range(2790, 20)
        let header = Header()
        let token = Sign(Kid(header, kid), With(("note", new string('a', note))))
        where token.Length == length
        select token).First();

    static JsonObject Kid(JsonObject header, string kid)
    {
        header["kid"] = kid;
        return header;
    }

    static readonly FixedClock Clock = new(DateTimeOffset.FromUnixTimeSeconds(Now));

    static readonly PortalOptions Portal = new()
    {
        Site = new()
        {
            Issuer = Issuer,
            Keys = [.. Kids.Select(kid => new SiteKey { Kid = kid, X = Key.X, Y = Key.Y })],
        },
    };

    static readonly TokenValidationParameters Parameters = SiteToken.Parameters(Portal.Site, Clock);

    static async Task<string?> RefusalAsync(string token)
    {
        var result = await ValidateAsync(token);
        Assert.Equal(result.IsValid, result.Exception is null);
        return result.Exception?.Message;
    }
    static Task<TokenValidationResult> ValidateAsync(string token) =>
        new SiteToken(Options.Create(Portal), Clock, NullLogger<SiteToken>.Instance)
            .ValidateTokenAsync(token, Parameters);
}
