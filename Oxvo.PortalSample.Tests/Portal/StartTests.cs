using System.Net;
using System.Net.Sockets;
using System.Reflection;
using Oxvo.PortalSample.Tests.Demo.Data;
using Oxvo.PortalSample.Tests.Portal.Proof;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Portal;

/// <summary>What is written to the console is the whole process's, so these tests run when no other does.</summary>
[CollectionDefinition(nameof(StartTests), DisableParallelization = true)]
public sealed class StartAlone;

/// <summary>
/// A start that fails ends the program with exit code 1 and a line for each fault, without a stack trace.
/// </summary>
[Collection(nameof(StartTests))]
public sealed class StartTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("start-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public void Faults_of_several_parts_are_all_named_at_once()
    {
        var (exit, output) = Run(("Portal:MessengerOrigins:0", "*"), ("Portal:Site:Name", ""), ("MockHost:Enabled", "true"));

        Assert.Equal(1, exit);
        Assert.Equal(["MockHost:Enabled", "Portal:MessengerOrigins", "Portal:Site:Name"], output.Split('\n').Select(FirstWord).Order());
    }

    [Fact]
    public void A_database_that_is_not_there_is_named()
    {
        var (exit, output) = Run(("ConnectionStrings:Accounts", "Data Source=/nowhere/accounts.db"));

        Assert.Equal(1, exit);
        Assert.StartsWith("ConnectionStrings:Accounts names /nowhere/accounts.db", Assert.Single(output.Split('\n')));
    }

    [Fact]
    public void A_collector_without_a_scheme_is_named_with_the_cure()
    {
        var (exit, output) = Run(("OTEL_EXPORTER_OTLP_ENDPOINT", "collector:4318"));

        Assert.Equal(1, exit);
        Assert.Equal("OTEL_EXPORTER_OTLP_ENDPOINT: 'collector:4318' is not a web address. "
            + "Write scheme, host and port, such as http://collector:4318.", output);
    }

    [Fact]
    public void A_port_in_use_is_named_with_the_cure()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();

        var (exit, output) = Run(("urls", $"http://{other.LocalEndpoint}"));

        Assert.Equal(1, exit);
        Assert.Contains($"{other.LocalEndpoint}", Assert.Single(output.Split('\n')));
        Assert.EndsWith("End the other program, or set another address by --urls.", output);
    }

    [Fact]
    public void A_fault_of_the_programs_own_is_not_hidden() =>
        Assert.ThrowsAny<Exception>(() => Run(("urls", "not an address")));

    (int Exit, string Output) Run(params (string Name, string Value)[] settings)
    {
        var file = Path.Combine(folder.FullName, "accounts.db");
        SeededFile.CopyTo(file);
        IEnumerable<(string Name, string Value)> right =
        [
            // The program that fails does not dispose of what watches its settings files, and here the process goes on.
            ("hostBuilder:reloadConfigOnChange", "false"),
            ("applicationName", "Oxvo.PortalSample"), ("contentRoot", Checkout.File("Oxvo.PortalSample")), ("webroot", "../wwwroot/portal"),
             ("environment", "Production"), ("urls", "http://127.0.0.1:0"),
            ("ConnectionStrings:Accounts", $"Data Source={file}"),
            ("Portal:MessengerOrigins:0", "https://messenger.example"), ("Portal:Site:Origins:0", "https://www.acme.example"),
            ("Portal:Site:Issuer", "acme"), ("Portal:Site:Name", "Acme"), ("Portal:Site:SignInUrl", "https://www.acme.example/sign-in"),
            .. SiteTokens.Key.Settings(0),
        ];
        string[] arguments = [.. right.Concat(settings).Select(setting => $"--{setting.Name}={setting.Value}")];

        var (console, output) = (Console.Error, new StringWriter());
        Console.SetError(output);
        try
        {
            return ((int)typeof(Program).Assembly.EntryPoint!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [arguments], null)!, output.ToString().Trim());
        }
        finally
        {
            Console.SetError(console);
        }
    }

    static string FirstWord(string line) => line.Split(' ')[0].TrimEnd(':');
}
