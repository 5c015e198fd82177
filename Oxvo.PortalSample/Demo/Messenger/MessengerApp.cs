using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Acme;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.ForYourSite;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Demo.Messenger;

/// <summary>B, the mock messenger: <c>sdk.js</c> for the site, its frame's page, the apps, the contacts.</summary>
internal static class MessengerApp
{
    const string AnyApp = "https: http://localhost:* http://127.0.0.1:*";
    const string Sdk = "/packs/js/sdk.js", Frame = "/widget", Settings = "/settings";

    public static WebApplication Build(MockAddresses addresses, IServiceProvider portal, Library library)
    {
        var builder = MockWebApp.CreateBuilder(addresses.Messenger, portal);
        builder.Services.AddSingleton(new SiteCustomers(portal.GetRequiredService<AccountsDatabase>()));
        builder.Services.AddSingleton(portal.GetRequiredService<SiteSigningKey>());
        builder.Services.AddSingleton(portal.GetRequiredService<IOptions<MockHostOptions>>().Value);
        builder.Services.AddSingleton(portal.GetRequiredService<AppMaker>());
        builder.Services.AddSingleton(portal.GetRequiredService<FirstApps>());
        builder.Services.AddSingleton(portal.GetRequiredService<StatusWidgets>());
        builder.Services.AddSingleton(library);
        builder.Services.AddSingleton<WidgetApps>();
        builder.Services.AddSingleton<EmbedVerdicts>();
        builder.AddStatus(addresses);

        var app = builder.Build();
        app.UseGuards(addresses.Messenger, http => ContentSecurityPolicy(http.Request.Path, addresses.Site));
        // Another site may load the SDK, and nothing else of B.
        app.Use((http, next) =>
        {
            if (http.Request.Path == Sdk) http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return next(http);
        });
        app.UseFiles(addresses.Page("messenger"));
        app.UseRouting();
        app.MapPage(Frame, "messenger/widget.html");
        app.MapPage(Settings, "messenger/settings.html");
        app.MapGet("/", () => TypedResults.Redirect(addresses.Site));
        app.MapPost("/api/identify", Identify);
        app.MapWidgetApps();
        app.MapLibrary();
        app.MapStatus();
        return app;
    }

    /// <summary>
    /// An app may be anywhere, and one turned on in the settings shows in a home screen that is open already. So what
    /// the two pages frame (and what the messenger asks whether it answers) is bound by scheme only, and what an app
    /// may do by its frame's allow list.
    /// </summary>
    static string ContentSecurityPolicy(PathString page, string site)
    {
        if (page != Frame && page != Settings) return "default-src 'none'; frame-ancestors 'none'";
        var (apps, ancestors) = page == Frame ? (" " + AnyApp, site) : ("", "'none'");
        return $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'{apps}; "
            + $"frame-src {AnyApp}; frame-ancestors {ancestors}; form-action 'none'; base-uri 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";
    }

    /// <summary>
    /// What OXVO knows of an identifier: whether its hash is "right", "wrong" or "missing", and the contact's number.
    /// What follows from a wrong or a missing hash is decided in the page, so that two tabs can be told different
    /// things.
    /// </summary>
    static async Task<IResult> Identify(
        IdentifyRequest request, SiteCustomers customers, SiteSigningKey key, CancellationToken cancel)
    {
        var hash = request.IdentifierHash switch
        {
            null or "" => "missing",
            var given when IdentifierHash.IsRight(request.Identifier, given, key.MessengerSecret) => "right",
            _ => "wrong",
        };
        var customer = await customers.FindAsync(request.Identifier, cancel);
        return TypedResults.Ok(new { Hash = hash, Id = customer?.ContactId ?? MakeUpContact(request.Identifier) });
    }

    // The same at every start, and far from the numbers that the database holds.
    static long MakeUpContact(string identifier)
    {
        var number = BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(identifier)));
        return 700_000_000 + number % 100_000_000;
    }
}

/// <summary>What the site said in <c>oxvo.identify</c>.</summary>
public sealed record IdentifyRequest(string Identifier, string? IdentifierHash = null);
