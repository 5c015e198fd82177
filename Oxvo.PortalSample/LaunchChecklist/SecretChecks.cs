namespace Oxvo.PortalSample.LaunchChecklist;

static class SecretChecks
{
    public static Task<CheckFinding> Secrets(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> PrivateAddresses(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
    public static Task<CheckFinding> PersonalAddresses(CheckedApp app) => Task.FromResult(CheckFinding.NotRun("", ""));
}
