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
    [InlineData("typ JWT", "typ \"JWT\"", "typ \"portal-site+jwt\"", "jose: setProtectedHeader(")]
    [InlineData("alg ES384", "alg \"ES384\"", "alg \"ES256\"", "Sign with ES256")]
    [InlineData("a fourth member", "the members alg, typ, kid, jku", "alg, typ and kid", "some libraries add others")]
    [InlineData("a kid that the portal does not have", "kid \"removed\"", "kid \"published-for-tests\"",
        "Portal:Site:Keys")]
    [InlineData("a kid that is a number", "kid a number", "kid \"published-for-tests\"", "Portal:Site:Keys")]
    [InlineData("a signature in DER", "bytes in DER", "64 bytes", "dsaEncoding: 'ieee-p1363'")]
    [InlineData("signed with another key", "64 bytes that do not fit the key \"published-for-tests\"", "64 bytes",
        "X and Y")]
    [InlineData("an empty signature", "0 bytes", "64 bytes", "Add the ES256 signature")]
    [InlineData("iss with a slash at its end", "iss \"https://www.acme.example/\"",
        "iss \"https://www.acme.example\"", "slash")]
    [InlineData("iss missing", "iss missing", "iss \"https://www.acme.example\"", "Portal:Site:Issuer")]
    [InlineData("aud a list", "aud a list", "aud \"oxvo-portal\"", "not to a list")]
    [InlineData("sub a number", "sub a number", "text of 1 to 128", "String(id)")]
    [InlineData("sub of 129 characters", "sub a text of 129 characters", "text of 1 to 128", "oxvo.identify")]
    [InlineData("sub with a line end", "sub a text with a control character", "text of 1 to 128", "oxvo.identify")]
    [InlineData("jti missing", "jti missing", "jti a text", "UUID")]
    [InlineData("iat and exp with a fraction", "iat a number with a fraction, exp a number with a fraction",
        "whole seconds", "int(time.time())")]
    [InlineData("iat and exp in milliseconds", "out of range (are these milliseconds?)", "whole seconds", "/ 1000")]
    [InlineData("exp missing", "iat right, exp missing", "whole seconds", "Math.floor")]
    [InlineData("lives for 121 seconds", "exp 121 seconds after iat", "1 to 120 seconds", "iat + 60")]
    [InlineData("iat 11 seconds ahead", "iat 11 seconds ahead", "at most 10 seconds ahead", "clocks")]
    [InlineData("nbf 11 seconds ahead", "iat 0 seconds ahead, nbf 11 seconds ahead", "at most 10 seconds ahead",
        "clocks")]
    [InlineData("ended 10 seconds ago", "exp 10 seconds ago", "less than 10 seconds ago",
        "Mint a token for each request")]
    [InlineData("more than 4096 characters", "characters", "at most 4096", "Leave out")]
    [InlineData("without its signature and the dot before it", "2 parts", "three parts", "not the JSON around it")]
    [InlineData("a signature with padding", "the character '='", "base64url without padding", "leave out the '='")]
    [InlineData("sub twice", "claims that cannot be read", "names no member twice", "JSON library")]
    public async Task It_names_what_was_seen_what_was_expected_and_the_cure(
        string vector, string seen, string expected, string cure)
    {
        var token = ProofVectorTests.Tokens.Single(row => row.Data.Item1 == vector).Data.Item3;

        var lines = (await RunAsync(token)).Output.Split('\n');

        Assert.Contains(seen, lines[1]);
        Assert.Contains(expected, lines[2]);
        Assert.Contains(cure, lines[3]);
    }

    [Fact]
    public async Task As_a_process_it_reads_the_token_from_standard_input()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Oxvo.PortalSample.dll");
        var token = ProofVectorTests.Tokens.Single(row => row.Data.Item1 == "typ JWT").Data.Item3;

        var (exit, output) = await Command.RunAsync(folder.FullName,
            ["sh", "-c", $"echo {token} | dotnet '{program}' proof --folder '{folder.FullName}'"],
            ("ASPNETCORE_ENVIRONMENT", "Production"));

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
        Assert.Contains("expected  iss \"https://another.example\"", run.Output);
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

    async Task<(int Exit, string Output, string Error)> RunAsync(string input)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await ProofCommand.RunAsync(
            ["--folder", folder.FullName], new StringReader(input), output, error, VectorPortal.FixedClock);
        return (exit, output.ToString(), error.ToString());
    }
}
