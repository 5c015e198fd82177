using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal.Hosting;

/// <summary>
/// What stands between the visitor and the portal: a proxy that speaks for the visitor, a path in front of every
/// address, and the names that the portal answers to.
/// </summary>
public static class Proxies
{
    public static void AddProxies(this IServiceCollection services)
    {
        services.AddOptions<ForwardedHeadersOptions>().Configure<IOptions<PortalOptions>>((forwarded, portal) =>
        {
            var known = portal.Value.KnownProxies;
            forwarded.ForwardedHeaders = known.Count == 0
                ? ForwardedHeaders.None : ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            // One proxy behind another: each has to be known, so the first that is not is the visitor.
            forwarded.ForwardLimit = null;
            forwarded.KnownIPNetworks.Clear();
            forwarded.KnownProxies.Clear();
            foreach (var proxy in known)
                if (IPAddress.TryParse(proxy, out var address)) forwarded.KnownProxies.Add(address);
                else forwarded.KnownIPNetworks.Add(System.Net.IPNetwork.Parse(proxy));
        });

        // The framework's place for its host filter is before everything: its 400 carries no header of ours, and a
        // probe that asks by address gets it too. Ours is in UseHosts.
        var filter = services.FirstOrDefault(s => s.ImplementationType?.Name == "HostFilteringStartupFilter");
        if (filter is not null) services.Remove(filter);
    }

    public static void UseProxies(this WebApplication app)
    {
        app.UseForwardedHeaders();
        app.WarnOnce(IsFromUnknownProxy, http => app.Logger.LogWarning(
            "A request from {Address} carries X-Forwarded-For, which is not believed. If {Address} is your proxy, list "
            + "it or its network in Portal:KnownProxies: until then all visitors behind it count as one, and browsers "
            + "are not told to stay on https.", http.Connection.RemoteIpAddress, http.Connection.RemoteIpAddress));
        if (!app.Environment.IsDevelopment())
            app.WarnOnce(IsPlainVisitor, _ => app.Logger.LogWarning(
                "A request came over plain http, which anybody on the way can read and change. Let a proxy in front of "
                + "the portal redirect http to https. If one does, let it send X-Forwarded-For and X-Forwarded-Proto, "
                + "and list it in Portal:KnownProxies."));
        var portal = app.Services.GetRequiredService<IOptions<PortalOptions>>().Value;
        if (portal.PathBase is { Length: > 0 } prefix) app.UsePathBase(prefix);
    }

    /// <summary>
    /// Refuses a name that <c>AllowedHosts</c> does not list, except to probes: a balancer asks each machine by its
    /// address, and what it is told is no secret.
    /// </summary>
    public static void UseHosts(this WebApplication app) =>
        app.UseWhen(http => !http.Request.Path.StartsWithSegments("/health"), named => named.UseHostFiltering());

    // What a known proxy says was moved to another header.
    static bool IsFromUnknownProxy(HttpContext http) => http.Request.Headers.ContainsKey("X-Forwarded-For")
        && !http.Request.Headers.ContainsKey("X-Original-For");

    // A proxy on this machine, and a probe, may well come over plain http; a proxy that says nothing of its visitors
    // looks like a visitor.
    static bool IsPlainVisitor(HttpContext http) => !http.Request.IsHttps
        && http.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address)
        && !http.Request.Path.StartsWithSegments("/health") && !http.Request.Headers.ContainsKey("X-Forwarded-For");

    static void WarnOnce(this WebApplication app, Func<HttpContext, bool> isDue, Action<HttpContext> warn)
    {
        var said = 0;
        app.Use((http, next) =>
        {
            if (isDue(http) && Interlocked.Exchange(ref said, 1) == 0) warn(http);
            return next(http);
        });
    }
}
