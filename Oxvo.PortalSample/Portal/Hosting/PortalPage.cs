using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal.Api;

namespace Oxvo.PortalSample.Portal.Hosting;

/// <summary>The page's static files, and the headers of every answer.</summary>
public static class PortalPage
{
    const string Kept = "public, max-age=31536000, immutable";

    /// <summary>
    /// Stops the start where the page is missing, because everything else would work and customers would see nothing.
    /// </summary>
    public static void EnsurePage(this WebApplication app)
    {
        if (app.Environment.WebRootFileProvider.GetFileInfo("index.html").Exists) return;
        throw new StartException($"The page is not in {app.Environment.WebRootPath}. "
            + "Start in the folder that holds appsettings.json, or name that folder by ASPNETCORE_CONTENTROOT; "
            + "the setting webroot says where the page is, seen from there.");
    }

    /// <summary>
    /// Sets the headers as the answer starts, because an error page would drop those that were set before it.
    /// </summary>
    public static void UsePortalHeaders(this IApplicationBuilder app)
    {
        var portal = app.ApplicationServices.GetRequiredService<IOptions<PortalOptions>>().Value;
        var page = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + "base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'; "
            + "frame-ancestors "
            + string.Join(' ', portal.Site.Origins.Concat(portal.MessengerOrigins).Distinct());
        var hsts = portal.Hsts switch
        {
            "off" => null,
            "on" => "max-age=31536000",
            _ => "max-age=31536000; includeSubDomains",
        };
        app.Use((http, next) =>
        {
            http.Response.OnStarting(() => { Write(http, page, hsts); return Task.CompletedTask; });
            return next(http);
        });
    }

    public static void UsePortalPage(this WebApplication app)
    {
        var portal = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value;
        var released = new ReleasedFiles(app.Environment.WebRootFileProvider, WriteSettings(portal));
        var files = new CompressedFiles(released);
        app.UseDefaultFiles();
        app.Use(next => http => released.ResolveAsync(http, next));
        app.Use(next => http => files.RedirectAsync(http, next));
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = files,
            ContentTypeProvider = files,
            OnPrepareResponse = Describe,
        });
    }

    /// <summary>
    /// <c>portal-config.js</c>, an ES module with what the page must know before its first message: the exact origins,
    /// where to sign in, and after how many days a parcel is silent.
    /// </summary>
    static byte[] WriteSettings(PortalOptions portal)
    {
        return Encoding.UTF8.GetBytes($"""
            export const messengerOrigins = {Script(portal.MessengerOrigins)};
            export const siteOrigins = {Script(portal.Site.Origins)};
            export const signInUrl = {Script(portal.Site.SignInUrl)};
            export const siteName = {Script(portal.Site.Name)};
            export const silentDays = {Script(portal.SilentDays)};

            """);

        // JSON is JavaScript, and the serializer's default escapes leave no way to end the module early.
        static string Script<T>(T value) => JsonSerializer.Serialize(value, typeof(T), PortalJson.Default);
    }

    static void Describe(StaticFileResponseContext file)
    {
        var headers = file.Context.Response.Headers;
        if (CompressedFiles.EncodingOf(file.Context.Request.Path.Value!) is { } encoding)
            headers.ContentEncoding = encoding;
        // The page is asked for again each time (a 304 is small), and names the release of its files.
        headers.CacheControl = ReleasedFiles.IsReleased(file.Context) ? Kept : "no-cache";
    }

    static void Write(HttpContext http, string pageCsp, string? hsts)
    {
        var headers = http.Response.Headers;
        // An address that is not there is shown in the frame too: a browser's own grey page would say less.
        var isPage = headers.ContentType.ToString().StartsWith("text/html", StringComparison.Ordinal)
            || (http.Response.StatusCode == 404 && !http.Request.Path.StartsWithSegments("/api"));
        headers.ContentSecurityPolicy = isPage ? pageCsp : "default-src 'none'; frame-ancestors 'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        if (http.Request.IsHttps) headers.StrictTransportSecurity = hsts;
        // What may be kept says so itself; an error's own "no-cache" does not count.
        if ((string?)headers.CacheControl is "no-cache" or Kept && http.Response.StatusCode < 400) return;

        headers.CacheControl = "private, no-store";
        headers.Vary = "Authorization";
    }
}
