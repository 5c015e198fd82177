using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Acme;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Demo.Messenger;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Demo;

/// <summary>
/// Fills the configured database before anything else starts, in Development only: <c>--customers N --seed S</c> adds
/// made-up customers. Then starts and stops A and B with the portal's own host, and says where to begin.
/// </summary>
internal sealed class DemoHost(
    IOptions<MockHostOptions> options, MockAddresses addresses, AccountsDatabase accounts, IHostEnvironment environment,
    IConfiguration settings, IServiceProvider portal, TimeProvider clock, ILogger<DemoHost> log)
    : IHostedLifecycleService, IAsyncDisposable
{
    readonly List<WebApplication> running = [];

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment()) return;
        var volume = DemoVolume.Parse(settings["customers"], settings["seed"]);
        await DemoDatabase.PrepareAsync(
            accounts.ConnectionString, addresses.CustomersFile, addresses.Site, clock, volume, Console.Out,
            cancellationToken);
    }

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled) return;

        await StartAsync(
            SiteApp.Build(addresses, portal), addresses.Site, MockAddresses.SiteSetting, cancellationToken);
        var library = await Library.OpenAsync(settings.GetConnectionString("Messenger"), environment.ContentRootPath,
            portal.GetRequiredService<FirstApps>());
        await StartAsync(MessengerApp.Build(addresses, portal, library), addresses.Messenger,
            MockAddresses.MessengerSetting, cancellationToken);
    }

    public Task StartedAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled) return Task.CompletedTask;

        log.LogInformation(
            """
            Everything is running.
              Acme's website   {Site}
              OXVO messenger   {Messenger} (its apps: {Messenger}/settings)
              Account portal   {Portal}
            Open {Site}, choose a customer in the bar marked "Demo", then open the chat at the bottom right.
            """, addresses.Site, addresses.Messenger, addresses.Messenger, addresses.Portal, addresses.Site);
        // The named app may not be up yet, so nothing waits for what is said of it.
        if (NamedApp.Find(options.Value) is { } named) _ = AnnounceAsync(named);
        return Task.CompletedTask;
    }

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(running.Select(app => app.StopAsync(cancellationToken)));

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        foreach (var app in running) await app.DisposeAsync();
    }

    async Task StartAsync(WebApplication app, string address, string setting, CancellationToken cancel)
    {
        running.Add(app);
        try
        {
            await app.StartAsync(cancel);
        }
        catch (IOException fault) when (fault.InnerException is AddressInUseException)
        {
            throw new OptionsValidationException(MockHostOptions.Section, typeof(MockHostOptions),
            [
                $"Port {new Uri(address).Port} is in use: perhaps the sample is running already. End that program, "
                    + $"or set another port in {setting}, which is {address}.",
            ]);
        }
    }

    /// <summary>Whether the named app will be shown.</summary>
    async Task AnnounceAsync(SavedApp named)
    {
        Uri address = new(portal.GetRequiredService<AppMaker>().Make(named).App!.Address);
        var verdict = await EmbedCheck.CheckAsync(address, addresses.Ancestors, clock);
        var findings = verdict.Findings
            .Select(finding => $"\n  {finding.Seen}: {finding.Why}\n    {finding.Repair}");
        log.LogInformation(
            """
            Your app         {App}
              {Summary}{Findings}
            See it at {Site}/?open={Key}
            """, address.GetLeftPart(UriPartial.Path), verdict.Summary, string.Concat(findings), addresses.Site,
            NamedApp.Key);
    }
}
