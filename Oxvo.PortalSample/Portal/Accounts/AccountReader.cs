using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.RateLimiting;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>Reads one customer's account from the source of truth.</summary>
/// <remarks>
/// Each statement goes by an index to the newest few rows, so the cost does not grow with the number of customers, or
/// with how many orders and invoices one has.
/// </remarks>
public sealed class AccountReader(AccountsDatabase database, ILogger<AccountReader> log) : IDisposable
{
    // For waiting and reading together; the page is promised its 503 within three seconds.
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2.5);
    const int MostWaiting = 256;

    readonly DbDataSource accounts = database.OpenToRead();
    readonly ConcurrentBag<AccountSession> idle = [];
    readonly ConcurrencyLimiter turns = new(new() { PermitLimit = database.MostAtOnce, QueueLimit = MostWaiting });

    /// <summary>
    /// The account of <paramref name="subject"/>; null where there is none. <see cref="CustomerRow.OwnsKey"/> is 0
    /// where the identifier or contact id belongs to another customer, or to none; then no more than that is returned.
    /// </summary>
    /// <exception cref="AccountsUnavailableException">The database is locked, gone, broken or too busy.</exception>
    public async Task<AccountRows?> ReadAsync(string subject, AccountKey? key, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Deadline);
        try
        {
            using var turn = await turns.AcquireAsync(1, deadline.Token);
            if (!turn.IsAcquired) throw Unavailable("Too many customers wait for the database.");
            return await ReadInTurnAsync(subject, key, deadline.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw Unavailable("The database did not answer in time.");
        }
        catch (DbException fault)
        {
            // The server's own words can hold a value.
            throw Unavailable($"The database cannot be read ({fault.SqlState ?? fault.Message}).", fault);
        }
    }

    public void Dispose()
    {
        foreach (var session in idle) session.Dispose();
        accounts.Dispose();
        turns.Dispose();
    }

    AccountsUnavailableException Unavailable(string message, DbException? cause = null)
    {
        log.LogWarning("{Message}", message);
        return new(message, cause);
    }

    async Task<AccountRows?> ReadInTurnAsync(string subject, AccountKey? key, CancellationToken cancel)
    {
        if (idle.TryTake(out var kept))
            try
            {
                if (kept.IsCurrent) return await ReadAsync(kept, subject, key, cancel);
                kept.Dispose();
            }
            catch (DbException)
            {
                // After a restart of the database, or on a lost connection: read once more, on a new one.
            }
        return await ReadAsync(await AccountSession.OpenAsync(database, accounts, cancel), subject, key, cancel);
    }

    async Task<AccountRows?> ReadAsync(
        AccountSession session, string subject, AccountKey? key, CancellationToken cancel)
    {
        try
        {
            var rows = await session.ReadAsync(subject, key, cancel);
            idle.Add(session);
            return rows;
        }
        catch
        {
            session.Dispose();
            throw;
        }
    }
}
