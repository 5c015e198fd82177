using System.Runtime.CompilerServices;

namespace Oxvo.PortalSample.Mutants;

static class Watchers
{
    // Stryker's process starts thousands of applications, and mutants keep some of them from ending: each would hold a
    // watch on its settings' files until the machine has none left (128 on most), and then every start fails and every
    // mutant counts as killed.
    [ModuleInitializer]
    internal static void Poll() => Environment.SetEnvironmentVariable("DOTNET_USE_POLLING_FILE_WATCHER", "1");
}
