using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Web;

namespace Oxvo.PortalSample.Demo.Apps;

/// <summary>What B needs for its apps.</summary>
internal static class ApplicationServices
{
    public static void AddApplications(this WebApplicationBuilder builder, Library library, IServiceProvider portal)
    {
        var files = portal.GetRequiredService<ApplicationFiles>();
        var options = portal.GetRequiredService<IOptions<MockHostOptions>>().Value;
        builder.Services.AddSingleton(options);
        builder.Services.AddSingleton(library.Changes);
        builder.Services.AddSingleton(library);
        builder.Services.AddSingleton(files.Templates);
        builder.Services.AddSingleton(files.First);
        builder.Services.AddSingleton(files.Maker);
        builder.Services.AddSingleton(new WidgetApps(library, files.Maker, files.First, NamedApp.Draft(options)));
        builder.Services.AddSingleton<EmbedVerdicts>();
    }
}
