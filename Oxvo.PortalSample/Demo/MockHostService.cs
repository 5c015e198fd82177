using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Acme;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Messenger;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Demo;

/// <summary>Starts and stops the two applications with the portal's own host, and says where to begin.</summary>
internal sealed class MockHostService(
    IOptions<MockHostOptions> options, MockAddresses addresses, ApplicationFiles files, IServiceProvider portal, TimeProvider clock,
    IHostApplicationLifetime lifetime, ILogger<MockHostService> log) : IHostedService, IAsyncDisposable
{
    readonly List<WebApplication> running = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled) return;

        await StartAsync(SiteApp.Build(addresses, portal), addresses.Site, MockAddresses.SiteSetting, cancellationToken);
        var library = await files.OpenLibraryAsync();
        await StartAsync(MessengerApp.Build(addresses, portal, library), addresses.Messenger, MockAddresses.MessengerSetting, cancellationToken);
        lifetime.ApplicationStarted.Register(Announce);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.WhenAll(running.Select(app => app.StopAsync(cancellationToken)));

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
                [$"{setting} is {address}, where another program already listens. End that program, or set another port there."]);
        }
    }

    void Announce()
    {
        log.LogInformation(
            """
            Everything is running.
              Acme's website   {Site}
              OXVO messenger   {Messenger} (its apps: {Messenger}/settings)
              Account portal   {Portal}
            Open {Site}, choose a customer in the bar marked "Demo", then open the chat at the bottom right.
            """, addresses.Site, addresses.Messenger, addresses.Messenger, addresses.Portal, addresses.Site);
        if (NamedApp.Draft(options.Value) is { } yours) _ = AnnounceAsync(yours);
    }

    /// <summary>Whether the named app will be shown, said beside the addresses. It may not be up yet, so nothing depends on it.</summary>
    async Task AnnounceAsync(AppDraft yours)
    {
        Uri address = new(files.Maker.Make(yours).App!.Address);
        var verdict = await EmbedCheck.CheckAsync(address, [addresses.Site, addresses.Messenger], clock);
        log.LogInformation(
            """
            Your app         {App}
              {Summary}{Findings}
            See it at {Site}/?open={Key}
            """, address.GetLeftPart(UriPartial.Path), verdict.Summary,
            string.Concat(verdict.Findings.Select(finding => $"\n  {finding.Seen}: {finding.Why}\n    {finding.Repair}")), addresses.Site, NamedApp.Key);
    }
}
