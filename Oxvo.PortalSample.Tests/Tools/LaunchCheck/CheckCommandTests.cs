using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tests.Tools.Fetching;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck;

/// <summary>The verb <c>check</c>: in this process, and once as a process of its own.</summary>
public sealed class CheckCommandTests
{
    static readonly byte[] Good = LocalServer.Http(Checked.Page("<h1>Order</h1><p>It arrives on Friday.</p>"),
        $"{Checked.Html}\r\nContent-Security-Policy: frame-ancestors https://www.acme.example");

    [Theory]
    [InlineData("https://www.acme.example", 0)]
    [InlineData("https://messenger.oxvo.example", 1)]
    public async Task The_exit_status_tells_whether_something_failed(string ancestor, int exit)
    {
        using var server = new LocalServer(Good);

        var run = await RunAsync(server.Address.ToString(), "--ancestor", ancestor);

        Assert.Equal((exit, ""), (run.Exit, run.Error));
        Assert.Contains(exit == 0 ? "✓ pass    Every ancestor may frame it" : "✕ fail    Every ancestor may frame it",
            run.Output);
        Assert.All(run.Output.Split('\n'), line => Assert.True(line.Length <= 80, line));
    }

    [Fact]
    public async Task This_machine_is_read_by_each_of_its_names()
    {
        using var six = new LocalServer(Good, IPAddress.IPv6Loopback);
        using var four = new LocalServer(Good);
        string[] addresses = [$"http://[::1]:{six.Address.Port}/", $"shop.dev.localhost:{four.Address.Port}/a"];

        foreach (var address in addresses)
        {
            var run = await RunAsync(address, "--ancestor", "https://www.acme.example");

            Assert.Equal((0, ""), (run.Exit, run.Error));
            Assert.Contains("✓ pass    The address answers with a page", run.Output);
            Assert.Contains("✓ pass    It is on https", run.Output);
        }
    }

    [Fact]
    public async Task As_a_process_it_gives_its_report_and_its_exit_status_to_the_shell()
    {
        using var server = new LocalServer(Good);

        var run = await StartAsync(server.Address.ToString(), "--ancestor", "https://messenger.oxvo.example");

        Assert.Equal((1, ""), (run.Exit, run.Error));
        Assert.Contains("✕ fail    Every ancestor may frame it", run.Output);
        Assert.DoesNotContain('\e', run.Output);
    }

    [Fact]
    public async Task Programs_get_one_document_with_every_check()
    {
        using var server = new LocalServer(Good);

        var run = await RunAsync(server.Address.ToString(), "--json", "--ancestor", "https://www.acme.example/");

        using var report = JsonDocument.Parse(run.Output);
        Assert.Equal(Checklist.Checks.Count, report.RootElement.GetProperty("checks").GetArrayLength());
        var browser = report.RootElement.GetProperty("checks").EnumerateArray()
            .Single(check => check.GetProperty("id").GetString() == "stranger-message");
        Assert.Equal("not_run", browser.GetProperty("result").GetString());
        Assert.Contains($"CHECK_ADDRESS={server.Address} CHECK_ANCESTORS=", browser.GetProperty("repair").GetString());
        Assert.EndsWith(CheckOptions.TestRun, browser.GetProperty("repair").GetString());
    }

    [Fact]
    public async Task Markdown_begins_with_its_heading()
    {
        using var server = new LocalServer(Good);

        Assert.StartsWith("## Launch checklist: http",
            (await RunAsync(server.Address.ToString(), "--markdown")).Output);
    }

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://127.0.0.1:1/", "--json")]
    public async Task What_cannot_be_reached_is_2_with_a_line_that_says_so(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal((2, 1), (run.Exit, run.Error.Count(c => c == '\n')));
        Assert.Contains("http://127.0.0.1:1/: ", run.Error);
        Assert.DoesNotMatch("[✓\"] ?pass", run.Output);
    }

    [Fact]
    public async Task Where_there_is_no_page_people_read_no_list_of_what_was_not_run() =>
        Assert.Equal("http://127.0.0.1:1/", (await RunAsync("http://127.0.0.1:1/")).Output.Trim());

    [Fact]
    public async Task An_API_that_answers_does_not_make_up_for_a_page_that_does_not()
    {
        using var api = new LocalServer(LocalServer.Http("", "Cache-Control: no-store", "401 Unauthorized"));

        Assert.Equal(2, (await RunAsync("http://127.0.0.1:1/", "--api", api.Address.ToString())).Exit);
    }

