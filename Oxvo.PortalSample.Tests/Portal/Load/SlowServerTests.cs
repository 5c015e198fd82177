using System.Collections.Concurrent;
using Dapper;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Npgsql;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Tests.Portal.Accounts;

namespace Oxvo.PortalSample.Tests.Portal.Load;

/// <summary>
/// A server that comes late keeps no thread waiting that an answer needs. Beside each read a connection to a nearer one
/// is asked: what is over before that is answered did not wait for the server.
/// </summary>
public sealed class SlowServerTests : IAsyncLifetime
{
    Relay slow = null!, nearer = null!;
    NpgsqlConnection beside = null!;
    AccountReader reader = null!;

    public async ValueTask InitializeAsync()
    {
        var server = new NpgsqlConnectionStringBuilder(
            await (await PostgresServer.SharedAsync()).CreateDatabaseAsync());
        (slow, nearer) = (new(server.Port), new(server.Port));
        server.Port = nearer.Port;
        beside = new($"{server};Pooling=false");
        await beside.OpenAsync();
        server.Port = slow.Port;
        reader = new(AccountsDatabase.Locate(server.ConnectionString, "/"), StoredAccount.File,
            Options.Create(new PortalOptions()), NullLogger<AccountReader>.Instance);
        await reader.ReadAsync("mira", new("mira", null), default);
    }

    public ValueTask DisposeAsync()
    {
        reader.Dispose();
        slow.Dispose();
        nearer.Dispose();
        return beside.DisposeAsync();
    }

    // An error comes back after 2.3 seconds, and the connection is closed after 4.6.
    [Fact, Trait("Category", "Exhaustive")]
    public async Task An_answer_does_not_wait_until_a_connection_is_closed()
    {
        await beside.ExecuteAsync("alter table people rename to mislaid");
        slow.Delay = TimeSpan.FromSeconds(1.15);
        nearer.Delay = TimeSpan.FromSeconds(1.8);

        var answered = Task.Run(() => beside.ExecuteAsync("select 1"));
        var read = RunOnOneThread(() => reader.ReadAsync("mira", new("mira", null), default));
        var isOverBefore = !answered.IsCompleted;
        await answered;

        Assert.IsType<AccountsUnavailableException>(read.Exception!.InnerException);
        Assert.True(isOverBefore);
    }

    // To break one off the driver would open another connection, and wait.
    [Fact, Trait("Category", "Exhaustive")]
    public async Task A_read_that_comes_too_late_is_not_broken_off()
    {
        slow.Delay = TimeSpan.FromSeconds(1.5);
        var before = slow.Accepted;

        await Assert.ThrowsAsync<AccountsUnavailableException>(
            () => reader.ReadAsync("mira", new("mira", null), default));
        await beside.ExecuteAsync("select 1");

        Assert.Equal(before, slow.Accepted);
    }

    // All that an answer needs is done by the thread that waits for it here: it shows when that is kept waiting.
    static Task RunOnOneThread(Func<Task> act)
    {
        var before = SynchronizationContext.Current;
        var context = new OneThread();
        SynchronizationContext.SetSynchronizationContext(context);
        try
        {
            var task = act();
            task.ContinueWith(_ => context.Work.CompleteAdding(), TaskScheduler.Default);
            foreach (var work in context.Work.GetConsumingEnumerable()) work();
            return task;
        }
        finally
        {
            SynchronizationContext.SetSynchronizationContext(before);
        }
    }

    sealed class OneThread : SynchronizationContext
    {
        public BlockingCollection<Action> Work { get; } = [];

        public override void Post(SendOrPostCallback callback, object? state)
        {
            try
            {
                Work.Add(() => callback(state));
            }
            catch (InvalidOperationException)
            {
                // The answer is there: what is left to be done has no thread any more.
            }
        }
    }
}
