using System.Data.Common;
using System.Globalization;

namespace Oxvo.PortalSample.DemoData;

/// <summary>Writes the made-up customers, some thousands in a transaction, beginning after those that are recorded.</summary>
sealed class VolumeFill(DemoVolume volume, DateOnly day, TextWriter progress, TimeProvider clock)
{
    const int Batch = 2_000;

    public async Task RunAsync(DbConnection connection, CancellationToken ct)
    {
        // Noon, so that every customer's today is near the day on which the volume is made.
        var now = new DateTimeOffset(day, new TimeOnly(12, 0), TimeSpan.Zero);
        var customers = new VolumeCustomers(volume.Seed);
        var made = await MadeAsync(connection);
        if (made == volume.Customers)
            return;

        var line = new ProgressLine(progress, clock, made, volume.Customers);
        while (made < volume.Customers)
        {
            var batch = Math.Min(Batch, volume.Customers - made);
            var rows = new AccountRows(DemoDatabase.FirstVolumeId + (long)made * VolumeCustomers.NumbersEach);
            for (var n = 1; n <= batch; n++)
            {
                ct.ThrowIfCancellationRequested();
                rows.Add(customers.Make(made + n), now);
            }
            await using var transaction = await connection.BeginTransactionAsync(ct);
            await rows.InsertAsync(connection, transaction);
            made += batch;
            await new DemoRecord(connection, transaction)
                .SetAsync(DemoRecord.VolumeMade, made.ToString(CultureInfo.InvariantCulture));
            await transaction.CommitAsync(ct);
            line.Report(made);
        }
    }

    static async Task<int> MadeAsync(DbConnection connection)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        return await new DemoRecord(connection, transaction).GetAsync(DemoRecord.VolumeMade) is { } made
            ? int.Parse(made, CultureInfo.InvariantCulture)
            : 0;
    }
}
