namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>One line a request, in which the route stands for the path.</summary>
public sealed class RequestLogTests(PortalApp portal) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("GET", "/api/widget-portal?identifier=mira", "GET /api/widget-portal 200 in ")]
    [InlineData("GET", "/?view=orders", "GET (file) 200 in ")]
    [InlineData("HEAD", "/portal.css", "HEAD (file) 200 in ")]
    [InlineData("GET", "/nothing", "GET (none) 404 in ")]
    [InlineData("POST", "/nothing", "POST (none) 404 in ")]
    [InlineData("PUT", "/nothing", "PUT (none) 404 in ")]
    [InlineData("DELETE", "/nothing", "DELETE (none) 404 in ")]
    [InlineData("OPTIONS", "/nothing", "OPTIONS (none) 404 in ")]
    [InlineData("MIRA", "/nothing", "OTHER (none) 404 in ")]
    public async Task A_request_is_logged_by_its_method_route_status_and_duration(string method, string address, string line)
    {
        using var mira = portal.SignedInAs("mira");

        await mira.SendAsync(new(new(method), address));

        Assert.Contains(portal.Log, logged => logged.StartsWith("Information " + line, StringComparison.Ordinal) && logged.TrimEnd().EndsWith(" ms", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_of_the_program_is_logged_with_its_request()
    {
        using var broken = PortalApp.With(new FaultySection("Mira Okafor"));

        await broken.SignedInAs("mira").GetAsync("/api/widget-portal?identifier=mira");

        Assert.Contains(broken.Log, line => line.Contains("GET /api/widget-portal 500 in "));
    }

    [Fact]
    public async Task The_frameworks_own_request_lines_are_not_written()
    {
        using var mira = portal.SignedInAs("mira");

        await mira.GetAsync("/api/widget-portal?identifier=mira");

        Assert.NotEmpty(portal.Log);
        Assert.DoesNotContain(portal.Log, line => line.Contains("Request starting") || line.Contains("Request finished"));
    }
}
