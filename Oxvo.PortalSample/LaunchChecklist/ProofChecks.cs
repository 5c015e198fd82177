namespace Oxvo.PortalSample.LaunchChecklist;

static class ProofChecks
{
    public static Task<CheckFinding> WithoutToken(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> IdentifierAlone(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
}
