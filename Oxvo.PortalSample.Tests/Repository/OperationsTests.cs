using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.Data.Sqlite;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>What <c>docs/operations.md</c> says of running the published folder, done as it says.</summary>
[Collection(nameof(Published))]
public sealed class OperationsTests(Published published)
{
    static readonly string[] Portal = ["dotnet", "Oxvo.PortalSample.dll"];

    [Fact]
    public async Task A_healthy_start_without_a_home_or_a_folder_to_write_to_warns_of_nothing()
    {
        var folder = await MakeReadOnlyFolderAsync("delete");

        using var portal = Command.Start(folder.FullName, WithoutRights, SettingsIn(folder));
        using var client = await Published.ClientAsync(portal);
        var ready = await client.GetAsync("/health/ready");
        await portal.StopAsync();
        await DeleteAsync(folder);

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.DoesNotMatch(@"(?m)^(warn|fail|crit):", portal.Output);
    }

    [Fact]
    public async Task A_database_in_WAL_mode_in_a_folder_that_cannot_be_written_stops_the_start_with_the_cure()
    {
        var folder = await MakeReadOnlyFolderAsync("wal");

        var (exit, output) = await Command.RunAsync(folder.FullName, WithoutRights, SettingsIn(folder));
        await DeleteAsync(folder);

        Assert.Equal(1, exit);
        Assert.Contains("take the file out of WAL mode (pragma journal_mode = delete)", output);
    }

    [Fact]
    public async Task It_writes_nothing_to_a_home_that_is_there()
    {
        var home = Directory.CreateTempSubdirectory("home-");
        using var portal = Command.Start(published.Folder, Portal, [.. published.Settings, ("HOME", home.FullName)]);
        using var client = await Published.ClientAsync(portal);

        await client.GetAsync("/api/widget-portal?identifier=mira");
        var written = home.GetFileSystemInfos();
        home.Delete(recursive: true);

        Assert.Empty(written);
    }

    [Fact]
    public async Task The_end_of_a_container_is_a_graceful_stop_with_status_0()
    {
        using var portal = Command.Start(published.Folder, Portal, published.Settings);
        using var client = await Published.ClientAsync(portal);

        var status = await portal.StopAsync();

        Assert.Equal(0, status);
        Assert.Contains("Application is shutting down...", portal.Output);
    }

    [Fact]
    public async Task From_another_folder_it_is_started_by_the_name_of_its_own()
    {
        string[] line = ["dotnet", Path.Combine(published.Folder, "Oxvo.PortalSample.dll")];

        using var portal = Command.Start(
            Path.GetTempPath(), line, [.. published.Settings, ("ASPNETCORE_CONTENTROOT", published.Folder)]);
        using var client = await Published.ClientAsync(portal);

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/")).StatusCode);
    }

