using System.Net;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>The portal as integrators copy it: without the mock, its site and its messenger.</summary>
public sealed class CopyTests : IDisposable
{
    static readonly string[] LeftOut = ["bin", "obj", "MockHost", "site", "messenger"];
    readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("copy-");

    public void Dispose() => copy.Delete(recursive: true);

    [Fact]
    public void Nothing_outside_the_mocks_folder_names_its_code()
    {
        var outside = Directory.EnumerateFiles(Checkout.File("Oxvo.PortalSample"), "*.cs", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(Checkout.File("Oxvo.PortalSample"), file))
            .Where(file => !LeftOut.Contains(file.Split(Path.DirectorySeparatorChar)[0]));

        Assert.All(outside, file => Assert.DoesNotContain("MockHost", File.ReadAllText(Checkout.File($"Oxvo.PortalSample/{file}"))));
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task A_copy_without_the_mock_builds_and_its_portal_answers()
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json", ".editorconfig" })
            File.Copy(Checkout.File(file), Path.Combine(copy.FullName, file));
        foreach (var folder in new[] { "Oxvo.PortalSample", "wwwroot", "seed-data" })
            Copy(new(Checkout.File(folder)), copy.CreateSubdirectory(folder));

        var (exit, output) = await Command.RunAsync(copy.FullName, ["dotnet", "build", "Oxvo.PortalSample", "-v", "q"]);
        Assert.True(exit == 0, output);
        using var portal = Command.Start(copy.FullName, ["dotnet", "run", "--no-build", "--project", "Oxvo.PortalSample", "--", "--urls", "http://127.0.0.1:0"]);
        await portal.WaitForAsync("Now listening on: ");
        using var client = new HttpClient { BaseAddress = new(portal.Output.Split("Now listening on: ")[1].Split('\n')[0].Trim()) };

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/ready")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/widget-portal?identifier=mira")).StatusCode);
    }

    static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles().Where(f => !f.Name.Contains(".db")))
            file.CopyTo(Path.Combine(to.FullName, file.Name));
        foreach (var folder in from.EnumerateDirectories().Where(f => !LeftOut.Contains(f.Name)))
            Copy(folder, to.CreateSubdirectory(folder.Name));
    }
}
