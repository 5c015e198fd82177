using Microsoft.AspNetCore.Http.Extensions;

namespace Oxvo.PortalSample.Demo.Web;

/// <summary>The headers of every answer of A and B, their one right name, and the guard of every write.</summary>
internal static class Guards
{
    /// <summary>Written as the answer starts, because an error page drops what was set before it.</summary>
    public static void UseSecurityHeaders(
        this IApplicationBuilder app, Func<HttpContext, string> contentSecurityPolicy) =>
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() =>
            {
                var headers = http.Response.Headers;
                headers.ContentSecurityPolicy = contentSecurityPolicy(http);
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
                headers.TryAdd("Cross-Origin-Opener-Policy", "same-origin");
                headers.TryAdd("Cross-Origin-Resource-Policy", "same-origin");
                if (headers.CacheControl.Count == 0) headers.CacheControl = "no-store";
                return Task.CompletedTask;
            });
            return next(http);
        });

    /// <summary>
    /// localhost and 127.0.0.1 are one machine but two origins, and every check here compares origins: a page reached
    /// under the other name would look right and do nothing. Reading is sent to the right name, and the rest refused.
    /// </summary>
    public static void UseCanonicalOrigin(this IApplicationBuilder app, Func<string?> origin) => app.Use((http, next) =>
    {
        var request = http.Request;
        if (origin() is not { } canonical) return next(http);
        var host = new HostString(new Uri(canonical).Authority);
        if (host == request.Host) return next(http);

        if (IsRead(request))
            http.Response.Redirect(UriHelper.BuildAbsolute(
                new Uri(canonical).Scheme, host, request.PathBase, request.Path, request.QueryString));
        else
            http.Response.StatusCode = StatusCodes.Status421MisdirectedRequest;
        http.Response.Headers.CacheControl = "no-store";
        return Task.CompletedTask;
    });

    /// <summary>The same for the portal, while the mock runs beside it.</summary>
    public static void UseCanonicalPortal(this IApplicationBuilder app, MockAddresses addresses) =>
        app.UseWhen(http => IsElsewhere(http.Request.Headers.Host.ToString(), addresses.Portal), elsewhere =>
        {
            elsewhere.UseSecurityHeaders(_ => "default-src 'none'; frame-ancestors 'none'");
            elsewhere.UseCanonicalOrigin(() => addresses.Portal);
        });

    /// <summary>
    /// A session cookie says who asks, not which page does. Browsers say that in Sec-Fetch-Site, which no page can set;
    /// a client that sends none has to name the right Origin.
    /// </summary>
    public static void UseSameOriginWrites(this IApplicationBuilder app, string origin) => app.Use((http, next) =>
    {
        var request = http.Request;
        var site = request.Headers["Sec-Fetch-Site"];
        if (IsRead(request) || (site.Count > 0 ? site == "same-origin" : request.Headers.Origin == origin))
            return next(http);

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    static bool IsRead(HttpRequest request) => HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method);

    // Only a known host under another name; the portal's AllowedHosts refuses a strange one.
    static bool IsElsewhere(string host, string? portal) =>
        Uri.TryCreate("http://" + host, UriKind.Absolute, out var asked) && asked.IsLoopback
        && portal is not null && asked.Authority != new Uri(portal).Authority;
}
