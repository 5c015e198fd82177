using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.ForYourSite;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>A: Acme's website, with a session of its own, the messenger's script tag and the endpoint that mints proof.</summary>
internal static class SiteApp
{
    public static WebApplication Build(MockAddresses addresses, IServiceProvider portal)
    {
        var builder = MockWebApp.CreateBuilder(addresses.Site, portal);
        builder.Services.AddSingleton(addresses);
        builder.Services.AddSingleton(new SiteCustomers(portal.GetRequiredService<AccountsDatabase>()));
        builder.Services.AddSingleton(new DemoStories(
            portal.GetRequiredService<AccountsDatabase>(), addresses.CustomersFile, portal.GetRequiredService<TimeProvider>()));
        builder.Services.AddSingleton(portal.GetRequiredService<SiteSigningKey>());
        builder.Services.AddSingleton(services => Minter(services, portal.GetRequiredService<IOptions<PortalOptions>>().Value.Site));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme).AddCookie(Cookie);
        builder.Services.AddAuthorization();
        builder.Services.AddRateLimiter(limiter => limiter.AddPolicy(SiteEndpoints.MintLimit, AMinuteForASession));
        builder.Services.Configure<Microsoft.AspNetCore.RateLimiting.RateLimiterOptions>(limiter =>
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests);

        var app = builder.Build();
        var csp = ContentSecurityPolicy(addresses.Messenger);
        app.UseGuards(addresses.Site, _ => csp);
        app.UseFiles(addresses.Files("site"));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapFile("/portal-session.js", addresses.PortalSession);
        app.MapPage("/", Path.Combine(addresses.Files("site"), "index.html"), addresses);
        app.MapPage("/help", Path.Combine(addresses.Files("site"), "help.html"), addresses);
        app.MapPage("/sign-in", Path.Combine(addresses.Files("site"), "sign-in.html"), addresses);
        app.MapSite();
        return app;
    }

    /// <summary>To be copied: the messenger needs its script and its frame; the portal, which the messenger frames, nothing.</summary>
    static string ContentSecurityPolicy(string messenger) =>
        $"default-src 'none'; script-src 'self' {messenger}/packs/js/sdk.js; frame-src {messenger}; style-src 'self'; img-src 'self'; "
        + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    static PortalTokenMinter Minter(IServiceProvider services, SiteOptions site)
    {
        var key = services.GetRequiredService<SiteSigningKey>();
        return new(key.Private, key.Kid, site.Issuer, services.GetRequiredService<TimeProvider>());
    }

    static void Cookie(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "acme_session";
        cookie.Cookie.HttpOnly = true;
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        // The page asks by fetch: it needs the status, not a redirect to a sign-in page.
        cookie.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
        cookie.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    static Task Answer(Microsoft.AspNetCore.Authentication.RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    static RateLimitPartition<string> AMinuteForASession(HttpContext http) =>
        http.User.FindFirst(SiteEndpoints.Session)?.Value is { } session
            ? RateLimitPartition.GetFixedWindowLimiter(session, _ => new() { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("");
}
