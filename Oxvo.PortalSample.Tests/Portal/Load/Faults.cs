using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Oxvo.PortalSample.Tests.Portal.Load;

/// <summary>What befalls a database from outside while a portal reads it, again and again until it is enough.</summary>
static class Faults
{
    /// <summary>
    /// A writer's lock, the file gone for a moment, another file with the same content in its place.
    /// </summary>
    public static async Task BefallFileAsync(string file, TimeSpan pause, CancellationToken enough)
    {
        for (var round = 0; await AfterAsync(pause, enough); round++)
        {
            await using (var writer = new SqliteConnection($"Data Source={file};Pooling=false"))
            {
                await writer.OpenAsync(CancellationToken.None);
                await writer.ExecuteAsync("begin exclusive");
                if (round % 10 == 0) File.Copy(file, file + ".new", overwrite: true);
                await Task.Delay(Random.Shared.Next(20), CancellationToken.None);
            }
            if (round % 10 == 0) File.Move(file + ".new", file, overwrite: true);
            if (round % 20 != 0) continue;
            File.Move(file, file + ".away");
            await Task.Delay(Random.Shared.Next(20), CancellationToken.None);
            File.Move(file + ".away", file);
        }
    }

    /// <summary>A statement cut, a lock on a table that is read late, the end of a connection.</summary>
    public static async Task BefallServerAsync(string connection, TimeSpan pause, CancellationToken enough)
    {
        await using var accounts = new NpgsqlConnection(connection + ";Pooling=false");
        await accounts.OpenAsync(CancellationToken.None);
        for (var round = 0; await AfterAsync(pause, enough); round++)
            switch (round % 10)
            {
                case 0:
                    await AskOneAsync("pg_terminate_backend");
                    break;
                case 5:
                    await accounts.ExecuteAsync("begin; lock table tasks_kept in access exclusive mode");
                    await Task.Delay(Random.Shared.Next(20), CancellationToken.None);
                    await AskOneAsync("pg_cancel_backend");
                    await accounts.ExecuteAsync("commit");
                    break;
                default:
                    await AskOneAsync("pg_cancel_backend");
                    break;
            }

        Task AskOneAsync(string end) => accounts.ExecuteAsync(
            $"""
            select {end}(pid) from (
              select pid from pg_stat_activity
              where datname = current_database() and pid <> pg_backend_pid() and (state = 'active' or random() < 0.1)
              order by random() limit 1) found
            """);
    }

    static async Task<bool> AfterAsync(TimeSpan pause, CancellationToken enough)
    {
        await Task.Delay(pause, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        return !enough.IsCancellationRequested;
    }
}
