using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tests.Tools.LaunchCheck;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.Fetching;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>A guard against robots in front of a page is told as that by everything that reads the page.</summary>
public sealed class RobotGuardTests : IDisposable
{
    readonly LocalServer server = new(LocalServer.Http("<title>One moment</title>",
        "Content-Type: text/html\r\nX-Frame-Options: DENY\r\nx-vercel-mitigated: challenge", "403 Forbidden"));

    [Fact]
    public async Task The_checklist_has_not_run_what_the_guard_kept_it_from()
    {
        var results = await Checked.AtAsync(server, options => options with { IsStatus = true });

        Assert.All(["page", "status-feed", "status-fresh", "status-public", "status-link"], id =>
        {
            Assert.Equal(CheckOutcome.NotRun, results[id].Result);
            Assert.Contains("a guard against robots", results[id].Seen);
        });
        Assert.DoesNotContain(results.Values, result => result.Seen?.Contains("public") == true);
    }

    [Fact]
    public async Task An_app_is_not_judged_by_the_guards_headers()
    {
        var verdict = await EmbedCheck.CheckAsync(server.Address, ["https://acme.example"], new ManualClock());

        Assert.Equal(EmbedOutcome.Unknown, verdict.Outcome);
        Assert.Contains("a guard against robots", verdict.Summary);
    }

    [Fact]
    public async Task A_status_page_is_not_called_private()
    {
        using var client = new GuardedClient(new([server.Address]), new ManualClock());
        var log = new LastWarning();

        await new StatusCache(client, log).ReadAsync(new(server.Address.AbsoluteUri, null), default);

        Assert.Contains("a guard against robots", log.Text);
        Assert.DoesNotContain("public", log.Text);
    }

    public void Dispose() => server.Dispose();
}
