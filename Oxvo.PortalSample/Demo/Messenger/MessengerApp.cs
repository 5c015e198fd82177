using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Oxvo.PortalSample.Demo.Acme;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.ForYourSite;
using Oxvo.PortalSample.Portal.Accounts;

namespace Oxvo.PortalSample.Demo.Messenger;

/// <summary>B: the mock messenger. <c>sdk.js</c> for the site, the page of its frame, the list of apps, and who a contact is.</summary>
internal static class MessengerApp
{
    const string AnyApp = "https: http://localhost:* http://127.0.0.1:*";
    const string Sdk = "/packs/js/sdk.js", Frame = "/widget", Settings = "/settings";

    public static WebApplication Build(MockAddresses addresses, IServiceProvider portal, Library library)
    {
        var builder = MockWebApp.CreateBuilder(addresses.Messenger, portal);
        builder.Services.AddSingleton(addresses);
        builder.Services.AddSingleton(new SiteCustomers(portal.GetRequiredService<AccountsDatabase>()));
        builder.Services.AddSingleton(portal.GetRequiredService<SiteSigningKey>());
        builder.AddApplications(library, portal);
        builder.AddStatus(addresses);

        var app = builder.Build();
        app.UseGuards(addresses.Messenger, http => ContentSecurityPolicy(http.Request.Path, addresses.Site));
        // Another site may load the SDK, and nothing else of B.
        app.Use((http, next) =>
        {
            if (http.Request.Path == Sdk) http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return next(http);
        });
        app.UseFiles(addresses.Files("messenger"));
        app.UseRouting();
        app.MapPage(Frame, Path.Combine(addresses.Files("messenger"), "widget.html"), addresses);
        app.MapPage(Settings, Path.Combine(addresses.Files("messenger"), "settings.html"), addresses);
        app.MapGet("/", () => TypedResults.Redirect(addresses.Site));
        app.MapPost("/api/identify", Identify);
        app.MapWidgetApps();
        app.MapLibrary();
        app.MapChecks();
        app.MapStatus();
        return app;
    }

    /// <summary>
    /// An app may be anywhere, and one turned on in the settings shows in a home screen that is open already: so what the two pages
    /// frame is bound by scheme alone (and what the messenger asks whether it answers), and what an app may do by its frame's allow list.
    /// </summary>
    static string ContentSecurityPolicy(PathString page, string site) =>
        page != Frame && page != Settings
            ? "default-src 'none'; frame-ancestors 'none'"
            : "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
                + $"connect-src 'self'{(page == Frame ? " " + AnyApp : "")}; frame-src {AnyApp}; frame-ancestors {(page == Frame ? site : "'none'")}; "
                + "form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    /// <summary>
    /// What OXVO knows of an identifier: whether its hash is right, and the contact's number. What follows from a wrong or a
    /// missing hash is decided in the page, so that two tabs can be told different things.
    /// </summary>
    static async Task<Ok<IdentifyAnswer>> Identify(
        IdentifyRequest request, SiteCustomers customers, SiteSigningKey key, CancellationToken cancel)
    {
        var hash = string.IsNullOrEmpty(request.IdentifierHash) ? "missing"
            : IdentifierHash.IsRight(request.Identifier, request.IdentifierHash, key.MessengerSecret) ? "right" : "wrong";
        var customer = await customers.FindAsync(request.Identifier, cancel);
        return TypedResults.Ok(new IdentifyAnswer { Hash = hash, Id = customer?.ContactId ?? MadeUpContact(request.Identifier) });
    }

    // The same at every start, and far from the numbers that the database holds.
    static long MadeUpContact(string identifier) =>
        700_000_000 + BinaryPrimitives.ReadUInt32BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(identifier))) % 100_000_000;
}

/// <summary>What the site said in <c>oxvo.identify</c>.</summary>
public sealed record IdentifyRequest
{
    public required string Identifier { get; init; }
    public string? IdentifierHash { get; init; }
}

internal sealed record IdentifyAnswer
{
    /// <summary>"right", "wrong" or "missing".</summary>
    public required string Hash { get; init; }
    public required long Id { get; init; }
}
