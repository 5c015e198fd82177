using System.Net;
using System.Text;
using System.Xml.Linq;
using Oxvo.PortalSample.Tests.Portal;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>The portal as it is deployed: published, in Production, with https origins.</summary>
public sealed class PublishTests(PublishTests.Published published) : IClassFixture<PublishTests.Published>
{
    public sealed class Published : IAsyncLifetime
    {
        readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("published-");
        readonly PortalApp accounts = new();

        public string Folder => folder.FullName;

        public async ValueTask InitializeAsync()
        {
            // The accounts of a business that is already there: Production makes none.
            await accounts.SignedInAs("mira").GetAsync("/health/ready");
            // Not in the checkout's own folders, which a build with the demo fills.
            var (exit, output) = await Command.RunAsync(Checkout.Folder,
                ["dotnet", "publish", "Oxvo.PortalSample", "-o", Folder, "-v", "q", "--artifacts-path", Path.Combine(Folder, "artifacts")]);
            Assert.True(exit == 0, output);
        }

        public ValueTask DisposeAsync()
        {
            accounts.Dispose();
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }

        public (string, string)[] Settings => Production(accounts.DatabaseFile);
    }

    /// <summary>As variables of the environment.</summary>
    internal static (string, string)[] Production(string databaseFile) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("Urls", "http://127.0.0.1:0"),
        ("ConnectionStrings__Accounts", $"Data Source={databaseFile}"),
        ("Portal__MessengerOrigins__0", "https://messenger.example"), ("Portal__Site__Origins__0", "https://www.acme.example"),
        ("Portal__Site__Issuer", SiteTokens.Issuer), ("Portal__Site__Name", "Acme"),
        ("Portal__Site__SignInUrl", "https://www.acme.example/sign-in"),
        .. SiteTokens.Key.Settings(0).Select(s => (s.Name.Replace(":", "__"), s.Value)),
    ];

    [Fact]
    public async Task In_production_the_portal_stands_alone_and_answers()
    {
        using var portal = Command.Start(published.Folder, ["dotnet", "Oxvo.PortalSample.dll"], published.Settings);
        await portal.WaitForAsync("Now listening on: ");
        using var client = new HttpClient { BaseAddress = new(portal.Output.Split("Now listening on: ")[1].Split('\n')[0].Trim()) };
        client.DefaultRequestHeaders.Authorization = new("Bearer", SiteTokens.For("mira"));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/widget-portal?identifier=mira")).StatusCode);
        foreach (var other in new[] { "/sdk.js", "/packs/js/sdk.js", "/demo/customers", "/portal-token", "/sign-in", "/portal-session.js" })
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
    public void Only_the_portals_files_are_published()
    {
        var pages = Directory.EnumerateDirectories(Path.Combine(published.Folder, "wwwroot")).Select(Path.GetFileName);

        Assert.Equal(["portal"], pages);
        Assert.False(Directory.Exists(Path.Combine(published.Folder, "seed-data")));
        Assert.False(Directory.Exists(Path.Combine(published.Folder, "ForYourSite")));
        Assert.False(File.Exists(Path.Combine(published.Folder, "appsettings.Development.json")));
    }
}
