using Microsoft.Data.Sqlite;
using Npgsql;
using Oxvo.PortalSample.Tests.Portal.Accounts;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Portal.Load;

/// <summary>
/// Hours of steady load on the published portal, with all that befalls the hammer's: what it holds stays flat.
/// <c>PORTAL_SOAK</c> says how many minutes; without it these are skipped.
/// </summary>
[Collection(nameof(Published))]
public sealed class SoakTests(Published published) : IDisposable
{
    const string Setting = "PORTAL_SOAK";
    const double PerSecond = 40;
    static readonly TimeSpan BetweenFaults = TimeSpan.FromSeconds(1);
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("soak-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact, Trait("Category", "Exhaustive")]
    public async Task What_a_portal_holds_stays_flat_on_either_database()
    {
        var minutes = Minutes();
        var server = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        var file = Path.Combine(folder.FullName, "accounts.db");
        TestAccounts.CopyTo(file);
        await using var onServer = new NpgsqlConnection(server + ";Pooling=false");
        await using var inFile = new SqliteConnection($"Data Source={file};Pooling=false");

        var soaked = await Task.WhenAll(
            SoakAsync("SQLite", minutes, $"Data Source={file}", await MarkedAccounts.MarkAndBreakAsync(inFile),
                enough => Faults.BefallFileAsync(file, BetweenFaults, enough)),
            SoakAsync("PostgreSQL", minutes, server, await MarkedAccounts.MarkAndBreakAsync(onServer),
                enough => Faults.BefallServerAsync(server, BetweenFaults, enough)));

        Assert.All(soaked, portal => Assert.Empty(portal.Readers.Wrong));
        Assert.All(soaked, portal =>
            Assert.Empty(portal.Readers.Results.Keys.Except(["200", "403", "503", "cancelled"])));
        Assert.All(soaked.SelectMany(portal => portal.Consumption.Growth),
            figure => Assert.InRange(figure.Growth, 0, 1.25));
    }

    static double Minutes()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("What a process holds is read from /proc.");
        if (Environment.GetEnvironmentVariable(Setting) is { Length: > 0 } minutes) return double.Parse(minutes);
        Assert.Skip($"Set {Setting} to a number of minutes, such as 60.");
        return 0;
    }

    async Task<(Readers Readers, Consumption Consumption)> SoakAsync(
        string name, double minutes, string connection,
        IReadOnlyDictionary<string, long> customers, Func<CancellationToken, Task> befall)
    {
        var (time, pause) = (TimeSpan.FromMinutes(minutes), TimeSpan.FromMinutes(Math.Min(1, minutes / 40)));
        var heapFile = Path.Combine(folder.FullName, $"{name}.heap");
        // As it ships: with its log, and compiled a second time where it is hot.
        using var portal = Command.Start(published.Folder, ["dotnet", "Oxvo.PortalSample.dll"],
        [
            .. published.Settings, ("ConnectionStrings__Accounts", connection),
            ("Portal__RequestsPerMinute__Address", "1000000"), ("Portal__RequestsPerMinute__Subject", "1000000"),
            ("DOTNET_TieredPGO", "1"), ("DOTNET_TC_CallCounting", "1"),
            ("DOTNET_STARTUP_HOOKS", typeof(StartupHook).Assembly.Location),
            (StartupHook.File, heapFile), (StartupHook.Seconds, $"{pause.TotalSeconds}"),
        ]);
        using var client = await Published.ClientAsync(portal);
        using var readers = new Readers(client.BaseAddress!, customers);
        await readers.LearnAsync();

        using var enough = new CancellationTokenSource(time);
        var consumption = new Consumption(portal.Id, heapFile);
        await Task.WhenAll(befall(enough.Token), readers.AskAsync(PerSecond, readers: 8, enough.Token),
            consumption.SampleAsync(pause, enough.Token));
        TestContext.Current.SendDiagnosticMessage(
            $"{name}: {readers}\n{consumption}\n{string.Join('\n', consumption.Growth)}");
        return (readers, consumption);
    }
}
