using System.Buffers.Text;
using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tools.Proof;

/// <summary>
/// The verb <c>key</c>: writes the private key of a new pair into the current folder and prints the portal's settings
/// with the public half. Exit status: 0 done, 2 not, with one line on standard error.
/// </summary>
public static partial class KeyCommand
{
    const string Usage = "key [--kid NAME]";

    static readonly Option<string?> Kid = new("--kid")
    {
        HelpName = "NAME",
        Description = "What the portal's settings call the key; this month unless told",
        CustomParser = ReadName,
    };

    public static readonly Command Verb = new(
        "key", "Makes the key pair of your site. The private key is written into the current folder.")
    { Kid, new HelpOption() };

    public static async Task<int> RunAsync(string[] args, string folder, TextWriter output, TextWriter error)
    {
        var line = Verb.Parse(args, new() { ResponseFileTokenReplacer = null });
        if (line.Action is HelpAction) return await line.InvokeAsync(new() { Output = output, Error = error });
        if (StatusCommand.FindFault(line) is { } fault) return Fail($"{fault} Usage: {Usage}");

        var kid = line.GetValue(Kid)
            ?? TimeProvider.System.GetUtcNow().ToString("yyyy-MM", CultureInfo.InvariantCulture);
        var file = $"site-key-{kid}.pem";
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        try
        {
            await WriteAsync(Path.Combine(folder, file), key.ExportPkcs8PrivateKeyPem() + "\n");
        }
        catch (IOException) when (Path.Exists(Path.Combine(folder, file)))
        {
            return Fail($"{file} is already here, and a key is never written over. "
                + $"Give the new one another name, such as --kid {kid}-b.");
        }
        catch (Exception why) when (why is IOException or UnauthorizedAccessException)
        {
            return Fail($"{file} cannot be written here: {why.Message}");
        }

        output.WriteLine($"""
            Wrote {file}, the private key.
            It belongs to your site's backend, which signs with it under the kid {kid}: move it into that backend's
            secret store. Keep it out of everything else, the portal included, and never commit it.

            The portal gets the public half, in its settings:

            {Settings(kid, key.ExportParameters(includePrivateParameters: false).Q)}
            """);
        return 0;

        int Fail(string message)
        {
            error.WriteLine(message.ReplaceLineEndings(" "));
            return 2;
        }
    }

    // Readable by its owner from the first byte, and never through a file or link that is already there.
    static async Task WriteAsync(string path, string pem)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new StreamWriter(path, options);
        await file.WriteAsync(pem);
    }

    // The keys on one line, to take the place of one line.
    static string Settings(string kid, ECPoint point)
    {
        var (x, y) = (Base64Url.EncodeToString(point.X), Base64Url.EncodeToString(point.Y));
        return $$"""
            {
              "Portal": {
                "Site": {
                  "Keys": [ { "Kid": "{{kid}}", "X": "{{x}}", "Y": "{{y}}" } ]
                }
              }
            }
            """;
    }

    static string? ReadName(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (KeyName().IsMatch(text)) return text;
        result.AddError($"'{text}' is not a key's name: 1 to 64 letters, digits, '-' or '_'.");
        return null;
    }

    /// <summary>What the portal takes for a kid.</summary>
    [GeneratedRegex(@"\A[A-Za-z0-9_-]{1,64}\z")]
    private static partial Regex KeyName();
}
