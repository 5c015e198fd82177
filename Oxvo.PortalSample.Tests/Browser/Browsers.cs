using Microsoft.Playwright;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>
/// Finds a browser that starts: <c>PORTAL_BROWSER</c>, else an installed one, else it installs one and says so.
/// Chromium's headless shell comes first: it is the same engine without windows, and opens a page in a quarter of the
/// time.
/// </summary>
static class Browsers
{
    public const string Setting = "PORTAL_BROWSER";
    static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    static readonly string[] Quiet =
    [
        "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-quic",
        // A process in stock for each page that is opened: a fifth of all the work, here for nothing.
        "--disable-features=SpareRendererForSitePerProcess",
    ];

    /// <param name="chosen">The value of <c>PORTAL_BROWSER</c>.</param>
    /// <param name="say">Gets one line where something is installed.</param>
    /// <param name="with">More arguments for the browser.</param>
    /// <param name="without">Which of Playwright's own arguments are left out.</param>
    /// <param name="isWhole">One that people use: the headless shell keeps no page for the way back.</param>
    public static async Task<IBrowser> StartAsync(
        IPlaywright playwright, string? chosen, Action<string> say, string[]? with = null, string[]? without = null, bool isWhole = false)
    {
        var options = new BrowserTypeLaunchOptions { Args = [.. Quiet, .. with ?? []], IgnoreDefaultArgs = without, Timeout = 60_000 };
        if (!string.IsNullOrEmpty(chosen))
            return await TryStart(playwright, chosen, options) ?? throw new InvalidOperationException(
                $"{Setting} names {chosen}, which does not start as a browser. Set it to the program of a Chrome, Edge or Chromium, "
                + "or unset it, and the tests look for one themselves.");

        return await TryInstalled(playwright, options, isWhole)
            ?? await InstallByPlaywright(playwright, say, options, isWhole)
            ?? await InstallByApt(playwright, say, options, isWhole)
            ?? throw new InvalidOperationException(
                $"The browser tests found no Chrome, Edge or Chromium and could not install one. Run: {Command}, or set {Setting} to a browser's program.");
    }

    static async Task<IBrowser?> TryInstalled(IPlaywright playwright, BrowserTypeLaunchOptions options, bool isWhole)
    {
        var places = BrowserPlaces.All.Append(playwright.Chromium.ExecutablePath);
        foreach (var path in places.Where(path => File.Exists(path) && !(isWhole && path.EndsWith(BrowserPlaces.HeadlessShell, StringComparison.Ordinal))))
            if (await TryStart(playwright, path, options) is { } browser) return browser;
        return null;
    }

    static async Task<IBrowser?> TryStart(IPlaywright playwright, string path, BrowserTypeLaunchOptions options)
    {
        try
        {
            return await playwright.Chromium.LaunchAsync(new(options) { ExecutablePath = path });
        }
        catch (PlaywrightException)
        {
            return null;
        }
    }

    static async Task<IBrowser?> InstallByPlaywright(IPlaywright playwright, Action<string> say, BrowserTypeLaunchOptions options, bool isWhole)
    {
        say($"No Chrome, Edge or Chromium found ({Setting} would name one): Playwright installs Chromium, once.");
        try
        {
            await Task.Run(() => Microsoft.Playwright.Program.Main(["install", "chromium"])).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            say("Playwright's download took too long.");
        }
        return await TryInstalled(playwright, options, isWhole);
    }

    static async Task<IBrowser?> InstallByApt(IPlaywright playwright, Action<string> say, BrowserTypeLaunchOptions options, bool isWhole)
    {
        if (!AptGet.IsHere) return null;

        say("Playwright could not install Chromium: apt-get installs it, once.");
        // Debian's names, and Ubuntu's.
        string[] names = ["chromium", "chromium-browser"];
        foreach (var name in isWhole ? names : names.Prepend(BrowserPlaces.HeadlessShell))
            if ((await AptGet.InstallAsync(name, "fonts-liberation")).IsDone) break;
        return await TryInstalled(playwright, options, isWhole);
    }

    static string Command =>
        OperatingSystem.IsWindows() ? "winget install Google.Chrome"
        : OperatingSystem.IsMacOS() ? "brew install --cask google-chrome"
        : File.Exists("/usr/bin/apt-get") ? "sudo apt-get install -y chromium"
        : "sudo dnf install -y chromium";
}

/// <summary>Where Chrome, Edge and Chromium are usually installed on Linux, macOS and Windows.</summary>
static class BrowserPlaces
{
    public const string HeadlessShell = "chromium-headless-shell";

    static readonly string[] Names =
        [HeadlessShell, "google-chrome", "google-chrome-stable", "chromium", "chromium-browser", "microsoft-edge", "microsoft-edge-stable"];

    static readonly string[] MacNames = ["Google Chrome", "Microsoft Edge", "Chromium"];

    static readonly string[] WindowsFolders = ["ProgramFiles", "ProgramFiles(x86)", "LocalAppData"];

    static readonly string[] WindowsPaths =
        [@"Google\Chrome\Application\chrome.exe", @"Microsoft\Edge\Application\msedge.exe", @"Chromium\Application\chrome.exe"];

    public static IEnumerable<string> All =>
        OperatingSystem.IsWindows() ? Windows
        : OperatingSystem.IsMacOS() ? MacNames.Select(name => $"/Applications/{name}.app/Contents/MacOS/{name}")
        : Linux;

    static IEnumerable<string> Windows =>
        from folder in WindowsFolders.Select(Environment.GetEnvironmentVariable)
        where folder is not null
        from path in WindowsPaths
        select Path.Combine(folder, path);

    static IEnumerable<string> Linux =>
        from name in Names
        from folder in (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':').Union(["/usr/bin", "/usr/local/bin", "/snap/bin"])
        select Path.Combine(folder, name);
}
