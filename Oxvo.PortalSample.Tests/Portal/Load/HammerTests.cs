using Microsoft.Data.Sqlite;
using Npgsql;
using Oxvo.PortalSample.Tests.Portal.Accounts;

namespace Oxvo.PortalSample.Tests.Portal.Load;

/// <summary>
/// No answer is ever another's: two hundred thousand requests of 21 people over real connections, of which three in
/// ten are given up, while the database is locked, cut and replaced, and statements break off in the middle of an
/// account.
/// </summary>
public sealed class HammerTests
{
    const int Requests = 100_000, AtOnce = 24;
    static readonly TimeSpan BetweenFaults = TimeSpan.FromMilliseconds(50);

    [Fact, Trait("Category", "Exhaustive")]
    public async Task No_answer_is_anothers_on_SQLite()
    {
        using var portal = Portal();
        await using var accounts = new SqliteConnection($"Data Source={portal.DatabaseFile};Pooling=false");

        var readers = await HammerAsync(portal, () => MarkedAccounts.MarkAndBreakAsync(accounts),
            enough => Faults.BefallFileAsync(portal.DatabaseFile, BetweenFaults, enough));

        AssertIsRight(readers);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public async Task No_answer_is_anothers_on_PostgreSQL()
    {
        var connection = await (await PostgresServer.SharedAsync()).CreateDatabaseAsync();
        using var portal = Portal(("ConnectionStrings:Accounts", connection));
        await using var accounts = new NpgsqlConnection(connection + ";Pooling=false");

        var readers = await HammerAsync(portal, () => MarkedAccounts.MarkAndBreakAsync(accounts),
            enough => Faults.BefallServerAsync(connection, BetweenFaults, enough));

        AssertIsRight(readers);
    }

    // What a server does to connections and buffers between two requests belongs to it.
    static PortalApp Portal(params IEnumerable<(string Name, string Value)> settings)
    {
        var portal = PortalApp.With([
            .. settings, ("Portal:RequestsPerMinute:Address", "1000000"),
            ("Logging:Console:LogLevel:Default", "None")]);
        portal.UseKestrel(0);
        portal.StartServer();
        return portal;
    }

    static async Task<Readers> HammerAsync(
        PortalApp portal, Func<Task<Dictionary<string, long>>> prepare, Func<CancellationToken, Task> befall)
    {
        using var readers = new Readers(portal.CreateClient().BaseAddress!, await prepare());
        await readers.LearnAsync();
        using var enough = new CancellationTokenSource();
        var faults = befall(enough.Token);
        await readers.AskAsync(Requests, AtOnce);
        await enough.CancelAsync();
        await faults;
        TestContext.Current.SendDiagnosticMessage($"{readers}");
        return readers;
    }

    static void AssertIsRight(Readers readers)
    {
        Assert.Empty(readers.Wrong);
        Assert.Empty(readers.Results.Keys.Except(["200", "403", "503", "cancelled"]));
        Assert.InRange(readers.Results["200"], Requests / 2, Requests);
        Assert.InRange(readers.Results["cancelled"], Requests / 10, Requests);
        Assert.NotEqual(0, readers.Results.GetValueOrDefault("503"));
    }
}
