using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>Programs of the other engines: as they are installed, else by apt where that is possible.</summary>
static class Installed
{
    /// <summary>Skips the test where no program is found or can be installed, except where <c>CI</c> is set.</summary>
    public static async Task<string> FindAsync(string[] programs, params string[] packages)
    {
        string? Find() => programs.FirstOrDefault(File.Exists);
        var output = "";
        if (Find() is null && AptGet.IsHere)
            (_, output) = await AptGet.InstallAsync([.. packages, "fonts-liberation"]);
        if (Find() is { } program) return program;

        var words = $"There is no {Path.GetFileName(programs[0])} here. "
            + $"Run: apt-get install -y --no-install-recommends {string.Join(' ', packages)}";
        if (Environment.GetEnvironmentVariable("CI") is null or "") Assert.Skip(words);
        throw new InvalidOperationException($"{words}\n{output}");
    }

    /// <summary>Once the programs that were ended have let go of it.</summary>
    public static async Task DeleteAsync(DirectoryInfo folder)
    {
        for (var tries = 1; ; tries++)
            try
            {
                folder.Delete(recursive: true);
                return;
            }
            catch (IOException) when (tries < 40)
            {
                await Task.Delay(50);
            }
    }
}
