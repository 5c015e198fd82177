using Microsoft.Extensions.Hosting.Internal;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.ForYourSite;

/// <summary>The file of vectors, by which a portal or a minter in any language can be checked: ours is.</summary>
public sealed class ProofVectorTests
{
    public static TheoryData<string, string?, string> Tokens =>
        new(VectorPortal.Vectors.GetProperty("tokens").EnumerateArray().Select(vector => (
            vector.GetProperty("name").GetString()!, vector.GetProperty("reason").GetString(),
            vector.GetProperty("token").GetString()!)));

    [Theory, MemberData(nameof(Tokens))]
    public async Task The_portal_says_of_each_token_what_its_vector_says(string name, string? reason, string token) =>
        Assert.Equal((name, reason), (name, await VectorPortal.RefusalAsync(token, VectorPortal.FixedClock)));

    [Fact]
    public void Every_reason_has_a_vector_and_so_has_a_token_that_is_taken()
    {
        var reasons = Tokens.Select(row => row.Data.Item2).Distinct().Order();

        Assert.Equal(RefusedTokens.ByReason.Keys.Append(null).Order(), reasons);
    }

    [Fact]
    public void The_file_is_the_one_that_the_list_makes()
    {
        // PORTAL_VECTORS=1 writes it, after a change of the list.
        if (Environment.GetEnvironmentVariable("PORTAL_VECTORS") is { Length: > 0 })
            File.WriteAllText(ProofVectors.File, ProofVectors.ToJson());

        Assert.Equal(File.ReadAllText(ProofVectors.File), ProofVectors.ToJson());
    }

    [Theory]
    [InlineData("Development", false)]
    [InlineData("Production", true)]
    [InlineData("Staging", true)]
    public void Outside_Development_the_portal_does_not_start_with_the_key(string environment, bool isRefused)
    {
        var options = new PortalOptions { Site = new() { Keys = [VectorPortal.Key with { Kid = "of-another-name" }] } };

        var faults = new PortalOptionsCheck(new HostingEnvironment { EnvironmentName = environment })
            .Validate(null, options).Failures!.Where(fault => fault.StartsWith("Portal:Site:Keys"));

        Assert.Equal(isRefused ? ["Portal:Site:Keys:0 is the test key whose private half "
            + "ForYourSite/proof-vectors.json publishes, so anyone can sign in as anyone. "
            + "Make a key of your own, as docs/your-site.md says."] : [], faults);
    }

    [Fact]
    public void The_key_says_of_itself_that_it_is_for_tests_only()
    {
        Assert.Contains("for tests only", VectorPortal.Vectors.GetProperty("about")[0].GetString());
        Assert.Equal("published-for-tests", VectorPortal.Vectors.GetProperty("key").GetProperty("kid").GetString());
    }
}
