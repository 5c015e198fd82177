using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>"Run checks" beside an app in the settings.</summary>
[Collection(SettingUp.Name)]
public sealed class SettingsChecklistTests(WholeSample whole)
{
    [Fact]
    public async Task A_portal_has_nothing_to_repair_and_the_report_closes_where_it_was_asked_for()
    {
        await whole.LibraryAsync("Track my order");
        await using var administrator = await Administrator.ArriveAsync(whole);

        var report = await RunAsync(administrator, "Track my order");

        await Assertions.Expect(report.Locator("h4")).ToHaveTextAsync("Launch checklist: Ready, as far as this can tell");
        await report.Locator("summary", new() { HasText = "Passed" }).ClickAsync();
        await Assertions.Expect(report.GetByText("The API refuses a call without a token")).ToBeVisibleAsync();
        await Assertions.Expect(administrator.Said).ToContainTextAsync("Track my order: ");
        await administrator.Button("Close the checklist of Track my order").ClickAsync();
        await Assertions.Expect(administrator.Button("Run checks of Track my order")).ToBeFocusedAsync();
        Assert.Empty(administrator.Visitor.Complaints);
    }

    [Fact]
    public async Task What_fails_stands_first_with_what_was_seen_and_what_repairs_it()
    {
        await using var apps = await TrialApps.StartAsync();
        await whole.LibraryAsync();
        await TrialApps.ListAsync(whole.Sample, "Mine", apps.Origin + "/denied");
        await using var administrator = await Administrator.ArriveAsync(whole);

        var report = await RunAsync(administrator, "Mine");

        var repair = report.Locator("details").First;
        await Assertions.Expect(repair.Locator("summary")).ToContainTextAsync("To repair");
        await Assertions.Expect(repair).ToContainTextAsync("X-Frame-Options: DENY");
        await Assertions.Expect(repair.Locator(".repair code").First).ToContainTextAsync("frame-ancestors");
        await Assertions.Expect(report).ToContainTextAsync("for the addresses of this demo");
        await Assertions.Expect(report.Locator("h4")).ToContainTextAsync("Not ready: ");
        await administrator.Button("Run again: the checks of Mine").ClickAsync();
        await Assertions.Expect(administrator.Button("Run checks of Mine")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_report_is_there_before_its_results_and_ends_when_an_app_breaks_off()
    {
        await using var apps = await TrialApps.StartAsync();
        await whole.LibraryAsync();
        await TrialApps.ListAsync(whole.Sample, "Mine", apps.Origin + "/held");
        await using var administrator = await Administrator.ArriveAsync(whole);
        await administrator.Button("Run checks of Mine").ClickAsync();
        var report = administrator.Row("Mine").Locator(".checklist");
        await Assertions.Expect(report).ToHaveAttributeAsync("aria-busy", "true");

        apps.LetGo();

        await Assertions.Expect(report).ToHaveAttributeAsync("aria-busy", "false");
        await Assertions.Expect(report).ToContainTextAsync("Not run");
        await Assertions.Expect(report.Locator("h4")).ToContainTextAsync("Not known yet: ");
        await Assertions.Expect(report.Locator("summary:visible", new() { HasText = "Passed" })).ToHaveCountAsync(0);
    }

    static async Task<ILocator> RunAsync(Administrator administrator, string title)
    {
        await administrator.Button($"Run checks of {title}").ClickAsync();
        var report = administrator.Row(title).Locator(".checklist");
        await Assertions.Expect(report).ToHaveAttributeAsync("aria-busy", "false", new() { Timeout = 45_000 });
        return report;
    }
}
