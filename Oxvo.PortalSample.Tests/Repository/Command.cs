using System.Diagnostics;
using System.Text;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>
/// A command that runs to its end, or a server that runs until it is disposed, as a process of its own.
/// </summary>
public sealed class Command : IDisposable
{
    readonly Process process;
    readonly StringBuilder output = new();

    Command(string folder, string[] line, params (string Name, string Value)[] environment)
    {
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        // What the test run itself was given must not decide how a fresh process starts.
        var given = start.Environment.Keys.Where(n => n.StartsWith("ASPNETCORE_") || n.StartsWith("MSBUILD"));
        foreach (var name in given.ToArray()) start.Environment.Remove(name);
        // What runs for a minute does not get back what compiling its code a second time costs: half of its processor
        // time.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["DOTNET_TC_CallCounting"] = "0";
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
        process.OutputDataReceived += Keep;
        process.ErrorDataReceived += Keep;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    public string Output
    {
        get { lock (output) return output.ToString(); }
    }

    public static Command Start(string folder, string[] line, params (string Name, string Value)[] environment) =>
        new(folder, line, environment);

    /// <summary>Runs it to its end, five minutes at most.</summary>
    public static async Task<(int ExitCode, string Output)> RunAsync(
        string folder, string[] line, params (string Name, string Value)[] environment)
    {
        using var command = new Command(folder, line, environment);
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(5));
        await command.process.WaitForExitAsync(limit.Token);
        return (command.process.ExitCode, command.Output);
    }

    /// <summary>Waits until it has printed this text.</summary>
    public async Task WaitForAsync(string text)
    {
        for (var waited = 0; !Output.Contains(text, StringComparison.Ordinal); waited++)
        {
            Assert.True(!process.HasExited && waited < 600, $"It never printed '{text}':\n{Output}");
            await Task.Delay(50);
        }
    }

    public int Id => process.Id;

    /// <summary>Asks it to end, as a container's runtime does, and returns its exit status.</summary>
    public async Task<int> StopAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        using var ask = Process.Start("kill", ["-TERM", $"{Id}"]);
        await process.WaitForExitAsync(limit.Token);
        return process.ExitCode;
    }

    public void Dispose()
    {
        if (!process.HasExited) process.Kill(entireProcessTree: true);
        process.Dispose();
    }

    void Keep(object sender, DataReceivedEventArgs line)
    {
        lock (output) output.AppendLine(line.Data);
    }
}
