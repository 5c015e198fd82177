using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;

namespace Oxvo.PortalSample.Accounts;

/// <summary>Reads one customer's account from the source of truth.</summary>
/// <remarks>
/// The statements are one command, prepared once and kept with its connection, because SQLite would prepare each of them
/// again on every call. Each goes by an index to the newest few rows, so the cost does not grow with the number of customers,
/// or with how many orders and invoices one has.
/// </remarks>
public sealed class AccountReader(DbDataSource accounts) : IDisposable
{
    // Together well within the three seconds in which the page is promised its 503.
    const int SecondsForALock = 1;
    static readonly TimeSpan WaitForATurn = TimeSpan.FromSeconds(0.5);
    static readonly int MostAtOnce = 2 * Environment.ProcessorCount;

    readonly SemaphoreSlim turns = new(MostAtOnce);
    readonly ConcurrentBag<DbCommand> prepared = [];

    static AccountReader()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        // SQLite works, and waits for a lock, on the calling thread: the rest of the server keeps its own.
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(workers + MostAtOnce, ports);
    }

    /// <summary>
    /// The account of <paramref name="subject"/>; null where there is none. <see cref="CustomerRow.OwnsKey"/> is 0 where the
    /// identifier or contact id is somebody else's, or nobody's; then nothing but that is read.
    /// </summary>
    /// <exception cref="DbException">The database is locked, gone or broken.</exception>
    public async Task<AccountRows?> ReadAsync(string subject, string? identifier, long? contactId, CancellationToken cancel)
    {
        if (!await turns.WaitAsync(WaitForATurn, cancel)) throw new SqliteException("No reader came free.", SQLitePCL.raw.SQLITE_BUSY);
        DbCommand? command = null;
        try
        {
            if (!prepared.TryTake(out command)) command = await PrepareAsync(cancel);
            EnsureThere(command.Connection!);
            command.Parameters["@subject"].Value = subject;
            command.Parameters["@identifier"].Value = (object?)identifier ?? DBNull.Value;
            command.Parameters["@contact_id"].Value = (object?)contactId ?? DBNull.Value;
            var rows = await ReadAsync(command, cancel);

            prepared.Add(command);
            command = null;
            return rows;
        }
        finally
        {
            // Still here after a failure: its connection may be what is broken, so it is not kept.
            command?.Connection?.Dispose();
            command?.Dispose();
            turns.Release();
        }
    }

    public void Dispose()
    {
        foreach (var command in prepared) command.Connection!.Dispose();
        turns.Dispose();
    }

    static async Task<AccountRows?> ReadAsync(DbCommand command, CancellationToken cancel)
    {
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        var customer = Row<CustomerRow>.Parse(reader);
        if (customer.OwnsKey == 0) return new(customer, [], [], [], [], [], []);

        return new(customer, await Next<InvoiceRow>(), await Next<OrderRow>(), await Next<OrderItemRow>(),
            await Next<ShipmentRow>(), await Next<CheckpointRow>(), await Next<TaskRow>());

        async Task<List<T>> Next<T>()
        {
            var rows = new List<T>();
            if (!await reader.NextResultAsync(cancel)) return rows;
            while (await reader.ReadAsync(cancel)) rows.Add(Row<T>.Parse(reader));
            return rows;
        }
    }

    // Dapper's mapping of a row, kept, because looking it up costs as much as reading the rows.
    static class Row<T>
    {
        static Func<DbDataReader, T>? mapping;

        public static T Parse(DbDataReader reader) => (mapping ??= reader.GetRowParser<T>())(reader);
    }

    async Task<DbCommand> PrepareAsync(CancellationToken cancel)
    {
        var connection = await accounts.OpenConnectionAsync(cancel);
        var command = connection.CreateCommand();
        command.CommandText = AccountStatements.All;
        command.CommandTimeout = SecondsForALock;
        Add("@subject", DbType.String);
        Add("@identifier", DbType.String);
        Add("@contact_id", DbType.Int64);
        try
        {
            await command.PrepareAsync(cancel);
            return command;
        }
        catch
        {
            await connection.DisposeAsync();
            throw;
        }

        void Add(string name, DbType type)
        {
            var parameter = command.CreateParameter();
            (parameter.ParameterName, parameter.DbType, parameter.Value) = (name, type, DBNull.Value);
            command.Parameters.Add(parameter);
        }
    }

    // On Unix SQLite goes on answering from a file that was deleted under it.
    static void EnsureThere(DbConnection connection)
    {
        if (connection is SqliteConnection && !File.Exists(connection.DataSource))
            throw new SqliteException("The database file is gone.", SQLitePCL.raw.SQLITE_CANTOPEN);
    }
}
