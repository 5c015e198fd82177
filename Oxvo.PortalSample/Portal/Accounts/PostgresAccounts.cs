using System.Data.Common;
using Npgsql;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// A PostgreSQL server, <c>Host=…;Database=…</c>: for those who outgrow one machine. Several portals can share it.
/// </summary>
sealed class PostgresAccounts : AccountsDatabase
{
    // Ten portals stay below the hundred connections that a server allows by default.
    const int Connections = 8;

    readonly NpgsqlConnectionStringBuilder readOnly;

    public PostgresAccounts(string connection)
    {
        var settings = new NpgsqlConnectionStringBuilder(connection);
        ConnectionString = settings.ConnectionString;
        readOnly = settings;
        readOnly.Options = $"{settings.Options} -c default_transaction_read_only=on".TrimStart();
        if (!settings.ShouldSerialize("Maximum Pool Size")) readOnly.MaxPoolSize = Connections;
    }

    public override string ConnectionString { get; }

    public override int MostAtOnce => readOnly.MaxPoolSize;

    public override DbDataSource OpenToRead() => NpgsqlDataSource.Create(readOnly);

    // Its own default, read committed, would let each statement see another state.
    internal override string Begin => "begin isolation level repeatable read read only;";

    internal override ValueTask WaitAsync(DbConnection connection, CancellationToken cancel) => ValueTask.CompletedTask;

    internal override bool IsCurrent(DbConnection connection) => true;

    internal override string? Cure(DbException fault) => (fault as PostgresException)?.SqlState[..2] switch
    {
        null => null,
        // Starting, stopping, too many connections, out of memory.
        "08" or "53" or "57" => null,
        "28" => "has a user or password that the server does not accept.",
        "3D" => "names a database that the server does not have.",
        "42" => $"names a database that cannot be read ({((PostgresException)fault).MessageText}).",
        _ => $"names a database that cannot be read ({Describe(fault)}).",
    };

    // Syntax, a name that does not exist, a right that is missing; a wrong type or a division by zero.
    internal override string? Explain(DbException fault) =>
        fault is PostgresException { SqlState: ['4', '2', ..] or ['2', '2', ..] or ['0', 'A', ..] } words
            ? words.MessageText : null;

    internal override string Describe(DbException fault) => fault.SqlState ?? fault.Message;
}
