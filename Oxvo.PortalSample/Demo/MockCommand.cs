using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Microsoft.AspNetCore.Connections;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Portal;
using Oxvo.PortalSample.Portal.Hosting;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Demo;

/// <summary>
/// The verb <c>mock</c>: the mock messenger for a site and a portal of one's own, on this machine, without Acme and its
/// data. Exit status: 0 it was stopped, 1 it could not start, 2 the command line cannot be read.
/// </summary>
public static class MockCommand
{
    public const string Usage = "mock --site ORIGIN [--site …] --portal ORIGIN [--portal …] [--port N]";

    const string Origin = "ORIGIN";

    static readonly Option<string[]> Site = new("--site")
    {
        HelpName = Origin,
        Description = "A website that may hold the messenger; may be given several times",
        CustomParser = ReadOrigins,
    };

    static readonly Option<string[]> Portal = new("--portal")
    {
        HelpName = Origin,
        Description = "A portal that the messenger shows; may be given several times",
        CustomParser = ReadOrigins,
    };

    static readonly Option<int> Port = new("--port")
    { HelpName = "N", Description = "Where it listens on this machine, 5101 unless told", CustomParser = ReadPort };

    static readonly Command Verb = new(
        "mock", "Runs a simulated OXVO messenger for your own site and portal, on this machine only.")
    { Site, Portal, Port, new HelpOption() };

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var line = Verb.Parse(args, new() { ResponseFileTokenReplacer = null });
        if (line.Action is HelpAction) return await line.InvokeAsync(new() { Output = output, Error = error });
        if (FindFault(line) is { } fault) return Fail(2, $"{fault} Usage: {Usage}");

        var messenger = $"http://127.0.0.1:{(line.GetValue(Port) is var port and not 0 ? port : 5101)}";
        try
        {
            using var secret = MockSecret.Open();
            OwnSite own = new(line.GetValue(Site)!, line.GetValue(Portal)!, secret.WebsiteToken);
            await OwnMessenger.RunAsync(own, messenger, secret, output);
            return 0;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            return Fail(1, $"Another program already listens on {messenger}. End it, or give another --port.");
        }
        catch (Exception why) when (StartFaults.Explain(why) is { Length: > 0 } messages)
        {
            return Fail(1, string.Join(' ', messages));
        }

        int Fail(int status, string message)
        {
            error.WriteLine(message.ReplaceLineEndings(" "));
            return status;
        }
    }

    static string? FindFault(ParseResult line)
    {
        if (StatusCommand.FindFault(line) is { } fault) return fault;
        if (line.GetValue(Site) is null or []) return "Which site? Give its origin by --site.";
        return line.GetValue(Portal) is null or [] ? "Which portal? Give its origin by --portal." : null;
    }

    static string[] ReadOrigins(ArgumentResult result) => [.. result.Tokens.Select(token =>
    {
        if (PortalOptionsCheck.NormaliseOrigin(token.Value) is { } origin) return origin;
        var option = (result.Parent as OptionResult)?.Option.Name;
        result.AddError($"{option}: '{token.Value}' is not an origin. Write scheme, host and port only, such as "
            + "http://localhost:4000; no *, path, query or user.");
        return "";
    }).Distinct()];

    static int ReadPort(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (ushort.TryParse(text, out var port) && port > 0) return port;
        result.AddError($"'{text}' is not a port: a number from 1 to 65535.");
        return 0;
    }
}
