namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>What is in <c>bench</c> is run by hand, and seldom: only a build tells that it still fits the rest.</summary>
[Trait("Category", "Exhaustive")]
public sealed class BenchTests : IDisposable
{
    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("bench ");

    public void Dispose() => folder.Delete(recursive: true);

    public static TheoryData<string> Programs =>
    [
        .. Directory.EnumerateFiles(Checkout.File("bench"), "*.cs"),
        .. Directory.EnumerateFiles(Checkout.File("bench"), "*.csproj", SearchOption.AllDirectories),
    ];

    [Theory]
    [MemberData(nameof(Programs))]
    public async Task A_program_of_bench_builds(string path)
    {
        var (exit, output) = await Command.RunAsync(
            Checkout.Folder, ["dotnet", "build", path, "--artifacts-path", folder.FullName]);

        Assert.True(exit == 0, output);
    }
}
