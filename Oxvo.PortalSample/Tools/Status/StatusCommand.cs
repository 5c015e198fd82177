using System.Text.Encodings.Web;
using System.Text.Json;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tools.Status;

/// <summary>
/// <c>status PAGE-OR-FILE [--provider P] [--components FILE] [--json]</c>. Exit status: 0 operational or maintenance, 1 any
/// trouble, 2 unknown or unreadable, with one line on standard error.
/// </summary>
public static class StatusCommand
{
    const string Usage = "status <page address or feed file> [--provider statuspage|betterstack|instatus] "
        + "[--components FILE] [--json]";

    // For people too: letters of every language stay letters. It is written to a terminal or a file, never into a page.
    static readonly StatusJson Json = new(new JsonSerializerOptions(StatusJson.Default.Options)
    { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        if (Arguments.Read(args, out var fault) is not { } arguments) return Fail(error, $"{fault} Usage: {Usage}");
        try
        {
            var reading = await ReadAsync(arguments);
            if (arguments.Json) output.WriteLine(JsonSerializer.Serialize(reading, Json.StatusReading));
            else StatusTable.Write(reading, output, StatusTable.IsColoured(output));
            return reading.State switch
            {
                ServiceState.Operational or ServiceState.Maintenance => 0,
                ServiceState.Unknown =>
                    Fail(error, $"{arguments.Target}: its state is not known ({reading.Wording ?? "the feed does not tell"})"),
                _ => 1,
            };
        }
        catch (Exception why) when (why is FeedException or FetchException or IOException or UnauthorizedAccessException)
        {
            return Fail(error, $"{arguments.Target}: {why.Message}");
        }
    }

    static async Task<StatusReading> ReadAsync(Arguments arguments)
    {
        if (File.Exists(arguments.Target))
        {
            ReadOnlyMemory<byte> components = arguments.Components is { } file ? await ReadFileAsync(file) : default;
            var feed = await ReadFileAsync(arguments.Target);
            return FeedReader.Read(feed, components, arguments.Provider, TimeProvider.System.GetUtcNow());
        }
        // A mistyped file must not become a question to the name service.
        var isFile = Path.GetExtension(arguments.Target) is ".json" or ".html" or ".txt" && !arguments.Target.Contains("://");
        if (isFile || arguments.Components is not null) throw new FeedException("there is no such file");

        // The portal's settings without its server: the verb starts in no time and needs no database.
        var portal = WebApplication.CreateSlimBuilder();
        var exceptions = StatusSettings.LoopbackOrigins(portal.Configuration, portal.Environment);
        using var client = new GuardedClient(new(exceptions), TimeProvider.System);
        return (await new StatusFetcher(client).FetchAsync(arguments.Target, arguments.Provider, null)).Reading;
    }

    static async Task<byte[]> ReadFileAsync(string file)
    {
        if (new FileInfo(file).Length > 16 * 1024 * 1024) throw new FeedException("the file is larger than 16 MB");
        return await File.ReadAllBytesAsync(file);
    }

    static int Fail(TextWriter error, string message)
    {
        error.WriteLine(message.ReplaceLineEndings(" "));
        return 2;
    }

    sealed record Arguments(string Target, FeedProvider? Provider, string? Components, bool Json)
    {
        public static Arguments? Read(string[] args, out string fault)
        {
            var (arguments, rest) = (new Arguments("", null, null, false), new Queue<string>(args));
            fault = "";
            while (rest.TryDequeue(out var arg))
                switch (arg)
                {
                    case "--json": arguments = arguments with { Json = true }; break;
                    case "--components" when rest.TryDequeue(out var file): arguments = arguments with { Components = file }; break;
                    case "--provider" when rest.TryDequeue(out var name):
                        if (FeedReader.DetectionOrder.Where(p => p.ToString().Equals(name, StringComparison.OrdinalIgnoreCase)).ToArray() is not [var named])
                        {
                            fault = $"'{name}' is no provider.";
                            return null;
                        }
                        arguments = arguments with { Provider = named };
                        break;
                    case { Length: > 0 } when arg[0] != '-' && arguments.Target.Length == 0: arguments = arguments with { Target = arg }; break;
                    default: fault = $"'{arg}' is not understood."; return null;
                }
            if (arguments.Target.Length > 0) return arguments;
            fault = "Which page?";
            return null;
        }
    }
}
