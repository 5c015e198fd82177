using System.Diagnostics;
using System.Text.Json;
using Oxvo.PortalSample.Status;
using Oxvo.PortalSample.Tests.Fetching;

namespace Oxvo.PortalSample.Tests.Status;

/// <summary>The verb <c>status</c>, as a process of its own in a folder with hand-written feeds.</summary>
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
    public async Task A_feed_file_beside_the_caller_is_read_and_the_exit_status_tells_its_state(string indicator, int exit, string state)
    {
        Write("summary.json", Feeds.Statuspage(indicator));

        var run = await RunAsync("summary.json", "--json");

        Assert.Equal(exit, run.Exit);
        Assert.Equal(state, JsonDocument.Parse(run.Output).RootElement.GetProperty("state").GetString());
        Assert.Equal(exit == 2 ? 1 : 0, Lines(run.Error));
    }

    [Fact]
    public async Task People_get_a_short_table_without_colours_in_a_pipe()
    {
        Write("summary.json", Feeds.Statuspage("major", """[{"name":"API","status":"major_outage"},{"name":"Web","status":"operational"}]""",
            """[{"name":"It \u001b[31mbroke","status":"identified","impact":"major"}]"""));

        var run = await RunAsync("summary.json");

        Assert.Contains("Partial outage", run.Output);
        Assert.Contains("It [31mbroke", run.Output);
        Assert.Contains("1 of 2 operational", run.Output);
        Assert.DoesNotContain('\u001b', run.Output);
        Assert.Equal((1, ""), (run.Exit, run.Error));
    }

    [Fact]
    public async Task Instatus_takes_a_second_file()
    {
        Write("summary.json", Feeds.Instatus());
        Write("components.json", """{"components":[{"id":"1","name":"API","status":"OPERATIONAL","group":null}]}""");

        var run = await RunAsync("summary.json", "--components", "components.json", "--provider", "instatus", "--json");

        Assert.Equal((0, 1), (run.Exit, JsonDocument.Parse(run.Output).RootElement.GetProperty("component_count").GetInt32()));
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
    [InlineData("Development", 1)]
    [InlineData("Production", 2)]
    public async Task A_mock_provider_is_read_only_where_it_is_configured_in_development(string environment, int exit)
    {
        using var server = new LocalServer(LocalServer.Http(Feeds.Statuspage("minor")));
        var address = server.Address.GetLeftPart(UriPartial.Authority);

        var run = await RunAsync([address + "/mock/", "--json"], ("ASPNETCORE_ENVIRONMENT", environment), ("Status__LoopbackOrigins__0", address));

        Assert.Equal(exit, run.Exit);
        Assert.Equal(exit == 2 ? 0 : 1, server.Requests.Length);
    }

    void Write(string file, string text) => File.WriteAllText(Path.Combine(folder.FullName, file), text);

    static int Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments) => RunAsync(arguments, []);

    async Task<(int Exit, string Output, string Error)> RunAsync(string[] arguments, params (string Name, string Value)[] environment)
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
