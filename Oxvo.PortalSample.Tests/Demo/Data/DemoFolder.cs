using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tests.Portal;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo.Data;

/// <summary>A folder of a test's own with a demo database and a copy of the hand-made customers in it.</summary>
public sealed class DemoFolder : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("demo-data-");

    public DemoFolder()
    {
        File.Copy(Checkout.File("seed-data/customers.json"), CustomersFile);
        // One customer's thousands of invoices are most of the work, and hardly a test is about them.
        EditCustomers("\"count\": 5000", "\"count\": 5");
    }

    public string DatabaseFile => Path.Combine(folder.FullName, "accounts.db");
    public string CustomersFile => Path.Combine(folder.FullName, "customers.json");
    public string ConnectionString => $"Data Source={DatabaseFile};Pooling=false";

    public StringWriter Progress { get; } = new();

    public Task Prepare(string utc, DemoVolume? volume = null, string site = "https://acme.example") =>
        DemoDatabase.PrepareAsync(ConnectionString, CustomersFile, site, FixedClock.At(utc), volume, Progress,
            CancellationToken.None);

    public Task Reset(string utc, string site = "https://acme.example") =>
        DemoDatabase.ResetAsync(ConnectionString, CustomersFile, site, FixedClock.At(utc), CancellationToken.None);

    /// <summary>What the portal answers to the customer at that time.</summary>
    public async Task<PortalAnswer> Answer(string identifier, string utc)
    {
        using var reader = new AccountReader(AccountsDatabase.Locate(ConnectionString, folder.FullName),
            StoredAccount.File, Options.Create(new PortalOptions()), NullLogger<AccountReader>.Instance);
        var account = await reader.ReadAsync(identifier, new(identifier, null), CancellationToken.None);
        return StoredAccount.Answers(now: utc).Build(account!);
    }

    public void EditCustomers(string from, string to)
    {
        var text = File.ReadAllText(CustomersFile);
        Assert.Contains(from, text, StringComparison.Ordinal);
        File.WriteAllText(CustomersFile, text.Replace(from, to, StringComparison.Ordinal));
    }

    public T Ask<T>(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        return connection.QuerySingle<T>(sql);
    }

    public void Execute(string sql)
    {
        using var connection = new SqliteConnection(ConnectionString);
        connection.Execute(sql);
    }

    /// <summary>Every row of every table as text, to compare whole databases.</summary>
    public string Dump()
    {
        using var connection = new SqliteConnection(ConnectionString);
        var tables = connection.Query<string>("select name from sqlite_master where type = 'table' order by name");
        return string.Join('\n', tables.SelectMany(table => connection.Query($"select * from {table} order by 1, 2")
            .Select(row => $"{table}: {string.Join('|', ((IDictionary<string, object>)row).Values)}")));
    }

    public void Dispose() => folder.Delete(recursive: true);
}
