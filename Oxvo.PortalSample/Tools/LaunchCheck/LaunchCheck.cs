namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>Runs one check. A <see cref="Fetching.FetchException"/> or the end of the time out of it is "not run".</summary>
public delegate Task<CheckFinding> CheckRun(CheckedApp app);

/// <summary>One question of the launch checklist.</summary>
/// <param name="Id">Its name in the JSON, for good.</param>
/// <param name="Group">The heading above it.</param>
/// <param name="Title">What holds where it passes.</param>
/// <param name="Run">The named function that answers it.</param>
public sealed record LaunchCheck(string Id, string Group, string Title, CheckRun Run)
{
    /// <summary>It is answered by the tests' browser; in the product it says how to run that.</summary>
    public bool NeedsBrowser => Run == BrowserChecks.AskForBrowser;
}
