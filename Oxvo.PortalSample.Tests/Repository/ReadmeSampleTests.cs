using System.Net;
using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;
using Oxvo.PortalSample.Tests.Portal;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>
/// The README's code: a key made as it says, tokens minted by its C# and its Node lines, taken by the portal.
/// </summary>
public sealed class ReadmeSampleTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("readme-");
    readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    public ReadmeSampleTests() => File.WriteAllText(InFolder("site-key.pem"), key.ExportPkcs8PrivateKeyPem());

    public void Dispose()
    {
        folder.Delete(recursive: true);
        key.Dispose();
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task The_portal_takes_a_token_that_the_csharp_lines_mint()
    {
        File.WriteAllText(InFolder("token.cs"), "#:property PublishAot=false\n" + Block("csharp", "ECDsa.Create()") + "\nConsole.WriteLine(PortalToken(\"mira\"));\n");

        var (exit, output) = await Command.RunAsync(folder.FullName, ["dotnet", "run", "token.cs"]);

        Assert.True(exit == 0, output);
        await AssertTaken(output);
    }

    [Fact]
    public async Task The_portal_takes_a_token_that_the_node_lines_mint()
    {
        File.WriteAllText(InFolder("token.mjs"), Block("js", "createPrivateKey") + "\nconsole.log(portalToken('mira'));\n");

        var (exit, output) = await Command.RunAsync(folder.FullName, [Node.File, "token.mjs"]);

        Assert.True(exit == 0, output);
        await AssertTaken(output);
    }

    [Fact]
    public async Task The_openssl_lines_make_a_key_and_print_its_two_coordinates()
    {
        var lines = Block("sh", "openssl genpkey").Replace("\nopenssl pkey", "\necho\nopenssl pkey");

        var (exit, output) = await Command.RunAsync(folder.FullName, ["sh", "-ec", lines]);
        using var made = ECDsa.Create();
        made.ImportFromPem(File.ReadAllText(InFolder("site-key.pem")));
        var point = made.ExportParameters(false).Q;

        Assert.True(exit == 0, output);
        Assert.Equal([Base64UrlEncoder.Encode(point.X), Base64UrlEncoder.Encode(point.Y)], output.Split('\n', StringSplitOptions.RemoveEmptyEntries).TakeLast(2));
    }

    async Task AssertTaken(string output)
    {
        var point = key.ExportParameters(false).Q;
        using var portal = PortalApp.With(
            ("Portal:Site:Issuer", "https://www.acme.example"), ("Portal:Site:Keys:0:Kid", "2026-11"),
            ("Portal:Site:Keys:0:X", Base64UrlEncoder.Encode(point.X)), ("Portal:Site:Keys:0:Y", Base64UrlEncoder.Encode(point.Y)));
        using var client = portal.WithToken(output.Trim().Split('\n')[^1]);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/widget-portal?identifier=mira")).StatusCode);
    }

    string InFolder(string file) => Path.Combine(folder.FullName, file);

    static string Block(string language, string holding) => File.ReadAllText(Checkout.File("README.md"))
        .Split($"```{language}\n").Skip(1).Select(rest => rest.Split("```")[0]).Single(block => block.Contains(holding));
}
