using Oxvo.PortalSample.Tests.Portal;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Repository;

[CollectionDefinition(nameof(Published))]
public sealed class PublishedOnce : ICollectionFixture<Published>;

/// <summary>
/// The portal as <c>dotnet publish</c> makes it, once for all that look at it, with the accounts of a business that is
/// already there: Production makes none.
/// </summary>
public sealed class Published : IAsyncLifetime
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("published-");
    readonly PortalApp accounts = new();

    public string Folder => folder.FullName;

    public async ValueTask InitializeAsync()
    {
        await accounts.SignedInAs("mira").GetAsync("/health/ready");
        // Not in the checkout's own folders, which a build with the demo fills.
        var (exit, output) = await Command.RunAsync(Checkout.Folder,
        [
            "dotnet", "publish", "Oxvo.PortalSample", "-o", Folder, "-v", "q",
            "--artifacts-path", Path.Combine(Folder, "artifacts"),
        ]);
        Assert.True(exit == 0, output);
    }

    public ValueTask DisposeAsync()
    {
        accounts.Dispose();
        folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }

    public string DatabaseFile => accounts.DatabaseFile;

    public (string Name, string Value)[] Settings => Production(accounts.DatabaseFile);

    /// <summary>As variables of the environment.</summary>
    internal static (string Name, string Value)[] Production(string databaseFile) =>
    [
        ("ASPNETCORE_ENVIRONMENT", "Production"), ("Urls", "http://127.0.0.1:0"),
        ("ConnectionStrings__Accounts", $"Data Source={databaseFile}"),
        ("Portal__MessengerOrigins__0", "https://messenger.example"),
        ("Portal__Site__Origins__0", "https://www.acme.example"),
        ("Portal__Site__Issuer", SiteTokens.Issuer), ("Portal__Site__Name", "Acme"),
        ("Portal__Site__SignInUrl", "https://www.acme.example/sign-in"),
        .. SiteTokens.Key.Settings(0).Select(s => (s.Name.Replace(":", "__"), s.Value)),
    ];

    /// <summary>Waits until it listens.</summary>
    internal static async Task<HttpClient> ClientAsync(Command portal)
    {
        const string listens = "Now listening on: ";
        await portal.WaitForAsync("has started.");
        var address = portal.Output.Split(listens)[1].Split(['\n', '"'])[0].Trim();
        return new() { BaseAddress = new(address.Replace("[::]", "127.0.0.1")) };
    }
}
