using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Oxvo.PortalSample.Portal;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>What the portal counts beside the framework, as a collector is told of it.</summary>
public sealed class MetricsTests
{
    [Fact]
    public async Task Refused_tokens_refused_keys_and_reads_are_counted_with_their_reasons()
    {
        ConcurrentBag<(Instrument Instrument, double Value, string? Reason)> counted = [];
        void Count(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
        {
            string? reason = null;
            foreach (var (name, text) in tags)
                if (name == "reason") reason = text as string;
            counted.Add((instrument, value, reason));
        }

        using var portal = new PortalApp();
        using var collector = new MeterListener
        {
            InstrumentPublished = (instrument, collector) =>
            {
                if (instrument.Meter.Name == PortalMetrics.Name) collector.EnableMeasurementEvents(instrument);
            },
        };
        collector.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Count(instrument, value, tags));
        collector.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Count(instrument, value, tags));
        collector.Start();

        await portal.WithToken("not.a.token").GetAsync("/api/widget-portal?identifier=mira");
        await portal.SignedInAs("mira").GetAsync("/api/widget-portal?id=42");

        Assert.Contains(counted, one => one is ({ Name: "portal.token.refused", Unit: "{token}" }, 1, "malformed"));
        Assert.Contains(counted,
            one => one is ({ Name: "portal.key.refused", Unit: "{key}" }, 1, "contact_id_not_of_this_customer"));
        Assert.Contains(counted, one => one is (Histogram<double>
        { Name: "portal.account.read.duration", Unit: "s", Advice.HistogramBucketBoundaries: [0.001, .., 2.5] }, > 0, null));
        Assert.All(counted, one => Assert.NotEqual("", one.Instrument.Description));
    }
}
