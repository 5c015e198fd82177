using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.MockHost;

/// <summary>Starts and stops the two applications with the portal's own host, and says where to begin.</summary>
internal sealed class MockHostService(
    IOptions<MockHostOptions> options, MockAddresses addresses, IServiceProvider portal, IHostApplicationLifetime lifetime,
    ILogger<MockHostService> log) : IHostedService, IAsyncDisposable
{
    readonly List<WebApplication> running = [];

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        if (!options.Value.Enabled) return;

        await StartAsync(SiteApp.Build(addresses, portal), addresses.Site, MockAddresses.SiteSetting, cancellationToken);
        await StartAsync(MessengerApp.Build(addresses, portal), addresses.Messenger, MockAddresses.MessengerSetting, cancellationToken);
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

    void Announce() => log.LogInformation(
        """
        Everything is running.
          Acme's website   {Site}
          OXVO messenger   {Messenger}
          Account portal   {Portal}
        Open {Site}, choose a customer in the bar marked "Demo", then open the chat at the bottom right.
        """, addresses.Site, addresses.Messenger, addresses.Portal, addresses.Site);
}
