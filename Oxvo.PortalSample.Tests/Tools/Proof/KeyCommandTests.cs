using System.Security.Cryptography;
using System.Text.Json;
using Oxvo.PortalSample.Tests.Repository;
using Oxvo.PortalSample.Tools.Proof;

namespace Oxvo.PortalSample.Tests.Tools.Proof;

/// <summary>The verb <c>key</c>.</summary>
public sealed class KeyCommandTests : IDisposable
{
    const UnixFileMode OwnersOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("key-");

    public void Dispose() => folder.Delete(recursive: true);

    [Fact]
    public async Task The_settings_hold_the_public_half_of_the_key_that_was_written()
    {
        var run = await RunAsync("--kid", "shop-1");

        using var key = ECDsa.Create();
        key.ImportFromPem(File.ReadAllText(InFolder("site-key-shop-1.pem")));
        var configured = Settings(run.Output);
        Assert.Equal((0, "", "shop-1"), (run.Exit, run.Error, configured.Kid));
        Assert.Equal(key.ExportSubjectPublicKeyInfo(), configured.ToECDsa().ExportSubjectPublicKeyInfo());
        Assert.Equal(256, key.KeySize);
    }

    [Fact]
    public async Task Without_a_name_the_key_is_named_after_the_month()
    {
        var run = await RunAsync();

        var kid = Settings(run.Output).Kid;
        Assert.Matches(@"\A20\d\d-(0[1-9]|1[0-2])\z", kid);
        Assert.True(File.Exists(InFolder($"site-key-{kid}.pem")));
    }

    [Fact]
    public async Task Only_its_owner_can_read_the_private_key_and_it_is_not_printed()
    {
        var run = await RunAsync("--kid", "k");

        var file = InFolder("site-key-k.pem");
        Assert.Equal(OwnersOnly, OperatingSystem.IsWindows() ? OwnersOnly : File.GetUnixFileMode(file));
        Assert.DoesNotContain(File.ReadAllLines(file)[1], run.Output);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_file_or_link_that_is_there_is_never_written_over(bool isLink)
    {
        var (file, other) = (InFolder("site-key-k.pem"), InFolder("other"));
        File.WriteAllText(other, "kept");
        if (isLink) File.CreateSymbolicLink(file, other);
        else File.Move(other, file);

        var run = await RunAsync("--kid", "k");

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.Equal("site-key-k.pem is already here, and a key is never written over. "
            + $"Give the new one another name, such as --kid k-b.{Environment.NewLine}", run.Error);
        Assert.Equal("kept", File.ReadAllText(file));
    }

    [Theory]
    [InlineData("'../k' is not a key's name: 1 to 64 letters, digits, '-' or '_'.", "--kid", "../k")]
    [InlineData("'' is not a key's name", "--kid", "")]
    [InlineData("Required argument missing for option: '--kid'.", "--kid")]
    [InlineData("'k' is not understood.", "k")]
    public async Task A_line_that_is_not_understood_writes_nothing(string fault, params string[] arguments)
    {
        var run = await RunAsync(arguments);

        Assert.Equal((2, ""), (run.Exit, run.Output));
        Assert.StartsWith(fault, run.Error);
        Assert.Empty(folder.EnumerateFileSystemInfos());
    }

    [Fact]
    public async Task As_a_process_it_writes_into_the_current_folder()
    {
        var program = Path.Combine(AppContext.BaseDirectory, "Oxvo.PortalSample.dll");

        var (exit, output) = await Command.RunAsync(folder.FullName, ["dotnet", program, "key", "--kid", "k"]);

        Assert.True(exit == 0, output);
        Assert.True(File.Exists(InFolder("site-key-k.pem")));
    }

    string InFolder(string file) => Path.Combine(folder.FullName, file);

    async Task<(int Exit, string Output, string Error)> RunAsync(params string[] arguments)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var exit = await KeyCommand.RunAsync(arguments, folder.FullName, output, error);
        return (exit, output.ToString(), error.ToString());
    }

    static PortalSample.Portal.SiteKey Settings(string output) =>
        JsonSerializer.Deserialize<JsonElement>(output[output.IndexOf('{')..])
            .GetProperty("Portal").GetProperty("Site").GetProperty("Keys")[0]
            .Deserialize<PortalSample.Portal.SiteKey>()!;
}
