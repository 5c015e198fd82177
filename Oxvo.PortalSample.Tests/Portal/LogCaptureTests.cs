using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>The search that ends every test application finds what it is there to find.</summary>
public sealed class LogCaptureTests
{
    [Theory]
    [InlineData("GET /api/widget-portal?identifier=mira 200", true)]
    [InlineData("Signed in: Mira Okafor", true)]
    [InlineData("Mail to somebody@acme.example", true)]
    [InlineData("GET /api/widget-portal 200 in 1.4 ms", false)]
    [InlineData("Site token refused: expired, kid test-1", false)]
    public void A_line_that_names_a_customer_is_found_and_another_is_not(string line, bool found) =>
        Assert.Equal(found, LogCapture.HoldsSomethingPersonal(line));

    [Fact]
    public void A_token_is_found() => Assert.True(LogCapture.HoldsSomethingPersonal("Bearer " + SiteTokens.For("nobody")));
}
