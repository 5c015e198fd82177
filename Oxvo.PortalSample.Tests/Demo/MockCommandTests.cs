using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text.Json;
using Oxvo.PortalSample.ForYourSite;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>The command <c>mock</c>: what it prints, admits, keeps and refuses.</summary>
public sealed class MockCommandTests(MockCommandTests.OneMock one)
    : IClassFixture<MockCommandTests.OneMock>, IDisposable
{
    const string Site = "http://localhost:4000", Portal = "http://localhost:4002";

    static readonly string[] Told = ["--site", Site, "--portal", Portal];

    readonly DirectoryInfo home = Directory.CreateTempSubdirectory("mock-home-");

    /// <summary>One that runs, for the tests that only ask it.</summary>
    public sealed class OneMock : IAsyncLifetime
    {
        readonly DirectoryInfo home = Directory.CreateTempSubdirectory("mock-home-");

        internal MockProgram Mock { get; private set; } = null!;

        public async ValueTask InitializeAsync() => Mock = await MockProgram.StartAsync(
            home, "--site", Site, "--site", "https://www.books.example/", "--portal", Portal, "--portal",
            "http://localhost:4003", "--portal", "https://LOCALHOST:4443/account/", "--portal",
            "https://localhost:4443/help");

        public ValueTask DisposeAsync()
        {
            Mock.Dispose();
            home.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
    }

    public void Dispose() => home.Delete(recursive: true);

    [Fact]
    public void It_prints_a_snippet_and_the_addresses_and_says_that_it_is_simulated()
    {
        var mock = one.Mock;

        Assert.StartsWith("Simulated OXVO messenger", mock.Output);
        Assert.Contains($"src=\"{mock.Messenger}/packs/js/sdk.js\"", mock.Snippet);
        Assert.Contains($"data-oxvo-base-url=\"{mock.Messenger}\"", mock.Snippet);
        Assert.Matches("^[0-9a-f]{24}$", mock.Token);
        Assert.Contains($"{mock.Messenger}/messages", mock.Output);
        Assert.Contains($"Portal:MessengerOrigins:0={mock.Messenger}", mock.Output);
    }

    [Fact]
    public async Task Its_secret_makes_the_right_hash_and_another_does_not()
    {
        async Task<string?> IdentifyAsync(string secret)
        {
            var hash = IdentifierHash.Compute("1005", System.Text.Encoding.UTF8.GetBytes(secret));
            var answer = await one.Mock.Client.PostAsJsonAsync(
                "/api/identify", new { identifier = "1005", identifier_hash = hash });
            return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("hash").GetString();
        }

        Assert.Equal("right", await IdentifyAsync(one.Mock.Secret));
        Assert.Equal("wrong", await IdentifyAsync(new string('0', 64)));
    }

    [Fact]
    public async Task Only_the_named_sites_hold_it_and_only_the_named_portals_are_shown()
    {
        var policy = (await one.Mock.Client.GetAsync("/widget")).Headers.GetValues("Content-Security-Policy").Single();

        Assert.Contains($"; frame-ancestors {Site} https://www.books.example; ", policy);
        Assert.Contains($"; frame-src {Portal} http://localhost:4003 https://localhost:4443; ", policy);
        Assert.Contains($" data-site-origins=\"{Site} https://www.books.example\"",
            await one.Mock.Client.GetStringAsync("/widget"));
    }

    [Theory]
    [InlineData("/messages")]
    [InlineData("/settings")]
    public async Task No_website_may_frame_the_pages_for_its_operator(string path)
    {
        var answer = await one.Mock.Client.GetAsync(path);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.StartsWith("default-src 'none'; ", policy);
        Assert.Contains("; frame-ancestors 'none'; ", policy);
    }

    [Fact]
    public async Task Its_home_screen_lists_each_portal_and_nothing_of_the_demo()
    {
        var apps = await one.Mock.Client.GetFromJsonAsync<JsonElement[]>($"/api/apps?website_token={one.Mock.Token}");
        var addresses = apps!.Select(app => app.GetProperty("made").GetProperty("address").GetString());

        Assert.Equal(["", "?view=orders", "?view=billing", "?view=onboarding"],
            addresses.Where(address => address!.StartsWith(Portal + "/", StringComparison.Ordinal))
                .Select(address => address![(Portal.Length + 1)..]));
        Assert.Equal(16, apps!.Length);
        Assert.Equal("localhost:4003", apps[4].GetProperty("line").GetString());
        var acme = await one.Mock.Client.GetAsync("/api/apps?website_token=acme-store");
        Assert.Equal(HttpStatusCode.NotFound, acme.StatusCode);
        var status = await one.Mock.Client.GetFromJsonAsync<JsonElement>("/status");
        Assert.Empty(status.GetProperty("pages").EnumerateArray());
    }

    [Fact]
    public async Task A_portal_under_a_path_is_shown_there_and_admitted_by_its_origin()
    {
        var apps = await one.Mock.Client.GetFromJsonAsync<JsonElement[]>($"/api/apps?website_token={one.Mock.Token}");

        var under = apps!.Skip(8).Select(app => (
            app.GetProperty("made").GetProperty("address").GetString()!, app.GetProperty("line").GetString()!));

        Assert.Contains(("https://localhost:4443/account/", "localhost:4443/account"), under);
        Assert.Contains(("https://localhost:4443/account/?view=orders", "localhost:4443/account"), under);
        Assert.Contains(("https://localhost:4443/help/", "localhost:4443/help"), under);
        Assert.Contains(
            $" data-portal-origins=\"{Portal} http://localhost:4003 https://localhost:4443\"",
            await one.Mock.Client.GetStringAsync("/widget"));
        Assert.Contains(" https://localhost:4443/account https://localhost:4443/help  (", one.Mock.Output);
    }

    [Fact]
    public async Task The_settings_make_an_app_of_the_first_portal_under_its_path()
    {
        using var mock = await MockProgram.StartAsync(
            home, "--site", Site, "--portal", "https://localhost:4443/account/");

        var answer = await mock.Client.PostAsJsonAsync("/api/apps/make",
            new { template = "portal", title = "Orders", line = "", values = new { view = "orders" } });

        Assert.Equal("https://localhost:4443/account/?view=orders",
            (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("address").GetString());
    }

    [Fact]
    public async Task The_settings_take_no_app_of_an_origin_that_was_not_named()
    {
        async Task<HttpResponseMessage> MakeAsync(string address) => await one.Mock.Client.PostAsJsonAsync(
            "/api/apps/make", new { template = "page", title = "Points", line = "", values = new { address } });

        Assert.Equal(HttpStatusCode.OK, (await MakeAsync("http://localhost:4003/points")).StatusCode);
        Assert.Contains("Start it with --portal http://localhost:4004 as well.",
            await (await MakeAsync("http://localhost:4004/points")).Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task The_embed_check_judges_for_the_named_sites()
    {
        using var portal = new Tools.Fetching.LocalServer(Tools.Fetching.LocalServer.Http("<h1>Books</h1>",
            $"Content-Type: text/html\r\nContent-Security-Policy: frame-ancestors {Site} {one.Mock.Messenger}"));

        var answer = await one.Mock.Client.PostAsJsonAsync("/api/embed-check", new { address = portal.Address });
        var verdict = await answer.Content.ReadFromJsonAsync<JsonElement>();

        Assert.Equal("blocked", verdict.GetProperty("outcome").GetString());
        Assert.Contains("https://www.books.example", verdict.GetProperty("findings").GetRawText());
    }

    [Fact]
    public async Task Token_secret_and_apps_are_the_same_at_the_next_start_in_files_of_their_owner_only()
    {
        using var first = await MockProgram.StartAsync(home, Told);
        var app = (await first.Client.GetFromJsonAsync<JsonElement>("/api/library")).GetProperty("apps")[0];
        await first.Client.DeleteAsync($"/api/library/apps/{app.GetProperty("id")}");

        using var second = await MockProgram.StartAsync(home, Told);

        Assert.NotEqual("", second.Secret);
        Assert.Equal((first.Token, first.Secret), (second.Token, second.Secret));
        Assert.Equal(3, (await second.Client.GetFromJsonAsync<JsonElement>("/api/library")).GetProperty("apps")
            .GetArrayLength());
        if (OperatingSystem.IsWindows()) return;
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var folder = Path.Combine(home.FullName, "data", "oxvo-portal-mock");
        Assert.Equal(owner | UnixFileMode.UserExecute, File.GetUnixFileMode(folder));
        Assert.Equal(owner, File.GetUnixFileMode(Path.Combine(folder, "identifier-hash-secret")));
    }

    [Fact]
    public async Task Without_a_folder_to_keep_them_it_runs_and_says_so()
    {
        await File.WriteAllTextAsync(Path.Combine(home.FullName, "data"), "A file, where a folder is needed.");

        using var mock = await MockProgram.StartAsync(home, Told);

        Assert.Matches("^[0-9a-f]{64}$", mock.Secret);
        Assert.Contains("token, secret and apps are for this start only. Set HOME", mock.Output);
    }

    [Fact]
    public async Task A_file_that_holds_no_secret_stops_the_start_and_is_not_shown()
    {
        var file = Path.Combine(home.CreateSubdirectory("data/oxvo-portal-mock").FullName, "identifier-hash-secret");
        await File.WriteAllTextAsync(file, "hunter2");

        var (exit, output) = await MockProgram.RunAsync(home, Told);

        Assert.Equal(1, exit);
        Assert.StartsWith($"{file} does not hold the mock's secret. Delete it: ", output);
        Assert.DoesNotContain("hunter2", output);
    }

    [Theory]
    [InlineData(2, "--site: 'localhost:4000' is not an origin. Write ", "--site", "localhost:4000", "--portal", Portal)]
    [InlineData(2, "--site: '*' is not an origin. Write ", "--site", "*", "--portal", Portal)]
    [InlineData(2, "--site: 'http://localhost:4000/shop' is not an origin. Write scheme, host and port only, ",
        "--site", "http://localhost:4000/shop", "--portal", Portal)]
    [InlineData(2, "--portal: 'http://localhost:4002/?view=orders' is not a portal's address. Write ",
        "--site", Site, "--portal", "http://localhost:4002/?view=orders")]
    [InlineData(2, "--portal: 'https://*.books.example' is not a portal's address. ",
        "--site", Site, "--portal", "https://*.books.example")]
    [InlineData(2, "--portal: 'http://me@localhost:4002' is not a portal's address. ",
        "--site", Site, "--portal", "http://me@localhost:4002")]
    [InlineData(2, "Which site? ", "--portal", Portal)]
    [InlineData(2, "Which portal? ", "--site", Site)]
    [InlineData(2, "Required argument missing for option: '--site'. ", "--site")]
    [InlineData(2, "'0' is not a port", "--site", Site, "--portal", Portal, "--port", "0")]
    [InlineData(2, "'more' is not understood. ", "--site", Site, "--portal", Portal, "more")]
    [InlineData(1, "--portal: Plain http works on this machine only", "--site", Site, "--portal", "http://192.0.2.1")]
    public async Task A_wrong_line_is_told_with_its_cure(int status, string begins, params string[] arguments)
    {
        var (exit, output) = await MockProgram.RunAsync(home, arguments);

        Assert.Equal(status, exit);
        Assert.StartsWith(begins, Assert.Single(output.Trim().Split('\n')));
    }

    [Fact]
    public async Task A_port_in_use_is_named_with_the_cure()
    {
        using var other = new TcpListener(IPAddress.Loopback, Repository.FreePorts.Take());
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;

        var (exit, output) = await MockProgram.RunAsync(home, [.. Told, "--port", $"{port}"]);

        Assert.Equal(1, exit);
        Assert.Equal($"Another program already listens on http://127.0.0.1:{port}. End it, or give another --port.",
            output.Trim());
    }
}
