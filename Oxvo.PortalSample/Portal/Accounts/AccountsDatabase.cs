using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>
/// The source of truth, as <c>ConnectionStrings:Accounts</c> names it: a SQLite file or a PostgreSQL server.
/// </summary>
public abstract class AccountsDatabase
{
    public const string Setting = "ConnectionStrings:Accounts";
    const string Forms = "Write it as Data Source=/data/accounts.db, or as "
        + "Host=…;Database=…;Username=…;Password=… for PostgreSQL.";

    /// <summary>Chooses by the setting's text: <c>Data Source=</c> is SQLite, <c>Host=</c> is PostgreSQL.</summary>
    /// <param name="connection">The setting.</param>
    /// <param name="folder">What a relative file is relative to.</param>
    /// <exception cref="OptionsValidationException">It names neither.</exception>
    public static AccountsDatabase Locate(string? connection, string folder)
    {
        if (string.IsNullOrWhiteSpace(connection)) throw Fault($"is empty. {Forms}");
        try
        {
            if (connection.Contains("Host=", StringComparison.OrdinalIgnoreCase))
                return new PostgresAccounts(connection);

            var file = new SqliteConnectionStringBuilder(connection);
            if (file.DataSource.Length == 0) throw Fault($"is empty. {Forms}");
            file.DataSource = Path.GetFullPath(file.DataSource, folder);
            return new SqliteAccounts(file);
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException)
        {
            // The text may hold a password: it is not repeated.
            throw Fault($"is not a connection string. {Forms}");
        }
    }

    internal static OptionsValidationException Fault(string message) =>
        new(Setting, typeof(AccountsDatabase), [$"{Setting} {message}"]);

    /// <summary>As configured. It may hold a password.</summary>
    public abstract string ConnectionString { get; }

    /// <summary>How many accounts are read at once; more wait for their turn.</summary>
    public abstract int MostAtOnce { get; }

    /// <summary>Connections that cannot change an account.</summary>
    public abstract DbDataSource OpenToRead();

    /// <summary>What stands in front of the statements, so that all of them see one state of the account.</summary>
    internal abstract string Begin { get; }

    /// <summary>Waits until the connection may read.</summary>
    internal abstract ValueTask WaitAsync(DbConnection connection, CancellationToken cancel);

    /// <summary>
    /// The values of the row that <paramref name="reader"/> is at: null for none, and a number as a long, a double or a
    /// decimal.
    /// </summary>
    internal virtual void ReadRow(DbDataReader reader, object?[] values)
    {
        for (var i = 0; i < values.Length; i++) values[i] = ReadValue(reader, i);
    }

    static object? ReadValue(DbDataReader reader, int column)
    {
        try
        {
            return reader.GetValue(column) switch
            {
                DBNull => null,
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

    /// <summary>Whether a kept connection still reads what the setting names.</summary>
    internal abstract bool IsCurrent(DbConnection connection);

    /// <summary>
    /// What to repair before a start can succeed; null where the fault may pass by itself, as a server that is not up
    /// yet.
    /// </summary>
    internal abstract string? Cure(DbException fault);

    /// <summary>
    /// What is wrong with a statement's text; null where the fault is not the statement's. Where it was run these words
    /// can repeat a stored value: then <see cref="Describe"/> says enough.
    /// </summary>
    internal abstract string? Explain(DbException fault);

    /// <summary>The fault's kind, for the log: the database's own words can repeat a stored value.</summary>
    internal abstract string Describe(DbException fault);
}

/// <summary>The accounts cannot be read just now. The message names no customer.</summary>
public sealed class AccountsUnavailableException(string message, Exception? cause = null) : Exception(message, cause);
