using System.Data.Common;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// The demo's source of truth: a SQLite file, or a PostgreSQL database, with a handful of hand-made customers whose dates are always fresh, and as many
/// made-up ones as wanted. Development only; in your product this is the database that you have already.
/// </summary>
public static class DemoDatabase
{
    /// <summary>Ids below belong to the hand-made customers, ids from here on to the volume.</summary>
    internal const long FirstVolumeId = 1_000_001;

    /// <summary>The hand-made customers, in the order of a demo's menu.</summary>
    /// <exception cref="DemoDataException">The file is not there or cannot be understood.</exception>
    public static IReadOnlyList<DemoCustomer> Read(string customersFile) => CustomerFile.Read(customersFile);

    /// <summary>
    /// Makes the file if there is none, writes the hand-made customers if the file's dates are of another day (in any of their
    /// time zones) or <paramref name="customersFile"/> was edited, and then makes the volume, if one is asked for and not there
    /// already. Every step is a transaction: after a stop the database can be used, and the next call goes on.
    /// </summary>
    /// <exception cref="DemoDataException">The file, the customers or the connection string want mending; the message says how.</exception>
    public static async Task PrepareAsync(string connectionString, string customersFile, TimeProvider clock, DemoVolume? volume,
        TextWriter progress, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var day = DateOnly.FromDateTime(now.UtcDateTime);
        var handMade = new HandMadeCustomers(customersFile, now);
        try
        {
            await using var connection = await DemoFile.OpenAsync(connectionString, create: true, ct);
            await using (var transaction = await connection.BeginTransactionAsync(ct))
            {
                var record = new DemoRecord(connection, transaction);
                if (!await DemoFile.HasSchemaAsync(connection, transaction) || !await record.FitsAsync(volume, day))
                {
                    await DemoFile.MakeSchemaAsync(connection, transaction);
                    await record.SetAsync(DemoRecord.Version, DemoRecord.CurrentVersion);
                }
                if (volume is not null) await record.SetAsync(DemoRecord.Volume, DemoRecord.KeyOf(volume, day));
                if (await record.GetAsync(DemoRecord.HandMade) != handMade.Fingerprint)
                    await handMade.WriteAsync(connection, transaction);
                await transaction.CommitAsync(ct);
            }
            if (volume is not null) await new VolumeFill(volume, day, progress, clock).RunAsync(connection, ct);
        }
        catch (DbException e) when (DemoFile.Cure(e, connectionString) is { } cure)
        {
            throw new DemoDataException(cure);
        }
    }

    /// <summary>
    /// Writes the hand-made customers again, as they are in the file and as of now; the volume stays. The portal goes on reading
    /// meanwhile, and waits for some milliseconds at most.
    /// </summary>
    /// <exception cref="DemoDataException">As for <see cref="PrepareAsync"/>, and where there is no database yet.</exception>
    public static async Task ResetAsync(string connectionString, string customersFile, TimeProvider clock, CancellationToken ct)
    {
        var handMade = new HandMadeCustomers(customersFile, clock.GetUtcNow());
        try
        {
            await using var connection = await DemoFile.OpenAsync(connectionString, create: false, ct);
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await handMade.WriteAsync(connection, transaction);
            await transaction.CommitAsync(ct);
        }
        catch (DbException e) when (DemoFile.Cure(e, connectionString) is { } cure)
        {
            throw new DemoDataException(cure);
        }
    }
}
