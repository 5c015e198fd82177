using System.Data;
using System.Data.Common;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// One connection with the account's statements prepared on it, because preparing them costs more than running them. It
/// serves one read at a time; after a fault it is good for nothing but to be disposed of.
/// </summary>
sealed class AccountSession : IAsyncDisposable, IDisposable
{
    readonly AccountsDatabase database;
    readonly DbConnection connection;
    readonly IReadOnlyList<AccountSection> sections;
    readonly Part[] others;
    readonly Batch whole, customer;

    // One for each choice of sections that a person may see.
    readonly List<Batch> rests = [];

    AccountSession(AccountsDatabase database, DbConnection connection, AccountFile file)
    {
        this.database = database;
        this.connection = connection;
        sections = file.Sections;
        // The customer is the first.
        Part[] parts = [.. sections.Select(section => new Part(section))];
        others = parts[1..];
        whole = NewBatch(parts, database.Begin, "commit;");
        customer = NewBatch(parts[..1], database.Begin, "");
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
            await RunAsync(customer, subject, key, account, cancel);
            var rest = FindRest(account.IsOwn ? [.. others.Where(part => !account.Hide(part.Statement))] : []);
            await RunAsync(rest, subject, key, account, cancel);
        }
        else await RunAsync(whole, subject, key, account, cancel);

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

    // What was prepared on it goes with it.
    public void Dispose() => connection.Dispose();

    /// <summary>After a fault, where the server may have to be told.</summary>
    public ValueTask DisposeAsync() => connection.DisposeAsync();

    // A section, and where its results have their columns.
    sealed class Part(AccountSection section)
    {
        public Statement Statement => section.Statement;
        public string Sql => section.Sql;
        public Columns? Columns { get; set; }
    }

    // Sections that are read by one command.
    sealed record Batch(Part[] Parts, DbCommand Command)
    {
        public bool IsPrepared { get; set; }
    }

    Batch NewBatch(Part[] which, string begin, string end) =>
        new(which, Command($"{begin}{string.Concat(which.Select(part => $"{part.Sql}\n;"))}{end}"));

    Batch FindRest(Part[] which)
    {
        var rest = rests.Find(known => known.Parts.SequenceEqual(which));
        if (rest is null) rests.Add(rest = NewBatch(which, "", "commit;"));
        return rest;
    }

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
    async Task RunAsync(Batch batch, string subject, AccountKey? key, Account account, CancellationToken cancel)
    {
        Bind(batch.Command, subject, key);
        if (!batch.IsPrepared) await batch.Command.PrepareAsync(cancel);
        batch.IsPrepared = true;
        await using var reader = await batch.Command.ExecuteReaderAsync(cancel);
        foreach (var part in batch.Parts)
        {
            if (part != batch.Parts[0]) await reader.NextResultAsync(cancel);
            await ReadAsync(reader, part, account, cancel);
            if (part.Statement == Statement.Customer && !account.IsOwn) return;
        }
    }

    async Task ReadAsync(DbDataReader reader, Part part, Account account, CancellationToken cancel)
    {
        var statement = part.Statement;
        var found = part.Columns ??= new(statement, Columns.Names(reader));
        var rows = account.Add(statement);
        while (rows.Count < statement.Most && await reader.ReadAsync(cancel))
        {
            var values = new object?[found.Count];
            database.ReadRow(reader, values);
            rows.Add(new Row(account, found, values));
        }
    }
}
