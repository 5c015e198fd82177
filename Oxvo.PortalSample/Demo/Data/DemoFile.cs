using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>The SQLite file or PostgreSQL database, and its tables.</summary>
static class DemoFile
{
    // 30, if nothing is said.
    const int SecondsForALock = 5;

    /// <param name="connectionString">As <c>ConnectionStrings:Accounts</c> has it.</param>
    /// <param name="create">Makes a SQLite file where there is none.</param>
    /// <param name="ct">Ends the waiting.</param>
    public static async Task<DbConnection> OpenAsync(string connectionString, bool create, CancellationToken ct)
    {
        DbConnection connection = IsServer(connectionString) ? new NpgsqlConnection($"{connectionString};Pooling=false") : OpenFile(connectionString, create);
        try
        {
            await connection.OpenAsync(ct);
            // One file that can be copied, deleted and looked into, and no reader ever sees half a reset, so it is not in WAL mode.
            // No spilling: the portal's readers are locked out while a transaction is committed, not while it is filled.
            if (connection is SqliteConnection) await connection.ExecuteAsync("pragma journal_mode = delete; pragma cache_spill = off");
            return connection;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }
    }

    static bool IsServer(string connectionString) => connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    static SqliteConnection OpenFile(string connectionString, bool create)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString)
        {
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = SecondsForALock,
        };
        if (create && Path.GetDirectoryName(Path.GetFullPath(settings.DataSource)) is { } folder) Directory.CreateDirectory(folder);
        return new(settings.ConnectionString);
    }

    /// <summary>False for an empty database. One with other tables is refused rather than emptied.</summary>
    public static async Task<bool> HasSchemaAsync(DbConnection connection, DbTransaction transaction)
    {
        var sql = connection is SqliteConnection ? "select name from sqlite_master where type = 'table'"
            : "select tablename from pg_tables where schemaname = current_schema()";
        var tables = (await connection.QueryAsync<string>(sql, null, transaction)).AsList();
        return tables.Count == 0 || tables.Contains("demo_data")
            ? tables.Count > 0
            : throw new DemoDataException(
                $"{NameOf(connection)} holds tables that this demo did not make ({string.Join(", ", tables)}), so it is left alone: " +
                "name another database in ConnectionStrings:Accounts.");
    }

    static string NameOf(DbConnection connection) => connection is SqliteConnection ? connection.DataSource : $"The database {connection.Database}";

    /// <summary>Drops what an earlier version or another volume left, and makes the tables.</summary>
    public static async Task MakeSchemaAsync(DbConnection connection, DbTransaction transaction)
    {
        foreach (var table in (string[])
            ["tasks", "checkpoints", "shipments", "order_items", "orders", "invoices", "subscriptions", "customers", "demo_data"])
            await connection.ExecuteAsync($"drop table if exists {table}", null, transaction);

        using var schema = new StreamReader(typeof(DemoFile).Assembly.GetManifestResourceStream("Schema.sql")!);
        await connection.ExecuteAsync(await schema.ReadToEndAsync(), null, transaction);
    }

    /// <summary>What to do about a database that cannot be used; null for a fault of the program's own.</summary>
    public static string? Cure(DbException e, string connectionString) =>
        e is SqliteException file ? Cure(file, new SqliteConnectionStringBuilder(connectionString).DataSource)
        : e is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable } ? "The database has no demo data: start the portal again, which makes it."
        : $"The accounts' server cannot be used ({e.Message}). Correct ConnectionStrings:Accounts, or start the server.";

    static string? Cure(SqliteException e, string file) => e.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{file} is in use by another program: stop it, then start again.",
        raw.SQLITE_READONLY => $"{file} may not be written: name a file in a folder of your own in ConnectionStrings:Accounts.",
        raw.SQLITE_CANTOPEN when File.Exists(file) =>
            $"{file} may not be opened: name a file in a folder of your own in ConnectionStrings:Accounts.",
        raw.SQLITE_ERROR or raw.SQLITE_CANTOPEN => $"{file} has no demo data: start the portal again, which makes it.",
        raw.SQLITE_IOERR or raw.SQLITE_FULL => $"{file} cannot be written, the disk may be full ({e.Message}).",
        raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB => $"{file} is not a database that SQLite can read: delete it, and the next start makes another.",
        raw.SQLITE_CONSTRAINT => $"A demo customer cannot be stored, {e.Message}: correct seed-data/customers.json.",
        _ => null,
    };
}
