using System.Diagnostics;
using Oxvo.PortalSample.LaunchChecklist;
using Oxvo.PortalSample.Tests.Fetching;
using Oxvo.PortalSample.Tests.LaunchChecklist.InBrowser;

namespace Oxvo.PortalSample.Tests.LaunchChecklist;

/// <summary>Apps that are out to hold the browser up.</summary>
public sealed class HostileAppTests(ChecklistBrowser browser) : IClassFixture<ChecklistBrowser>
{
    static readonly TimeSpan Limit = TimeSpan.FromSeconds(6);

    [FolderTheory]
    [InlineData("for (;;);")]
    [InlineData("for (;;) alert('Hello');")]
    [InlineData("location.href = `?n=${Math.random()}`;")]
    public async Task An_app_that_never_rests_ends_with_the_time_and_fails(string script)
    {
        var (finding, seconds) = await LoadAsync(script);

        Assert.Equal(CheckOutcome.Fail, finding.Result);
        Assert.True(seconds < Limit.TotalSeconds + 30, $"{seconds:0} seconds");
    }

    [FolderTheory]
    [InlineData("document.body.innerHTML = '<p>word</p>'.repeat(10_000);")]
    [InlineData("setInterval(() => document.body.append('.'));")]
    [InlineData("setInterval(() => fetch('/x').catch(() => {}), 20);")]
    public async Task A_restless_or_huge_app_is_still_looked_at(string script)
    {
        var (finding, _) = await LoadAsync(script, TimeSpan.FromSeconds(120));

        Assert.Equal(CheckOutcome.Pass, finding.Result);
    }

    async Task<(CheckFinding, double)> LoadAsync(string script, TimeSpan? limit = null)
    {
        using var server = new LocalServer((_, stream, cancel) => stream.WriteAsync(
            LocalServer.Http($"<!doctype html><html lang=en><body><h1>Order</h1><script>{script}</script>", Checked.Html), cancel).AsTask());
        await using var own = await browser.StartOwnAsync();
        var scenes = new Scenes(own, new() { Address = server.Address }) { IsOffline = true, Limit = limit ?? Limit };
        var clock = Stopwatch.StartNew();
        var finding = await new ViewFindings(scenes).Loads();
        return (finding, clock.Elapsed.TotalSeconds);
    }
}
