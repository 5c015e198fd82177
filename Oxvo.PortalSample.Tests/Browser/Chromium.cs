using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>The browsers that tests share; each test has a profile of its own in one (a context).</summary>
static class Chromium
{
    // As people's browsers have it, which the headless shell alone has not: each website in a process of its own.
    const string Apart = "--site-per-process";

    static readonly SemaphoreSlim Turn = new(1);

    // Kept when it fails, too: an installation that does not work is not tried for every test again.
    static readonly Lazy<Task<IBrowser>> Shared = new(() => StartAsync()), Together = new(() => StartAsync(isApart: false));
    static IPlaywright? playwright;

    public static Task<IBrowser> SharedAsync() => Shared.Value;

    /// <summary>All websites of a page in one process, which opens in half the time.</summary>
    public static Task<IBrowser> SharedTogetherAsync() => Together.Value;

    /// <summary>Another browser, for what is settled at its start.</summary>
    public static async Task<IBrowser> StartAsync(
        string[]? with = null, string[]? without = null, bool isApart = true, bool isWhole = false)
    {
        // One after the other: the first one may have to be installed, and two installations at once fail.
        await Turn.WaitAsync();
        try
        {
            playwright ??= await Playwright.CreateAsync();
            // Of a busy machine: what comes at all comes at once elsewhere.
            Assertions.SetDefaultExpectTimeout(20_000);
            return await Browsers.StartAsync(playwright, Environment.GetEnvironmentVariable(Browsers.Setting),
                TestContext.Current.SendDiagnosticMessage, isApart ? [Apart, .. with ?? []] : with, without, isWhole);
        }
        finally
        {
            Turn.Release();
        }
    }
}
