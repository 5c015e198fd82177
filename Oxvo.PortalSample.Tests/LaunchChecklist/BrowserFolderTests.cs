using Oxvo.PortalSample.LaunchChecklist;
using Oxvo.PortalSample.Tests.Browser;
using Oxvo.PortalSample.Tests.Fetching;
using Oxvo.PortalSample.Tests.LaunchChecklist.InBrowser;
using static Oxvo.PortalSample.Tests.LaunchChecklist.BrowserFolder;

namespace Oxvo.PortalSample.Tests.LaunchChecklist;

/// <summary>Every app in the two folders under the whole checklist, both halves together.</summary>
static class BrowserFolder
{
    public static readonly string[] Ancestors = ["https://www.acme.example", "https://messenger.oxvo.example"];

    public static async Task<IReadOnlyList<CheckResult>> CheckAsync(AppFolder folder)
    {
        await using var server = await AppServer.StartAsync(folder, Ancestors);
        using var app = AppFolderTests.Open(folder, server, Ancestors);
        return await CheckAsync(app);
    }

    public static async Task<IReadOnlyList<CheckResult>> CheckAsync(CheckedApp app)
    {
        var scenes = new Scenes(await Chromium.SharedTogetherAsync(), app.Options) { IsOffline = true, LongestEmpty = TimeSpan.FromSeconds(2), Limit = TimeSpan.FromSeconds(60) };
        return await Checklist.RunAsync(app, BrowserHalf.Checks(scenes)).ToListAsync();
    }

    public static string[] Failed(IEnumerable<CheckResult> results) =>
        [.. from result in results where result.Result == CheckOutcome.Fail select $"{result.Id}: {result.Seen}"];
}

public sealed class FaultyAppInBrowserTests
{
    /// <summary>
    /// Those that the browser has a say in, and one that it cannot show. The others differ in headers and API alone, which
    /// <see cref="AppFolderTests"/> runs; with a browser each takes seconds more.
    /// </summary>
    public static TheoryData<string> Faulty =>
        [.. AppFolder.Names("FaultyApps").Where(name => BrowserHalf.Ids.Append("https").Contains(AppFolder.Read("FaultyApps", name).Fails))];

    [FolderTheory]
    [MemberData(nameof(Faulty))]
    public async Task A_faulty_app_is_failed_by_its_own_check_and_by_no_other(string name)
    {
        var app = AppFolder.Read("FaultyApps", name);

        var failed = Failed(await CheckAsync(app));

        Assert.True(failed.Length == 1 && failed[0].StartsWith(app.Fails + ":", StringComparison.Ordinal), $"not {app.Fails} alone:\n{string.Join('\n', failed)}");
    }

    [Fact]
    public void Every_check_that_needs_a_browser_has_an_app_that_it_fails()
    {
        var failed = AppFolder.Names("FaultyApps").Select(name => AppFolder.Read("FaultyApps", name).Fails).ToHashSet();

        Assert.Empty(Checklist.Checks.Where(check => check.NeedsBrowser).Select(check => check.Id).Except(failed));
    }
}

public sealed class GoodAppInBrowserTests
{
    public static TheoryData<string> Good => [.. AppFolder.Names("GoodApps")];

    [FolderTheory]
    [MemberData(nameof(Good))]
    public async Task A_good_app_of_any_shape_fails_nothing(string name)
    {
        var app = AppFolder.Read("GoodApps", name);

        var results = await CheckAsync(app);

        Assert.True(Failed(results) is [], string.Join('\n', Failed(results)));
        Assert.Equal(app.IsStatus ? CheckOutcome.NotRun : CheckOutcome.Pass, results.Single(result => result.Id == "browser-load").Result);
    }

    [FolderTheory]
    [InlineData("/api/widget-portal")]
    public async Task The_documentations_listener_is_reported_for_its_real_faults(string api)
    {
        using var server = new LocalServer((request, stream, cancel) => stream.WriteAsync(request.StartsWith($"GET {api}", StringComparison.Ordinal)
            ? LocalServer.Http("""{"invoices":[]}""", "Content-Type: application/json\r\nCache-Control: no-store")
            : LocalServer.Http(DocumentationExampleTests.Example, Checked.Html), cancel).AsTask());
        using var app = CheckedApp.Open(new()
        { Address = server.Address, Ancestors = Ancestors, Api = new(server.Address, api), Timeout = TimeSpan.FromMinutes(5) });

        var results = (await CheckAsync(app)).ToDictionary(result => result.Id);

        string[] real = ["stranger-message", "anonymous-visitor", "api-failure", "message-origin", "api-identifier-alone"];
        Assert.All(real, id => Assert.Equal(CheckOutcome.Fail, results[id].Result));
        Assert.Equal(CheckOutcome.Pass, results["visitor-message"].Result);
    }
}
