using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Oxvo.PortalSample.Demo.Data;

namespace Oxvo.PortalSample.Demo.Web;

/// <summary>What A and B have in common: each is an application in the portal's process, on a loopback port.</summary>
internal static class MockWebApp
{
    const string Script = "text/javascript; charset=utf-8";

    public static WebApplicationBuilder CreateBuilder(string origin, IServiceProvider portal)
    {
        // The empty builder reads no settings and no environment: what is meant for the portal never reaches them.
        var builder = WebApplication.CreateEmptyBuilder(new() { EnvironmentName = Environments.Production });
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 64 * 1024;
            kestrel.ListenLocalhost(new Uri(origin).Port);
        });
        // The framework's request lines hold query strings, and /?as= holds an identifier: only its warnings pass.
        builder.Logging.AddProvider(new PortalLog(portal.GetRequiredService<ILoggerFactory>()))
            .AddFilter("Microsoft", LogLevel.Warning);
        builder.Services.AddSingleton<IHostLifetime, PortalsLifetime>();
        builder.Services.AddSingleton(portal.GetRequiredService<MockAddresses>());
        builder.Services.AddSingleton(portal.GetRequiredService<TimeProvider>());
        builder.Services.AddRouting();
        builder.Services.AddHostFiltering(filter => filter.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower;
            // As JsonSerializerOptions.Strict: nothing is guessed, and nothing that is not known is taken.
            json.SerializerOptions.PropertyNameCaseInsensitive = false;
            json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
            json.SerializerOptions.AllowDuplicateProperties = false;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
        });
        return builder;
    }

    /// <summary>The guards in front of everything, in the order that they need.</summary>
    public static void UseGuards(
        this WebApplication app, string origin, Func<HttpContext, string> contentSecurityPolicy)
    {
        app.UseSecurityHeaders(contentSecurityPolicy);
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = http => Task.CompletedTask,
            StatusCodeSelector = fault => fault is DbException or DemoDataException ? 503 : 500,
        });
        app.UseHostFiltering();
        app.UseCanonicalOrigin(() => origin);
        app.UseSameOriginWrites(origin);
    }

    /// <summary>Pages are served by <see cref="MapPage"/> only, because their placeholders have to be filled.</summary>
    public static void UseFiles(this WebApplication app, string folder)
    {
        var types = new FileExtensionContentTypeProvider();
        types.Mappings.Remove(".html");
        types.Mappings[".css"] = "text/css; charset=utf-8";
        types.Mappings[".js"] = Script;
        app.UseStaticFiles(new StaticFileOptions
        {
            FileProvider = new PhysicalFileProvider(folder),
            ContentTypeProvider = types,
            OnPrepareResponse = file => file.Context.Response.Headers.CacheControl = "no-cache",
        });
    }

    /// <summary>A script that is in another folder than the application's own.</summary>
    public static void MapScript(this WebApplication app, string route, Func<MockAddresses, string> find) =>
        app.MapMethods(route, [HttpMethods.Get, HttpMethods.Head], (MockAddresses addresses, HttpContext http) =>
        {
            var file = find(addresses);
            http.Response.Headers.CacheControl = "no-cache";
            return TypedResults.PhysicalFile(file, Script, lastModified: File.GetLastWriteTimeUtc(file));
        });

    /// <summary>A page of <c>wwwroot</c> with the demo bar and the origins of this run filled in.</summary>
    /// <param name="fill">What else of the page is filled in.</param>
    public static void MapPage(
        this WebApplication app, string route, string file, Func<string, string>? fill = null) =>
        app.MapMethods(route, [HttpMethods.Get, HttpMethods.Head], async (
            MockAddresses addresses, HttpContext http, CancellationToken cancel) =>
        {
            http.Response.Headers.CacheControl = "no-cache";
            var page = await File.ReadAllTextAsync(addresses.Page(file), cancel);
            var bar = await File.ReadAllTextAsync(addresses.Page("site/demo-bar.html"), cancel);
            page = page.Replace("{demo}\n", bar, StringComparison.Ordinal);
            page = addresses.Places.Fill(fill is null ? page : fill(page));
            return TypedResults.Content(page, "text/html; charset=utf-8");
        });

    /// <summary>Everything is logged through the portal's own log.</summary>
    sealed class PortalLog(ILoggerFactory log) : ILoggerProvider
    {
        public ILogger CreateLogger(string categoryName) => log.CreateLogger(categoryName);

        public void Dispose() { }
    }

    /// <summary>The portal's host listens to Ctrl+C; its guests start and stop with it.</summary>
    sealed class PortalsLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
