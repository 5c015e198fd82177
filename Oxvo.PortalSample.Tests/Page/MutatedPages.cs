using Oxvo.PortalSample.Tests.Browser;
using Oxvo.PortalSample.Tests.Browser.Engines;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Page;

/// <summary>
/// Copies of the served files that a mutant changes: one for Node, and one as the program's content root, for browsers.
/// The program reads its pages at each request, so that one process serves every mutant.
/// </summary>
public sealed class MutatedPages : IAsyncLifetime
{
    readonly PageCopy modules = new();
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mutants-");

    internal PortalAmongOthers Among { get; private set; } = null!;
    internal WholeSample Whole { get; private set; } = null!;
    internal EngineRoom Engines { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        foreach (var data in new[] { "wwwroot", "seed-data", "Oxvo.PortalSample/ForYourSite" })
            Copy(new(Checkout.File(data)), folder.CreateSubdirectory(data));
        var project = Path.Combine(folder.FullName, "Oxvo.PortalSample");
        foreach (var file in Directory.EnumerateFiles(Sample.Project, "*.json").Append($"{Sample.Project}/account.sql"))
            File.Copy(file, Path.Combine(project, Path.GetFileName(file)));

        (Among, Whole) = (new() { Project = project }, new() { Project = project });
        Engines = new() { Project = project };
        await Among.InitializeAsync();
        await Whole.InitializeAsync();
        await Engines.InitializeAsync();
    }

    /// <summary>What happens while the mutant's change is in both copies.</summary>
    internal async Task WithAsync(Mutant mutant, Func<Task> act)
    {
        string[] files = [modules.PathOf(mutant.File), Path.Combine(folder.FullName, mutant.Path)];
        var whole = await File.ReadAllTextAsync(files[0]);
        try
        {
            foreach (var file in files) await File.WriteAllTextAsync(file, mutant.Apply(whole));
            await Engines.EndBrowsersAsync();
            await act();
        }
        finally
        {
            foreach (var file in files) await File.WriteAllTextAsync(file, whole);
            await Engines.EndBrowsersAsync();
        }
    }

    /// <summary>The tests' results by name, null where all is well. Asserts that they ran.</summary>
    internal async Task<IReadOnlyDictionary<string, string?>> RunInNodeAsync(params string[] tests)
    {
        if (tests.Length == 0) return new Dictionary<string, string?>();
        var results = await modules.RunAsync(tests.Select(test => PageCopy.Listed[test]).Distinct());
        Assert.Subset(results.Keys.ToHashSet(), tests.ToHashSet());
        return results.Where(result => tests.Contains(result.Key)).ToDictionary();
    }

    public async ValueTask DisposeAsync()
    {
        await Among.DisposeAsync();
        await Whole.DisposeAsync();
        await Engines.DisposeAsync();
        modules.Dispose();
        folder.Delete(recursive: true);
    }

    static void Copy(DirectoryInfo from, DirectoryInfo to)
    {
        foreach (var file in from.EnumerateFiles()) file.CopyTo(Path.Combine(to.FullName, file.Name));
        foreach (var inner in from.EnumerateDirectories()) Copy(inner, to.CreateSubdirectory(inner.Name));
    }
}
