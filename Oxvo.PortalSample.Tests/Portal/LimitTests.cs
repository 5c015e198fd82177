using System.Net;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Portal.Api;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>What the limits keep of those who ask: no more for a million of them.</summary>
public sealed class LimitTests
{
    const int Million = 1_000_000;

    [Fact]
    public void A_million_customers_or_addresses_share_few_cells_evenly()
    {
        var cells = Enumerable.Range(0, Million)
            .CountBy(i => PortalLimits.AMinute($"customer-{i}", 30).PartitionKey).Select(cell => cell.Value).ToArray();

        Assert.InRange(cells.Length, 60_000, 65_536);
        Assert.InRange(cells.Max(), 16, 60);
    }

    [Fact, Trait("Category", "Exhaustive")]
    public void Further_addresses_take_no_further_memory()
    {
        using var portal = new PortalApp();
        var limiter = portal.Services.GetRequiredService<IOptions<RateLimiterOptions>>().Value.GlobalLimiter!;

        Ask(limiter, 0, Million / 4);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        Ask(limiter, Million / 4, Million);
        var bytesForEach = (GC.GetTotalMemory(forceFullCollection: true) - before) / (Million * 3 / 4);

        Assert.InRange(bytesForEach, long.MinValue, 100);
    }

    static void Ask(PartitionedRateLimiter<HttpContext> limiter, int from, int to)
    {
        var http = new DefaultHttpContext();
        for (var i = from; i < to; i++)
        {
            http.Connection.RemoteIpAddress = new IPAddress(i);
            using var lease = limiter.AttemptAcquire(http);
        }
    }
}
