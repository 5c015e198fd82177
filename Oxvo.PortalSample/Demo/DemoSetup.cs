using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Acme;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Messenger;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Portal;

namespace Oxvo.PortalSample.Demo;

/// <summary>
/// The demo around the portal: in Development its accounts, and Acme's website and the mock messenger where
/// <c>MockHost:Enabled</c> says so.
/// </summary>
public static class DemoSetup
{
    // Not by their bare names: half of all machines have a variable TITLE or APP.
    static readonly Dictionary<string, string> Arguments = new()
    {
        ["--app"] = $"{MockHostOptions.Section}:{nameof(MockHostOptions.App)}",
        ["--title"] = $"{MockHostOptions.Section}:{nameof(MockHostOptions.AppTitle)}",
    };

    public static void AddDemo(this WebApplicationBuilder builder, string[] args)
    {
        builder.Configuration.AddCommandLine(args, Arguments);
        var services = builder.Services;
        services.AddOptions<MockHostOptions>().BindConfiguration(MockHostOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<MockHostOptions>, MockHostCheck>();
        services.AddSingleton<SiteSigningKey>();
        services.AddSingleton<PortalVerdicts>();
        services.AddSingleton<SiteAccounts>();
        services.AddSingleton<MockAddresses>();
        services.AddSingleton(provider => ReadContacts(
            provider.GetRequiredService<SiteAccounts>(), provider.GetRequiredService<SiteSigningKey>()));
        services.AddSeed("apps.json", FirstApps.Read);
        services.AddSeed("status/pages.json", StatusWidgets.Read);
        services.AddSeed("app-templates", AppTemplates.Read);
        services.AddSingleton(provider => new AppMaker(
            provider.GetRequiredService<AppTemplates>(), () => provider.GetRequiredService<MockAddresses>().Places));
        services.AddHostedService<DemoHost>();

        // Whether the mock runs is asked of the configuration: asking the options would report their faults twice.
        services.AddOptions<PortalOptions>().PostConfigure<IConfiguration, SiteSigningKey>((portal, settings, key) =>
        {
            if (MockHostOptions.IsEnabled(settings)) portal.Site.Keys.Add(key.Public);
        });
    }

    /// <summary>
    /// In front of the portal, while the mock runs beside it: it is reached under one name only, and the demo's log of
    /// messages sees what it answers.
    /// </summary>
    public static void UseDemo(this WebApplication app)
    {
        if (!MockHostOptions.IsEnabled(app.Configuration)) return;
        app.UseCanonicalPortal(app.Services.GetRequiredService<MockAddresses>());
        var verdicts = app.Services.GetRequiredService<PortalVerdicts>();
        app.Use(next => http => verdicts.WatchAsync(http, next));
    }

    static MessengerContacts ReadContacts(SiteAccounts accounts, SiteSigningKey key) => new(key.MessengerSecret,
        async (identifier, cancel) => (await accounts.FindAsync(identifier, cancel))?.ContactId);

    static void AddSeed<T>(this IServiceCollection services, string path, Func<string, T> read) where T : class =>
        services.AddSingleton(provider => read(provider.GetRequiredService<MockAddresses>().Seed(path)));
}
