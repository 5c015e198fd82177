namespace Oxvo.PortalSample.LaunchChecklist;

static class TransportChecks
{
    public static Task<CheckFinding> Https(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> Certificate(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> Hsts(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> MixedContent(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> Redirects(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
}
