using System.Net;
using Oxvo.PortalSample.Tests.Portal;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>
/// The portal as integrators copy it, by the README's row: <c>Portal</c> with its page, under a name of their own.
/// </summary>
public sealed class CopyTests : IDisposable
{
    readonly DirectoryInfo copy = Directory.CreateTempSubdirectory("copy-");
    readonly PortalApp accounts = new();

    public void Dispose()
    {
        accounts.Dispose();
        copy.Delete(recursive: true);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task The_pattern_alone_under_another_name_builds_and_serves_its_page_and_its_api()
    {
        foreach (var file in new[] { "Directory.Build.props", "Directory.Packages.props", "global.json" }) Copy(file, file);
        foreach (var file in new[] { "Program.cs", "appsettings.json", "account.sql" }) Copy($"Oxvo.PortalSample/{file}", $"Acme.Portal/{file}");
        Copy("Oxvo.PortalSample/Oxvo.PortalSample.csproj", "Acme.Portal/Acme.Portal.csproj");
        CopyFolder("Oxvo.PortalSample/Portal", "Acme.Portal/Portal");
        CopyFolder("wwwroot/portal", "wwwroot/portal");
        await accounts.SignedInAs("mira").GetAsync("/health/ready");

        var (exit, output) = await Command.RunAsync(copy.FullName, ["dotnet", "publish", "Acme.Portal", "-o", "published", "-v", "q"]);
        Assert.True(exit == 0, output);
        using var portal = Command.Start(
            Path.Combine(copy.FullName, "published"), ["dotnet", "Acme.Portal.dll"], Published.Production(accounts.DatabaseFile));
        using var client = await Published.ClientAsync(portal);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync("/api/widget-portal?identifier=mira")).StatusCode);
        client.DefaultRequestHeaders.Authorization = new("Bearer", SiteTokens.For("mira"));
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/widget-portal?identifier=mira")).StatusCode);
    }

    void Copy(string from, string to)
    {
        var file = new FileInfo(Path.Combine(copy.FullName, to));
        file.Directory!.Create();
        File.Copy(Checkout.File(from), file.FullName);
    }

    void CopyFolder(string from, string to)
    {
        foreach (var file in Directory.EnumerateFiles(Checkout.File(from), "*", SearchOption.AllDirectories))
            Copy(Path.GetRelativePath(Checkout.Folder, file), Path.Combine(to, Path.GetRelativePath(Checkout.File(from), file)));
    }
}
