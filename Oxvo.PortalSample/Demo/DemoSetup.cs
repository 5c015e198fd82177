using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Acme;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Data;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Portal;

namespace Oxvo.PortalSample.Demo;

/// <summary>
/// The demo around the portal: in Development its accounts, and Acme's website and the mock messenger where
/// <c>MockHost:Enabled</c> says so.
/// </summary>
public static class DemoSetup
{
    public static void AddDemo(this WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration.AddCommandLine(args, NamedApp.Arguments);
        builder.Services.AddOptions<MockHostOptions>().BindConfiguration(MockHostOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<MockHostOptions>, MockHostCheck>();
        builder.Services.AddSingleton<SiteSigningKey>();
        builder.Services.AddSingleton<MockAddresses>();
        builder.Services.AddSingleton<ApplicationFiles>();
        builder.Services.AddHostedService<DemoAccounts>();
        builder.Services.AddHostedService<MockHostService>();

        // Whether the mock runs is asked of the configuration: asking the options would report their faults twice.
        builder.Services.AddOptions<PortalOptions>().PostConfigure<IConfiguration, SiteSigningKey>((portal, settings, key) =>
        {
            if (MockHostOptions.IsEnabled(settings)) portal.Site.Keys.Add(key.Public);
        });
    }

    /// <summary>In front of the portal: it is reached under one name only, while the mock runs beside it.</summary>
    public static void UseDemo(this WebApplication app)
    {
        if (MockHostOptions.IsEnabled(app.Configuration)) app.UseCanonicalPortal(app.Services.GetRequiredService<MockAddresses>());
    }
}
