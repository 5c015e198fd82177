using System.Diagnostics;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal.Hosting;

/// <summary>
/// One line a request: method, route, status, duration. The route stands for the path, and nothing of the query, the
/// headers or the body is written, because each can hold an identifier or a token.
/// </summary>
public static class RequestLog
{
    const string FrameworksRequestLines = "Microsoft.AspNetCore.Hosting.Diagnostics";

    /// <summary>
    /// Takes away the framework's own request lines, which hold the query string. A filter would do, until a
    /// setting turns the level up to hunt a fault.
    /// </summary>
    public static void AddRequestLog(this IServiceCollection services) =>
        services.AddSingleton<ILoggerFactory>(provider => new WithoutRequestLines(new LoggerFactory(
            provider.GetServices<ILoggerProvider>(),
            provider.GetRequiredService<IOptionsMonitor<LoggerFilterOptions>>())));

    public static void UseRequestLog(this IApplicationBuilder app)
    {
        var factory = app.ApplicationServices.GetRequiredService<ILoggerFactory>();
        var log = factory.CreateLogger("Oxvo.PortalSample.Requests");
        app.Use(async (http, next) =>
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await next(http);
            }
            finally
            {
                log.LogInformation("{Method} {Route} {Status} in {Milliseconds:0.0} ms",
                    Method(http.Request.Method), Route(http), http.Response.StatusCode,
                    Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
    }

    // After a fault the context has forgotten its endpoint.
    static string Route(HttpContext http)
    {
        var endpoint = http.GetEndpoint() ?? http.Features.Get<IExceptionHandlerFeature>()?.Endpoint;
        return (endpoint as RouteEndpoint)?.RoutePattern.RawText
            ?? (http.Response.StatusCode < 400 ? "(file)" : "(none)");
    }

    static string Method(string method) =>
        method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "OPTIONS" ? method : "OTHER";

    sealed class WithoutRequestLines(LoggerFactory loggers) : ILoggerFactory
    {
        public ILogger CreateLogger(string categoryName) =>
            categoryName == FrameworksRequestLines ? NullLogger.Instance : loggers.CreateLogger(categoryName);

        public void AddProvider(ILoggerProvider provider) => loggers.AddProvider(provider);

        public void Dispose() => loggers.Dispose();
    }
}
