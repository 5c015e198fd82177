namespace Oxvo.PortalSample.Demo.Web;

/// <summary>The headers of every answer of A and B, and the guard of every write.</summary>
internal static class Guards
{
    /// <summary>Written as the answer starts, because an error page drops what was set before it.</summary>
    public static void UseSecurityHeaders(this IApplicationBuilder app, Func<HttpContext, string> contentSecurityPolicy) =>
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = contentSecurityPolicy(http);
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
                if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(http);
        });

    /// <summary>
    /// A session cookie says who asks, not which page does. Browsers say that in Sec-Fetch-Site, which no page can set; a client
    /// that sends none has to name the right Origin.
    /// </summary>
    public static void UseSameOriginWrites(this IApplicationBuilder app, string origin) => app.Use((http, next) =>
    {
        var request = http.Request;
        var isRead = HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);
        var site = request.Headers["Sec-Fetch-Site"];
        if (isRead || (site.Count > 0 ? site == "same-origin" : request.Headers.Origin == origin)) return next(http);

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });
}
