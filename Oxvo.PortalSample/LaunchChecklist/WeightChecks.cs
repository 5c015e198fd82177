namespace Oxvo.PortalSample.LaunchChecklist;

static class WeightChecks
{
    public static Task<CheckFinding> Viewport(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> Bytes(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> Requests(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
}
