using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.Logging;
using Oxvo.PortalSample.Tests.Demo.Data;
using Oxvo.PortalSample.Tests.Portal;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>
/// The three applications in this process, each on a free port. What they logged is searched when they end.
/// </summary>
public sealed class MockHostApp : WebApplicationFactory<Program>
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mock-");
    readonly LogCapture log = new();

    public MockHostApp()
    {
        var port = FreePorts.Take();
        Site = $"http://localhost:{FreePorts.Take()}";
        Messenger = $"http://127.0.0.1:{FreePorts.Take()}";
        Portal = $"http://localhost:{port}";
        UseKestrel(kestrel => kestrel.ListenLocalhost(port));
        StartServer();
    }

    public string Site { get; }
    public string Messenger { get; }
    public string Portal { get; }
    public string DatabaseFile => Path.Combine(folder.FullName, "accounts.db");

    /// <summary>
    /// A page of this origin in a browser of its own: it keeps cookies, and says of its writes what a browser says.
    /// </summary>
    public static HttpClient PageOn(string origin)
    {
        var client = Stranger(origin);
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>A client that says nothing of where its requests come from.</summary>
    public static HttpClient Stranger(string origin) =>
        new(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = new(origin) };

    /// <summary>A browser in which this customer is signed in on Acme.</summary>
    public async Task<HttpClient> SignedInAs(string identifier)
    {
        var browser = PageOn(Site);
        var answer = await browser.PutAsJsonAsync("/demo/session", new { identifier });
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        return browser;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        SeededFile.CopyTo(DatabaseFile);
        builder.UseEnvironment("Development");
        builder.UseSetting("MockHost:Enabled", "true");
        builder.UseSetting("MockHost:ChecksTimeout", "00:00:01");
        builder.UseSetting("Portal:Site:Origins:0", Site);
        builder.UseSetting("Portal:Site:Issuer", Site);
        builder.UseSetting("Portal:Site:SignInUrl", Site + "/sign-in");
        builder.UseSetting("Portal:MessengerOrigins:0", Messenger);
        builder.UseSetting("ConnectionStrings:Accounts", $"Data Source={DatabaseFile}");
        builder.UseSetting("ConnectionStrings:Messenger",
            $"Data Source={Path.Combine(folder.FullName, "messenger.db")}");
        builder.ConfigureLogging(logging => logging.AddProvider(log).AddFilter<LogCapture>(null, LogLevel.Information));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing || !folder.Exists) return;
        folder.Delete(recursive: true);
        folder.Refresh();
        log.AssertHoldsNothingPersonal();
    }
}

[CollectionDefinition(Name)]
public sealed class RunningMock : ICollectionFixture<MockHostApp>
{
    public const string Name = "The mock, running";
}
