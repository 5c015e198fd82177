using Oxvo.PortalSample.Tools;

namespace Oxvo.PortalSample.Tests.Tools;

/// <summary>Addresses and origins as people type them.</summary>
public sealed class TypedAddressTests
{
    [Theory]
    [InlineData("https://app.acme.example", "https://app.acme.example/")]
    [InlineData(" App.Acme.example/Widget?a=1#b ", "https://app.acme.example/Widget?a=1#b")]
    [InlineData("app.acme.example:8443", "https://app.acme.example:8443/")]
    [InlineData("localhost:3000/x", "http://localhost:3000/x")]
    [InlineData("LOCALHOST", "http://localhost/")]
    [InlineData("127.0.0.1", "http://127.0.0.1/")]
    [InlineData("[::1]:8080", "http://[::1]:8080/")]
    [InlineData("shop.dev.localhost:7200/a", "http://shop.dev.localhost:7200/a")]
    [InlineData("widget.localhost.acme.example", "https://widget.localhost.acme.example/")]
    [InlineData("app.acme.example/?a=1&amp;b=2", "https://app.acme.example/?a=1&b=2")]
    [InlineData("http://app.acme.example/", "http://app.acme.example/")]
    [InlineData("ftp://app.acme.example/", "ftp://app.acme.example/")]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("javascript:1", null)]
    [InlineData("mira@acme.example", null)]
    [InlineData("widget", null)]
    [InlineData("https://", null)]
    [InlineData("", null)]
    public void A_host_without_a_scheme_gets_one(string typed, string? read) =>
        Assert.Equal(read, TypedAddress.Read(typed)?.AbsoluteUri);

    [Theory]
    [InlineData("https://www.acme.example", "https://www.acme.example")]
    [InlineData("https://WWW.Acme.example:443/", "https://www.acme.example")]
    [InlineData("http://localhost:5100", "http://localhost:5100")]
    [InlineData("https://www.acme.example/path", null)]
    [InlineData("https://www.acme.example/?a=1", null)]
    [InlineData("https://www.acme.example/#a", null)]
    [InlineData("https://mira@www.acme.example", null)]
    [InlineData("ftp://www.acme.example", null)]
    [InlineData("www.acme.example", null)]
    [InlineData("null", null)]
    [InlineData("*", null)]
    public void An_origin_is_an_origin_and_nothing_more(string typed, string? origin) =>
        Assert.Equal(origin, TypedAddress.ReadOrigin(typed));
}
