namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>Debian's and Ubuntu's packages, which the tests install where they run as root.</summary>
static class AptGet
{
    // Two installations at once wait for each other's locks, or fail.
    static readonly SemaphoreSlim Turn = new(1);

    public static bool IsHere =>
        OperatingSystem.IsLinux() && Environment.UserName == "root" && File.Exists("/usr/bin/apt-get");

    /// <summary>Installs packages, five minutes at most.</summary>
    /// <returns>Whether they are there, and what was printed.</returns>
    public static async Task<(bool IsDone, string Output)> InstallAsync(params string[] packages)
    {
        const string install =
            "apt-get update -qq; apt-get install -y -qq -o DPkg::Lock::Timeout=200 --no-install-recommends";
        await Turn.WaitAsync();
        try
        {
            var (exit, output) = await Command.RunAsync(
                "/", ["sh", "-c", $"{install} {string.Join(' ', packages)}"], ("DEBIAN_FRONTEND", "noninteractive"));
            return (exit == 0, output);
        }
        finally
        {
            Turn.Release();
        }
    }
}
