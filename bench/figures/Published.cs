using System.Diagnostics;

namespace Oxvo.PortalSample.Bench;

/// <summary>What is measured, made by the commands that people use.</summary>
static class Published
{
    static readonly string Bench = Path.GetFullPath("..", FolderOfThisFile());

    public static string Checkout => Path.GetFullPath("..", Bench);

    public static async Task<string> PortalAsync(string work)
    {
        var folder = Path.Combine(work, "portal");
        await RunAsync(Checkout, "dotnet", "publish", "Oxvo.PortalSample", "-o", folder,
            "--artifacts-path", Path.Combine(work, "artifacts"), "-v", "q");
        return folder;
    }

    /// <summary>The demo, in the checkout's own folder.</summary>
    public static Task BuildDemoAsync() => RunAsync(Checkout, "dotnet", "build", "Oxvo.PortalSample", "-v", "q");

    /// <summary>An empty web project, published with the portal's own properties.</summary>
    public static async Task<string> EmptyAsync(string work)
    {
        var (project, folder) = (Path.Combine(work, "empty-project"), Path.Combine(work, "empty"));
        await RunAsync(work, "dotnet", "new", "web", "-n", "Empty", "-o", project, "--no-restore");
        await RunAsync(project, "dotnet", "publish", "-o", folder, "-v", "q",
            "-p:PublishReadyToRun=true", "-p:ServerGarbageCollection=false", "-p:ConcurrentGarbageCollection=false");
        return folder;
    }

    /// <summary>The peer's program, with its packages.</summary>
    public static async Task<string> PeerAsync()
    {
        var folder = Path.Combine(Bench, "peer");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
            // Where there is no prebuilt driver, it is compiled with the headers of the machine's own Node.
            await RunAsync(folder, "sh", "-c", "npm ci --nodedir=\"$(dirname \"$(dirname \"$(command -v node)\")\")\"");
        return Path.Combine(folder, "server.mjs");
    }

    static async Task RunAsync(string folder, string program, params string[] arguments)
    {
        Console.WriteLine($"{program} {string.Join(' ', arguments)}");
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder })!;
        await process.WaitForExitAsync();
        if (process.ExitCode != 0) throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
    }

    static string FolderOfThisFile([System.Runtime.CompilerServices.CallerFilePath] string file = "") =>
        Path.GetDirectoryName(file)!;
}
