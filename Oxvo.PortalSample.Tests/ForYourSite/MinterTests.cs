using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.IdentityModel.Tokens;
using Oxvo.PortalSample.ForYourSite;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.ForYourSite;

/// <summary>The minters and identifier hashes that go to an integrator's site, in each language.</summary>
public sealed class MinterTests : IDisposable
{
    static readonly string Folder = Checkout.File("Oxvo.PortalSample/ForYourSite");

    static readonly JsonElement Minting = VectorPortal.Vectors.GetProperty("minting");

    static readonly JsonElement[] Identifiers = [.. Minting.GetProperty("identifiers").EnumerateArray()];

    readonly DirectoryInfo changed = Directory.CreateTempSubdirectory("minter-");

    public void Dispose() => changed.Delete(recursive: true);

    [Theory]
    [InlineData("CSharp")]
    [InlineData("Node")]
    [InlineData("Python")]
    [InlineData("PHP")]
    [InlineData("Ruby")]
    public async Task A_minter_makes_the_tokens_and_the_hashes_of_the_vectors(string language)
    {
        var made = language == "CSharp" ? MakeInCSharp() : await MakeAsync(Language.All[language], Folder);

        Assert.Equal(Identifiers.Select(each => each.GetProperty("hash").GetString()), made.Hashes);
        Assert.Equal(Identifiers.Select(each => ExpectedToken(each.GetProperty("identifier").GetString()!)),
            made.Tokens.Select(WithoutJti));
        Assert.All(made.Tokens,
            token => Assert.Null(VectorPortal.RefusalAsync(token, VectorPortal.FixedClock).Result));
        Assert.Null(await VectorPortal.RefusalAsync(made.Current, TimeProvider.System));
        Assert.Equal(made.Tokens.Length, made.Tokens.Select(Jti).Distinct().Count());
        Assert.All(made.Refusals, refusal => Assert.StartsWith("The identifier must be text", refusal));
    }

    [Theory]
    [InlineData("signature", ", dsaEncoding: 'ieee-p1363'", "")]
    [InlineData("type", "portal-site+jwt", "JWT")]
    [InlineData("subject", "sub: identifier", "sub: Number(identifier)")]
    [InlineData("times", "Math.floor(Date.now() / 1000)", "Date.now() / 1000")]
    [InlineData("header", "kid };", "kid, x5t: 'AQ' };")]
    [InlineData("lifetime", "now + 60", "now + 3600")]
    [InlineData("jti", ", jti: randomUUID()", "")]
    public async Task A_fault_in_a_minter_is_named_by_its_reason(string reason, string find, string replace)
    {
        var language = Language.All["Node"];
        var source = File.ReadAllText(Path.Combine(Folder, language.File));
        File.WriteAllText(Path.Combine(changed.FullName, language.File), source.Replace(find, replace));

        var made = await MakeAsync(language, changed.FullName);

        Assert.Contains(find, source);
        Assert.Equal(reason, await VectorPortal.RefusalAsync(made.Current, TimeProvider.System));
    }

    /// <summary>What a minter made: for the identifiers at the vectors' time, and for the first one now.</summary>
    sealed record Made(string[] Tokens, string[] Hashes, string Current, string[] Refusals);

    static async Task<Made> MakeAsync(Language language, string folder) =>
        JsonSerializer.Deserialize<Made>(await language.RunAsync(folder), JsonSerializerOptions.Web)!;

    static Made MakeInCSharp()
    {
        using var key = ECDsa.Create();
        key.ImportFromPem(ProofVectors.PrivateKey);
        var minter = new PortalTokenMinter(key, ProofVectors.Kid, ProofVectors.Issuer, VectorPortal.FixedClock);
        var current = new PortalTokenMinter(key, ProofVectors.Kid, ProofVectors.Issuer, TimeProvider.System);
        var secret = Encoding.UTF8.GetBytes(Minting.GetProperty("secret").GetString()!);
        string[] identifiers = [.. Identifiers.Select(each => each.GetProperty("identifier").GetString()!)];
        return new(
            Tokens: [.. identifiers.Select(minter.Mint)],
            Hashes: [.. identifiers.Select(identifier => IdentifierHash.Compute(identifier, secret))],
            Current: current.Mint(identifiers[0]),
            Refusals: [.. from none in new[] { null, "" }
                          select Assert.Throws<ArgumentException>(() => minter.Mint(none!)).Message]);
    }

    static string ExpectedToken(string identifier)
    {
        var claims = JsonNode.Parse(Minting.GetProperty("claims").GetRawText())!.AsObject();
        claims["sub"] = identifier;
        return Write(JsonNode.Parse(Minting.GetProperty("header").GetRawText())!.AsObject()) + Write(claims);
    }

    static string WithoutJti(string token)
    {
        var claims = Part(token, 1);
        claims.Remove("jti");
        return Write(Part(token, 0)) + Write(claims);
    }

    static string Jti(string token) => Part(token, 1)["jti"]!.GetValue<string>();

    static JsonObject Part(string token, int index) =>
        JsonNode.Parse(Base64UrlEncoder.Decode(token.Split('.')[index]))!.AsObject();

    // In one order: languages differ in theirs.
    static string Write(JsonObject json) => string.Join('\n',
        from member in json orderby member.Key select $"{member.Key} {member.Value!.ToJsonString()}");
}
