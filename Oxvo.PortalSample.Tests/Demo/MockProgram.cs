using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Demo;

/// <summary>The command <c>mock</c> as a program of its own, on a free port, with a home folder of its own.</summary>
sealed partial class MockProgram : IDisposable
{
    readonly DirectoryInfo home;
    readonly Command process;

    MockProgram(DirectoryInfo home, int port, string[] arguments)
    {
        this.home = home;
        Messenger = $"http://127.0.0.1:{port}";
        process = Command.Start(home.FullName, Line(["--port", $"{port}", .. arguments]), Variables(home.FullName));
    }

    public string Messenger { get; }

    public string Output => process.Output;

    /// <summary>The script tag as it is pasted.</summary>
    public string Snippet => Tag().Match(Output).Value;

    public string Token => TokenInTag().Match(Snippet).Groups[1].Value;

    /// <summary>For <c>identifier_hash</c>.</summary>
    public string Secret => SecretLine().Match(Output).Groups[1].Value;

    public HttpClient Client => MockHostApp.PageOn(Messenger);

    /// <param name="home">Where it keeps what it keeps; the caller deletes it.</param>
    /// <param name="arguments">Behind <c>mock --port N</c>.</param>
    public static Task<MockProgram> StartAsync(DirectoryInfo home, params string[] arguments) =>
        StartOnAsync(FreePorts.Take(), home, arguments);

    /// <inheritdoc cref="StartAsync"/>
    public static async Task<MockProgram> StartOnAsync(int port, DirectoryInfo home, params string[] arguments)
    {
        var mock = new MockProgram(home, port, arguments);
        await mock.process.WaitForAsync("Ctrl+C ends it.");
        return mock;
    }

    public static Task<(int ExitCode, string Output)> RunAsync(DirectoryInfo home, params string[] arguments) =>
        Command.RunAsync(home.FullName, Line(arguments), Variables(home.FullName));

    public void Dispose() => process.Dispose();

    static string[] Line(string[] arguments) =>
        ["dotnet", Path.Combine(AppContext.BaseDirectory, "Oxvo.PortalSample.dll"), "mock", .. arguments];

    static (string, string)[] Variables(string home) =>
    [
        ("ASPNETCORE_CONTENTROOT", Checkout.File("Oxvo.PortalSample")),
        ("TMPDIR", home), ("HOME", home),
        ("XDG_DATA_HOME", Path.Combine(home, "data")), ("LOCALAPPDATA", Path.Combine(home, "data")),
    ];

    [GeneratedRegex(@"<script defer[\s\S]*?</script>")]
    private static partial Regex Tag();

    [GeneratedRegex("data-oxvo-website-token=\"([^\"]+)\"")]
    private static partial Regex TokenInTag();

    [GeneratedRegex("^  ([0-9a-f]{64})$", RegexOptions.Multiline)]
    private static partial Regex SecretLine();
}
