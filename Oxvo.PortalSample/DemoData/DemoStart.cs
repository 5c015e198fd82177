using Oxvo.PortalSample.Accounts;

namespace Oxvo.PortalSample.DemoData;

/// <summary>Fills the configured database at a start in Development: <c>--customers N --seed S</c> adds made-up customers.</summary>
public static class DemoStart
{
    public static Task PrepareDemoDataAsync(this WebApplication app) => DemoDatabase.PrepareAsync(
        app.Services.GetRequiredService<AccountsDatabase>().Connection.ConnectionString, CustomersFile(app.Environment),
        app.Services.GetRequiredService<TimeProvider>(), DemoVolume.Parse(app.Configuration["customers"], app.Configuration["seed"]),
        Console.Out, CancellationToken.None);

    /// <summary>The hand-made customers, beside the project.</summary>
    public static string CustomersFile(IHostEnvironment environment) =>
        Path.GetFullPath("../seed-data/customers.json", environment.ContentRootPath);
}
