using System.Net;
using System.Reflection.PortableExecutable;
using System.Text;
using System.Xml.Linq;
using Oxvo.PortalSample.Tests.Portal;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>The portal as it is deployed: published, in Production, with https origins.</summary>
[Collection(nameof(Published))]
public sealed class PublishTests(Published published)
{
    [Fact]
    public async Task In_production_the_portal_stands_alone_and_answers()
    {
        using var portal = Command.Start(published.Folder, ["dotnet", "Oxvo.PortalSample.dll"], published.Settings);
        using var client = await Published.ClientAsync(portal);
        client.DefaultRequestHeaders.Authorization = new("Bearer", SiteTokens.For("mira"));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/widget-portal?identifier=mira")).StatusCode);
        Assert.False((await client.GetAsync("/")).Headers.Contains("Strict-Transport-Security"));
        string[] others =
            ["/sdk.js", "/packs/js/sdk.js", "/demo/customers", "/portal-token", "/sign-in", "/portal-session.js"];
        foreach (var other in others)
            Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(other)).StatusCode);
        Assert.DoesNotContain(portal.Output.Split('\n'), LogCapture.HoldsSomethingPersonal);
    }

    [Fact]
    public void Only_the_portals_code_and_packages_are_published()
    {
        var program = File.ReadAllText(Path.Combine(published.Folder, "Oxvo.PortalSample.dll"), Encoding.Latin1);
        var assemblies = Directory.EnumerateFiles(published.Folder, "*.dll")
            .Select(file => Path.GetFileNameWithoutExtension(file)).ToList();

        Assert.Contains("Oxvo.PortalSample.Portal.Api", program);
        Assert.DoesNotContain("Oxvo.PortalSample.Demo", program);
        Assert.DoesNotContain("Oxvo.PortalSample.Tools", program);
        Assert.Contains("Npgsql", assemblies);
        Assert.NotEmpty(PackagesOfDemoAndTools);
        Assert.Empty(assemblies.Intersect(PackagesOfDemoAndTools));
    }

    static string[] PackagesOfDemoAndTools { get; } =
        [.. from item in XDocument.Load(Checkout.File("Oxvo.PortalSample/Oxvo.PortalSample.csproj")).Descendants()
            where item.Name == "PackageReference" && item.Parent!.Attribute("Condition")?.Value == "$(WithDemo)"
            select item.Attribute("Include")!.Value];

    [Fact]
    public void On_Linux_it_is_compiled_ahead()
    {
        using var program = new PEReader(File.OpenRead(Path.Combine(published.Folder, "Oxvo.PortalSample.dll")));
        using var driver = new PEReader(File.OpenRead(Path.Combine(published.Folder, "Npgsql.dll")));

        Assert.Equal(OperatingSystem.IsLinux(), IsCompiled(program));
        Assert.Equal(OperatingSystem.IsLinux(), IsCompiled(driver));
    }

    static bool IsCompiled(PEReader program) => program.PEHeaders.CorHeader!.ManagedNativeHeaderDirectory.Size > 0;

    [Fact]
    public void Only_the_portals_files_are_published()
    {
        var pages = Directory.EnumerateDirectories(Path.Combine(published.Folder, "wwwroot")).Select(Path.GetFileName);

        Assert.Equal(["portal"], pages);
        Assert.False(Directory.Exists(Path.Combine(published.Folder, "seed-data")));
        Assert.False(Directory.Exists(Path.Combine(published.Folder, "ForYourSite")));
        Assert.False(File.Exists(Path.Combine(published.Folder, "appsettings.Development.json")));
    }
}
