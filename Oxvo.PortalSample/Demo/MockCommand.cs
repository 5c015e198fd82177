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
    public const string Usage = "mock --site ORIGIN [--site …] --portal ADDRESS [--portal …] [--port N]";

    static readonly Option<string[]> Site = new("--site")
    {
        HelpName = "ORIGIN",
        Description = "A website that may hold the messenger; may be given several times",
        CustomParser = ReadOrigins,
    };

    static readonly Option<string[]> Portal = new("--portal")
    {
        HelpName = "ADDRESS",
        Description = "A portal that the messenger shows, with its path; may be given several times",
        CustomParser = ReadPortals,
    };

    static readonly Option<int> Port = new("--port")
    { HelpName = "N", Description = "Where it listens on this machine, 5101 unless told", CustomParser = ReadPort };

    public static readonly Command Verb = new(
        "mock", "Runs a simulated OXVO messenger for your own site and portal. It listens on this machine only.")
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
        return line.GetValue(Portal) is null or [] ? "Which portal? Give its address by --portal." : null;
    }

    static string[] ReadOrigins(ArgumentResult result) => Read(result, PortalOptionsCheck.NormaliseOrigin,
        "is not an origin. Write scheme, host and port only, such as http://localhost:4000; "
            + "no *, path, query or user.");

    static string[] ReadPortals(ArgumentResult result) => Read(result, NormalisePortal,
        "is not a portal's address. Write scheme, host, port and the portal's path only, such as "
            + "http://localhost:4002 or https://localhost:8443/account; no *, query or user.");

    // A portal can be under a path of a site; its page asks for nothing outside of it.
    static string? NormalisePortal(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri is { Query: "", Fragment: "" }
        && PortalOptionsCheck.NormaliseOrigin(uri.GetLeftPart(UriPartial.Authority)) is { } origin
            ? origin + uri.AbsolutePath.TrimEnd('/') : null;

    static string[] Read(ArgumentResult result, Func<string, string?> normalise, string fault) =>
        [.. result.Tokens.Select(token =>
        {
            if (normalise(token.Value) is { } address) return address;
            result.AddError($"{(result.Parent as OptionResult)?.Option.Name}: '{token.Value}' {fault}");
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
