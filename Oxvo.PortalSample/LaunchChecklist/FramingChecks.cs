namespace Oxvo.PortalSample.LaunchChecklist;

static class FramingChecks
{
    public static Task<CheckFinding> Ancestors(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> FrameOptions(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> NotWiderThanNeeded(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> ErrorPages(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> SignInRedirect(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
}
