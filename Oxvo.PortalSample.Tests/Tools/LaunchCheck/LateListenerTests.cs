using Oxvo.PortalSample.Tests.Browser;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>Apps that do not listen yet when their page is at rest are not taken for deaf.</summary>
public sealed class LateListenerTests
{
    const string Listen = "addEventListener('message', (e) => { document.title = e.data.payload.identifier; })";

    [FolderTheory]
    [InlineData($"let turns = 40; (function turn() {{ if (turns--) setTimeout(turn, 25); else {Listen}; }})()")]
    public async Task A_listener_that_comes_when_the_page_is_at_rest_is_tried(string script) =>
        Assert.Equal(CheckOutcome.Fail, (await FindAsync(script)).Result);

    [FolderTheory]
    [InlineData($"document.querySelector('h1').onclick = () => {Listen}")]
    public async Task A_listener_that_never_comes_passes_nothing(string script)
    {
        var finding = await FindAsync(script);

        Assert.Equal((CheckOutcome.NotRun, false), (finding.Result, finding.IsExcused));
        Assert.Contains("not registered within 6 seconds:\n/app.js, line 1", finding.Seen);
    }

    [FolderTheory]
    [InlineData("document.title = 'Your order'")]
    public async Task An_app_without_a_listener_is_deaf(string script)
    {
        var finding = await FindAsync(script);

        Assert.Equal((CheckOutcome.Pass, "it listens to no messages"), (finding.Result, finding.Seen));
    }

    static async Task<Finding> FindAsync(string script)
    {
        using var server = new LocalServer((request, stream, cancel) => stream.WriteAsync(
            request.StartsWith("GET /app.js", StringComparison.Ordinal)
                ? LocalServer.Http(script, "Content-Type: text/javascript")
                : LocalServer.Http(Checked.Page("<h1>Order</h1>", "<script src=app.js defer></script>"), Checked.Html),
            cancel).AsTask());
        using var app = new CheckedApp(new() { Address = server.Address, Timeout = TimeSpan.FromMinutes(5) });
        var scenes = new Scenes(await Chromium.SharedTogetherAsync(), app) { IsOffline = true };
        return await BrowserHalf.Checks(scenes)["stranger-message"](app);
    }
}
