namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What only a browser can tell. The product carries none: the test project does, and writes the same report.</summary>
static class BrowserChecks
{
    public static Task<CheckFinding> AskForBrowser(CheckedApp app) => Task.FromResult(NotRun(app.Options));

    public static CheckFinding NotRun(CheckOptions options) =>
        CheckFinding.NotRun("This takes a browser.", $"Run it from the checkout:\n$ {Command(options)}");

    /// <summary>For a POSIX shell. What it sets is what <see cref="CheckOptions.FromVariables"/> reads.</summary>
    public static string Command(CheckOptions options) => string.Join(' ',
    [
        $"CHECK_ADDRESS={Quote(options.Address.OriginalString)}",
        .. options.Ancestors.Count > 0 ? [$"CHECK_ANCESTORS={Quote(string.Join(',', options.Ancestors))}"] : Array.Empty<string>(),
        .. options.Api is { } api ? [$"CHECK_API={Quote(api.OriginalString)}"] : Array.Empty<string>(),
        "dotnet test --filter LaunchCheck",
    ]);

    static string Quote(string text) => text.All(c => char.IsAsciiLetterOrDigit(c) || ":/.,-_".Contains(c)) ? text
        : $"'{text.Replace("'", "%27")}'";
}
