using Oxvo.PortalSample.Tests.Browser;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>Apps that are out to hold the browser up.</summary>
public sealed class HostileAppTests
{
    [FolderTheory]
    [InlineData("location.href = `?n=${Math.random()}`;")]
    public async Task An_app_that_never_stays_fails(string script)
    {
        Assert.Equal(CheckOutcome.Fail, (await LoadAsync(script, 1)).Result);
    }

    [FolderTheory]
    [Trait("Category", "Exhaustive")]
    [InlineData("for (;;);")]
    [InlineData("for (;;) alert('Hello');")]
    public async Task An_app_that_never_rests_ends_with_the_time_and_fails(string script)
    {
        Assert.Equal(CheckOutcome.Fail, (await LoadAsync(script, 1)).Result);
    }

    [FolderTheory]
    [Trait("Category", "Exhaustive")]
    [InlineData("document.body.innerHTML = '<p>word</p>'.repeat(3_000);")]
    [InlineData("setInterval(() => document.body.append('.'));")]
    [InlineData("setInterval(() => fetch('/x').catch(() => {}), 20);")]
    public async Task A_restless_or_huge_app_is_still_looked_at(string script)
    {
        Assert.Equal(CheckOutcome.Pass, (await LoadAsync(script, 120)).Result);
    }

    static async Task<Finding> LoadAsync(string script, double seconds)
    {
        using var server = new LocalServer((_, stream, cancel) => stream.WriteAsync(
            LocalServer.Http($"<!doctype html><html lang=en><body><h1>Order</h1><script>{script}</script>",
                Checked.Html), cancel).AsTask());
        await using var own = await Chromium.StartAsync();
        using var app = new CheckedApp(new() { Address = server.Address, Timeout = TimeSpan.FromMinutes(4) });
        var scenes = new Scenes(own, app)
        { IsOffline = true, Limit = TimeSpan.FromSeconds(seconds) };
        return await new ViewFindings(scenes).Loads().WaitAsync(TimeSpan.FromMinutes(4));
    }
}
