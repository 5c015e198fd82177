using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.ForYourSite;

namespace Oxvo.PortalSample.Demo.Messenger;

/// <summary>B, the mock messenger: <c>sdk.js</c> for the site, its frame's page, the apps, the contacts.</summary>
internal static class MessengerApp
{
    const string AnyApp = "https: http://localhost:* http://*.localhost:* http://127.0.0.1:*";
    const string Sdk = "/packs/js/sdk.js", Frame = "/widget", Settings = "/settings", Messages = "/messages";

    public static WebApplication Build(MockAddresses addresses, IServiceProvider services, Library library)
    {
        var builder = MockWebApp.CreateBuilder(addresses.Messenger, services);
        builder.Services.AddSingleton(services.GetRequiredService<MessengerContacts>());
        builder.Services.AddSingleton(services.GetRequiredService<IOptions<MockHostOptions>>().Value);
        builder.Services.AddSingleton(services.GetRequiredService<AppMaker>());
        builder.Services.AddSingleton(services.GetRequiredService<FirstApps>());
        builder.Services.AddSingleton(services.GetRequiredService<StatusWidgets>());
        builder.Services.AddSingleton(library);
        builder.Services.AddSingleton<WidgetApps>();
        builder.Services.AddSingleton<EmbedVerdicts>();
        builder.Services.AddSingleton<MessageLog>();
        builder.AddStatus(addresses);

        var app = builder.Build();
        app.UseGuards(addresses.Messenger, http => ContentSecurityPolicy(http.Request.Path, addresses));
        // Another site may load the SDK, and nothing else of B. The messenger's own page may be a window that the site
        // opened, and keeps its opener then.
        app.Use((http, next) =>
        {
            var headers = http.Response.Headers;
            if (http.Request.Path == Sdk) headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            if (http.Request.Path == Frame) headers["Cross-Origin-Opener-Policy"] = "unsafe-none";
            return next(http);
        });
        app.UseFiles(addresses.Page("messenger"));
        app.UseRouting();
        app.MapPage(Frame, "messenger/widget.html");
        app.MapPage(Settings, "messenger/settings.html");
        app.MapPost("/api/identify", Identify);
        app.MapWidgetApps();
        app.MapLibrary();
        app.MapStatus();
        if (addresses.Own is { } own) app.MapMessages(own);
        else app.MapGet("/", () => TypedResults.Redirect(addresses.Site));
        return app;
    }

    /// <summary>The log of a site that has no demo bar to show it in.</summary>
    static void MapMessages(this WebApplication app, OwnSite own)
    {
        app.MapGet("/", () => TypedResults.Redirect(Messages));
        app.MapPage(Messages, "messenger/messages.html",
            page => page.Replace("{token}", own.WebsiteToken, StringComparison.Ordinal));
        app.MapScript("/message-row.js", addresses => addresses.Page("site/message-row.js"));
        app.MapPost("/api/messages", (LoggedMessage message, MessageLog log) => log.Add(message));
        app.MapDelete("/api/messages", (MessageLog log) => log.Clear());
        app.MapGet("/api/messages", (MessageLog log, IHostApplicationLifetime lifetime, HttpContext http) =>
        {
            // An open page must not keep the server from stopping.
            var end = CancellationTokenSource.CreateLinkedTokenSource(
                http.RequestAborted, lifetime.ApplicationStopping);
            http.Response.RegisterForDispose(end);
            return TypedResults.ServerSentEvents(log.FollowAsync(end.Token));
        });
    }

    /// <summary>
    /// In the demo an app may be anywhere, and one turned on in the settings shows in a home screen that is open
    /// already. So what the two pages frame (and what the messenger asks whether it answers) is bound by scheme only,
    /// and what an app may do by its frame's allow list. For a site of one's own, the named portals only.
    /// </summary>
    static string ContentSecurityPolicy(PathString page, MockAddresses addresses)
    {
        if (page == Messages && addresses.Own is not null)
            return "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
                + "frame-ancestors 'none'; form-action 'none'; base-uri 'none'; "
                + "require-trusted-types-for 'script'; trusted-types 'none'";
        if (page != Frame && page != Settings) return "default-src 'none'; frame-ancestors 'none'";
        var framed = addresses.Own is { } own ? string.Join(' ', own.PortalOrigins) : AnyApp;
        var (apps, ancestors) = page == Frame ? (" " + framed, string.Join(' ', addresses.Sites)) : ("", "'none'");
        return $"default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'{apps}; "
            + $"frame-src {framed}; frame-ancestors {ancestors}; form-action 'none'; base-uri 'none'; "
            + "require-trusted-types-for 'script'; trusted-types 'none'";
    }

    /// <summary>
    /// What OXVO knows of an identifier: whether its hash is "right", "wrong" or "missing", and the contact's number.
    /// What follows from a wrong or a missing hash is decided in the page, so that two tabs can be told different
    /// things.
    /// </summary>
    static async Task<IResult> Identify(IdentifyRequest request, MessengerContacts contacts, CancellationToken cancel)
    {
        var hash = request.IdentifierHash switch
        {
            null or "" => "missing",
            var given when IdentifierHash.IsRight(request.Identifier, given, contacts.Secret) => "right",
            _ => "wrong",
        };
        var number = await contacts.FindNumberAsync(request.Identifier, cancel);
        return TypedResults.Ok(new { Hash = hash, Id = number ?? MakeUpContact(request.Identifier) });
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
