namespace Oxvo.PortalSample.Tests.Portal.Load;

/// <summary>What a portal's process holds, sampled while it runs.</summary>
/// <param name="process">Its number.</param>
/// <param name="heapFile">Where <see cref="StartupHook"/> writes inside it.</param>
sealed class Consumption(int process, string heapFile)
{
    readonly List<(string What, List<double> Samples)> series =
    [
        ("resident KB", []), ("heap KB", []), ("handles", []), ("threads", []),
    ];

    public async Task SampleAsync(TimeSpan pause, CancellationToken enough)
    {
        while (!enough.IsCancellationRequested)
        {
            await Task.Delay(pause, enough).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            var status = File.ReadLines($"/proc/{process}/status").Select(line => line.Split(':', 2))
                .ToDictionary(line => line[0], line => line[1].Trim());
            series[0].Samples.Add(double.Parse(status["VmRSS"].Split(' ')[0]));
            series[1].Samples.Add(double.Parse(await File.ReadAllTextAsync(heapFile, CancellationToken.None)) / 1024);
            series[2].Samples.Add(Directory.EnumerateFileSystemEntries($"/proc/{process}/fd").Count());
            series[3].Samples.Add(double.Parse(status["Threads"]));
        }
    }

    /// <summary>
    /// Of each figure the median of the last third in relation to that of the first, after a tenth to warm up.
    /// </summary>
    public IEnumerable<(string What, double First, double Last, double Growth)> Growth => series.Select(one =>
    {
        var warm = one.Samples[(one.Samples.Count / 10)..];
        var (first, last) = (Median(warm[..(warm.Count / 3)]), Median(warm[^(warm.Count / 3)..]));
        return (one.What, first, last, last / first);
    });

    public override string ToString() => string.Join('\n', series.Select(one =>
        $"{one.What}: {string.Join(' ', one.Samples.Select(sample => $"{sample:0}"))}"));

    static double Median(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
