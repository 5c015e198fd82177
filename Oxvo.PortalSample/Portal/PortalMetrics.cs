using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Reflection;

namespace Oxvo.PortalSample.Portal;

/// <summary>
/// What is counted beside the framework's own metrics. Reasons only: no customer, key or token.
/// </summary>
public static class PortalMetrics
{
    public const string Name = "Oxvo.PortalSample";

    static readonly Meter Meter = new(Name, Version);

    static readonly Counter<long> TokensRefused = Meter.CreateCounter<long>(
        "portal.token.refused", "{token}", "Site tokens that were answered with 401, by reason.");

    static readonly Counter<long> KeysRefused = Meter.CreateCounter<long>(
        "portal.key.refused", "{key}", "Claimed keys that were answered with 403, by reason.");

    static readonly Histogram<double> Reads = Meter.CreateHistogram(
        "portal.account.read.duration", "s", "How long reading an account took, with its wait for a turn.", null,
        new InstrumentAdvice<double>
        { HistogramBucketBoundaries = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5] });

    /// <summary>The assembly's version, with the commit where the build knew it.</summary>
    public static string Version => typeof(PortalMetrics).Assembly
        .GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    public static void CountRefusedToken(string reason) =>
        TokensRefused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    public static void CountRefusedKey(string reason) =>
        KeysRefused.Add(1, new KeyValuePair<string, object?>("reason", reason));

    /// <summary>Also where the read fails, because a database that hangs is what the figure is for.</summary>
    public static async Task<T> MeasureReadAsync<T>(Task<T> read)
    {
        var start = Stopwatch.GetTimestamp();
        try
        {
            return await read;
        }
        finally
        {
            Reads.Record(Stopwatch.GetElapsedTime(start).TotalSeconds);
        }
    }
}
