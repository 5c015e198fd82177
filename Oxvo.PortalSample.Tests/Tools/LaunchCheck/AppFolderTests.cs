using System.Net;
using System.Net.Sockets;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>Every app in the two folders under every check that needs no browser.</summary>
public sealed class AppFolderTests
{
    static readonly TimeSpan Limit = TimeSpan.FromMinutes(5); // a busy machine is no fault of the app's
    static readonly string[] Ancestors = ["https://www.acme.example", "https://messenger.oxvo.example"];

    public static TheoryData<string> Faulty => [.. AppFolder.Names("FaultyApps")];
    public static TheoryData<string> Good => [.. AppFolder.Names("GoodApps")];

    [Theory]
    [MemberData(nameof(Faulty))]
    public async Task A_faulty_app_is_failed_by_its_own_check_and_by_no_other(string name)
    {
        var app = AppFolder.Read("FaultyApps", name);
        var own = Checklist.Checks.Single(check => check.Id == app.Fails);

        var results = await CheckAsync(app);

        var failed = results.Where(result => result.Result == CheckOutcome.Fail).ToArray();
        Assert.Equal(own.NeedsBrowser || app.InBrowser ? [] : [own.Id], failed.Select(result => result.Id));
        Assert.All(failed, result => Assert.True(result is { Seen.Length: > 0, Why.Length: > 0, Repair.Length: > 0 }));
    }

    [Theory]
    [MemberData(nameof(Good))]
    public async Task A_good_app_of_any_shape_fails_nothing(string name)
    {
        var results = await CheckAsync(AppFolder.Read("GoodApps", name));

        Assert.Empty(results.Where(result => result.Result == CheckOutcome.Fail)
            .Select(result => $"{result.Id}: {result.Seen}"));
        Assert.Contains(results, result => result.Result == CheckOutcome.Pass);
    }

    [Fact]
    public void Every_check_that_needs_no_browser_has_an_app_that_it_fails()
    {
        var failed = AppFolder.Names("FaultyApps").Select(name => AppFolder.Read("FaultyApps", name).Fails).ToHashSet();

        Assert.Empty(Checklist.Checks.Where(check => !check.NeedsBrowser && check.Id != "real-widget")
            .Select(check => check.Id).Except(failed));
        Assert.True(AppFolder.Names("GoodApps").Count() >= 5);
    }

    static async Task<IReadOnlyList<CheckResult>> CheckAsync(AppFolder folder)
    {
        await using var server = await AppServer.StartAsync(folder, Ancestors);
        using var app = Open(folder, server, Ancestors);
        return await Checklist.RunAsync(app).ToListAsync();
    }

    internal static CheckedApp Open(AppFolder folder, AppServer server, IReadOnlyList<string> ancestors)
    {
        var options = new CheckOptions
        {
            Address = server.Address,
            Ancestors = ancestors,
            Api = folder.IsStatus ? null : server.Api,
            IsStatus = folder.IsStatus,
            Timeout = Limit
        };
        // Names lead to this machine for the app alone, as if the name service knew nobody else.
        return new(options, null, (host, _) => host == options.Address.Host
            ? Task.FromResult<IPAddress[]>([IPAddress.Loopback])
            : throw new SocketException((int)SocketError.HostNotFound), server.Trust);
    }
}
