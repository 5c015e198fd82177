using System.Net;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>Each application has one name, and only known names are answered.</summary>
[Collection(RunningMock.Name)]
public sealed class AddressTests(MockHostApp mock)
{
    [Theory]
    [InlineData("site", "/")]
    [InlineData("site", "/?as=priya&open=orders")]
    [InlineData("site", "//evil.example/a%20b?to=//evil.example")]
    [InlineData("messenger", "/widget?website_token=acme-store")]
    [InlineData("messenger", "/packs/js/sdk.js")]
    [InlineData("portal", "/?view=orders")]
    [InlineData("portal", "/api/widget-portal?identifier=a%26b")]
    public async Task Under_the_other_name_reading_is_sent_to_the_right_one(string who, string path)
    {
        var right = Origin(who);

        var answer = await MockHostApp.Stranger(Other(right)).GetAsync(new Uri(Other(right) + path));

        Assert.Equal(HttpStatusCode.Found, answer.StatusCode);
        Assert.Equal(right + path, answer.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("site", "/portal-token")]
    [InlineData("messenger", "/api/identify")]
    [InlineData("portal", "/api/widget-portal")]
    public async Task Under_the_other_name_nothing_is_written(string who, string path)
    {
        var answer = await MockHostApp.PageOn(Other(Origin(who))).PostAsync(path, null);

        Assert.Equal(HttpStatusCode.MisdirectedRequest, answer.StatusCode);
    }

    [Theory]
    [InlineData("site", "evil.example")]
    [InlineData("site", "localhost.evil.example")]
    [InlineData("messenger", "evil.example")]
    [InlineData("portal", "evil.example")]
    public async Task An_unknown_host_is_refused(string who, string host)
    {
        var client = MockHostApp.Stranger(Origin(who));
        client.DefaultRequestHeaders.Host = host;

        var answer = await client.GetAsync("/");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain(host, await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_messengers_own_address_leads_to_the_website() =>
        Assert.Equal(mock.Site,
            (await MockHostApp.Stranger(mock.Messenger).GetAsync("/")).Headers.Location!.OriginalString);

    string Origin(string who) => who switch { "site" => mock.Site, "messenger" => mock.Messenger, _ => mock.Portal };

    static string Other(string origin) =>
        origin.Contains("localhost") ? origin.Replace("localhost", "127.0.0.1")
            : origin.Replace("127.0.0.1", "localhost");
}
