using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Proof;
using Oxvo.PortalSample.Tests.Demo.Data;
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
    public async Task A_token_is_taken_from_ten_seconds_before_it_begins_to_ten_seconds_after_it_ends(long issued, long expires, string? refused) =>
        Assert.Equal(refused, await RefusalAsync(Sign(Header(), With(("iat", issued), ("exp", expires)))));

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

    static async Task<string?> RefusalAsync(string token)
    {
        var keys = Kids.Select(kid => new SiteKey { Kid = kid, X = Key.X, Y = Key.Y });
        var options = Options.Create(new PortalOptions { Site = new() { Issuer = Issuer, Keys = [.. keys] } });
        var clock = new FixedClock(DateTimeOffset.FromUnixTimeSeconds(Now));
        var result = await new SiteToken(options, clock, NullLogger<SiteToken>.Instance).ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidateIssuer = false,
            ValidateAudience = false,
            ValidateLifetime = false,
        });
        Assert.Equal(result.IsValid, result.Exception is null);
        return result.Exception?.Message;
    }
}
