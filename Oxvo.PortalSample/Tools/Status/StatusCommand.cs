using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.IO.Compression;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// <c>status PAGE-OR-FILE [--provider P] [--components FILE] [--json]</c>. Exit status: 0 operational or maintenance,
/// 1 any trouble, 2 unknown or unreadable, with one line on standard error.
/// </summary>
public static class StatusCommand
{
    const string Providers = "statuspage|betterstack|instatus",
        Usage = $"status <page address or feed file> [--provider {Providers}] [--components FILE] [--json]";

    static readonly Argument<string?> Page = new("page")
    { Description = "The address of a status page, or a file with its feed", Arity = ArgumentArity.ZeroOrOne };
    static readonly Option<FeedProvider?> Provider = new("--provider")
    { HelpName = Providers, Description = "Saves the search", CustomParser = ReadProvider };
    static readonly Option<string?> Components = new("--components")
    { HelpName = "FILE", Description = "The second document of Instatus or incident.io, where the page is a file" };
    static readonly Option<bool> IsJson = new("--json") { Description = "Prints the reading for programs" };
    public static readonly Command Verb = new(
        "status", "Reads a status page. Exit status: 0 well, 1 trouble, 2 unknown or unreadable.")
    { Page, Provider, Components, IsJson, new HelpOption() };

    // For people too: letters of every language stay letters. It is written to a terminal or a file, never into a page.
    static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        WriteIndented = true,
    };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var line = Verb.Parse(args, new() { ResponseFileTokenReplacer = null });
        if (line.Action is HelpAction) return await line.InvokeAsync(new() { Output = output, Error = error });
        if (FindFault(line) is { } fault) return Fail(error, $"{fault} Usage: {Usage}");
        if (line.GetValue(Page) is not { Length: > 0 } page) return Fail(error, $"Which page? Usage: {Usage}");

        try
        {
            var reading = await ReadAsync(page, line.GetValue(Provider), line.GetValue(Components));
            if (line.GetValue(IsJson)) output.WriteLine(JsonSerializer.Serialize(reading, Json));
            else StatusTable.Write(reading, output, StatusTable.IsColoured(output));
            if (reading.State == ServiceState.Unknown)
                return Fail(error, $"{page}: its state is not known ({reading.Wording ?? "the feed does not tell"})");
            return reading.State is ServiceState.Operational or ServiceState.Maintenance ? 0 : 1;
        }
        catch (Exception why)
            when (why is FeedException or FetchException or IOException or UnauthorizedAccessException)
        {
            return Fail(error, $"{page}: {why.Message}");
        }
    }

    /// <summary>What is wrong with a command line, in one sentence; null where nothing is.</summary>
    internal static string? FindFault(ParseResult line)
    {
        // The parser takes an option for a value where it waits for one.
        foreach (var symbol in line.CommandResult.Children)
            if (symbol.Tokens.FirstOrDefault(token => token.Value.StartsWith('-')) is { Value: var value })
                return symbol is OptionResult { Option.Name: var option }
                    ? $"'{option}' needs a value." : $"'{value}' is not understood.";
        if (line.UnmatchedTokens is [var stray, ..]) return $"'{stray}' is not understood.";
        return line.Errors is [var error, ..] ? error.Message : null;
    }

    /// <summary>Where mock providers may be read: loopback origins of the settings, in Development only.</summary>
    public static IEnumerable<Uri> LoopbackOrigins(IConfiguration settings, IHostEnvironment environment) =>
        from origin in settings.GetSection("Status:LoopbackOrigins").Get<string[]>() ?? []
        let address = TypedAddress.Read(origin)
        where environment.IsDevelopment() && address is not null && TypedAddress.IsThisMachine(address)
        select address;

    static FeedProvider? ReadProvider(ArgumentResult result)
    {
        var name = result.Tokens[0].Value;
        foreach (var provider in Enum.GetValues<FeedProvider>())
            if (provider.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)) return provider;
        result.AddError($"'{name}' is not a provider. Use statuspage, betterstack or instatus.");
        return null;
    }

    static async Task<StatusReading> ReadAsync(string page, FeedProvider? provider, string? componentsFile)
    {
        if (File.Exists(page))
        {
            var components = componentsFile is null ? [] : await ReadFileAsync(componentsFile);
            return FeedReader.Read(await ReadFileAsync(page), components, provider, TimeProvider.System.GetUtcNow());
        }
        // A mistyped file must not become a question to the name service.
        var isFile = Path.GetExtension(page) is ".json" or ".html" or ".txt" or ".gz" && !page.Contains("://");
        if (isFile || componentsFile is not null) throw new FeedException("there is no such file");

        // The portal's settings without its server: the verb starts in no time and needs no database.
        var portal = WebApplication.CreateSlimBuilder();
        var exceptions = LoopbackOrigins(portal.Configuration, portal.Environment);
        using var client = new GuardedClient(new(exceptions), TimeProvider.System) { Limits = StatusCache.Limits };
        return (await new StatusFetcher(client).FetchAsync(page, provider, null)).Reading;
    }

    /// <summary>A saved document, in UTF-8: browsers and shells save UTF-16 and gzip too.</summary>
    static async Task<byte[]> ReadFileAsync(string file)
    {
        await using var saved = File.OpenRead(file);
        var bytes = await ReadBoundedAsync(saved, "the file");
        if (bytes is [0x1F, 0x8B, ..])
            try
            {
                await using var packed = new GZipStream(new MemoryStream(bytes), CompressionMode.Decompress);
                bytes = await ReadBoundedAsync(packed, "the file, which is gzip,");
            }
            catch (InvalidDataException)
            {
                throw new FeedException("the file is gzip, and damaged");
            }
        Encoding? encoding = bytes switch
        {
            [0xFF, 0xFE, ..] or [not 0, 0, ..] => Encoding.Unicode,
            [0xFE, 0xFF, ..] or [0, not 0, ..] => Encoding.BigEndianUnicode,
            _ => null,
        };
        if (encoding is not null) bytes = Encoding.Convert(encoding, Encoding.UTF8, bytes);
        return bytes is [0xEF, 0xBB, 0xBF, .. var text] ? text : bytes;
    }

    static async Task<byte[]> ReadBoundedAsync(Stream source, string name)
    {
        const int most = 16 * 1024 * 1024;
        using var kept = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await source.ReadAsync(buffer)) > 0;)
        {
            kept.Write(buffer, 0, read);
            if (kept.Length > most) throw new FeedException($"{name} is larger than 16 MB");
        }
        return kept.ToArray();
    }

    static int Fail(TextWriter error, string message)
    {
        error.WriteLine(message.ReplaceLineEndings(" "));
        return 2;
    }
}
