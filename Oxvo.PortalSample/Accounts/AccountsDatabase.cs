using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Accounts;

/// <summary>
/// The source of truth: an SQLite file, <c>ConnectionStrings:Accounts</c>. For PostgreSQL give the container Npgsql's data source
/// in its place; the statements run on both.
/// </summary>
public sealed record AccountsDatabase
{
    /// <summary>As configured, its file made absolute: a relative one is relative to the content root.</summary>
    public required SqliteConnectionStringBuilder Connection { get; init; }

    public bool Exists => File.Exists(Connection.DataSource);

    /// <summary>Read-only, so that nothing here can change an account, or create an empty database where one is missing.</summary>
    public DbDataSource OpenToRead() => SqliteFactory.Instance.CreateDataSource(
        new SqliteConnectionStringBuilder(Connection.ConnectionString) { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
}

/// <summary>Registers the source of truth and checks at start that it is there.</summary>
public static class AccountsServices
{
    const string Setting = "ConnectionStrings:Accounts";

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddSingleton(provider => Locate(
            provider.GetRequiredService<IConfiguration>(), provider.GetRequiredService<IHostEnvironment>()));
        services.AddSingleton(provider => provider.GetRequiredService<AccountsDatabase>().OpenToRead());
        services.AddSingleton<AccountReader>();
    }

    /// <summary>Stops the start where the database is not there.</summary>
    public static void EnsureAccounts(this IHost app)
    {
        var database = app.Services.GetRequiredService<AccountsDatabase>();
        if (!database.Exists) throw Fault($"names {database.Connection.DataSource}, which is not there. "
            + "Only Development creates a database; elsewhere name the one that holds your customers.");
    }

    static AccountsDatabase Locate(IConfiguration configuration, IHostEnvironment environment)
    {
        try
        {
            var connection = new SqliteConnectionStringBuilder(configuration.GetConnectionString("Accounts"));
            if (connection.DataSource.Length == 0) throw Fault("is empty. Set it to an SQLite file, such as Data Source=/data/accounts.db.");
            connection.DataSource = Path.GetFullPath(connection.DataSource, environment.ContentRootPath);
            return new() { Connection = connection };
        }
        catch (ArgumentException)
        {
            // The text may hold a password: it is not repeated.
            throw Fault("is no SQLite connection string. Write it as Data Source=/data/accounts.db.");
        }
    }

    static OptionsValidationException Fault(string message) => new(Setting, typeof(AccountsDatabase), [$"{Setting} {message}"]);
}
