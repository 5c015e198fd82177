using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;
using SQLitePCL;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>The SQLite file or PostgreSQL database, its tables, and the notes on what was made, in demo_data.</summary>
static class DemoFile
{
    // The driver's own is 30.
    const int SecondsForALock = 5;

    /// <summary>Opens the database; a SQLite file is made where there is none and that is asked for.</summary>
    /// <exception cref="DemoDataException">The database cannot be used; the message says what to do.</exception>
    public static async Task UseAsync(
        string connectionString, bool create, Func<DbConnection, Task> use, CancellationToken ct)
    {
        try
        {
            await using DbConnection connection = IsServer(connectionString)
                ? new NpgsqlConnection($"{connectionString};Pooling=false") : FindFile(connectionString, create);
            await connection.OpenAsync(ct);
            // One file to copy, delete and look into, so it is not in WAL mode. No spilling: the portal's readers are
            // locked out while a transaction is committed, not while it is filled.
            if (connection is SqliteConnection)
                await connection.ExecuteAsync("pragma journal_mode = delete; pragma cache_spill = off");
            await use(connection);
        }
        catch (DbException e) when (Cure(e, connectionString) is { } cure)
        {
            throw new DemoDataException(cure);
        }
    }

    /// <summary>False for an empty database. One with other tables is refused rather than emptied.</summary>
    public static async Task<bool> HasSchemaAsync(DbTransaction transaction)
    {
        var connection = transaction.Connection!;
        var sql = connection is SqliteConnection ? "select name from sqlite_master where type = 'table'"
            : "select tablename from pg_tables where schemaname = current_schema()";
        var tables = (await connection.QueryAsync<string>(sql, null, transaction)).AsList();
        if (tables.Count == 0 || tables.Contains("demo_data")) return tables.Count > 0;

        var name = connection is SqliteConnection ? connection.DataSource : $"The database {connection.Database}";
        throw new DemoDataException(
            $"{name} holds tables that this demo did not make ({string.Join(", ", tables)}), so it is left alone: " +
            "name another database in ConnectionStrings:Accounts.");
    }

    /// <summary>Drops what an earlier version or another volume left, and makes the tables.</summary>
    public static async Task MakeSchemaAsync(DbTransaction transaction)
    {
        using var schema = new StreamReader(typeof(DemoFile).Assembly.GetManifestResourceStream("Schema.sql")!);
        await transaction.Connection!.ExecuteAsync(await schema.ReadToEndAsync(), null, transaction);
    }

    public static Task<string?> ReadNoteAsync(DbTransaction transaction, string name) =>
        transaction.Connection!.QuerySingleOrDefaultAsync<string>(
            "select value from demo_data where name = @name", new { name }, transaction);

    public static Task WriteNoteAsync(DbTransaction transaction, string name, string value) =>
        transaction.Connection!.ExecuteAsync(
            """
            insert into demo_data (name, value)
            values (@name, @value)
            on conflict (name) do update set value = excluded.value
            """,
            new { name, value }, transaction);

    static bool IsServer(string connectionString) =>
        connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);

    static SqliteConnection FindFile(string connectionString, bool create)
    {
        var settings = new SqliteConnectionStringBuilder(connectionString)
        {
            Mode = create ? SqliteOpenMode.ReadWriteCreate : SqliteOpenMode.ReadWrite,
            ForeignKeys = true,
            Pooling = false,
            DefaultTimeout = SecondsForALock,
        };
        if (create && Path.GetDirectoryName(Path.GetFullPath(settings.DataSource)) is { } folder)
            Directory.CreateDirectory(folder);
        return new(settings.ConnectionString);
    }

    // Null for a fault of the program's own.
    static string? Cure(DbException e, string connectionString)
    {
        var refused = $"A demo customer cannot be stored, {e.Message}: correct seed-data/customers.json.";
        if (e is PostgresException { SqlState: PostgresErrorCodes.UndefinedTable })
            return "The database has no demo data: start the portal again, which makes it.";
        if (e is PostgresException
            { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.CheckViolation })
            return refused;
        if (e is not SqliteException fault)
            return $"The accounts' server cannot be used ({e.Message}). " +
                "Correct ConnectionStrings:Accounts, or start the server.";

        var file = new SqliteConnectionStringBuilder(connectionString).DataSource;
        return fault.SqliteErrorCode switch
        {
            raw.SQLITE_BUSY or raw.SQLITE_LOCKED => $"{file} is in use by another program: stop it, then start again.",
            raw.SQLITE_READONLY =>
                $"{file} may not be written: name a file in a folder of your own in ConnectionStrings:Accounts.",
            raw.SQLITE_CANTOPEN when File.Exists(file) =>
                $"{file} may not be opened: name a file in a folder of your own in ConnectionStrings:Accounts.",
            raw.SQLITE_ERROR or raw.SQLITE_CANTOPEN =>
                $"{file} has no demo data: start the portal again, which makes it.",
            raw.SQLITE_IOERR or raw.SQLITE_FULL => $"{file} cannot be written, the disk may be full ({e.Message}).",
            raw.SQLITE_CORRUPT or raw.SQLITE_NOTADB =>
                $"{file} is not a database that SQLite can read: delete it, and the next start makes another.",
            raw.SQLITE_CONSTRAINT => refused,
            _ => null,
        };
    }
}
