using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Tests.ForYourSite;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tools.Proof;

namespace Oxvo.PortalSample.Tests.Tools.Proof;

/// <summary>The verb <c>proof</c>, on a portal's folder that has the key of the vectors.</summary>
public sealed class ProofCommandTests : IDisposable
{
    static SiteKey Key => VectorPortal.Key;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("proof-");

    public ProofCommandTests() => WriteSettings(ProofVectors.Issuer);

    public void Dispose() => folder.Delete(recursive: true);

    [Theory, MemberData(nameof(ProofVectorTests.Tokens), MemberType = typeof(ProofVectorTests))]
    public async Task It_says_of_each_token_what_the_portal_says(string name, string? reason, string token)
    {
        var run = await RunAsync(token);

        Assert.Equal((name, reason is null ? 0 : 1, ""), (name, run.Exit, run.Error));
        Assert.StartsWith(reason is null ? "✓ The portal takes this token, for "
            : $"✕ The portal refuses this token: {reason}\n  seen      ", run.Output);
    }

    [Theory, MemberData(nameof(ProofVectorTests.Tokens), MemberType = typeof(ProofVectorTests))]
    public async Task It_prints_no_part_of_a_token_and_no_identifier(string name, string? reason, string token)
    {
        var run = await RunAsync(token);

        Assert.All(token.Split('.').Where(part => part.Length > 0), part => Assert.DoesNotContain(part, run.Output));
        Assert.False(run.Output.Contains("1005") || run.Output.Contains("aaaa"), $"{name}, {reason}: {run.Output}");
    }

    [Theory]
    [InlineData("typ JWT", "JWT", "portal-site+jwt")]
    [InlineData("alg ES384", "ES384", "ES256")]
    [InlineData("alg missing", "nothing", "ES256")]
    [InlineData("a fourth member", "4 members", "alg, typ and kid only")]
    [InlineData("a kid that the portal does not have", "removed", "published-for-tests")]
    [InlineData("a kid that is a number", "a whole number", "published-for-tests")]
    [InlineData("a signature in DER", "72 bytes in DER", "64 bytes, r and s, that fit the key")]
    [InlineData("signed with another key", "64 bytes", "64 bytes, r and s, that fit the key")]
    [InlineData("an empty signature", "0 bytes", "64 bytes, r and s, that fit the key")]
    [InlineData("iss with a slash at its end", "https://www.acme.example/", "https://www.acme.example")]
    [InlineData("iss missing", "nothing", "https://www.acme.example")]
    [InlineData("aud a list", "a list", "oxvo-portal")]
    [InlineData("sub a number", "a whole number", "text of 1 to 128 characters without control characters")]
    [InlineData("sub of 129 characters", "text of 129 characters",
        "text of 1 to 128 characters without control characters")]
    [InlineData("sub with a line end", "text with a control character",
        "text of 1 to 128 characters without control characters")]
    [InlineData("jti missing", "nothing", "text")]
    [InlineData("iat and exp with a fraction", "a fraction", "iat in whole seconds")]
    [InlineData("iat and exp in milliseconds", "a number out of range, as milliseconds are", "iat in whole seconds")]
    [InlineData("exp missing", "nothing", "exp in whole seconds")]
    [InlineData("lives for 121 seconds", "121", "1 to 120 seconds")]
    [InlineData("iat 11 seconds ahead", "11 seconds ahead", "iat at most 10 seconds ahead")]
    [InlineData("nbf 11 seconds ahead", "11 seconds ahead", "nbf at most 10 seconds ahead")]
    [InlineData("ended 10 seconds ago", "10 seconds ago", "exp less than 10 seconds ago")]
    [InlineData("more than 4096 characters", "4355", "at most 4096 characters")]
    [InlineData("without its signature and the dot before it", "2 parts", "three parts in base64url without padding")]
    [InlineData("a signature with padding", "another character, or an empty part",
        "three parts in base64url without padding")]
    [InlineData("sub twice", "claims that cannot be read", "JSON that names no member twice")]
    public async Task It_names_what_was_seen_and_what_was_expected(string vector, string seen, string expected)
    {
        var lines = (await RunAsync(TokenOf(vector))).Output.Split('\n');

        Assert.Equal(($"  seen      {seen}", $"  expected  {expected}"), (lines[1], lines[2]));
    }

