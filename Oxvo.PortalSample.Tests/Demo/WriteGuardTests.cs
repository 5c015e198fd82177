using System.Net;
using System.Text;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>No page but its own can make A or B write.</summary>
[Collection(RunningMock.Name)]
public sealed class WriteGuardTests(MockHostApp mock)
{
    static readonly string[] FromElsewhere =
    [
        "", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Sec-Fetch-Site: none",
        "Sec-Fetch-Site: Same-Origin", "Origin: null", "Origin: https://evil.example", "Origin: OWN.evil.example",
        "Origin: OWN/", "Origin: PORTAL", "Sec-Fetch-Site: cross-site\nOrigin: OWN",
    ];

    [Theory]
    [InlineData("A PUT /demo/session")]
    [InlineData("A DELETE /demo/session")]
    [InlineData("A PATCH /demo/session")]
    [InlineData("A POST /demo/reset")]
    [InlineData("A POST /portal-token")]
    [InlineData("A OPTIONS /portal-token")]
    [InlineData("A POST /")]
    [InlineData("A DELETE /nowhere")]
    [InlineData("B POST /api/identify")]
    [InlineData("B POST /widget")]
    [InlineData("B PUT /packs/js/sdk.js")]
    [InlineData("B POST /settings")]
    [InlineData("B PUT /settings")]
    [InlineData("B PATCH /settings")]
    [InlineData("B DELETE /settings")]
    [InlineData("B OPTIONS /settings")]
    [InlineData("B TRACE /settings")]
    [InlineData("B QUERY /settings")]
    [InlineData("B POST /api/library/apps")]
    [InlineData("B PUT /api/library/apps/1")]
    [InlineData("B PATCH /api/library/apps/1")]
    [InlineData("B DELETE /api/library/apps/1")]
    [InlineData("B PUT /api/widgets/acme-store/apps/1")]
    [InlineData("B DELETE /api/widgets/acme-store/apps/1")]
    [InlineData("B POST /api/apps/make")]
    [InlineData("B POST /api/embed-check")]
    public async Task A_write_from_elsewhere_is_refused(string write)
    {
        foreach (var headers in FromElsewhere)
        {
            var answer = await SendAsync(write, headers);

            Assert.True(answer.StatusCode == HttpStatusCode.Forbidden, $"{headers}: {answer.StatusCode}");
            Assert.False(answer.Headers.Contains("Set-Cookie"));
        }
    }

    [Theory]
    [InlineData("Sec-Fetch-Site: same-origin")]
    [InlineData("Sec-Fetch-Site: same-origin\nOrigin: OWN")]
    [InlineData("Origin: OWN")]
    public async Task A_write_from_the_own_page_is_done(string headers)
    {
        Assert.Equal(HttpStatusCode.NoContent, (await SendAsync("A PUT /demo/session", headers)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("B POST /api/identify", headers)).StatusCode);
    }

    [Theory]
    [InlineData("A GET /demo/customers")]
    [InlineData("A HEAD /")]
    [InlineData("B GET /packs/js/sdk.js")]
    public async Task Reading_asks_for_no_origin(string read) =>
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(read, "Sec-Fetch-Site: cross-site")).StatusCode);

    Task<HttpResponseMessage> SendAsync(string line, string headers)
    {
        var (own, method, path) = line.Split(' ') is [var who, var verb, var where]
            ? (who == "A" ? mock.Site : mock.Messenger, verb, where) : default;
        var request = new HttpRequestMessage(new(method), path);
        if (method is "PUT" or "POST" or "PATCH")
            request.Content = new StringContent("""{"identifier":"mira"}""", Encoding.UTF8, "application/json");
        foreach (var header in headers.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            request.Headers.Add(header.Split(": ")[0],
                header.Split(": ")[1].Replace("OWN", own).Replace("PORTAL", mock.Portal));
        return MockHostApp.Stranger(own).SendAsync(request);
    }
}
