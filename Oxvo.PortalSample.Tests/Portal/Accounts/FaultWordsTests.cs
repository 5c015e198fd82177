using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Npgsql;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Tests.Portal.Accounts;

/// <summary>
/// A statement that fails on a stored value: the database's own words repeat the value, and the portal's do not.
/// </summary>
public sealed class FaultWordsTests : IDisposable
{
    const string Customer =
        "-- section customer\nselect uid = @identifier as owns_key from users where uid = @subject;\n";

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("fault words ");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("SQLite", "json_extract('{}', name)", "SQLite Error 1: 'SQL logic error'")]
    [InlineData("PostgreSQL", "name::int", "22P02")]
    public async Task At_the_start_the_section_is_named_without_the_value(string database, string fails, string kind)
    {
        var connection = await FillAsync(database);
        using var host = Host(connection,
            $"select name as title, 'open' as status from users where uid = @subject or {fails} is not null");

        var stopped = await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync());

        Assert.Equal($"account.sql: section tasks: {kind}. Write it for your tables, and let the portal's user read "
            + "them.", Assert.Single(stopped.Failures));
    }

    [Theory]
    [InlineData("SQLite", "json_extract('{}', name)", "SQLite Error 1: 'SQL logic error'")]
    [InlineData("PostgreSQL", "name::int", "22P02")]
    public async Task While_it_runs_the_kind_of_the_fault_is_named_without_the_value(
        string database, string fails, string kind)
    {
        var connection = await FillAsync(database);
        using var host = Host(connection, $"select {fails} as title, 'open' as status from users where uid = @subject");
        await host.StartAsync();
        var accounts = host.Services.GetRequiredService<AccountReader>();

        var fault = await Assert.ThrowsAsync<AccountsUnavailableException>(
            () => accounts.ReadAsync("u-1", new("u-1", null), default));

        Assert.Equal($"The database cannot be read ({kind}).", fault.Message);
    }

    async Task<string> FillAsync(string database)
    {
        const string users = "create table users (uid text, name text); "
            + "insert into users values ('u-1', 'Ada Lovelace');";
        if (database == "SQLite")
        {
            var file = $"Data Source={Path.Combine(folder.FullName, "shop.db")};Pooling=false";
            await using var shop = new SqliteConnection(file);
            await shop.ExecuteAsync(users);
            return file;
        }
        var server = await PostgresServer.SharedAsync();
        var connection = await server.CreateDatabaseAsync(template: "template0");
        await using var store = new NpgsqlConnection(connection + ";Pooling=false");
        await store.ExecuteAsync(users);
        return connection;
    }

    IHost Host(string connection, string tasks)
    {
        File.WriteAllText(Path.Combine(folder.FullName, AccountFile.Name),
            $"{Customer}-- section tasks\n{tasks}");
        return AccountsDatabaseTests.Host(connection, folder.FullName, file: null);
    }
}
