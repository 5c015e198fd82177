using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tests.Tools.Status;

/// <summary>
/// The verb <c>status</c> in a folder with hand-written feeds: in this process, and as a process of its own.
/// </summary>
public sealed class CommandTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("status-");

    [Theory]
    [InlineData("none", 0, "operational")]
    [InlineData("maintenance", 0, "maintenance")]
    [InlineData("minor", 1, "degraded")]
    [InlineData("major", 1, "partial_outage")]
    [InlineData("critical", 1, "major_outage")]
    [InlineData("splendid", 2, "unknown")]
    public async Task A_feed_file_is_read_and_the_exit_status_tells_its_state(string indicator, int exit, string state)
    {
        Write("summary.json", Feeds.Statuspage(indicator));

        var run = await RunAsync("summary.json", "--json");

        Assert.Equal(exit, run.Exit);
        Assert.Equal(state, JsonDocument.Parse(run.Output).RootElement.GetProperty("state").GetString());
        Assert.Equal(exit == 2 ? 1 : 0, Lines(run.Error));
    }

    [Fact]
    public async Task As_a_process_it_reads_a_file_beside_the_caller_without_colours_in_a_pipe()
    {
        Write("summary.json", Feeds.Statuspage("major"));

        var run = await StartAsync(["summary.json"]);

        Assert.Equal((1, ""), (run.Exit, run.Error));
        Assert.Contains("Partial outage", run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
    }

    [Fact]
    public async Task People_get_a_short_table_without_control_characters()
    {
        Write("summary.json", Feeds.Statuspage("major",
            """[{"name":"API","status":"major_outage"},{"name":"Web","status":"operational"}]""",
            """[{"name":"It \u001b[31mbroke","status":"identified","impact":"major"}]"""));

        var run = await RunAsync("summary.json");

        Assert.Contains("Partial outage", run.Output);
        Assert.Contains("It [31mbroke", run.Output);
        Assert.Contains("1 of 2 operational", run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Equal((1, ""), (run.Exit, run.Error));
    }

    [Fact]
    public async Task What_a_feed_says_gives_a_builds_runner_no_command()
    {
        Write("summary.json", Feeds.Statuspage("major", """[{"name":"##[error]API","status":"major_outage"}]""",
            """[{"name":"##vso[task.complete]","status":"identified","impact":"major"}]"""));

        var run = await RunAsync("summary.json");

        Assert.Contains("# #[error]API", run.Output);
        Assert.DoesNotContain("##", run.Output);
    }

    [Fact]
    public async Task Instatus_takes_a_second_file()
    {
        Write("summary.json", Feeds.Instatus());
        Write("components.json", """{"components":[{"id":"1","name":"API","status":"OPERATIONAL","group":null}]}""");

        var run = await RunAsync("summary.json", "--components", "components.json", "--provider", "instatus", "--json");

        var count = JsonDocument.Parse(run.Output).RootElement.GetProperty("component_count").GetInt32();
        Assert.Equal((0, 1), (run.Exit, count));
    }

    [Theory]
    [InlineData("utf-8", true)]
    [InlineData("utf-16", true)]
    [InlineData("utf-16", false)]
    [InlineData("utf-16BE", true)]
    [InlineData("utf-16BE", false)]
    public async Task A_saved_feed_may_be_in_another_encoding_and_packed(string name, bool hasMark)
    {
        var encoding = Encoding.GetEncoding(name);
        byte[] saved = [.. hasMark ? encoding.GetPreamble() : [], .. encoding.GetBytes(Feeds.Statuspage("major"))];
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest)) gzip.Write(saved);
        File.WriteAllBytes(Path.Combine(folder.FullName, "saved.json"), saved);
        File.WriteAllBytes(Path.Combine(folder.FullName, "packed.json"), packed.ToArray());

        var (plain, unpacked) = (await RunAsync("saved.json"), await RunAsync("packed.json"));

        Assert.All([plain, unpacked], run => Assert.Equal((1, ""), (run.Exit, run.Error)));
        Assert.All([plain, unpacked], run => Assert.Contains("In the provider's words", run.Output));
    }

    [Fact]
    public async Task A_packed_file_that_is_damaged_or_without_measure_is_named()
    {
        using var bomb = new MemoryStream();
        using (var gzip = new GZipStream(bomb, CompressionLevel.Fastest)) gzip.Write(new byte[17 * 1024 * 1024]);
        File.WriteAllBytes(Path.Combine(folder.FullName, "bomb.json"), bomb.ToArray());
        File.WriteAllBytes(
            Path.Combine(folder.FullName, "damaged.json"), [0x1F, 0x8B, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);

        var (large, damaged) = (await RunAsync("bomb.json"), await RunAsync("damaged.json"));

        Assert.Equal((2, 2), (large.Exit, damaged.Exit));
        Assert.Contains("the file, which is gzip, is larger than 16 MB", large.Error);
        Assert.Contains("the file is gzip, and damaged", damaged.Error);
    }

    [Fact]
    public async Task Incident_io_takes_a_second_file_too()
    {
        Write("summary.json", Feeds.Statuspage("minor"));
        Write("components.json", """{"page":{"id":"01J"},"components":[{"name":"API","status":"partial_outage"}]}""");

        var run = await RunAsync("summary.json", "--components", "components.json");

        Assert.Contains("0 of 1 operational", run.Output);
    }

    [Theory]
    [InlineData("page.html")]
    [InlineData("nowhere.json")]
    [InlineData("summary.json", "--provider", "statuspage")]
    [InlineData("summary.json", "--provider", "nobody")]
    [InlineData("summary.json", "--components", "page.html")]
    [InlineData("summary.json", "--components", "nowhere.json")]
    [InlineData("summary.json", "--colour")]
    [InlineData("summary.json", "another.json")]
    [InlineData("http://status.acme.example")]
    [InlineData("https://10.0.0.1")]
    [InlineData("https://127.0.0.1:1/")]
    [InlineData("file:///etc/passwd")]
    [InlineData()]
    public async Task What_cannot_be_read_is_said_in_one_line_on_standard_error(params string[] arguments)
    {
        Write("summary.json", Feeds.Instatus());
        Write("page.html", "<html>\n<h1>504 Gateway Time-out</h1>\n</html>");

        var run = await RunAsync(arguments);

        Assert.Equal((2, "", 1), (run.Exit, run.Output, Lines(run.Error)));
        Assert.DoesNotContain("   at ", run.Error);
    }

    [Theory]
    [InlineData(
        "'nobody' is not a provider. Use statuspage, betterstack or instatus.", "summary.json", "--provider=nobody")]
    [InlineData("'--provider'", "summary.json", "--provider")]
    [InlineData("'--components'", "summary.json", "--components", "--json")]
    [InlineData("'--colour' is not understood.", "--colour")]
    [InlineData("'another' is not understood.", "summary.json", "another")]
    [InlineData("Which page?")]
    public async Task What_is_not_understood_is_named(string named, params string[] arguments) =>
        Assert.Contains(named, (await RunAsync(arguments)).Error);

    [Fact]
    public async Task Help_lists_every_option()
    {
        var run = await RunAsync("--help");

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.All(["<page>", "--provider", "--components", "--json"], name => Assert.Contains(name, run.Output));
    }

    [Fact]
    public async Task As_a_process_in_development_it_reads_a_mock_provider_that_is_configured()
    {
        using var server = new LocalServer(LocalServer.Http(Feeds.Statuspage("minor")));
        var address = server.Address.GetLeftPart(UriPartial.Authority);

        var run = await StartAsync([address + "/mock/", "--json"],
            ("ASPNETCORE_ENVIRONMENT", "Development"), ("Status__LoopbackOrigins__0", address));

        Assert.Equal(1, run.Exit);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData("Development", "http://127.0.0.1:5101", true)]
    [InlineData("Development", "http://feeds.dev.localhost:5101", true)]
    [InlineData("Development", "http://[::1]:5101", true)]
    [InlineData("Development", "http://10.0.0.1:5101", false)]
    [InlineData("Development", "http://localhost.example:5101", false)]
    [InlineData("Development", "no address", false)]
    [InlineData("Production", "http://127.0.0.1:5101", false)]
    public void Only_a_loopback_origin_in_development_is_an_exception(
        string environment, string origin, bool isException)
    {
        var settings = new ConfigurationBuilder()
            .AddInMemoryCollection([new("Status:LoopbackOrigins:0", origin)]).Build();

        var exceptions = StatusCommand.LoopbackOrigins(
            settings, new HostingEnvironment { EnvironmentName = environment });

        Assert.Equal(isException ? [new Uri(origin)] : [], exceptions);
    }

    void Write(string file, string text) => File.WriteAllText(Path.Combine(folder.FullName, file), text);

    static int Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exit = await StatusCommand.RunAsync([.. arguments.Select(InFolder)], output, error);
        return (exit, output.ToString(), error.ToString());
    }

    // The folder of this process is not the caller's.
    string InFolder(string argument) => argument.EndsWith(".json") || argument.EndsWith(".html")
        ? Path.Combine(folder.FullName, argument) : argument;

    async Task<(int Exit, string Output, string Error)> StartAsync(
        string[] arguments, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(StatusReading).Assembly.Location, "status", .. arguments])
        { WorkingDirectory = folder.FullName, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }

    public void Dispose() => folder.Delete(recursive: true);
}
