using System.Data.Common;
using System.Globalization;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>Writes the made-up customers, some thousands in a transaction, beginning after those that are recorded.</summary>
sealed class VolumeFill(DemoVolume volume, DateOnly day, TextWriter progress, TimeProvider clock)
{
    const int Batch = 2_000;

    public async Task RunAsync(DbConnection connection, CancellationToken ct)
    {
        // Noon, so that every customer's today is near the day on which the volume is made.
        var now = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        var customers = new VolumeCustomers(volume.Seed);
        var made = await new DemoRecord(connection, null).VolumeMadeAsync();
        if (made == volume.Customers) return;

        var line = new ProgressLine(progress, clock, made, volume.Customers);
        while (made < volume.Customers)
        {
            var batch = Math.Min(Batch, volume.Customers - made);
            var rows = new DemoRows(DemoDatabase.FirstVolumeId + (long)made * VolumeCustomers.NumbersEach);
            for (var n = 1; n <= batch; n++)
            {
                ct.ThrowIfCancellationRequested();
                rows.Add(customers.Make(made + n), now);
            }
            await using var transaction = await connection.BeginTransactionAsync(ct);
            var record = new DemoRecord(connection, transaction);
            if (await record.VolumeMadeAsync() != made)
                throw new DemoDataException("Another program is filling the demo database: let it finish, or stop it and start again.");
            await rows.InsertAsync(connection, transaction);
            made += batch;
            await record.SetAsync(DemoRecord.VolumeMade, made.ToString(CultureInfo.InvariantCulture));
            await transaction.CommitAsync(ct);
            line.Report(made);
        }
    }
}
