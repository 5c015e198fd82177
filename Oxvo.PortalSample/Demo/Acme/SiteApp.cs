using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.ForYourSite;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>A, Acme's website: its own session, the messenger's script tag, the endpoint that mints proof.</summary>
internal static class SiteApp
{
    // A browser's own reader of PDF is a page with styles of its own.
    const string ForPdf = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'";

    public static WebApplication Build(MockAddresses addresses, IServiceProvider portal)
    {
        var builder = MockWebApp.CreateBuilder(addresses.Site, portal);
        var key = portal.GetRequiredService<SiteSigningKey>();
        var clock = portal.GetRequiredService<TimeProvider>();
        var issuer = portal.GetRequiredService<IOptions<PortalOptions>>().Value.Site.Issuer;
        var sessions = new SiteSessions(clock);
        builder.Services.AddSingleton(sessions);
        builder.Services.AddSingleton(portal.GetRequiredService<AccountsDatabase>());
        builder.Services.AddSingleton(portal.GetRequiredService<SiteAccounts>());
        builder.Services.AddSingleton<ProviderPages>();
        builder.Services.AddSingleton(portal.GetRequiredService<PortalVerdicts>());
        builder.Services.AddSingleton(key);
        builder.Services.AddSingleton(new PortalTokenMinter(key.Private, key.Kid, issuer, clock));
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAuthentication(CookieAuthenticationDefaults.AuthenticationScheme)
            .AddCookie(options => Configure(options, sessions));
        builder.Services.AddAuthorization();
        builder.Services.AddRateLimiter(limiter =>
        {
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.AddPolicy(SiteEndpoints.MintLimit, LimitSession);
            limiter.AddPolicy(SitePages.Limit, LimitSession);
        });

        var app = builder.Build();
        // To be copied: the messenger needs its script and its frame; the portal, which the messenger frames, nothing.
        var csp = $"default-src 'none'; script-src 'self' {addresses.Messenger}/packs/js/sdk.js; "
            + $"frame-src {addresses.Messenger}; style-src 'self'; img-src 'self'; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
        app.UseGuards(addresses.Site, http => http.Response.ContentType == "application/pdf" ? ForPdf : csp);
        // To be copied where the messenger has a popout button: with same-origin the window that this page opens would
        // have no opener, and the portal in it no page to ask for proof.
        app.Use((http, next) =>
        {
            http.Response.Headers["Cross-Origin-Opener-Policy"] = "same-origin-allow-popups";
            return next(http);
        });
        app.UseFiles(addresses.Page("site"));
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapPage("/", "site/index.html");
        app.MapPage("/help", "site/help.html");
        app.MapPage("/sign-in", "site/sign-in.html");
        app.MapSite();
        app.MapSitePages();
        return app;
    }

    static void Configure(CookieAuthenticationOptions options, SiteSessions sessions)
    {
        options.Cookie.Name = "acme_session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Events.OnValidatePrincipal = context =>
        {
            if (!sessions.IsOpen(context.Principal)) context.RejectPrincipal();
            return Task.CompletedTask;
        };
        // A page asks by fetch, and needs the status; who followed a link needs the sign-in page, and then the link.
        options.Events.OnRedirectToLogin = context =>
        {
            var path = context.Request.Path;
            if (!SitePages.ForCustomers.Any(start => path.StartsWithSegments(start)))
                return Answer(context, StatusCodes.Status401Unauthorized);
            context.Response.Redirect("/sign-in?to=" + Uri.EscapeDataString(path));
            return Task.CompletedTask;
        };
        options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
    }

    static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    static RateLimitPartition<string> LimitSession(HttpContext http) =>
        http.User.FindFirst(SiteEndpoints.Session)?.Value is { } session
            ? RateLimitPartition.GetFixedWindowLimiter(
                session, _ => new() { PermitLimit = 30, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("");
}
