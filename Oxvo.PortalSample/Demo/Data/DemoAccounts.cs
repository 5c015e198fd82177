using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// Fills the configured database before anything else starts, in Development only: <c>--customers N --seed S</c> adds made-up customers.
/// </summary>
sealed class DemoAccounts(AccountsDatabase accounts, IHostEnvironment environment, IConfiguration settings, TimeProvider clock)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        if (!environment.IsDevelopment()) return;

        var customers = Path.GetFullPath("../seed-data/customers.json", environment.ContentRootPath);
        var volume = DemoVolume.Parse(settings["customers"], settings["seed"]);
        await DemoDatabase.PrepareAsync(accounts.ConnectionString, customers, clock, volume, Console.Out, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
