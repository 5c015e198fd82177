namespace Oxvo.PortalSample.LaunchChecklist;

static class CacheChecks
{
    public static Task<CheckFinding> PersonalData(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> NestedCookies(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
}
