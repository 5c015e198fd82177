using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>
/// The sample, a stranger's page among the messenger's apps, and a browser of each engine that is asked for.
/// </summary>
public sealed class EngineRoom : IAsyncLifetime
{
    public const string Chromium = "Chromium", Firefox = "Firefox", WebKit = "WebKit", Stranger = "A stranger";

    readonly Dictionary<string, Lazy<Task<Engine>>> engines = new()
    {
        [Chromium] = new(ChromiumEngine.StartAsync),
        [Firefox] = new(FirefoxEngine.StartAsync),
        [WebKit] = new(WebKitEngine.StartAsync),
    };

    OtherWebsites others = null!;

    internal WholeSample Whole { get; private set; } = null!;

    /// <summary>The folder of its settings, beside its pages.</summary>
    internal string Project { get; init; } = Sample.Project;

    public async ValueTask InitializeAsync()
    {
        others = await OtherWebsites.StartAsync();
        Whole = new() { Project = Project };
        await Whole.InitializeAsync();
        await TrialApps.ListAsync(Whole.Sample, Stranger, OtherWebsites.Framing(others.Stranger, Whole.Sample.Portal));
    }

    /// <param name="engine">Whose browser.</param>
    /// <param name="path">A page of the website.</param>
    internal async Task<Engine> ArriveAsync(string engine, string path)
    {
        var browser = await engines[engine].Value;
        await browser.GoAsync(Whole.Sample.Acme + path);
        return browser;
    }

    /// <summary>Keeps what a browser shows, for a test that has failed in it.</summary>
    internal async Task TellAsync(string engine)
    {
        var picture = Path.Combine(Checkout.Folder, "TestResults", "browser", $"{Guid.NewGuid():N}.png");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
            await File.WriteAllBytesAsync(picture, await (await engines[engine].Value).PictureAsync());
            TestContext.Current.TestOutputHelper?.WriteLine($"Screenshot of {engine}: {picture}");
        }
        catch (Exception fault) when (fault is EngineException or PlaywrightException or IOException)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{engine} cannot be looked at any more: {fault.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        var started = engines.Values.Where(engine => engine.IsValueCreated).Select(engine => engine.Value);
        foreach (var engine in started.Where(engine => engine.IsCompletedSuccessfully))
            await (await engine).DisposeAsync();
        await Whole.DisposeAsync();
        await others.DisposeAsync();
    }
}
