using System.Collections.Concurrent;
using System.Data.Common;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal.Accounts;

/// <summary>Reads one customer's account from the source of truth.</summary>
/// <remarks>
/// Each statement goes by an index to the newest few rows, so the cost does not grow with the number of customers, or
/// with how many orders and invoices one has.
/// </remarks>
public sealed class AccountReader(
    AccountsDatabase database, AccountFile file, IOptions<PortalOptions> options, ILogger<AccountReader> log)
    : IDisposable
{
    // For waiting and reading together; the page is promised its 503 within three seconds.
    static readonly TimeSpan Deadline = TimeSpan.FromSeconds(2.5);
    static readonly TimeSpan LongestSilence = TimeSpan.FromSeconds(10);
    const int MostWaiting = 256;

    readonly DbDataSource accounts = database.OpenToRead();
    readonly LinkTargets links = new(options.Value);
    readonly ConcurrentBag<AccountSession> idle = [];
    volatile bool isChecked, isCustomerFirst;

    // Where more come than can be read, the newest has the most of its time left: in order of arrival each would get
    // its turn too late, and no answer.
    readonly ConcurrencyLimiter turns = new(new()
    {
        PermitLimit = database.MostAtOnce,
        QueueLimit = MostWaiting,
        QueueProcessingOrder = QueueProcessingOrder.NewestFirst,
    });

    /// <summary>
    /// The account of <paramref name="subject"/>; null where there is none. <see cref="Account.OwnsKey"/> is false
    /// where the identifier or contact id belongs to another customer, or to none; then no more than that is returned.
    /// </summary>
    /// <exception cref="AccountsUnavailableException">The database is locked, gone, broken or too busy, or it does not
    /// fit <c>account.sql</c>.</exception>
    public async Task<Account?> ReadAsync(string subject, AccountKey? key, CancellationToken cancel)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        deadline.CancelAfter(Deadline);
        try
        {
            // By a clock of its own: the driver may wait for its server for longer.
            return await ReadInTurnAsync(subject, key, deadline.Token).WaitAsync(Deadline, cancel);
        }
        catch (Exception fault) when (fault is TimeoutException
            || (fault is OperationCanceledException && !cancel.IsCancellationRequested))
        {
            throw Unavailable("The database did not answer in time.");
        }
        catch (OptionsValidationException fault)
        {
            throw Unavailable(string.Join('\n', fault.Failures), fault);
        }
        catch (DbException fault)
        {
            throw Unavailable($"The database cannot be read ({database.Describe(fault)}).", fault);
        }
    }

    public void Dispose()
    {
        foreach (var session in idle) session.Dispose();
        accounts.Dispose();
        turns.Dispose();
    }

    AccountsUnavailableException Unavailable(string message, Exception? cause = null)
    {
        log.LogWarning("{Message}", message);
        return new(message, cause);
    }

    async Task<Account?> ReadInTurnAsync(string subject, AccountKey? key, CancellationToken cancel)
    {
        using var turn = await turns.AcquireAsync(1, cancel);
        if (!turn.IsAcquired) throw Unavailable("Too many customers wait for the database.");

        // The caller may be answered by now, but a driver that is told to stop keeps threads waiting for its server,
        // which other answers need: a late read ends by itself. Only a silent server's is told, on a thread of its own.
        var stop = new CancellationTokenSource();
        using var silence = new CancellationTokenSource(LongestSilence);
        using var told = silence.Token.UnsafeRegister(_ => Task.Factory.StartNew(
            stop.Cancel, default, TaskCreationOptions.LongRunning, TaskScheduler.Default), null);
        if (idle.TryTake(out var kept))
            try
            {
                if (kept.IsCurrent) return await ReadAsync(kept, subject, key, stop.Token);
                await kept.DisposeAsync();
            }
            catch (DbException)
            {
                // After a restart of the database, or on a lost connection: read once more, on a new one.
            }
        var opened = await AccountSession.OpenAsync(database, accounts, file, stop.Token);
        return await ReadAsync(opened, subject, key, stop.Token);
    }

    async Task<Account?> ReadAsync(
        AccountSession session, string subject, AccountKey? key, CancellationToken cancel)
    {
        try
        {
            if (!isChecked)
            {
                (var faults, isCustomerFirst) = await session.CheckAsync(cancel);
                if (faults.Count > 0) throw AccountFile.Fault(faults);
                isChecked = true;
            }
            var account = await session.ReadAsync(subject, key, links, isCustomerFirst, cancel);
            idle.Add(session);
            return account;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }
}
