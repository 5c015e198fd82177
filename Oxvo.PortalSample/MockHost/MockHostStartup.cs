using Microsoft.Extensions.Options;
using Oxvo.PortalSample.MockHost;
using Oxvo.PortalSample.MockHost.Applications;
using Oxvo.PortalSample.Portal;

// ASP.NET finds this by itself, so nothing outside the folder refers to the mock: delete the folder and it is gone.
[assembly: HostingStartup(typeof(MockHostStartup))]

namespace Oxvo.PortalSample.MockHost;

/// <summary>Adds Acme's website and the mock messenger to the portal's process where <c>MockHost:Enabled</c> says so.</summary>
public sealed class MockHostStartup : IHostingStartup
{
    public void Configure(IWebHostBuilder builder) => builder.ConfigureAppConfiguration(settings =>
        settings.AddCommandLine(Environment.GetCommandLineArgs()[1..], NamedApp.Arguments)).ConfigureServices(services =>
    {
        services.AddOptions<MockHostOptions>().BindConfiguration(MockHostOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MockHostOptions>, MockHostCheck>();
        services.AddSingleton<SiteSigningKey>();
        services.AddSingleton<MockAddresses>();
        services.AddSingleton<ApplicationFiles>();
        services.AddSingleton<IStartupFilter, CanonicalPortal>();
        services.AddHostedService<MockHostService>();

        // Whether the mock runs is asked of the configuration: asking the options would report their faults twice.
        services.AddOptions<PortalOptions>().PostConfigure<IConfiguration, SiteSigningKey>((portal, settings, key) =>
        {
            if (MockHostOptions.IsEnabled(settings)) portal.Site.Keys.Add(key.Public);
        });
    });
}
