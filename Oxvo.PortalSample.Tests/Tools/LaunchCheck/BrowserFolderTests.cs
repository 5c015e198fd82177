using Oxvo.PortalSample.Tests.Browser;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;
using static Oxvo.PortalSample.Tests.Tools.LaunchCheck.BrowserFolder;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>
/// The apps in the two folders under the whole checklist, both halves together, or under one check of the browser's.
/// </summary>
static class BrowserFolder
{
    public static readonly string[] Ancestors = ["https://www.acme.example", "https://messenger.oxvo.example"];

    // As long as a busy machine may take to draw a good app.
    static readonly TimeSpan Patient = TimeSpan.FromSeconds(6);

    public static async Task<IReadOnlyList<CheckResult>> CheckAsync(AppFolder folder)
    {
        await using var server = await AppServer.StartAsync(folder, Ancestors);
        using var app = AppFolderTests.Open(folder, server, Ancestors);
        return await CheckAsync(app);
    }

    public static async Task<IReadOnlyList<CheckResult>> CheckAsync(CheckedApp app) =>
        await Checklist.RunAsync(app, BrowserHalf.Checks(await ScenesAsync(app, Patient))).ToListAsync();

    /// <summary>
    /// What one of the browser's checks finds. Only for an app that it fails: such an app is not waited for.
    /// </summary>
    public static async Task<Finding> FindAsync(AppFolder folder, string id)
    {
        await using var server = await AppServer.StartAsync(folder, Ancestors);
        using var app = AppFolderTests.Open(folder, server, Ancestors);
        return await BrowserHalf.Checks(await ScenesAsync(app, TimeSpan.FromMilliseconds(300)))[id](app);
    }

    static async Task<Scenes> ScenesAsync(CheckedApp app, TimeSpan longestEmpty) =>
        new(await Chromium.SharedTogetherAsync(), app)
        { IsOffline = true, LongestEmpty = longestEmpty, Limit = TimeSpan.FromSeconds(60) };

    public static string[] Failed(IEnumerable<CheckResult> results) =>
        [.. from result in results where result.Result == CheckOutcome.Fail select $"{result.Id}: {result.Seen}"];
}

public sealed class FaultyAppInBrowserTests
{
    /// <summary>
    /// Those that only a browser sees. What the others lack <see cref="AppFolderTests"/> sees without one.
    /// </summary>
    public static TheoryData<string> OnlyInBrowser => [.. AppFolder.Names("FaultyApps").Where(IsOnlyInBrowser)];

    /// <summary>
    /// Those that the browser has a say in, and one that it cannot show. The others differ in headers and API alone;
    /// with a browser each takes seconds more.
    /// </summary>
    public static TheoryData<string> Faulty =>
        [.. AppFolder.Names("FaultyApps")
            .Where(name => BrowserHalf.Ids.Append("https").Contains(AppFolder.Read("FaultyApps", name).Fails))];

    [FolderTheory]
    [MemberData(nameof(OnlyInBrowser))]
    public async Task A_faulty_app_is_failed_by_its_own_check(string name)
    {
        var app = AppFolder.Read("FaultyApps", name);

        var finding = await FindAsync(app, app.Fails!);

        Assert.True(finding is { Result: CheckOutcome.Fail, Seen.Length: > 0, Why.Length: > 0, Repair.Length: > 0 },
            finding.ToString());
    }

    [FolderTheory]
    [Trait("Category", "Exhaustive")]
    [MemberData(nameof(Faulty))]
    public async Task A_faulty_app_is_failed_by_its_own_check_and_by_no_other(string name)
    {
        var app = AppFolder.Read("FaultyApps", name);

        var failed = Failed(await CheckAsync(app));

        Assert.True(failed.Length == 1 && failed[0].StartsWith(app.Fails + ":", StringComparison.Ordinal),
            $"not {app.Fails} alone:\n{string.Join('\n', failed)}");
    }

    [FolderTheory]
    [InlineData("frame-ancestors-departure")]
    public async Task A_frame_that_the_browser_refuses_is_told_once(string name)
    {
        var results = (await CheckAsync(AppFolder.Read("FaultyApps", name))).ToDictionary(result => result.Id);

        Assert.Matches(@"/account\.html: .*frame-ancestors 'none'", results["frame-ancestors"].Seen!);
        Assert.Equal(["frame-ancestors"], results.Values.Where(result => result.Result == CheckOutcome.Fail)
            .Select(result => result.Id));
        Assert.DoesNotContain(results.Values, result => result.IsMissed);
    }

    [Fact]
    public void Every_check_that_needs_a_browser_has_an_app_that_it_fails()
    {
        var failed = AppFolder.Names("FaultyApps").Select(name => AppFolder.Read("FaultyApps", name).Fails).ToHashSet();

        Assert.Empty(Checklist.Checks.Where(check => check.NeedsBrowser).Select(check => check.Id).Except(failed));
    }

    static bool IsOnlyInBrowser(string name)
    {
        var app = AppFolder.Read("FaultyApps", name);
        return app.InBrowser || Checklist.Checks.Single(check => check.Id == app.Fails).NeedsBrowser;
    }
}

public sealed class GoodAppInBrowserTests
{
    public static TheoryData<string> Good => [.. AppFolder.Names("GoodApps")];

    [FolderTheory]
    [InlineData("portal")]
    public async Task A_good_app_fails_nothing(string name)
    {
        var results = await CheckAsync(AppFolder.Read("GoodApps", name));

        Assert.True(Failed(results) is [], string.Join('\n', Failed(results)));
        Assert.All(BrowserHalf.Ids,
            id => Assert.Equal(CheckOutcome.Pass, results.Single(result => result.Id == id).Result));
    }

    [FolderTheory]
    [Trait("Category", "Exhaustive")]
    [MemberData(nameof(Good))]
    public async Task A_good_app_of_any_shape_fails_nothing(string name)
    {
        var app = AppFolder.Read("GoodApps", name);

        var results = await CheckAsync(app);

        Assert.True(Failed(results) is [], string.Join('\n', Failed(results)));
        Assert.Equal(app.IsStatus ? CheckOutcome.NotRun : CheckOutcome.Pass,
            results.Single(result => result.Id == "browser-load").Result);
    }

    [FolderTheory]
    [Trait("Category", "Exhaustive")]
    [InlineData("/api/widget-portal")]
    public async Task The_documentations_listener_is_reported_for_its_real_faults(string api)
    {
        using var server = new LocalServer((request, stream, cancel) =>
            stream.WriteAsync(request.StartsWith($"GET {api}", StringComparison.Ordinal)
            ? LocalServer.Http("""{"invoices":[]}""", "Content-Type: application/json\r\nCache-Control: no-store")
            : LocalServer.Http(DocumentationExampleTests.Example, Checked.Html), cancel).AsTask());
        using var app = new CheckedApp(new()
        {
            Address = server.Address,
            Ancestors = Ancestors,
            Api = new(server.Address, api),
            Timeout = TimeSpan.FromMinutes(5)
        });

        var results = (await CheckAsync(app)).ToDictionary(result => result.Id);

        string[] real =
            ["stranger-message", "anonymous-visitor", "api-failure", "message-origin", "api-identifier-alone"];
        Assert.All(real, id => Assert.Equal(CheckOutcome.Fail, results[id].Result));
        Assert.Equal(CheckOutcome.Pass, results["visitor-message"].Result);
    }
}
