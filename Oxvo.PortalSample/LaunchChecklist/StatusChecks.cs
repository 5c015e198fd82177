namespace Oxvo.PortalSample.LaunchChecklist;

static class StatusChecks
{
    public static Task<CheckFinding> Feed(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> Fresh(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> Public(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> Link(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
}
