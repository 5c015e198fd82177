using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Portal.Hosting;

namespace Oxvo.PortalSample.Demo;

/// <summary>
/// What the command <c>mock</c> keeps from one start to the next, in a folder that only its owner can read: the secret
/// for <c>identifier_hash</c>, from which the website token follows, and the apps.
/// </summary>
internal sealed partial class MockSecret : IDisposable
{
    const string File = "identifier-hash-secret";

    bool isForThisStart;

    MockSecret(string text, string folder) => (Text, Folder) = (text, folder);

    /// <summary>The text itself is the key of the HMAC, as UTF-8.</summary>
    public string Text { get; }

    public string Folder { get; }

    /// <summary>Why it is for this start only, and how to keep it; null where it is kept.</summary>
    public string? Note { get; private init; }

    public byte[] Key => Encoding.UTF8.GetBytes(Text);

    public string WebsiteToken => Convert.ToHexStringLower(HMACSHA256.HashData(Key, "website token"u8))[..24];

    /// <exception cref="StartException">The file holds something else.</exception>
    public static MockSecret Open()
    {
        var place = Environment.GetFolderPath(
            Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify);
        if (place.Length == 0) return MakeForThisStart("There is no home folder");
        var folder = Path.Combine(place, "oxvo-portal-mock");
        try
        {
            MakeFolder(folder);
            return new(Read(Path.Combine(folder, File)), folder);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return MakeForThisStart($"{folder} cannot be used ({fault.Message})");
        }
    }

    public void Dispose()
    {
        if (isForThisStart) Directory.Delete(Folder, recursive: true);
    }

    static MockSecret MakeForThisStart(string why) => new(
        Make(), Directory.CreateTempSubdirectory("oxvo-portal-mock-").FullName)
    {
        isForThisStart = true,
        Note = $"{why.TrimEnd('.')}: token, secret and apps are for this start only. "
            + "Set HOME (on Windows LOCALAPPDATA) to a folder of yours to keep them.",
    };

    static string Make() => RandomNumberGenerator.GetHexString(64, lowercase: true);

    static string Read(string file)
    {
        if (!System.IO.File.Exists(file)) Write(file);
        if (!OperatingSystem.IsWindows())
            System.IO.File.SetUnixFileMode(file, UnixFileMode.UserRead | UnixFileMode.UserWrite);
        var text = System.IO.File.ReadAllText(file).Trim();
        return Secret().IsMatch(text) ? text : throw new StartException($"{file} does not hold the mock's secret. "
            + "Delete it: the next start makes another, which your site then needs.");
    }

    // Whole or not at all: another mock may start at the same moment, and the first one to finish counts.
    static void Write(string file)
    {
        var draft = $"{file}.{Environment.ProcessId}";
        FileStreamOptions options = new() { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var writer = new StreamWriter(draft, options)) writer.WriteLine(Make());
        try
        {
            System.IO.File.Move(draft, file);
        }
        catch (IOException) when (System.IO.File.Exists(file))
        {
            System.IO.File.Delete(draft);
        }
    }

    static void MakeFolder(string folder)
    {
        if (OperatingSystem.IsWindows()) Directory.CreateDirectory(folder);
        else Directory.CreateDirectory(
            folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
    }

    [GeneratedRegex(@"\A[0-9a-f]{64}\z")]
    private static partial Regex Secret();
}
