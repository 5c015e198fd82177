using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Oxvo.PortalSample.MockHost;

/// <summary>B: the mock messenger. <c>sdk.js</c> for the site, the page of its frame, the list of apps, and who a contact is.</summary>
internal static class MessengerApp
{
    const string Sdk = "/packs/js/sdk.js", Frame = "/widget";

    public static WebApplication Build(MockAddresses addresses, IServiceProvider portal)
    {
        var builder = MockWebApp.CreateBuilder(addresses.Messenger, portal);
        builder.Services.AddSingleton(addresses);
        builder.Services.AddSingleton(AppCatalogue.Read(addresses.AppsFile));
        builder.Services.AddSingleton(new SiteCustomers(portal.GetRequiredService<DbDataSource>()));
        builder.Services.AddSingleton(portal.GetRequiredService<SiteSigningKey>());
        builder.AddStatus(addresses);

        var app = builder.Build();
        var catalogue = app.Services.GetRequiredService<AppCatalogue>();
        app.UseGuards(addresses.Messenger, http => ContentSecurityPolicy(http, addresses, catalogue));
        // Another site may load the SDK, and nothing else of B.
        app.Use((http, next) =>
        {
            if (http.Request.Path == Sdk) http.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            return next(http);
        });
        app.UseFiles(addresses.Files("messenger"));
        app.UseRouting();
        app.MapPage(Frame, Path.Combine(addresses.Files("messenger"), "widget.html"), addresses);
        app.MapGet("/", () => TypedResults.Redirect(addresses.Site));
        app.MapGet("/api/apps", Apps);
        app.MapPost("/api/identify", Identify);
        app.MapStatus();
        return app;
    }

    static string ContentSecurityPolicy(HttpContext http, MockAddresses addresses, AppCatalogue catalogue) =>
        http.Request.Path != Frame
            ? "default-src 'none'; frame-ancestors 'none'"
            : "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                + $"frame-src {string.Join(' ', catalogue.Origins(addresses.Portal))}; frame-ancestors {addresses.Site}; "
                + "form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'; trusted-types 'none'";

    static Ok<IReadOnlyList<MessengerAppEntry>> Apps(AppCatalogue catalogue, MockAddresses addresses) =>
        TypedResults.Ok(catalogue.Resolve(addresses.Portal));

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
