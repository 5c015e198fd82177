using System.Diagnostics;

namespace Oxvo.PortalSample.Portal;

/// <summary>
/// One line a request: method, route, status, duration. The route stands for the path, and nothing of the query, the headers
/// or the body is written, because each can hold an identifier or a token.
/// </summary>
public static class RequestLog
{
    public static void AddRequestLog(this ILoggingBuilder logging) =>
        // The framework's own request lines hold the query string.
        logging.AddFilter("Microsoft.AspNetCore.Hosting.Diagnostics", LogLevel.Warning);

    public static void UseRequestLog(this IApplicationBuilder app)
    {
        var log = app.ApplicationServices.GetRequiredService<ILoggerFactory>().CreateLogger("Oxvo.PortalSample.Requests");
        app.Use(async (http, next) =>
        {
            var start = Stopwatch.GetTimestamp();
            try
            {
                await next(http);
            }
            finally
            {
                log.LogInformation("{Method} {Route} {Status} in {Milliseconds:0.0} ms", Method(http.Request.Method), Route(http),
                    http.Response.StatusCode, Stopwatch.GetElapsedTime(start).TotalMilliseconds);
            }
        });
    }

    static string Route(HttpContext http) =>
        (http.GetEndpoint() as RouteEndpoint)?.RoutePattern.RawText ?? (http.Response.StatusCode < 400 ? "(file)" : "(none)");

    static string Method(string method) => method is "GET" or "HEAD" or "POST" or "PUT" or "DELETE" or "OPTIONS" ? method : "OTHER";
}
