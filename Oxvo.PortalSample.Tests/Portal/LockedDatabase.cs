using Dapper;
using Microsoft.Data.Sqlite;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>
/// A database that somebody writes to until the end of the test, and beside it a reader with the driver's own patience,
/// half a minute.
/// </summary>
sealed class LockedDatabase : IDisposable
{
    readonly SqliteConnection writer;
    readonly Task reader;

    public LockedDatabase(string file)
    {
        writer = new($"Data Source={file};Pooling=false");
        writer.Open();
        writer.Execute("begin exclusive");
        reader = Task.Factory.StartNew(() =>
        {
            using var patient = new SqliteConnection($"Data Source={file};Pooling=false");
            patient.Execute("select 1 from customers");
        }, TaskCreationOptions.LongRunning);
    }

    /// <summary>Whether the driver's half minute is not over: what was answered by now did not wait for it.</summary>
    public bool KeepsTheDriverWaiting => !reader.IsCompleted;

    public void Dispose()
    {
        writer.Dispose();
        Task.WaitAny(reader);
    }
}
