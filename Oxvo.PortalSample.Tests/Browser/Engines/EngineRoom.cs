using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>
/// The sample, a stranger's page among the messenger's apps, and a browser of each engine that is asked for.
/// </summary>
public sealed class EngineRoom : IAsyncLifetime
{
    public const string Chromium = "Chromium", Firefox = "Firefox", WebKit = "WebKit", Stranger = "A stranger";

    static readonly Dictionary<string, Func<Task<Engine>>> Starts = new()
    {
        [Chromium] = ChromiumEngine.StartAsync,
        [Firefox] = FirefoxEngine.StartAsync,
        [WebKit] = WebKitEngine.StartAsync,
    };

    // Kept when it fails, too: an installation that does not work is not tried for every test again.
    readonly Dictionary<string, Task<Engine>> engines = [];
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
        if (!engines.TryGetValue(engine, out var started)) engines[engine] = started = Starts[engine]();
        var browser = await started;
        await browser.TurnBackAsync();
        await browser.GoAsync(Whole.Sample.Acme + path);
        return browser;
    }

    /// <summary>
    /// Keeps what a browser shows, for a test that has failed in it. The next test gets another browser: a window that
    /// was left open would be taken for the one that it opens.
    /// </summary>
    internal async Task TellAsync(string engine)
    {
        var picture = Path.Combine(Checkout.Folder, "TestResults", "browser", $"{Guid.NewGuid():N}.png");
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(picture)!);
            await File.WriteAllBytesAsync(picture, await (await engines[engine]).PictureAsync());
            TestContext.Current.TestOutputHelper?.WriteLine($"Screenshot of {engine}: {picture}");
        }
        catch (Exception fault) when (fault is EngineException or PlaywrightException or IOException)
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{engine} cannot be looked at any more: {fault.Message}");
        }
        if (engines[engine] is not { IsCompletedSuccessfully: true } left) return;
        engines.Remove(engine);
        await (await left).DisposeAsync();
    }

    /// <summary>Ends the browsers, with all that they keep of the pages. They start when they are asked for.</summary>
    internal async Task EndBrowsersAsync()
    {
        foreach (var engine in engines.Values.Where(engine => engine.IsCompletedSuccessfully))
            await (await engine).DisposeAsync();
        engines.Clear();
    }

    public async ValueTask DisposeAsync()
    {
        await EndBrowsersAsync();
        await Whole.DisposeAsync();
        await others.DisposeAsync();
    }
}
