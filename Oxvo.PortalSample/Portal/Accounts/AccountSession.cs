using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Options;

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
    readonly IReadOnlyList<AccountSection> sections;
    readonly Columns?[] columns;
    bool isPrepared;

    AccountSession(AccountsDatabase database, DbConnection connection, AccountFile file)
    {
        this.database = database;
        sections = file.Sections;
        columns = new Columns[sections.Count];
        this.connection = connection;
        command = connection.CreateCommand();
        var all = string.Concat(sections.Select(section => $"{section.Sql}\n;"));
        command.CommandText = $"{database.Begin}{all}commit;";
        subject = Add("@subject", DbType.String);
        identifier = Add("@identifier", DbType.String);
        contactId = Add("@contact_id", DbType.Int64);
    }

    public static async Task<AccountSession> OpenAsync(
        AccountsDatabase database, DbDataSource accounts, AccountFile file, CancellationToken cancel) =>
        new(database, await accounts.OpenConnectionAsync(cancel), file);

    /// <summary>False where another file took the place of the one that is open.</summary>
    public bool IsCurrent => database.IsCurrent(connection);

    /// <exception cref="OptionsValidationException">A section has other columns than it should.</exception>
    public async Task<Account?> ReadAsync(
        string subject, AccountKey? key, LinkTargets links, CancellationToken cancel)
    {
        Bind(subject, key);
        await database.WaitAsync(connection, cancel);
        if (!isPrepared) await command.PrepareAsync(cancel);
        isPrepared = true;
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var account = new Account(links);
        for (var i = 0; i < sections.Count; i++)
        {
            if (i > 0) await reader.NextResultAsync(cancel);
            await ReadAsync(reader, i, account, cancel);
            if (i > 0) continue;

            var customers = account.Rows(Statement.Customer.Name).Count;
            if (customers == 0) return null;
            if (customers > 1)
                throw AccountFile.Fault(
                    [$"{AccountFile.Name}: section customer found two customers for one @subject."]);
            if (!account.OwnsKey) return account;
        }
        return account;
    }

    /// <summary>
    /// Runs each section by itself, for a customer who cannot exist. Returns what is wrong with each, and its cure.
    /// </summary>
    public async Task<List<string>> CheckAsync(CancellationToken cancel)
    {
        List<string> faults = [];
        await database.WaitAsync(connection, cancel);
        var all = command.CommandText;
        Bind("", null);
        foreach (var (statement, sql) in sections)
        {
            var prefix = $"{AccountFile.Name}: section {statement.Name}: ";
            command.CommandText = sql;
            var isRunning = false;
            try
            {
                await command.PrepareAsync(cancel);
                isRunning = true;
                await using var reader = await command.ExecuteReaderAsync(cancel);
                faults.AddRange(statement.Faults(Columns.Names(reader)).Select(fault => prefix + fault));
                if (await reader.ReadAsync(cancel))
                    faults.Add($"{prefix}it has rows for a customer who does not exist. Select by @subject.");
                if (await reader.NextResultAsync(cancel))
                    faults.Add($"{prefix}it holds two statements. Write one.");
            }
            catch (DbException fault) when (database.Explain(fault) is { } words)
            {
                if (isRunning) words = database.Describe(fault);
                faults.Add($"{prefix}{words}. Write it for your tables, and let the portal's user read them.");
            }
        }
        command.CommandText = "commit";
        await command.ExecuteNonQueryAsync(cancel);
        command.CommandText = all;
        return faults;
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

    void Bind(string subject, AccountKey? key)
    {
        this.subject.Value = subject;
        identifier.Value = (object?)key?.Identifier ?? DBNull.Value;
        contactId.Value = (object?)key?.ContactId ?? DBNull.Value;
    }

    async Task ReadAsync(DbDataReader reader, int section, Account account, CancellationToken cancel)
    {
        var statement = sections[section].Statement;
        var found = columns[section] ??= new(statement, Columns.Names(reader));
        var rows = account.Add(statement);
        while (rows.Count < statement.Most && await reader.ReadAsync(cancel))
        {
            var values = new object?[found.Count];
            for (var i = 0; i < values.Length; i++) values[i] = Value(reader, i);
            rows.Add(new Row(account, found, values));
        }
    }

    object? Value(DbDataReader reader, int column)
    {
        try
        {
            return database.ReadValue(reader, column) switch
            {
                int number => (long)number,
                short number => (long)number,
                float number => (double)number,
                var value => value,
            };
        }
        catch (Exception fault) when (fault is InvalidCastException or OverflowException or FormatException)
        {
            // Such as PostgreSQL's infinity: there, but no value that fits.
            return reader;
        }
    }
}
