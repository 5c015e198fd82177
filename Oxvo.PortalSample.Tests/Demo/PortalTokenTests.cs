using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;
using Oxvo.PortalSample.ForYourSite;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>The proof that Acme's backend mints for its signed-in customer.</summary>
[Collection(RunningMock.Name)]
public sealed class PortalTokenTests(MockHostApp mock)
{
    [Fact]
    public async Task Without_a_session_there_is_no_token()
    {
        var answer = await MockHostApp.PageOn(mock.Site).PostAsync("/portal-token", null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Null(answer.Headers.Location);
        Assert.Empty(await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_answer_is_a_token_for_a_minute_and_is_never_stored()
    {
        var answer = await (await mock.SignedInAs("mira")).PostAsync("/portal-token", null);
        var body = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal(["token", "expires_in"], body.EnumerateObject().Select(member => member.Name));
        Assert.Equal(60, body.GetProperty("expires_in").GetInt32());
        Assert.True(answer.Headers.CacheControl!.NoStore);
        Assert.DoesNotContain(answer.Headers, header => header.Key.StartsWith("Access-Control-"));
    }

    [Fact]
    public async Task The_token_holds_exactly_what_the_contract_names()
    {
        var token = await MintAsync(await mock.SignedInAs("mira"));

        var (header, claims) = (Part(token, 0), Part(token, 1));
        Assert.Equal(["alg", "kid", "typ"], header.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal("ES256", header.GetProperty("alg").GetString());
        Assert.Equal("portal-site+jwt", header.GetProperty("typ").GetString());
        Assert.Equal(["aud", "exp", "iat", "iss", "jti", "sub"],
            claims.EnumerateObject().Select(member => member.Name).Order());
        Assert.Equal((mock.Site, "oxvo-portal"),
            (claims.GetProperty("iss").GetString(), claims.GetProperty("aud").GetString()));
        Assert.Equal(60, claims.GetProperty("exp").GetInt64() - claims.GetProperty("iat").GetInt64());
        Assert.InRange(claims.GetProperty("iat").GetInt64() - DateTimeOffset.UtcNow.ToUnixTimeSeconds(), -5, 1);
    }

    [Fact]
    public async Task An_identifier_of_digits_stays_a_string()
    {
        var token = await MintAsync(await mock.SignedInAs("42"));

        Assert.Equal("42", Part(token, 1).GetProperty("sub").GetString());
    }

    [Fact]
    public async Task No_two_tokens_have_one_jti()
    {
        var browser = await mock.SignedInAs("mira");

        var first = Part(await MintAsync(browser), 1).GetProperty("jti").GetString();
        var second = Part(await MintAsync(browser), 1).GetProperty("jti").GetString();

        Assert.NotEqual(first, second);
    }

    [Fact]
    public async Task The_portal_takes_the_token_as_proof()
    {
        var token = await MintAsync(await mock.SignedInAs("mira"));

        Assert.Equal(HttpStatusCode.OK, await AskPortalAsync(token, "mira"));
        Assert.Equal(HttpStatusCode.Forbidden, await AskPortalAsync(token, "anneliese"));
    }

    [Fact]
    public async Task A_session_gets_thirty_a_minute_and_another_session_is_not_counted_with_it()
    {
        var browser = await mock.SignedInAs("mira");
        for (var i = 0; i < 30; i++) await MintAsync(browser);

        var refused = await browser.PostAsync("/portal-token", null);

        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        await MintAsync(await mock.SignedInAs("mira"));
    }

    [Theory]
    [InlineData("mira", 200)]
    [InlineData("anneliese", 403)]
    public async Task The_log_is_told_what_the_portal_answered_to_a_proof_and_to_which_claim(string claim, int status)
    {
        var browser = await mock.SignedInAs("mira");
        var token = await MintAsync(browser);

        var verdict = browser.GetFromJsonAsync<JsonElement>($"/demo/verdict/{Part(token, 1).GetProperty("jti")}");
        await AskPortalAsync(token, claim);

        Assert.Equal((status, claim),
            ((await verdict).GetProperty("status").GetInt32(), (await verdict).GetProperty("claim").GetString()));
    }

    [Fact]
    public async Task Of_a_proof_that_acme_did_not_mint_nothing_is_kept()
    {
        var browser = await mock.SignedInAs("mira");
        var madeUp = Guid.NewGuid().ToString("N");

        await AskPortalAsync($"a.{Base64UrlEncoder.Encode($$"""{"jti":"{{madeUp}}"}""")}.c", "mira");

        var answer = await browser.GetAsync($"/demo/verdict/{madeUp}");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Fact]
    public void The_minter_signs_with_the_key_that_it_was_given()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parts = new PortalTokenMinter(key, "key-1", "https://www.acme.example", TimeProvider.System).Mint("mira")
            .Split('.');

        Assert.True(key.VerifyData(System.Text.Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"),
            Base64UrlEncoder.DecodeBytes(parts[2]), HashAlgorithmName.SHA256));
    }

    static async Task<string> MintAsync(HttpClient browser)
    {
        var answer = await browser.PostAsync("/portal-token", null);
        return (await answer.EnsureSuccessStatusCode().Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token")
            .GetString()!;
    }

    async Task<HttpStatusCode> AskPortalAsync(string token, string claim)
    {
        using var portal = MockHostApp.Stranger(mock.Portal);
        portal.DefaultRequestHeaders.Authorization = new("Bearer", token);
        return (await portal.GetAsync($"/api/widget-portal?identifier={claim}")).StatusCode;
    }

    static JsonElement Part(string token, int index) =>
        JsonSerializer.Deserialize<JsonElement>(Base64UrlEncoder.Decode(token.Split('.')[index]));
}
