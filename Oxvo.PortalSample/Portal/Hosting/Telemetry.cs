using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Oxvo.PortalSample.Portal.Hosting;

/// <summary>
/// Metrics and traces to a collector, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names one; else nothing of it is loaded.
/// The other variables of OpenTelemetry count too.
/// </summary>
public static class Telemetry
{
    /// <exception cref="StartException">The library would send to another address without a word.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        const string setting = "OTEL_EXPORTER_OTLP_ENDPOINT";
        var endpoint = builder.Configuration[setting];
        if (string.IsNullOrEmpty(endpoint)) return;
        if (!Uri.TryCreate(endpoint, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new StartException($"{setting}: '{endpoint}' is not a web address. "
                + "Write scheme, host and port, such as http://collector:4318.");
        Export(builder.Services);
    }

    static void Export(IServiceCollection services) => services.AddOpenTelemetry()
        .ConfigureResource(resource => resource
            .AddService(PortalMetrics.Name, serviceVersion: PortalMetrics.Version)
            .AddEnvironmentVariableDetector())
        .WithMetrics(metrics => metrics
            .AddAspNetCoreInstrumentation()
            .AddMeter(PortalMetrics.Name)
            .AddOtlpExporter())
        .WithTracing(traces => traces
            // The identifier is in the query, and a stranger can put one into a path; the route says enough.
            .AddAspNetCoreInstrumentation(requests => requests.EnrichWithHttpRequest = (trace, _) =>
                trace.SetTag("url.query", null).SetTag("url.path", null).SetTag("user_agent.original", null))
            .AddOtlpExporter());
}
