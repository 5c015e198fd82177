using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.Options;

namespace Oxvo.PortalSample.Portal.Api;

/// <summary>
/// 429 by network address before the token is asked for, and by customer after it. With UseRateLimiter between
/// authentication and authorization that is the order in which a caller sees them.
/// </summary>
public static class PortalLimits
{
    public const string Subject = "subject";
    const int Cells = 1 << 16;

    public static void AddPortalLimits(this IServiceCollection services)
    {
        services.AddRateLimiter(_ => { });
        services.AddOptions<RateLimiterOptions>().Configure<IOptions<PortalOptions>>((limiter, portal) =>
        {
            var limits = portal.Value.RequestsPerMinute;
            limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            limiter.OnRejected = SayWhen;
            limiter.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, int>(http =>
                AMinute(Network(http.Connection.RemoteIpAddress), limits.Address));
            limiter.AddPolicy(Subject, http => http.User.Identity is { IsAuthenticated: true, Name: { } subject }
                ? AMinute(subject, limits.Subject) : RateLimitPartition.GetNoLimiter(-1));
        });
    }

    /// <summary>
    /// Counts a key's requests in one of a fixed number of cells, so that a million addresses fill no memory. Keys that
    /// share a cell share its limit: one in 65,536, and which ones is different in each process.
    /// </summary>
    public static RateLimitPartition<int> AMinute(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(
            key.GetHashCode(StringComparison.Ordinal) & (Cells - 1),
            _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1) });

    // One subscriber of IPv6 holds a whole /64, so that is what counts as one address.
    static string Network(IPAddress? address) => address switch
    {
        null => "",
        { IsIPv4MappedToIPv6: true } => address.MapToIPv4().ToString(),
        { AddressFamily: AddressFamily.InterNetworkV6 } => Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8)),
        _ => address.ToString(),
    };

    static ValueTask SayWhen(OnRejectedContext context, CancellationToken cancel)
    {
        var wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out var time) ? time : TimeSpan.FromMinutes(1);
        context.HttpContext.Response.Headers.RetryAfter =
            Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        return ValueTask.CompletedTask;
    }
}