    [Fact]
    public async Task A_port_in_the_environment_is_listened_to_on_every_address()
    {
        var port = FreePorts.Take();

        using var portal = Command.Start(published.Folder, Portal,
            [.. published.Settings.Where(setting => setting.Name != "Urls"), ("ASPNETCORE_HTTP_PORTS", $"{port}")]);
        using var client = await Published.ClientAsync(portal);

        Assert.Contains($"Now listening on: http://[::]:{port}", portal.Output);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task The_log_can_be_json_a_line_each()
    {
        using var portal = Command.Start(published.Folder, Portal,
            [.. published.Settings, ("Logging__Console__FormatterName", "json")]);
        using var client = await Published.ClientAsync(portal);

        await client.GetAsync("/api/widget-portal?identifier=mira");
        await portal.StopAsync();
        var messages = portal.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(line => JsonDocument.Parse(line).RootElement.GetProperty("Message").GetString()!).ToList();

        Assert.Contains(messages, message => message.StartsWith("Portal ") && message.EndsWith(" has started."));
        Assert.Contains(messages, message => message.StartsWith("GET /api/widget-portal 401 in "));
    }

    [Fact]
    public async Task Metrics_and_traces_go_to_the_collector_that_is_named_and_hold_nothing_personal()
    {
        await using var collector = new Collector();
        await collector.StartAsync();
        using var portal = Command.Start(published.Folder, Portal,
        [
            .. published.Settings, ("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Address),
            ("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf"), ("OTEL_SERVICE_NAME", "acme-portal"),
        ]);
        using var client = await Published.ClientAsync(portal);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("canary-agent");

        await client.GetAsync("/api/widget-portal?identifier=mira");
        await client.GetAsync("/canary-path?canary-query");
        client.DefaultRequestHeaders.Authorization = new("Bearer", RefusedTokens.ByReason["expired"].Values.First()());
        await client.GetAsync("/api/widget-portal?identifier=mira");
        client.DefaultRequestHeaders.Authorization = new("Bearer", SiteTokens.For("mira"));
        await client.GetAsync("/api/widget-portal?identifier=mira");
        await client.GetAsync("/api/widget-portal?identifier=jonas");
        await portal.StopAsync();
        var (metrics, traces) = (collector.SentTo("/v1/metrics"), collector.SentTo("/v1/traces"));

        Assert.All(Instruments, name => Assert.Contains(name, metrics));
        Assert.All(["expired", "another_identifier"], reason => Assert.Contains(reason, metrics));
        Assert.All(["GET /api/widget-portal", "http.response.status_code"], text => Assert.Contains(text, traces));
        Assert.All([metrics, traces], sent => Assert.Contains("acme-portal", sent));
        Assert.All(["mira", "jonas", "canary", "eyJhbGci", "identifier=", "url.query", "url.path", "user_agent"],
            text => Assert.DoesNotContain(text, metrics + traces, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Those that the document names.</summary>
    static string[] Instruments { get; } =
    [
        "http.server.request.duration", "aspnetcore.rate_limiting.requests", "portal.token.refused",
        "portal.key.refused", "portal.account.read.duration",
    ];

    [Fact]
    public void Every_instrument_is_in_the_document()
    {
        var document = File.ReadAllText(Checkout.File("docs/operations.md"));

        Assert.All(Instruments, name => Assert.Contains($"| `{name}` |", document));
    }

    [Fact]
    public async Task Where_no_collector_is_named_nothing_of_telemetry_is_loaded()
    {
        if (!OperatingSystem.IsLinux()) Assert.Skip("What a process has loaded is read from /proc.");
        using var portal = Command.Start(published.Folder, Portal, published.Settings);
        using var client = await Published.ClientAsync(portal);
        await client.GetAsync("/api/widget-portal?identifier=mira");

        var loaded = File.ReadAllText($"/proc/{portal.Id}/maps");

        Assert.Contains("Microsoft.Data.Sqlite.dll", loaded);
        Assert.DoesNotContain("Npgsql", loaded);
        Assert.DoesNotContain("OpenTelemetry", loaded);
    }

    static async Task RunAsync(params string[] line)
    {
        var (exit, output) = await Command.RunAsync("/", line);
        Assert.True(exit == 0, output);
    }

    static string[] WithoutRights =>
    [
        "env", "-u", "HOME", .. Environment.UserName == "root"
            ? new[] { "setpriv", "--reuid", "65534", "--regid", "65534", "--clear-groups" } : [],
        .. Portal,
    ];

    (string, string)[] SettingsIn(DirectoryInfo folder) =>
    [
        .. published.Settings, ("ConnectionStrings__Accounts", "Data Source=accounts.db"),
        ("TMPDIR", folder.FullName), ("DOTNET_EnableDiagnostics", "0"),
    ];

    /// <summary>
    /// The portal and its database where any user can read and none can write, not even temporary files.
    /// </summary>
    async Task<DirectoryInfo> MakeReadOnlyFolderAsync(string journal)
    {
        var folder = Directory.CreateTempSubdirectory("read-only-");
        await RunAsync("cp", "-r", $"{published.Folder}/.", folder.FullName);
        var file = Path.Combine(folder.FullName, "accounts.db");
        File.Copy(published.DatabaseFile, file);
        using (var database = new SqliteConnection($"Data Source={file};Pooling=false"))
            await database.ExecuteAsync($"pragma journal_mode = {journal}");
        await RunAsync("chmod", "-R", "a+rX,a-w", folder.FullName);
        return folder;
    }

    static async Task DeleteAsync(DirectoryInfo folder)
    {
        await RunAsync("chmod", "-R", "u+w", folder.FullName);
        folder.Delete(recursive: true);
    }
}
