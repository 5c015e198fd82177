using System.Net;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>The published portal under a path of the site, behind nginx, by TLS.</summary>
[Collection(nameof(Published)), Trait("Category", "Exhaustive")]
public sealed class NginxTests(Published published)
{
    [Theory]
    [InlineData(true, "1.1")]
    [InlineData(true, "2.0")]
    [InlineData(false, "1.1")]
    [InlineData(false, "2.0")]
    public async Task Page_and_api_work_whether_the_path_is_taken_away_or_left(bool isTakenAway, string version)
    {
        using var portal = Start(isTakenAway ? [] : [("Portal__PathBase", "/account")]);
        using var nginx = await NginxAsync(portal, isTakenAway);
        using var visitor = nginx.Client("127.0.0.2", new(version));
        visitor.DefaultRequestHeaders.Authorization = new("Bearer", SiteTokens.For("mira"));

        var page = await visitor.GetAsync("?view=orders");
        var script = await visitor.GetAsync("portal-config.js");
        var account = await visitor.GetAsync("api/widget-portal?identifier=mira");
        var log = await nginx.StopAsync();

        Assert.All([page, script, account], answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        Assert.Equal(new(version), page.Version);
        Assert.Equal("max-age=31536000", page.Headers.GetValues("Strict-Transport-Security").Single());
        Assert.Contains("\"GET /account/api/widget-portal\" 200", log);
        Assert.DoesNotContain("mira", log);
        Assert.DoesNotContain("X-Forwarded-For", portal.Output);
    }

    [Fact]
    public async Task Requests_are_counted_by_visitor_whatever_they_claim_to_be_forwarded_for()
    {
        using var portal = Start([("Portal__RequestsPerMinute__Address", "2")]);
        using var nginx = await NginxAsync(portal, isTakenAway: true);
        using var one = nginx.Client("127.0.0.2", HttpVersion.Version20);
        using var other = nginx.Client("127.0.0.3", HttpVersion.Version20);

        var answers = new List<HttpStatusCode>();
        foreach (var claimed in new[] { "198.51.100.1", "198.51.100.2", "198.51.100.3" })
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(one.BaseAddress!, "api/widget-portal"))
            { Version = HttpVersion.Version20, Headers = { { "X-Forwarded-For", claimed } } };
            answers.Add((await one.SendAsync(request)).StatusCode);
        }
        answers.Add((await other.GetAsync("api/widget-portal")).StatusCode);

        Assert.Equal([401, 401, 429, 401], answers.Select(status => (int)status));
    }

    Command Start((string, string)[] settings) => Command.Start(published.Folder, ["dotnet", "Oxvo.PortalSample.dll"],
    [
        .. published.Settings, ("AllowedHosts", "www.acme.example"), ("Portal__KnownProxies__0", Nginx.Address),
        .. settings,
    ]);

    static async Task<Nginx> NginxAsync(Command portal, bool isTakenAway)
    {
        using var direct = await Published.ClientAsync(portal);
        var upstream = direct.BaseAddress!.ToString();
        return await Nginx.StartAsync(isTakenAway ? upstream : upstream.TrimEnd('/'));
    }
}
