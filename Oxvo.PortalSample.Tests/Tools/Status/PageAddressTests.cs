using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>Pasted addresses, reduced to where the feed may be.</summary>
public sealed class PageAddressTests
{
    [Theory]
    [InlineData("https://status.acme.example", "https://status.acme.example")]
    [InlineData(" https://status.acme.example/ ", "https://status.acme.example")]
    [InlineData("status.acme.example", "https://status.acme.example")]
    [InlineData("HTTPS://Status.Acme.Example:443/?utm_source=x#top", "https://status.acme.example")]
    [InlineData("https://status.acme.example/de", "https://status.acme.example/de", "https://status.acme.example")]
    [InlineData("https://status.acme.example/pt-BR/incidents/abc",
        "https://status.acme.example/pt-BR", "https://status.acme.example")]
    [InlineData("https://acme.example/status/us-east/history",
        "https://acme.example/status/us-east", "https://acme.example/status", "https://acme.example")]
    [InlineData("https://acme.example/eu/de/incidents/abc",
        "https://acme.example/eu/de", "https://acme.example/eu", "https://acme.example")]
    [InlineData("https://acme.example/fr/status",
        "https://acme.example/fr/status", "https://acme.example")]
    [InlineData("https://status.acme.example/incidents/abc123", "https://status.acme.example")]
    [InlineData("https://status.acme.example/history.atom", "https://status.acme.example")]
    [InlineData("https://status.acme.example/api/v2/status.json", "https://status.acme.example")]
    [InlineData("https://status.acme.example/v3/summary.json", "https://status.acme.example")]
    [InlineData("https://status.acme.example/index.json?x=1", "https://status.acme.example")]
    [InlineData("https://acme.example:8443/status/", "https://acme.example:8443/status", "https://acme.example:8443")]
    [InlineData("https://acme.example/status/eu-cloud/api/v2/summary.json",
        "https://acme.example/status/eu-cloud", "https://acme.example")]
    public void It_is_reduced_to_the_page(string pasted, params string[] bases) =>
        Assert.Equal(bases, PageAddress.Read(pasted, _ => false));

    [Theory]
    [InlineData("http://status.acme.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://status.acme.example")]
    [InlineData("gopher://status.acme.example")]
    [InlineData("data:application/json,{}")]
    [InlineData("javascript:alert(1)")]
    [InlineData(@"\\server\share")]
    [InlineData("//status.acme.example")]
    [InlineData("https://user:secret@status.acme.example")]
    [InlineData("https://")]
    [InlineData("status")]
    [InlineData("")]
    public void Anything_but_https_is_refused(string pasted) =>
        Assert.Throws<FeedException>(() => PageAddress.Read(pasted, _ => false));

    [Fact]
    public void Plain_http_is_for_the_exception_alone()
    {
        Func<Uri, bool> mock = address => address.Port == 5101;

        Assert.Equal("http://127.0.0.1:5101/mock", PageAddress.Read("http://127.0.0.1:5101/mock/", mock)[0]);
        Assert.Throws<FeedException>(() => PageAddress.Read("http://127.0.0.1:5102/mock/", mock));
        Assert.Throws<FeedException>(() => PageAddress.Read("ftp://127.0.0.1:5101/mock/", mock));
    }
}
