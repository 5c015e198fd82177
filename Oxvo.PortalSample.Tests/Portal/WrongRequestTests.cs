using System.Net;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>Wrong methods and addresses: each an answer that says what to do, and no data.</summary>
public sealed class WrongRequestTests(PortalApp portal) : IClassFixture<PortalApp>
{
    [Theory]
    [InlineData("POST")]
    [InlineData("PUT")]
    [InlineData("DELETE")]
    [InlineData("PATCH")]
    [InlineData("OPTIONS")]
    [InlineData("TRACE")]
    public async Task Another_method_than_get_changes_nothing_and_gets_405(string method)
    {
        using var mira = portal.SignedInAs("mira");

        var answer = await mira.SendAsync(new(new(method), "/api/widget-portal?identifier=mira"));

        Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
        await Problem.AssertIsAsync(answer, "method_not_allowed");
    }

    [Theory]
    [InlineData("/nothing-here")]
    [InlineData("/api/widget-portal.")]
    [InlineData("/api%2fwidget-portal")]
    [InlineData("/api/widget-portal/mira")]
    [InlineData("/..%2fappsettings.json")]
    [InlineData("/appsettings.json")]
    public async Task An_unknown_address_gets_404_as_json_whatever_is_accepted(string path)
    {
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Accept.ParseAdd("text/html");

        var answer = await client.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await Problem.AssertIsAsync(answer, "not_found");
    }

    [Fact]
    public async Task Another_fault_of_the_request_keeps_its_status()
    {
        using var client = portal.CreateClient();
        client.DefaultRequestHeaders.Range = new(1_000_000_000, null);

        var answer = await client.GetAsync("/portal.css");

        Assert.Equal(HttpStatusCode.RequestedRangeNotSatisfiable, answer.StatusCode);
        await Problem.AssertIsAsync(answer, "invalid_request");
    }
}
