using Dapper;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tests.Demo.Data;

namespace Oxvo.PortalSample.Tests.Portal.Accounts;

/// <summary>The configured database: found, never made, never written.</summary>
public sealed class AccountsDatabaseTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("accounts-");

    string DatabaseFile => Path.Combine(folder.FullName, "accounts.db");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Data Source=nowhere.db", "nowhere.db, which is not there.", "Name the database that holds your customers.")]
    [InlineData("Data Source=", "is empty.", "for PostgreSQL.")]
    [InlineData(null, "is empty.", "for PostgreSQL.")]
    [InlineData("Colour=blue;Password=secret", "is not a connection string.", "for PostgreSQL.")]
    [InlineData("Host=db.example;Colour=blue;Password=secret", "is not a connection string.", "for PostgreSQL.")]
    public async Task A_database_that_is_not_there_stops_the_start_with_the_cure(string? connection, string reason, string cure)
    {
        using var host = Host(connection);

        var fault = Assert.Single((await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Failures);

        Assert.StartsWith("ConnectionStrings:Accounts ", fault);
        Assert.Contains(reason, fault);
        Assert.EndsWith(cure, fault);
        Assert.DoesNotContain("secret", fault);
    }

    [Theory]
    [InlineData("alter table tasks rename to errands", "section tasks: SQLite Error 1: 'no such table: tasks'")]
    [InlineData("alter table orders rename placed_at to bought_at", "section orders: SQLite Error 1: 'no such column: placed_at'")]
    public async Task A_database_of_another_shape_stops_the_start_with_the_cure(string change, string reason)
    {
        SeededFile.CopyTo(DatabaseFile);
        using (var writer = new SqliteConnection($"Data Source={DatabaseFile};Pooling=false")) writer.Execute(change);
        using var host = Host($"Data Source={DatabaseFile}");

        var faults = (await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Failures;

        Assert.Contains($"account.sql: {reason}. Write it for your tables, and let the portal's user read them.", faults);
    }

    [Fact]
    public async Task A_file_that_is_not_a_database_stops_the_start_with_the_cure()
    {
        File.WriteAllText(DatabaseFile, "Some words in a file, and not a database at all.");
        using var host = Host($"Data Source={DatabaseFile}");

        var fault = Assert.Single((await Assert.ThrowsAsync<OptionsValidationException>(() => host.StartAsync())).Failures);

        Assert.EndsWith("Name a SQLite database.", fault);
    }

    [Fact]
    public async Task A_database_that_is_locked_at_the_start_does_not_stop_it()
    {
        SeededFile.CopyTo(DatabaseFile);
        using var locked = new LockedDatabase(DatabaseFile);
        using var host = Host($"Data Source={DatabaseFile}");

        await host.StartAsync();

        Assert.True(locked.KeepsTheDriverWaiting);
    }

    [Fact]
    public void A_relative_file_is_found_in_the_content_root()
    {
        using var host = Host("Data Source=accounts.db");

        var database = host.Services.GetRequiredService<AccountsDatabase>();

        Assert.Equal(DatabaseFile, new SqliteConnectionStringBuilder(database.ConnectionString).DataSource);
    }

    [Fact]
    public void Nothing_can_be_written_to_it()
    {
        using (var writer = new SqliteConnection($"Data Source={DatabaseFile};Pooling=false")) writer.Execute("create table customers (id)");
        using var host = Host($"Data Source={DatabaseFile}");
        using var reader = host.Services.GetRequiredService<AccountsDatabase>().OpenToRead().OpenConnection();

        var fault = Assert.Throws<SqliteException>(() => reader.Execute("insert into customers values (1)"));

        Assert.Equal(SQLitePCL.raw.SQLITE_READONLY, fault.SqliteErrorCode);
    }

    [Fact]
    public void A_connection_that_was_closed_holds_the_file_no_longer()
    {
        using (var writer = new SqliteConnection($"Data Source={DatabaseFile};Pooling=false")) writer.Execute("create table customers (id)");
        using var host = Host($"Data Source={DatabaseFile}");

        using (var reader = host.Services.GetRequiredService<AccountsDatabase>().OpenToRead().OpenConnection()) reader.Execute("select * from customers");
        File.Delete(DatabaseFile);
        using var again = host.Services.GetRequiredService<AccountsDatabase>().OpenToRead().CreateConnection();

        Assert.Throws<SqliteException>(again.Open);
    }

    IHost Host(string? connection) => Host(connection, folder.FullName);

    internal static IHost Host(string? connection, string folder) => Host(connection, folder, StoredAccount.File);

    internal static IHost Host(string? connection, string folder, AccountFile? file)
    {
        var builder = Microsoft.Extensions.Hosting.Host.CreateEmptyApplicationBuilder(new() { ContentRootPath = folder });
        builder.Configuration.AddInMemoryCollection([new("ConnectionStrings:Accounts", connection)]);
        builder.Services.AddAccounts();
        builder.Services.AddSections();
        if (file is not null) builder.Services.AddSingleton(file);
        return builder.Build();
    }
}
