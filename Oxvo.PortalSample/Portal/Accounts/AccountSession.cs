using System.Data;
using System.Data.Common;
using Dapper;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// One connection with the account's statements prepared on it, because preparing them costs more than running them. It
/// serves one read at a time; after a fault it is good for nothing but to be disposed of.
/// </summary>
sealed class AccountSession : IDisposable
{
    readonly AccountsDatabase database;
    readonly DbConnection connection;
    readonly DbCommand command;
    readonly DbParameter subject, identifier, contactId;
    bool isPrepared;

    // Dapper's mapping of a row is kept, because looking it up costs as much as reading the rows.
    readonly Mapping<CustomerRow> customers = new();
    readonly Mapping<InvoiceRow> invoices = new();
    readonly Mapping<OrderRow> orders = new();
    readonly Mapping<OrderItemRow> orderItems = new();
    readonly Mapping<ShipmentRow> shipments = new();
    readonly Mapping<CheckpointRow> checkpoints = new();
    readonly Mapping<TaskRow> tasks = new();

    static AccountSession() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    AccountSession(AccountsDatabase database, DbConnection connection)
    {
        this.database = database;
        this.connection = connection;
        command = connection.CreateCommand();
        command.CommandText = $"{database.Begin} {AccountStatements.All} commit;";
        subject = Add("@subject", DbType.String);
        identifier = Add("@identifier", DbType.String);
        contactId = Add("@contact_id", DbType.Int64);
    }

    public static async Task<AccountSession> OpenAsync(
        AccountsDatabase database, DbDataSource accounts, CancellationToken cancel) =>
        new(database, await accounts.OpenConnectionAsync(cancel));

    /// <summary>False where another file took the place of the one that is open.</summary>
    public bool IsCurrent => database.IsCurrent(connection);

    public async Task<AccountRows?> ReadAsync(string subject, AccountKey? key, CancellationToken cancel)
    {
        this.subject.Value = subject;
        identifier.Value = (object?)key?.Identifier ?? DBNull.Value;
        contactId.Value = (object?)key?.ContactId ?? DBNull.Value;
        await database.WaitAsync(connection, cancel);
        if (!isPrepared) await command.PrepareAsync(cancel);
        isPrepared = true;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return null;
        var customer = customers.Read(reader);
        if (customer.OwnsKey == 0) return new(customer, [], [], [], [], [], []);

        return new(customer, await NextAsync(invoices), await NextAsync(orders), await NextAsync(orderItems),
            await NextAsync(shipments), await NextAsync(checkpoints), await NextAsync(tasks));

        async Task<List<T>> NextAsync<T>(Mapping<T> mapping)
        {
            var rows = new List<T>();
            if (!await reader.NextResultAsync(cancel)) return rows;
            while (await reader.ReadAsync(cancel)) rows.Add(mapping.Read(reader));
            return rows;
        }
    }

    public void Dispose()
    {
        command.Dispose();
        connection.Dispose();
    }

    DbParameter Add(string name, DbType type)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.DbType = type;
        parameter.Value = DBNull.Value;
        command.Parameters.Add(parameter);
        return parameter;
    }

    sealed class Mapping<T>
    {
        Func<DbDataReader, T>? map;

        public T Read(DbDataReader reader) => (map ??= reader.GetRowParser<T>())(reader);
    }
}
