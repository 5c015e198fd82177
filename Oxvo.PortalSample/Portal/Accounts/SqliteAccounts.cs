using System.Data.Common;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>A SQLite file, <c>Data Source=/data/accounts.db</c>: one machine, no server.</summary>
sealed class SqliteAccounts(SqliteConnectionStringBuilder settings) : AccountsDatabase
{
    static readonly TimeSpan BetweenTries = TimeSpan.FromMilliseconds(2);

    // Read-only, so that no empty database is created where one is missing.
    readonly string readOnly = new SqliteConnectionStringBuilder(settings.ConnectionString)
    { Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString;

    public override string ConnectionString => settings.ConnectionString;

    // A read keeps a processor busy until it is done: more at once would only take turns.
    public override int MostAtOnce => 2 * Environment.ProcessorCount;

    public override DbDataSource OpenToRead() => SqliteFactory.Instance.CreateDataSource(readOnly);

    internal override string Begin => "";

    /// <summary>
    /// The driver waits for a lock on the calling thread, a second at least. This one waits without a thread.
    /// </summary>
    internal override async ValueTask WaitAsync(DbConnection connection, CancellationToken cancel)
    {
        // On a read-only connection "immediate" takes the shared lock at once, instead of at the first select.
        var database = ((SqliteConnection)connection).Handle!;
        for (var result = Begin(); result != raw.SQLITE_OK; result = Begin())
        {
            if (result is not (raw.SQLITE_BUSY or raw.SQLITE_LOCKED))
                SqliteException.ThrowExceptionForRC(result, database);
            await Task.Delay(BetweenTries, cancel);
        }

        int Begin() => raw.sqlite3_exec(database, "begin immediate");
    }

    // On Unix SQLite goes on reading a file that was deleted or replaced, as by a restore.
    internal override bool IsCurrent(DbConnection connection) =>
        sqlite3_file_control(((SqliteConnection)connection).Handle!, 0, HasMoved, out var hasMoved) != raw.SQLITE_OK
        || hasMoved == 0;

    /// <summary>
    /// As the driver reads it, without the driver's own checks before each of its calls: an account has some six
    /// hundred values.
    /// </summary>
    internal override void ReadRow(DbDataReader reader, object?[] values)
    {
        var row = ((SqliteDataReader)reader).Handle!;
        for (var i = 0; i < values.Length; i++)
            values[i] = raw.sqlite3_column_type(row, i) switch
            {
                raw.SQLITE_INTEGER => raw.sqlite3_column_int64(row, i),
                raw.SQLITE_TEXT => raw.sqlite3_column_text(row, i).utf8_to_string(),
                raw.SQLITE_NULL => null,
                _ => reader.GetValue(i),
            };
    }

    internal override string? Cure(DbException fault) => (fault as SqliteException)?.SqliteErrorCode switch
    {
        raw.SQLITE_BUSY or raw.SQLITE_LOCKED => null,
        raw.SQLITE_CANTOPEN when !File.Exists(settings.DataSource) =>
            $"names {settings.DataSource}, which is not there. "
            + "Name the database that holds your customers.",
        raw.SQLITE_CANTOPEN or raw.SQLITE_READONLY =>
            $"names {settings.DataSource}, which cannot be opened. Let the portal's user read it. "
            + "Where its folder is read-only, take the file out of WAL mode (pragma journal_mode = delete), "
            + "or let the folder be written.",
        raw.SQLITE_NOTADB or raw.SQLITE_CORRUPT =>
            $"names {settings.DataSource}, which SQLite cannot read ({Describe(fault)}). Name a SQLite database.",
        _ => $"names {settings.DataSource}, which cannot be read ({Describe(fault)}).",
    };

    internal override string? Explain(DbException fault) =>
        fault is SqliteException { SqliteErrorCode: raw.SQLITE_ERROR } ? fault.Message.TrimEnd('.') : null;

    internal override string Describe(DbException fault) => fault is SqliteException { SqliteErrorCode: var code }
        ? $"SQLite Error {code}: '{raw.sqlite3_errstr(code).utf8_to_string()}'" : fault.GetType().Name;

    const int HasMoved = 20;

    // The driver has no name for it. https://sqlite.org/c3ref/c_fcntl_begin_atomic_write.html#sqlitefcntlhasmoved
    [DllImport("e_sqlite3"), DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    static extern int sqlite3_file_control(sqlite3 database, nint name, int operation, out int result);
}