    [Theory, MemberData(nameof(ProofVectorTests.Tokens), MemberType = typeof(ProofVectorTests))]
    public async Task The_cure_is_the_one_in_the_documents_table(string name, string? reason, string token)
    {
        var row = File.ReadLines(Checkout.File("docs/api.md"))
            .SingleOrDefault(line => line.StartsWith($"| `{reason}` |"));

        var lines = (await RunAsync(token)).Output.Split('\n');

        Assert.Equal((name, row?.Split(" | ")[1].Replace(" |", "").Replace("`", "")),
            (name, lines.SingleOrDefault(line => line.StartsWith("  cure      "))?[12..]));
    }

    [Fact]
    public async Task Of_a_token_that_is_taken_it_names_the_key_the_issuer_and_the_seconds_that_are_left() =>
        Assert.Equal("""
            ✓ The portal takes this token, for 70 more seconds.
              kid published-for-tests, iss https://www.acme.example, sub text of 4 characters

            """, (await RunAsync(TokenOf("as the minters make it"))).Output);

    [Fact]
    public async Task As_a_process_it_reads_the_token_from_standard_input()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Oxvo.PortalSample.dll");
        var token = TokenOf("typ JWT");

        var (exit, output) = await Command.RunAsync(folder.FullName,
            ["sh", "-c", $"echo {token} | dotnet '{program}' proof --folder '{folder.FullName}'"],
            ("ASPNETCORE_ENVIRONMENT", "Development"));

        Assert.StartsWith("✕ The portal refuses this token: type", output);
        Assert.Equal(1, exit);
    }

    [Fact]
    public async Task It_asks_the_settings_of_the_folder()
    {
        WriteSettings("https://another.example");
        var token = ProofVectorTests.Tokens.First().Data.Item3;

        var run = await RunAsync(token);

        Assert.Equal(1, run.Exit);
        Assert.Contains("expected  https://another.example\n", run.Output);
    }

    [Theory]
    [InlineData("", "There is no token on standard input.")]
    [InlineData(" \n", "There is no token on standard input.")]
    public async Task Without_a_token_it_says_so(string input, string fault)
    {
        var run = await RunAsync(input);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith(fault, run.Error);
    }

    [Fact]
    public async Task Settings_that_would_stop_the_portal_are_named_with_their_cure()
    {
        WriteSettings("");

        var run = await RunAsync("a.b.c");

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith("Portal:Site:Issuer is empty.", run.Error);
    }

    [Fact]
    public async Task The_key_of_the_vectors_is_refused_outside_Development()
    {
        var run = await RunAsync("a.b.c", "Production");

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith("Portal:Site:Keys:0 is the test key", run.Error);
    }

    [Fact]
    public async Task Settings_that_cannot_be_read_are_named()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), "{ \"Portal\": ");

        var run = await RunAsync("a.b.c");

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Contains("appsettings.json", run.Error);
    }

    [Theory]
    [InlineData("--folder", "/nowhere")]
    [InlineData("--folder")]
    [InlineData("a.token.here")]
    public async Task A_line_that_is_not_understood_is_2(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());

        var exit = await ProofCommand.RunAsync(
            arguments, new StringReader("a.b.c"), output, error, VectorPortal.FixedClock);

        Assert.Equal((2, ""), (exit, output.ToString()));
        Assert.Contains("Usage: proof [--folder FOLDER] < token", error.ToString());
    }

    void WriteSettings(string issuer) => File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), $$"""
        {
          "Portal": {
            "MessengerOrigins": [ "https://messenger.oxvo.example" ],
            "Site": {
              "Issuer": "{{issuer}}",
              "Name": "Acme",
              "Origins": [ "https://www.acme.example" ],
              "SignInUrl": "https://www.acme.example/sign-in",
              "Keys": [ { "Kid": "{{Key.Kid}}", "X": "{{Key.X}}", "Y": "{{Key.Y}}" } ]
            }
          }
        }
        """);

    static string TokenOf(string vector) =>
        ProofVectorTests.Tokens.Single(row => row.Data.Item1 == vector).Data.Item3;

    // The portal takes the key of the vectors in Development only.
    async Task<(int Exit, string Output, string Error)> RunAsync(string input, string environment = "Development")
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await ProofCommand.RunAsync(["--folder", folder.FullName], new StringReader(input), output, error,
            VectorPortal.FixedClock, environment);
        return (exit, output.ToString(), error.ToString());
    }
}
