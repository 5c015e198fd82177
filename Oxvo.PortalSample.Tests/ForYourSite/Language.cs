using System.ComponentModel;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.ForYourSite;

/// <summary>
/// A language that a site's backend may be written in. Where its interpreter is not there, apt installs it as root on
/// Debian or Ubuntu. Elsewhere the tests are skipped with the command to run; with <c>CI</c> set they must run.
/// </summary>
/// <param name="File">The minter, in <c>ForYourSite</c>.</param>
/// <param name="Programs">The interpreter's names, in the order in which they are tried.</param>
/// <param name="Probe">What the interpreter is given to find out whether it has all that the minter needs.</param>
/// <param name="Packages">What apt calls it.</param>
sealed record Language(string File, string[] Programs, string[] Probe, string[] Packages)
{
    public static IReadOnlyDictionary<string, Language> All { get; } = new Dictionary<string, Language>
    {
        ["Node"] = new("portal-token.mjs", [Node.File], ["-e", ""], ["nodejs"]),
        // Another Python than Debian's may come first, and lack the package that apt installs for Debian's.
        ["Python"] = new("portal_token.py", ["python3", "/usr/bin/python3"], ["-c", "import cryptography"],
            ["python3", "python3-cryptography"]),
        ["PHP"] = new("portal-token.php", ["php"], ["-r", "exit(extension_loaded('openssl') ? 0 : 1);"], ["php-cli"]),
        ["Ruby"] = new("portal_token.rb", ["ruby"], ["-e", "require 'openssl'"], ["ruby"]),
    };

    string Driver => Checkout.File($"Oxvo.PortalSample.Tests/ForYourSite/Drivers/mint{Path.GetExtension(File)}");

    /// <summary>Runs the minter of a folder against the vectors.</summary>
    /// <returns>The line of JSON that the driver prints.</returns>
    public async Task<string> RunAsync(string folder)
    {
        var (exit, output) = await Command.RunAsync(
            folder, [await ProgramAsync(), Driver, folder, ProofVectors.File]);
        Assert.True(exit == 0, output);
        return output;
    }

    /// <summary>The interpreter.</summary>
    public async Task<string> ProgramAsync() => await FindAsync() ?? await InstallAsync();

    async Task<string?> FindAsync()
    {
        foreach (var program in Programs)
        {
            try
            {
                if ((await Command.RunAsync("/", [program, .. Probe])).ExitCode == 0) return program;
            }
            catch (Win32Exception)
            {
                // There is no such program.
            }
        }
        return null;
    }

    async Task<string> InstallAsync()
    {
        if (AptGet.IsHere)
        {
            TestContext.Current.SendDiagnosticMessage($"apt-get installs {string.Join(", ", Packages)}, once.");
            var (isDone, output) = await AptGet.InstallAsync(Packages);
            if (isDone && await FindAsync() is { } program) return program;
            TestContext.Current.SendDiagnosticMessage(output);
        }
        var message = $"{File} cannot be run here. Run: apt-get install -y {string.Join(' ', Packages)}";
        if (Environment.GetEnvironmentVariable("CI") is null or "") Assert.Skip(message);
        throw new PlatformNotSupportedException(message);
    }
}