    [Theory]
    [InlineData()]
    [InlineData("--json")]
    [InlineData("ftp://app.acme.example")]
    [InlineData("https://user:word@app.acme.example")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://app.acme.example", "https://other.acme.example")]
    [InlineData("https://app.acme.example", "--ancestor")]
    [InlineData("https://app.acme.example", "--ancestor", "*")]
    [InlineData("https://app.acme.example", "--ancestor", "https://www.acme.example/path")]
    [InlineData("https://app.acme.example", "--ancestor", "null")]
    [InlineData("https://app.acme.example", "--api", "javascript:1")]
    [InlineData("https://app.acme.example", "--timeout", "0")]
    [InlineData("https://app.acme.example", "--timeout", "soon")]
    [InlineData("https://app.acme.example", "--json", "--markdown")]
    [InlineData("https://app.acme.example", "--loud")]
    public async Task What_is_not_understood_is_2_with_the_usage(params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal((2, "", 1), (run.Exit, run.Output, run.Error.Count(c => c == '\n')));
        Assert.Contains("Usage: check <address>", run.Error);
    }

    [Theory]
    [InlineData("'--timeout'", "https://app.acme.example", "--timeout")]
    [InlineData("'--timeout'", "https://app.acme.example", "--timeout", "--json")]
    [InlineData("'soon' is not a number of seconds from 1 to 600.", "https://app.acme.example", "--timeout=soon")]
    [InlineData("'*' is not an origin; write it as https://www.example.com.", "https://app.acme.example", "--ancestor",
        "*")]
    [InlineData("'ftp://app.acme.example' is not a web address.", "ftp://app.acme.example")]
    [InlineData("'--loud' is not understood.", "--loud")]
    [InlineData("Which address?")]
    public async Task What_is_not_understood_is_named(string named, params string[] arguments) =>
        Assert.StartsWith(named,
            (await RunAsync(arguments)).Error.Replace("Required argument missing for option: ", ""));

    [Fact]
    public async Task Help_lists_every_option()
    {
        var run = await RunAsync("--help");

        Assert.Equal((0, ""), (run.Exit, run.Error));
        Assert.All(["--ancestor", "--api", "--status", "--json", "--markdown", "--timeout"],
            name => Assert.Contains(name, run.Output));
    }

    [Fact]
    public async Task A_value_may_follow_an_equals_sign()
    {
        using var server = new LocalServer(Good);

        Assert.Equal(0,
            (await RunAsync(server.Address.ToString(), "--timeout=20", "--ancestor=https://www.acme.example")).Exit);
    }

    [Fact]
    public void The_command_for_a_browser_is_read_back_as_it_was_meant()
    {
        var variables = new Dictionary<string, string>
        {
            ["CHECK_ADDRESS"] = "localhost:5102/?view=orders",
            ["CHECK_ANCESTORS"] = "http://localhost:5100,http://127.0.0.1:5101",
            ["CHECK_API"] = "http://localhost:5102/api",
            ["CHECK_STATUS"] = "1",
        };

        var options = CheckOptions.FromVariables(variables.GetValueOrDefault)!;

        Assert.Equal("http://localhost:5102/?view=orders", options.Address.OriginalString);
        Assert.Equal(["http://localhost:5100", "http://127.0.0.1:5101"], options.Ancestors);
        Assert.Equal((new Uri("http://localhost:5102/api"), true), (options.Api, options.IsStatus));
        Assert.Null(CheckOptions.FromVariables(_ => null));
    }

    [Fact]
    public void The_command_for_a_browser_is_the_documented_one_and_runs_one_class()
    {
        Assert.Contains($" {CheckOptions.TestRun}\n", File.ReadAllText(Checkout.File("docs/launch-check.md")));
        Assert.EndsWith($" -class '*.{nameof(CheckedAddressTests)}'", CheckOptions.TestRun);
    }

    [Theory]
    [InlineData("--api https://", "CHECK_API=https://")]
    [InlineData("add --status.", "add CHECK_STATUS=1.")]
    [InlineData("--ancestor https://www", "CHECK_ANCESTORS=https://www")]
    public async Task Options_are_named_as_they_were_given(string byOption, string byVariable)
    {
        using var server = new LocalServer(LocalServer.Http(Checked.Page("<h1>Order</h1>"),
            $"{Checked.Html}\r\nContent-Security-Policy: frame-ancestors https://a.example"));

        var told = await AdviseAsync(server, areVariables: false);
        var toldByVariables = await AdviseAsync(server, areVariables: true);

        Assert.Contains(byOption, told);
        Assert.Contains(byVariable, toldByVariables);
    }

    static async Task<string> AdviseAsync(LocalServer server, bool areVariables)
    {
        var results = await Checked.AtAsync(server, options => options with { AreVariables = areVariables });
        return string.Join('\n', results.Values.Select(result => result.Repair));
    }

    static async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        using StringWriter output = new() { NewLine = "\n" }, error = new() { NewLine = "\n" };
        var exit = await CheckCommand.RunAsync(arguments, output, error);
        return (exit, output.ToString(), error.ToString());
    }

    static async Task<(int Exit, string Output, string Error)> StartAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", [typeof(Checklist).Assembly.Location, "check", .. arguments])
        { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var (output, error) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        return (process.ExitCode, await output, await error);
    }
}
