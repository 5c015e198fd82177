using System.Diagnostics;

namespace Oxvo.PortalSample.Bench;

/// <summary>The read's median time in SQLite files of several sizes, request by request in turns.</summary>
static class Sizes
{
    const int Reads = 3000, WarmUp = 500;
    static readonly int[] Customers = [12, 10_000, 100_000];

    public static async Task MeasureAsync(Servers servers, string portal)
    {
        List<Server> all = [];
        foreach (var size in Customers)
        {
            var database = $"Data Source={Path.Combine(servers.Work, $"{size}.db")}";
            await ReadCost.FillAsync(database, size);
            all.Add(await servers.PortalAsync(portal, database));
        }
        Console.WriteLine($"\n{"customers",-16}{"median µs",12}{"of the first",16}{"any, µs",14}{"of the first",16}");
        // Twelve customers, spread over the whole table, tell what its size costs; others add what the caches of SQLite
        // and of the machine miss.
        var (few, any) = (await TimeAsync(servers, all, 12), await TimeAsync(servers, all, int.MaxValue));
        for (var i = 0; i < Customers.Length; i++)
            Console.WriteLine($"{Customers[i],-16:n0}{few[i],12:n0}{few[i] / few[0],16:0.00}{any[i],14:n0}"
                + $"{any[i] / any[0],16:0.00}");
    }

    static async Task<double[]> TimeAsync(Servers servers, List<Server> all, int asked)
    {
        var times = Customers.Select(_ => new double[Reads]).ToArray();
        var connections = all.Select(server => Client.Connect(server.Port)).ToArray();
        var random = new Random(1);
        for (var read = -WarmUp; read < Reads; read++)
            for (var i = 0; i < Customers.Length; i++)
            {
                var step = Math.Max(1, Customers[i] / asked);
                var customer = $"demo-{1 + random.Next(Customers[i] / step) * step:000000}";
                var request = Client.Read(customer, servers.Key);
                var start = Stopwatch.GetTimestamp();
                await Client.AskAsync(connections[i], request);
                if (read >= 0) times[i][read] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }
        foreach (var connection in connections) connection.Dispose();
        return [.. times.Select(Figure.Median)];
    }
}
