using Microsoft.Data.Sqlite;
using Oxvo.PortalSample.Tests.Portal;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// The whole sample as a person has it: the real process in Development, on three free ports, with a database of its
/// own.
/// </summary>
sealed class Sample : IAsyncDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("portal-sample-").FullName;
    readonly Command process;

    public string Acme { get; } = $"http://localhost:{FreePorts.Take()}";
    public string Messenger { get; } = $"http://127.0.0.1:{FreePorts.Take()}";
    public string Portal { get; } = $"http://localhost:{FreePorts.Take()}";
    public string DatabaseFile => Path.Combine(folder, "accounts.db");

    /// <param name="settings">More settings, as <c>Portal:RequestsPerMinute:Subject=3</c>.</param>
    public static Task<Sample> StartAsync(params string[] settings) => StartWithAsync([], settings);

    /// <param name="project">The checkout's own, or a copy: the folder of its settings, beside its pages.</param>
    /// <param name="settings">More settings.</param>
    public static Task<Sample> StartFromAsync(string project, params string[] settings) => StartAsync(project, [], settings);

    /// <param name="arguments">What stands behind <c>dotnet run --</c>.</param>
    /// <param name="settings">More settings.</param>
    public static Task<Sample> StartWithAsync(string[] arguments, params string[] settings) => StartAsync(Project, arguments, settings);

    static async Task<Sample> StartAsync(string project, string[] arguments, string[] settings)
    {
        var sample = new Sample(project, arguments, settings);
        await sample.process.WaitForAsync("Application started");
        return sample;
    }

    Sample(string project, string[] arguments, string[] settings)
    {
        string[] own =
        [
            "ASPNETCORE_ENVIRONMENT=Development", $"ASPNETCORE_CONTENTROOT={project}", $"Urls={Portal}", $"Portal:MessengerOrigins:0={Messenger}", $"Portal:Site:Origins:0={Acme}",
            $"Portal:Site:Issuer={Acme}", $"Portal:Site:SignInUrl={Acme}/sign-in", $"ConnectionStrings:Accounts=Data Source={DatabaseFile}",
            $"ConnectionStrings:Messenger=Data Source={Path.Combine(folder, "messenger.db")}",
        ];
        process = Command.Start(folder, ["dotnet", Program, .. arguments], [.. own.Concat(settings).Select(AsVariable)]);
    }

    /// <summary>What it has printed so far.</summary>
    public string Output => process.Output;

    /// <summary>Waits until it has printed this text.</summary>
    public Task PrintsAsync(string text) => process.WaitForAsync(text);

    /// <summary>Changes the source of truth, as another program of the integrator's would.</summary>
    public SqliteConnection OpenDatabase()
    {
        var connection = new SqliteConnection($"Data Source={DatabaseFile};Pooling=False");
        connection.Open();
        return connection;
    }

    public static string Project { get; } = Checkout.File("Oxvo.PortalSample");

    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "Oxvo.PortalSample.dll");

    static (string, string) AsVariable(string setting) =>
        (setting[..setting.IndexOf('=')].Replace(":", "__"), setting[(setting.IndexOf('=') + 1)..]);

    /// <summary>Ends it, and looks at everything that it has logged.</summary>
    public async ValueTask DisposeAsync()
    {
        var log = process.Output.Split('\n');
        process.Dispose();
        await DeleteAsync();
        Assert.DoesNotContain(log, LogCapture.HoldsSomethingPersonal);
    }

    // Windows lets go of a killed process's files a moment later.
    async Task DeleteAsync()
    {
        for (var tries = 0; ; tries++)
            try
            {
                Directory.Delete(folder, recursive: true);
                return;
            }
            catch (IOException) when (tries < 20)
            {
                await Task.Delay(100);
            }
    }
}
