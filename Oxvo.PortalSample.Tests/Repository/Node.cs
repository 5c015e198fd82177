using System.Runtime.InteropServices;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>The browser's driver brings a Node of its own, so that the tests need none on the machine.</summary>
static class Node
{
    public static string File { get; } = Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, ".playwright", "node"),
        OperatingSystem.IsWindows() ? "node.exe" : "node", SearchOption.AllDirectories)
        .First(file => file.Contains(RuntimeInformation.OSArchitecture == Architecture.Arm64 ? "arm64" : "x64"));
}
