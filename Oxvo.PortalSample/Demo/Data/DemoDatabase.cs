using System.Data.Common;
using System.Globalization;
using Bogus;
using Dapper;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>
/// The demo's source of truth: a SQLite file or a PostgreSQL database with a handful of hand-made customers whose dates
/// are always fresh, and as many made-up ones as wanted. Development only; your product has its database already.
/// </summary>
public static class DemoDatabase
{
    // The notes in demo_data.
    const string Version = "version", HandMade = "hand_made", Volume = "volume", VolumeMade = "volume_made";

    // Raise it with every change of Schema.sql or of what the volume makes: older databases are made again.
    const string CurrentVersion = "4";

    // Ids below belong to the hand-made customers.
    const long FirstVolumeId = 1_000_001;

    const int Batch = 2_000;

    /// <summary>The hand-made customers, in the order of the demo's menu.</summary>
    public static IReadOnlyList<DemoCustomer> Read(string customersFile) => CustomerFile.Read(customersFile).Customers;

    /// <summary>
    /// Makes the database if there is none, writes the hand-made customers if their dates are of another day (in any of
    /// their time zones), their file was edited or their links led to another site, and then makes the volume, if one
    /// is asked for and not there. Every step is a transaction: after a stop the database can be used, and the next
    /// call goes on.
    /// </summary>
    /// <exception cref="DemoDataException">Something needs repair; the message says what, and how.</exception>
    public static async Task PrepareAsync(
        string connectionString, string customersFile, string site, TimeProvider clock, DemoVolume? volume,
        TextWriter progress, CancellationToken ct)
    {
        var now = clock.GetUtcNow();
        var handMade = ReadRows(customersFile, site, now);
        var wanted = volume is null ? null : string.Create(CultureInfo.InvariantCulture,
            $"customers {volume.Customers}, seed {volume.Seed}, day {now.UtcDateTime:yyyy-MM-dd}, {site}");
        await DemoFile.UseAsync(connectionString, create: true, async connection =>
        {
            int made;
            await using (var transaction = await connection.BeginTransactionAsync(ct))
            {
                if (!await DemoFile.HasSchemaAsync(transaction) || !await FitsAsync(transaction, wanted))
                {
                    await DemoFile.MakeSchemaAsync(transaction);
                    await DemoFile.WriteNoteAsync(transaction, Version, CurrentVersion);
                }
                if (wanted is not null) await DemoFile.WriteNoteAsync(transaction, Volume, wanted);
                if (await DemoFile.ReadNoteAsync(transaction, HandMade) != handMade.Fingerprint)
                    await WriteAsync(transaction, handMade);
                made = await CountMadeAsync(transaction);
                await transaction.CommitAsync(ct);
            }
            if (volume is not null) await FillAsync(connection, site, volume, made, now, progress, clock, ct);
        }, ct);
    }

    /// <summary>
    /// Writes the hand-made customers again, as they are in the file and as of now; the volume stays. The portal goes
    /// on reading meanwhile, and waits for some milliseconds at most.
    /// </summary>
    /// <exception cref="DemoDataException">Something needs repair, or there is no database.</exception>
    public static async Task ResetAsync(
        string connectionString, string customersFile, string site, TimeProvider clock, CancellationToken ct)
    {
        var handMade = ReadRows(customersFile, site, clock.GetUtcNow());
        await DemoFile.UseAsync(connectionString, create: false, async connection =>
        {
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await WriteAsync(transaction, handMade);
            await transaction.CommitAsync(ct);
        }, ct);
    }

    // The fingerprint changes with the file, the site, and the day in any of the customers' time zones.
    static (DemoRows Rows, string Fingerprint) ReadRows(string customersFile, string site, DateTimeOffset now)
    {
        var (customers, hash) = CustomerFile.Read(customersFile);
        var rows = new DemoRows(site, firstId: 1);
        HashSet<string> days = [];
        foreach (var customer in customers)
        {
            rows.Add(customer, now);
            days.Add($"{customer.TimeZone} {DemoMoment.Text(new DemoMoment(customer, now).Today)}");
        }
        return (rows, $"{hash}; {site}; {string.Join("; ", days)}");
    }

    static async Task<bool> FitsAsync(DbTransaction transaction, string? volume) =>
        await DemoFile.ReadNoteAsync(transaction, Version) == CurrentVersion &&
        (volume is null || await DemoFile.ReadNoteAsync(transaction, Volume) is not { } made || made == volume);

    static async Task WriteAsync(DbTransaction transaction, (DemoRows Rows, string Fingerprint) handMade)
    {
        await transaction.Connection!.ExecuteAsync(
            "delete from customers where id < @FirstVolumeId", new { FirstVolumeId }, transaction);
        await handMade.Rows.InsertAsync(transaction);
        await DemoFile.WriteNoteAsync(transaction, HandMade, handMade.Fingerprint);
    }

    static async Task<int> CountMadeAsync(DbTransaction transaction) =>
        int.Parse(await DemoFile.ReadNoteAsync(transaction, VolumeMade) ?? "0", CultureInfo.InvariantCulture);

    // Adds the made-up customers that are not there yet, a batch in each transaction.
    static async Task FillAsync(
        DbConnection connection, string site, DemoVolume volume, int made, DateTimeOffset now, TextWriter progress,
        TimeProvider clock, CancellationToken ct)
    {
        // Noon, so that every customer's today is near the day on which the volume is made.
        var noon = new DateTimeOffset(now.UtcDateTime.Date.AddHours(12), TimeSpan.Zero);
        Dictionary<string, Faker> fakers = [];
        var before = made;
        var start = clock.GetTimestamp();
        var told = start;
        while (made < volume.Customers)
        {
            var upTo = Math.Min(made + Batch, volume.Customers);
            var rows = new DemoRows(site, FirstVolumeId + (long)made * VolumeCustomer.NumbersEach);
            for (var index = made + 1; index <= upTo; index++)
            {
                ct.ThrowIfCancellationRequested();
                rows.Add(VolumeCustomer.Make(volume.Seed, index, fakers), noon);
            }
            await using var transaction = await connection.BeginTransactionAsync(ct);
            if (await CountMadeAsync(transaction) != made)
                throw new DemoDataException(
                    "Another program is filling the demo database: let it finish, or stop it and start again.");
            await rows.InsertAsync(transaction);
            await DemoFile.WriteNoteAsync(transaction, VolumeMade, upTo.ToString(CultureInfo.InvariantCulture));
            await transaction.CommitAsync(ct);
            made = upTo;
            if (made < volume.Customers && clock.GetElapsedTime(told).TotalSeconds < 5) continue;
            told = clock.GetTimestamp();
            var rate = (made - before) / clock.GetElapsedTime(start).TotalSeconds;
            await progress.WriteLineAsync(string.Create(CultureInfo.InvariantCulture,
                $"Demo customers: {made:N0} of {volume.Customers:N0} · {rate:N0} a second"));
        }
    }
}
