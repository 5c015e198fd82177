using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Accounts;
using Oxvo.PortalSample.Portal.Api;
using Oxvo.PortalSample.Tests.Portal.Proof;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>What stops the start, and what it says.</summary>
public sealed class StartTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mock-start-");
    readonly int[] ports = [FreePorts.Take(), FreePorts.Take(), FreePorts.Take()];

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("Staging")]
    [InlineData("Production")]
    public async Task Outside_Development_the_mock_is_refused(string environment)
    {
        var fault = await StartAsync(environment,
        [
            ("MockHost:Enabled", "true"), ("Portal:Site:Origins:0", "https://www.acme.example"),
            ("Portal:MessengerOrigins:0", "https://messenger.example"), ("Portal:Site:Issuer", "acme"),
            ("Portal:Site:Name", "Acme"),
            ("Portal:Site:SignInUrl", "https://www.acme.example/"), .. SiteTokens.Key.Settings(0),
        ]);

        Assert.Equal($"MockHost:Enabled is true in {environment}. The mock is for Development only: "
            + "remove the setting, or set it to false.", fault);
    }

    [Theory]
    [InlineData(0, "Portal:Site:Origins:0, which is http://localhost:")]
    [InlineData(1, "Portal:MessengerOrigins:0, which is http://127.0.0.1:")]
    public async Task A_port_in_use_is_named_with_its_setting(int taken, string expected)
    {
        using var other = new TcpListener(IPAddress.Loopback, ports[taken]);
        other.Start();

        var fault = await StartAsync("Development");

        Assert.Equal($"Port {ports[taken]} is in use: perhaps the sample is running already. End that program, "
            + $"or set another port in {expected}{ports[taken]}.", fault);
    }

    [Fact]
    public async Task In_the_program_a_port_in_use_is_one_line_and_exit_code_1()
    {
        using var other = new TcpListener(IPAddress.Loopback, ports[0]);
        other.Start();

        var (exit, output) = await Command.RunAsync(folder.FullName, ["dotnet", Browser.Sample.Program],
            [
                ("ASPNETCORE_ENVIRONMENT", "Development"), ("ASPNETCORE_CONTENTROOT", Browser.Sample.Project),
                .. Settings.Select(setting => (setting.Name.Replace(":", "__"), setting.Value)),
            ]);

        Assert.Equal(1, exit);
        Assert.StartsWith($"Port {ports[0]} is in use: ", Assert.Single(output.Trim().Split('\n')));
    }

    [Fact]
    public async Task A_library_that_cannot_be_used_is_named_with_the_cure()
    {
        File.WriteAllText(Path.Combine(folder.FullName, "m.db"), "This is no database, but some words in a file.");

        var fault = await StartAsync("Development");

        Assert.StartsWith("ConnectionStrings:Messenger names ", fault);
        Assert.Contains("delete it", fault);
    }

    [Fact]
    public async Task An_origin_where_the_mock_cannot_listen_is_refused()
    {
        var fault = await StartAsync("Development", ("Portal:Site:Origins:0", "https://www.acme.example"));

        Assert.StartsWith("Portal:Site:Origins:0 is https://www.acme.example, where the mock cannot listen.", fault);
    }

    [Theory]
    [InlineData("http://shop.dev.localhost:7200/widget", "shop.dev.localhost:7200")]
    [InlineData("widget.localhost:3000", "widget.localhost:3000")]
    [InlineData("http://[::1]:3000/", "[::1]:3000")]
    public async Task An_app_under_any_name_of_this_machine_is_on_top_of_the_list(string app, string line)
    {
        await using var mock = Build("Development", ("MockHost:App", app));
        await mock.StartAsync();

        using var client = new HttpClient { BaseAddress = new($"http://127.0.0.1:{ports[1]}") };
        using var list = JsonDocument.Parse(await client.GetStringAsync("/api/apps?website_token=acme-store"));

        Assert.Equal(line, list.RootElement[0].GetProperty("line").GetString());
    }

    (string Name, string Value)[] Settings =>
    [
        ("Urls", $"http://localhost:{ports[2]}"),
        ("ConnectionStrings:Accounts", $"Data Source={Path.Combine(folder.FullName, "a.db")}"),
        ("ConnectionStrings:Messenger", $"Data Source={Path.Combine(folder.FullName, "m.db")}"),
        ("Portal:Site:Origins:0", $"http://localhost:{ports[0]}"),
        ("Portal:MessengerOrigins:0", $"http://127.0.0.1:{ports[1]}"),
    ];

    /// <summary>Starts the mock in this process, and returns the one fault that stops it.</summary>
    async Task<string> StartAsync(string environment, params (string Name, string Value)[] settings)
    {
        await using var app = Build(environment, settings);
        return Assert.Single((await Assert.ThrowsAsync<OptionsValidationException>(() => app.StartAsync())).Failures);
    }

    WebApplication Build(string environment, params (string Name, string Value)[] settings)
    {
        var builder = WebApplication.CreateBuilder(
            new WebApplicationOptions { EnvironmentName = environment, ContentRootPath = Browser.Sample.Project });
        builder.Configuration.AddInMemoryCollection(Settings.Concat(settings).GroupBy(setting => setting.Name,
            (name, values) => KeyValuePair.Create(name, (string?)values.Last().Value)));
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddPortalOptions();
        builder.Services.AddAccounts();
        builder.Services.AddSections();
        builder.AddDemo([]);
        return builder.Build();
    }
}
