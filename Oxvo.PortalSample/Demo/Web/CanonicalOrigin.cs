using Microsoft.AspNetCore.Http.Extensions;

namespace Oxvo.PortalSample.Demo.Web;

/// <summary>
/// localhost and 127.0.0.1 are one machine but two origins, and every check here compares origins: a page reached under the other
/// name would look right and do nothing. So reading is sent to the one right name, and anything else is refused.
/// </summary>
internal static class CanonicalOrigin
{
    public static void UseCanonicalOrigin(this IApplicationBuilder app, Func<string?> origin) => app.Use((http, next) =>
    {
        var request = http.Request;
        if (origin() is not { } canonical || new HostString(new Uri(canonical).Authority) == request.Host) return next(http);

        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
            http.Response.Redirect(UriHelper.BuildAbsolute(
                new Uri(canonical).Scheme, new(new Uri(canonical).Authority), request.PathBase, request.Path, request.QueryString));
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

    // Only a known host under another name; a strange one is the portal's AllowedHosts' to refuse.
    static bool IsElsewhere(string host, string? portal) =>
        Uri.TryCreate("http://" + host, UriKind.Absolute, out var asked) && asked.IsLoopback
        && portal is not null && asked.Authority != new Uri(portal).Authority;
}
