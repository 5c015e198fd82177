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
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (!string.IsNullOrEmpty(builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"])) Export(builder.Services);
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
