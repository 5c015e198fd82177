using System.Data.Common;
using System.Security.Cryptography;
using Dapper;

namespace Oxvo.PortalSample.Demo.Data;

/// <summary>The customers of <c>seed-data/customers.json</c>, as of one moment.</summary>
sealed class HandMadeCustomers
{
    readonly DemoRows rows = new(firstId: 1);

    public HandMadeCustomers(string path, DateTimeOffset now)
    {
        var json = CustomerFile.ReadBytes(path);
        var customers = CustomerFile.Parse(json, path);
        foreach (var customer in customers)
            rows.Add(customer, now);

        var days = customers
            .Select(customer => $"{customer.TimeZone} {DemoMoment.Text(new DemoMoment(customer, now).Today)}")
            .Distinct();
        Fingerprint = $"{Convert.ToHexStringLower(SHA256.HashData(json))}; {string.Join("; ", days)}";
    }

    /// <summary>Changes with the file, and with the day in any of the customers' time zones.</summary>
    public string Fingerprint { get; }

    /// <summary>Puts them in the place of those that are there. To be called once.</summary>
    public async Task WriteAsync(DbConnection connection, DbTransaction transaction)
    {
        await connection.ExecuteAsync("delete from customers where id < @FirstVolumeId", new { DemoDatabase.FirstVolumeId }, transaction);
        await rows.InsertAsync(connection, transaction);
        await new DemoRecord(connection, transaction).SetAsync(DemoRecord.HandMade, Fingerprint);
    }
}
