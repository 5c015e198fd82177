using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Oxvo.PortalSample.ForYourSite;
using Oxvo.PortalSample.Tests.Demo;
using Oxvo.PortalSample.Tests.Portal.Proof;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// An integrator's own site by https, the command <c>mock</c>, and the published portal under a path of that site,
/// behind nginx with the lines of <c>docs/operations.md</c>.
/// </summary>
[Collection(nameof(Published)), Trait("Category", "Exhaustive")]
public sealed class UnderPathTests(Published published)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_signed_in_customer_sees_the_account_and_nothing_is_asked_for_outside_the_path(bool isTakenAway)
    {
        await using var web = await StartAsync(isTakenAway);
        await using var shopper = await web.ArriveAsync("mira");

        await Web.OpenAccountAsync(shopper);
        await Assertions.Expect(shopper.App.Locator("main")).ToContainTextAsync("Mira");
        var protocols = await web.PortalFrame(shopper).EvaluateAsync<string[]>("""
            () => performance.getEntries().map((entry) => entry.nextHopProtocol).filter(Boolean)
            """);
        await shopper.Messenger.GetByRole(AriaRole.Button, new() { Name = "Back" }).ClickAsync();
        await shopper.OpenAppAsync("Track my order");
        await Assertions.Expect(shopper.App.Locator("main[data-view=orders]"))
            .ToHaveAttributeAsync("data-state", "account");

        string[] asked = [.. shopper.RequestsTo(web.Site + "/").Select(request => request.Url[web.Site.Length..])
            .Except(["/mira", "/portal-session.js", "/portal-token"])];
        Assert.All(asked, path => Assert.StartsWith("/account/", path));
        Assert.Contains(asked, path => Regex.IsMatch(path, "^/account/release-[0-9a-f]{12}/main.js$"));
        Assert.Contains(asked, path => Regex.IsMatch(path, "^/account/release-[0-9a-f]{12}/orders.js$"));
        Assert.Contains("/account/api/widget-portal?identifier=mira", asked);
        Assert.Equal("h2", Assert.Single(protocols.Distinct()));
        Assert.Empty(shopper.Complaints);
    }

    [Fact]
    public async Task Limits_count_each_client_whatever_its_page_claims_to_be_forwarded_for()
    {
        await using var web = await StartAsync(isTakenAway: true, ("Portal__RequestsPerMinute__Address", "2"));
        using var neighbour = web.Nginx.Client("127.0.0.2", new("2.0"));
        using var other = web.Nginx.Client("127.0.0.3", new("2.0"));
        await using var shopper = await web.ArriveAsync("mira");

        var answers = new List<int>();
        for (var times = 0; times < 3; times++)
            answers.Add((int)(await neighbour.GetAsync("api/widget-portal")).StatusCode);
        await Web.OpenAccountAsync(shopper);
        answers.AddRange(await web.PortalFrame(shopper).EvaluateAsync<int[]>("""
            async () => {
              const answers = [];
              for (const claimed of ['198.51.100.1', '198.51.100.2'])
                answers.push((await fetch('api/widget-portal', { headers: { 'X-Forwarded-For': claimed } })).status);
              return answers;
            }
            """));
        answers.Add((int)(await other.GetAsync("api/widget-portal")).StatusCode);

        Assert.Equal([401, 401, 429, 401, 429, 401], answers);
    }

    Task<Web> StartAsync(bool isTakenAway, params (string, string)[] settings) =>
        Web.StartAsync(published, isTakenAway, settings);

    /// <summary>What runs behind and beside nginx.</summary>
    sealed class Web : IAsyncDisposable
    {
        readonly DirectoryInfo home = Directory.CreateTempSubdirectory("mock-home-");
        WebApplication site = null!;
        MockProgram mock = null!;
        Command portal = null!;

        public Nginx Nginx { get; private set; } = null!;

        public string Site => Nginx.Origin;

        public static async Task<Web> StartAsync(
            Published published, bool isTakenAway, (string Name, string Value)[] settings)
        {
            var web = new Web();
            var (portalAt, siteAt) = ($"http://127.0.0.1:{FreePorts.Take()}", $"http://127.0.0.1:{FreePorts.Take()}");
            web.Nginx = await Nginx.StartAsync(isTakenAway ? portalAt + "/" : portalAt, siteAt);
            web.mock = await MockProgram.StartAsync(
                web.home, "--site", web.Site, "--portal", web.Site + "/account/");
            web.portal = Command.Start(published.Folder, ["dotnet", "Oxvo.PortalSample.dll"],
            [
                // The mock messenger is on plain http, which Production refuses.
                .. published.Settings, ("ASPNETCORE_ENVIRONMENT", "Development"), ("Urls", portalAt),
                ("AllowedHosts", "localhost;www.acme.example"), ("Portal__KnownProxies__0", Nginx.Address),
                ("Portal__PathBase", isTakenAway ? "" : "/account"),
                ("Portal__MessengerOrigins__0", web.mock.Messenger), ("Portal__Site__Origins__0", web.Site),
                .. settings,
            ]);
            await web.portal.WaitForAsync("has started.");
            await web.StartSiteAsync(siteAt);
            return web;
        }

        /// <summary>The site's page for a customer who is signed in there.</summary>
        public async Task<OwnShopper> ArriveAsync(string customer)
        {
            var visitor = await Visitor.ArriveAsync(await Chromium.SharedAsync(),
                new() { IgnoreHTTPSErrors = true, ReducedMotion = ReducedMotion.Reduce });
            await visitor.Page.GotoAsync($"{Site}/{customer}");
            return new(visitor);
        }

        public static async Task OpenAccountAsync(OwnShopper shopper)
        {
            await shopper.Launcher.ClickAsync();
            await shopper.OpenAppAsync("Account status");
            await Assertions.Expect(shopper.App.Locator("main")).ToHaveAttributeAsync("data-state", "account");
        }

        public IFrame PortalFrame(OwnShopper shopper) =>
            shopper.Page.Frames.Single(frame => frame.Url.StartsWith(Site + "/account/", StringComparison.Ordinal));

        public async ValueTask DisposeAsync()
        {
            await site.DisposeAsync();
            portal.Dispose();
            mock.Dispose();
            Nginx.Dispose();
            home.Delete(recursive: true);
        }

        async Task StartSiteAsync(string address)
        {
            var minter = new PortalTokenMinter(
                SiteTokens.Key.Private, SiteTokens.Key.Kid, SiteTokens.Issuer, TimeProvider.System);
            var builder = WebApplication.CreateEmptyBuilder(new());
            builder.WebHost.UseKestrelCore().UseUrls(address);
            site = builder.Build();
            site.Run(http => (http.Request.Method, http.Request.Path.Value) switch
            {
                ("POST", "/portal-token") when http.Request.Headers["Sec-Fetch-Site"] == "same-origin" =>
                    http.Response.WriteAsJsonAsync(
                        new { token = minter.Mint(http.Request.Cookies["customer"]!), expires_in = 60 }),
                (_, "/portal-session.js") => SendAsync(http, "text/javascript",
                    File.ReadAllText(Checkout.File("Oxvo.PortalSample/ForYourSite/portal-session.js"))),
                (_, var path) => SendPageAsync(http, path![1..]),
            });
            await site.StartAsync();
        }

        Task SendPageAsync(HttpContext http, string customer)
        {
            http.Response.Headers.SetCookie = $"customer={customer}; Path=/; Secure; HttpOnly; SameSite=Lax";
            var hash = IdentifierHash.Compute(customer, System.Text.Encoding.UTF8.GetBytes(mock.Secret));
            return SendAsync(http, "text/html; charset=utf-8", $$"""
                <!doctype html><html lang="en"><title>Own site</title><h1>Own site</h1>
                {{mock.Snippet}}
                <script type="module">
                  import { startPortalSession } from './portal-session.js';

                  const portal = startPortalSession({
                    portalOrigins: [location.origin],
                    requestToken: (signal) => fetch('/portal-token', { method: 'POST', signal }),
                  });
                  await oxvo.ready().then(() => oxvo.identify('{{customer}}', { identifier_hash: '{{hash}}' }));
                  portal.signedIn();
                </script>
                """);
        }

        static Task SendAsync(HttpContext http, string type, string text)
        {
            http.Response.ContentType = type;
            return http.Response.WriteAsync(text);
        }
    }
}
