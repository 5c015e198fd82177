namespace Oxvo.PortalSample.LaunchChecklist;

static class MessageChecks
{
    public static Task<CheckFinding> LooksAtOrigin(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> ComparesWhole(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
}
