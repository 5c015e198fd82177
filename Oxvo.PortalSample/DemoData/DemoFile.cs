using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Oxvo.PortalSample.DemoData;

/// <summary>The SQLite file and its tables.</summary>
static class DemoFile
{
    public static async Task<SqliteConnection> OpenAsync(string connectionString, SqliteOpenMode mode, CancellationToken ct)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString)
        {
            Mode = mode,
            ForeignKeys = true,
            Pooling = false,
        };
        if (mode == SqliteOpenMode.ReadWriteCreate && Path.GetDirectoryName(Path.GetFullPath(settings.DataSource)) is { } folder)
            Directory.CreateDirectory(folder);
        var connection = new SqliteConnection(settings.ConnectionString);
        try
        {
            await connection.OpenAsync(ct);
            // Not WAL: one file that can be copied, deleted and looked into, and no reader ever sees half a reset.
            // No spilling: the portal's readers are locked out while a transaction is committed, not while it is filled.
            await connection.ExecuteAsync("pragma journal_mode = delete; pragma cache_spill = off");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    /// <summary>False for an empty file. A file with somebody else's tables is refused rather than emptied.</summary>
    public static async Task<bool> HasSchemaAsync(DbConnection connection, DbTransaction transaction)
    {
        const string sql = "select name from sqlite_master where type = 'table'";
        var tables = (await connection.QueryAsync<string>(sql, null, transaction)).AsList();
        return tables.Count == 0 || tables.Contains("demo_data")
            ? tables.Count > 0
            : throw new DemoDataException(
                $"{connection.DataSource} holds tables that this demo did not make ({string.Join(", ", tables)}), so it is left alone: " +
                "name another file in ConnectionStrings:Accounts.");
    }

    /// <summary>Drops what an earlier version or another volume left, and makes the tables.</summary>
    public static async Task MakeSchemaAsync(DbConnection connection, DbTransaction transaction)
    {
        foreach (var table in (string[])
            ["tasks", "checkpoints", "shipments", "order_items", "orders", "invoices", "subscriptions", "customers", "demo_data"])
            await connection.ExecuteAsync($"drop table if exists {table}", null, transaction);

        using var schema = new StreamReader(typeof(DemoFile).Assembly.GetManifestResourceStream("Schema.sql")!);
        await connection.ExecuteAsync(await schema.ReadToEndAsync(), null, transaction);
    }

    /// <summary>What to do about a file that SQLite cannot use; null for a fault of the program's own.</summary>
    public static string? Cure(SqliteException e, string connectionString)
    {
        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        return e.SqliteErrorCode switch
        {
            5 or 6 => $"{file} is in use by another program: stop it, then start again.",
            8 => $"{file} may not be written: name a file in a folder of your own in ConnectionStrings:Accounts.",
            14 when File.Exists(file) => $"{file} may not be opened: name a file in a folder of your own in ConnectionStrings:Accounts.",
            1 or 14 => $"{file} has no demo data: start the portal again, which makes it.",
            10 or 13 => $"{file} cannot be written, the disk may be full ({e.Message}).",
            11 or 26 => $"{file} is no database that SQLite can read: delete it, and the next start makes it anew.",
            19 => $"A demo customer cannot be stored, {e.Message}: correct seed-data/customers.json.",
            _ => null,
        };
    }
}
