using Microsoft.Playwright;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Oxvo.PortalSample.Tests.Browser;

/// <summary>The one browser that all tests share; each test has a profile of its own in it (a context).</summary>
static class Chromium
{
    static readonly SemaphoreSlim Turn = new(1);
    static IPlaywright? playwright;
    static Task<IBrowser>? shared;

    /// <param name="sink">Shows in the output of <c>dotnet test</c> what is installed; what a test prints itself is not shown.</param>
    public static async Task<IBrowser> SharedAsync(IMessageSink sink)
    {
        await Turn.WaitAsync();
        try
        {
            // Kept when it fails, too: an installation that does not work is not tried for every test again.
            return await (shared ??= StartAsync(sink));
        }
        finally
        {
            Turn.Release();
        }
    }

    /// <summary>Another browser, for what is settled at its start.</summary>
    public static async Task<IBrowser> StartAsync(IMessageSink sink, string[]? with = null, string[]? without = null)
    {
        playwright ??= await Playwright.CreateAsync();
        return await Browsers.StartAsync(playwright, Environment.GetEnvironmentVariable(Browsers.Setting),
            line => sink.OnMessage(new DiagnosticMessage(line)), with, without);
    }
}
