using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Portal.Proof;

namespace Oxvo.PortalSample.Portal.Hosting;

/// <summary>The whole portal in two calls: its services, and its place in front of an application's requests.</summary>
public static class PortalSetup
{
    public static void AddPortal(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestLineSize = 16 * 1024;
        });
        builder.Services.AddSingleton(TimeProvider.System);
        builder.AddTelemetry();
        builder.Services.AddRequestLog();
        builder.Services.AddPortalOptions();
        builder.Services.AddProxies();
        builder.Services.AddPortalLimits();
        builder.Services.AddSiteToken();
        builder.Services.AddAccounts();
        builder.Services.AddSections();
        builder.Services.AddSingleton<Readiness>();
        builder.Services.AddProblems();
    }

    /// <exception cref="StartException">The page is not where the settings say.</exception>
    /// <exception cref="OptionsValidationException">A setting would leave the portal open or dead; each message names
    /// the cure.</exception>
    public static void UsePortal(this WebApplication app)
    {
        app.EnsurePage();
        app.Services.GetRequiredService<IStartupValidator>().Validate();

        app.Lifetime.ApplicationStarted.Register(() =>
        {
            app.Logger.LogInformation("Portal {Version} has started.", PortalMetrics.Version);
            var portal = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value;
            if (portal.LinkHosts.Count == 0 && !app.Environment.IsDevelopment())
                app.Logger.LogInformation(
                    "Portal:LinkHosts is empty: a link of an account leads to any host by https.");
        });

        app.UseProxies();
        app.UsePortalHeaders();
        app.UseRequestLog();
        app.UseProblems();
        app.UseHosts();
        app.UsePortalPage();
        app.UseRouting();
        app.UseAuthentication();
        app.UseRateLimiter();
        app.UseAuthorization();
        app.MapPortal();
    }
}
