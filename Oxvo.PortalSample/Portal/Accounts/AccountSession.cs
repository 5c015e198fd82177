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
    // Its place among the sections.
    const int Customer = 0;

    readonly AccountsDatabase database;
    readonly DbConnection connection;
    readonly IReadOnlyList<AccountSection> sections;
    readonly int[] all;
    readonly Columns?[] columns;
    readonly Dictionary<string, DbCommand> prepared = [];
    readonly string readAll, readCustomer;

    AccountSession(AccountsDatabase database, DbConnection connection, AccountFile file)
    {
        this.database = database;
        this.connection = connection;
        sections = file.Sections;
        all = [.. Enumerable.Range(0, sections.Count)];
        columns = new Columns[sections.Count];
        readAll = $"{database.Begin}{Text(all)}commit;";
        readCustomer = $"{database.Begin}{Text([Customer])}";
    }

    public static async Task<AccountSession> OpenAsync(
        AccountsDatabase database, DbDataSource accounts, AccountFile file, CancellationToken cancel) =>
        new(database, await accounts.OpenConnectionAsync(cancel), file);

    /// <summary>False where another file took the place of the one that is open.</summary>
    public bool IsCurrent => database.IsCurrent(connection);

    /// <summary>
    /// All sections by one command; or the customer first where that section says what this person may see, and then
    /// the sections that they may, in the same transaction.
    /// </summary>
    /// <exception cref="OptionsValidationException">A section has other columns than it should.</exception>
    public async Task<Account?> ReadAsync(
        string subject, AccountKey? key, LinkTargets links, bool isCustomerFirst, CancellationToken cancel)
    {
        var account = new Account(links);
        await database.WaitAsync(connection, cancel);
        if (isCustomerFirst)
        {
            await RunAsync(readCustomer, [Customer], subject, key, account, cancel);
            var shown = account.IsOwn ? all[1..].Where(i => !account.Hide(sections[i].Statement)).ToArray() : [];
            await RunAsync($"{Text(shown)}commit;", shown, subject, key, account, cancel);
        }
        else await RunAsync(readAll, all, subject, key, account, cancel);

        return account.Rows(Statement.Customer.Name).Count switch
        {
            0 => null,
            1 => account,
            _ => throw AccountFile.Fault(
                [$"{AccountFile.Name}: section customer found two customers for one @subject."]),
        };
    }

    /// <summary>
    /// Runs each section by itself, for a customer who cannot exist. Returns what is wrong with each, and its cure; and
    /// whether the customer has to be read first.
    /// </summary>
    public async Task<(List<string> Faults, bool IsCustomerFirst)> CheckAsync(CancellationToken cancel)
    {
        List<string> faults = [];
        var isCustomerFirst = false;
        await database.WaitAsync(connection, cancel);
        using var command = Command("");
        Bind(command, "", null);
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
                var names = Columns.Names(reader);
                if (statement == Statement.Customer)
                    isCustomerFirst = sections.Any(s => s.Statement.SeenBy is { } flag && names.Contains(flag));
                faults.AddRange(statement.Faults(names).Select(fault => prefix + fault));
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
        return (faults, isCustomerFirst);
    }

    public void Dispose()
    {
        foreach (var command in prepared.Values) command.Dispose();
        connection.Dispose();
    }

    string Text(IEnumerable<int> which) => string.Concat(which.Select(i => $"{sections[i].Sql}\n;"));

    DbCommand Command(string text)
    {
        var command = connection.CreateCommand();
        command.CommandText = text;
        Add("@subject", DbType.String);
        Add("@identifier", DbType.String);
        Add("@contact_id", DbType.Int64);
        return command;

        void Add(string name, DbType type)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = name;
            parameter.DbType = type;
            command.Parameters.Add(parameter);
        }
    }

    static void Bind(DbCommand command, string subject, AccountKey? key)
    {
        command.Parameters[0].Value = subject;
        command.Parameters[1].Value = (object?)key?.Identifier ?? DBNull.Value;
        command.Parameters[2].Value = (object?)key?.ContactId ?? DBNull.Value;
    }

    // Nothing is read after a customer whose key this is not.
    async Task RunAsync(
        string text, int[] which, string subject, AccountKey? key, Account account, CancellationToken cancel)
    {
        var isPrepared = prepared.TryGetValue(text, out var command);
        if (command is null) prepared[text] = command = Command(text);
        Bind(command, subject, key);
        if (!isPrepared) await command.PrepareAsync(cancel);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        foreach (var (n, section) in which.Index())
        {
            if (n > 0) await reader.NextResultAsync(cancel);
            await ReadAsync(reader, section, account, cancel);
            if (section == Customer && !account.IsOwn) return;
        }
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
