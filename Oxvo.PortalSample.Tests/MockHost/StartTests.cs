using System.Net;
using System.Net.Sockets;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.MockHost;

/// <summary>What stops the start, and what it says.</summary>
public sealed class StartTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mock-start-");
    readonly int[] ports = Browser.Sample.FreePorts(3);

    [Theory]
    [InlineData("Staging")]
    [InlineData("Production")]
    public async Task Outside_Development_the_mock_is_refused(string environment)
    {
        var (exit, output) = await RunAsync(
        [
            ("ASPNETCORE_ENVIRONMENT", environment), ("MockHost__Enabled", "true"),
            ("Portal__Site__Origins__0", "https://www.acme.example"), ("Portal__MessengerOrigins__0", "https://messenger.example"),
            ("Portal__Site__Issuer", "acme"), ("Portal__Site__Name", "Acme"), ("Portal__Site__SignInUrl", "https://www.acme.example/"),
            .. Proof.SiteTokens.Key.Settings(0).Select(setting => (setting.Name.Replace(":", "__"), setting.Value)),
        ]);

        Assert.Equal(1, exit);
        Assert.Equal($"MockHost:Enabled is true in {environment}. The mock is for Development only: remove the setting, or set it to false.",
            output.Trim());
    }

    [Theory]
    [InlineData(0, "Portal:Site:Origins:0 is http://localhost:")]
    [InlineData(1, "Portal:MessengerOrigins:0 is http://127.0.0.1:")]
    public async Task A_port_in_use_stops_the_start_with_one_line(int taken, string expected)
    {
        using var other = new TcpListener(IPAddress.Loopback, ports[taken]);
        other.Start();

        var (exit, output) = await RunAsync([("ASPNETCORE_ENVIRONMENT", "Development")]);

        Assert.Equal(1, exit);
        Assert.Equal($"{expected}{ports[taken]}, where another program already listens. End that program, or set another port there.",
            Assert.Single(output.Trim().Split('\n')));
    }

    [Fact]
    public async Task A_library_that_cannot_be_used_stops_the_start_with_one_line()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "m.db"), "This is no database, but some words in a file.");

        var (exit, output) = await RunAsync([("ASPNETCORE_ENVIRONMENT", "Development")]);

        Assert.Equal(1, exit);
        Assert.StartsWith("ConnectionStrings:Messenger names ", Assert.Single(output.Trim().Split('\n')));
        Assert.Contains("delete it", output);
    }

    [Fact]
    public async Task An_origin_where_nobody_can_listen_is_refused()
    {
        var (exit, output) = await RunAsync(
            [("ASPNETCORE_ENVIRONMENT", "Development"), ("Portal__Site__Origins__0", "https://www.acme.example")]);

        Assert.Equal(1, exit);
        Assert.Contains("Portal:Site:Origins:0 is https://www.acme.example, where the mock cannot listen.", output);
    }

    Task<(int ExitCode, string Output)> RunAsync(IEnumerable<(string Name, string Value)> settings) => Command.RunAsync(
        folder.FullName, ["dotnet", Browser.Sample.Program],
        [
            ("Urls", $"http://localhost:{ports[2]}"), ("ConnectionStrings__Accounts", $"Data Source={Path.Combine(folder.FullName, "a.db")}"),
            ("ConnectionStrings__Messenger", $"Data Source={Path.Combine(folder.FullName, "m.db")}"),
            ("Portal__Site__Origins__0", $"http://localhost:{ports[0]}"), ("Portal__MessengerOrigins__0", $"http://127.0.0.1:{ports[1]}"),
            .. settings,
        ]);

    public void Dispose() => folder.Delete(recursive: true);
}
