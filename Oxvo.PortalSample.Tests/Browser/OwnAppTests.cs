using System.Text.RegularExpressions;
using System.Threading.Channels;
using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// An integrator's own app in the messenger: named at the start by <c>--app</c>, or saved in the settings.
/// </summary>
public sealed class OwnAppTests(OwnAppTests.Trial trial) : IClassFixture<OwnAppTests.Trial>
{
    public sealed class Trial : IAsyncLifetime
    {
        internal TrialApps Apps { get; private set; } = null!;
        internal Sample Sample { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Apps = await TrialApps.StartAsync();
            Sample = await Sample.StartWithAsync(["--app", Apps.Origin + "/widget", "--title", "My own app"]);
            await TrialApps.ListAsync(Sample, "Untold", Apps.Origin + "/widget?untold");
            await TrialApps.ListAsync(Sample, "Denied", Apps.Origin + "/denied");
            await TrialApps.ListAsync(Sample, "Silent", Apps.Origin + "/silent");
            await TrialApps.ListAsync(Sample, "Gone", $"http://127.0.0.1:{FreePorts.Take()}/");
        }

        internal async Task<Shopper> ArriveAsync(string path = "/") => await Shopper.ArriveAsync(await Chromium.SharedAsync(), Sample, path: path);

        public async ValueTask DisposeAsync()
        {
            await Sample.DisposeAsync();
            await Apps.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_named_app_stands_on_top_is_told_who_is_here_and_answers()
    {
        await using var shopper = await trial.ArriveAsync();
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();
        await Assertions.Expect(shopper.Messenger.Locator("#apps b").First).ToHaveTextAsync("My own app");

        await shopper.OpenApp("My own app");

        await Assertions.Expect(shopper.Portal.Locator("#heard")).ToHaveTextAsync($"mira says {trial.Sample.Messenger}");
        await shopper.SeesInLog("oxvo.current_user");
        await shopper.SeesInLog("trial.thanks");
        var frame = shopper.Page.Frames.Single(frame => frame.Url.StartsWith(trial.Apps.Origin, StringComparison.Ordinal));
        Assert.StartsWith(trial.Sample.Messenger, frame.ParentFrame!.Url);
        Assert.StartsWith(trial.Sample.Acme, frame.ParentFrame.ParentFrame!.Url);
        Assert.Empty(shopper.Visitor.Complaints);
    }

    [Theory]
    [InlineData("/?as=mira&open=yours", "mira")]
    [InlineData("/help?as=mira&open=yours", "mira")]
    public async Task It_opens_by_its_address_on_both_widgets(string path, string identifier)
    {
        await using var shopper = await trial.ArriveAsync(path);

        await Assertions.Expect(shopper.Portal.Locator("#heard")).ToContainTextAsync(identifier);
    }

    /// <summary>The open panel asks a second time at once, and only the newest answer counts.</summary>
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task It_opens_by_its_address_in_whatever_order_the_lists_of_apps_come(params int[] order)
    {
        await using var shopper = await trial.ArriveAsync();
        var asked = await HoldListsAsync(shopper);
        await shopper.Page.GotoAsync(trial.Sample.Acme + "/?as=mira&open=yours");
        IRoute[] lists = [await asked.ReadAsync(), await asked.ReadAsync()];

        foreach (var list in order) await lists[list].FulfillAsync(new() { Response = await lists[list].FetchAsync() });

        await Assertions.Expect(shopper.Portal.Locator("#heard")).ToContainTextAsync("mira");
    }

    [Fact]
    public async Task It_opens_by_its_address_where_only_the_second_list_of_apps_comes()
    {
        await using var shopper = await trial.ArriveAsync();
        var asked = await HoldListsAsync(shopper);
        await shopper.Page.GotoAsync(trial.Sample.Acme + "/?as=mira&open=yours");
        IRoute[] lists = [await asked.ReadAsync(), await asked.ReadAsync()];

        await lists[0].AbortAsync();
        await lists[1].ContinueAsync();

        await Assertions.Expect(shopper.Portal.Locator("#heard")).ToContainTextAsync("mira");
    }

    [Fact]
    public async Task The_terminal_says_whether_it_can_be_shown()
    {
        await trial.Sample.PrintsAsync("/?open=yours");

        Assert.Contains($"Your app         {trial.Apps.Origin}/widget", trial.Sample.Output);
    }

    static async Task<ChannelReader<IRoute>> HoldListsAsync(Shopper shopper)
    {
        var held = Channel.CreateUnbounded<IRoute>();
        await shopper.Page.RouteAsync(new Regex("/api/apps[?]"), async route => await held.Writer.WriteAsync(route));
        return held.Reader;
    }

    [Fact]
    public async Task An_app_that_needs_no_personalization_is_told_nothing()
    {
        await using var shopper = await trial.ArriveAsync();
        await shopper.SignInAs("mira");
        await shopper.OpenMessenger();

        await shopper.OpenApp("Untold");

        await Assertions.Expect(shopper.Portal.Locator("h1")).ToHaveTextAsync("Trial app");
        await Assertions.Expect(shopper.Messenger.Locator("#stage")).ToHaveAttributeAsync("data-state", "shown");
        // Whatever the messenger has posted by then has arrived before this timer's turn.
        await shopper.Portal.Locator("h1").EvaluateAsync("() => new Promise((done) => setTimeout(done))");
        await Assertions.Expect(shopper.Portal.Locator("#heard")).ToHaveTextAsync("Nothing yet");
        await Assertions.Expect(shopper.Page.Locator("#messages tr", new() { HasText = "oxvo.current_user" })).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("Denied", "can’t be shown", "X-Frame-Options: DENY")]
    [InlineData("Gone", "can’t be reached", "Try again")]
    [InlineData("Silent", "taking long", "Try again")]
    public async Task What_cannot_be_shown_has_a_calm_page_with_a_way_on_and_back(string title, string words, string more)
    {
        await using var shopper = await trial.ArriveAsync();
        await shopper.Page.Clock.InstallAsync();
        await shopper.OpenMessenger();
        await shopper.OpenApp(title);
        var trouble = shopper.Messenger.Locator("#app-trouble");
        if (title == "Silent") await shopper.Page.Clock.FastForwardAsync(11_000);

        await Assertions.Expect(trouble).ToContainTextAsync(words);

        await Assertions.Expect(trouble).ToContainTextAsync(more);
        await Assertions.Expect(shopper.Messenger.Locator("#stage iframe")).ToHaveCountAsync(0);
        var link = trouble.GetByRole(AriaRole.Link, new() { Name = "Open in a new tab" });
        Assert.StartsWith("http://127.0.0.1:", await link.GetAttributeAsync("href"));
        Assert.Empty(await Axe.FaultsAsync(shopper.Page));
        await shopper.GoBack();
        await Assertions.Expect(shopper.Messenger.Locator("#apps").GetByRole(AriaRole.Button, new() { Name = title })).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_blocked_stays_blocked_and_is_not_said_to_be_slow_later()
    {
        await using var shopper = await trial.ArriveAsync();
        await shopper.Page.Clock.InstallAsync();
        // The server's word comes first where the browser waits for the page.
        await shopper.Page.RouteAsync("**/denied*", _ => Task.CompletedTask);
        await shopper.OpenMessenger();
        await shopper.OpenApp("Denied");
        var trouble = shopper.Messenger.Locator("#app-trouble");
        await Assertions.Expect(trouble).ToContainTextAsync("X-Frame-Options: DENY");

        await shopper.Page.Clock.FastForwardAsync(11_000);

        await Assertions.Expect(trouble).ToContainTextAsync("X-Frame-Options: DENY");
        await trouble.GetByRole(AriaRole.Button, new() { Name = "Try again" }).ClickAsync();
        await Assertions.Expect(shopper.Messenger.Locator("#app-title")).ToBeFocusedAsync();
        await Assertions.Expect(trouble).ToContainTextAsync("can’t be shown");
    }

    [Theory]
    [InlineData("--app: ", "--app", "javascript:alert(1)")]
    [InlineData("--app: ", "--app", "http://app.example/widget")]
    [InlineData("--title: ", "--app", "http://localhost:3000/", "--title", "A title that is longer than the forty characters of a row")]
    [InlineData("--title names", "--title", "Nothing")]
    public async Task What_cannot_be_an_app_stops_the_start_with_one_line(string begins, params string[] arguments)
    {
        var (exit, output) = await Command.RunAsync(Path.GetTempPath(), ["dotnet", Sample.Program, .. arguments],
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_CONTENTROOT", Sample.Project), ("Urls", "http://127.0.0.1:0"));

        Assert.Equal(1, exit);
        Assert.StartsWith(begins, Assert.Single(output.Trim().Split('\n')));
    }
}
