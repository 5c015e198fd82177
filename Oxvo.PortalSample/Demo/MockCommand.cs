using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Connections;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Messenger;
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
            await RunAsync(
                new(line.GetValue(Site)!, line.GetValue(Portal)!, secret.WebsiteToken), messenger, secret, output);
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

    static async Task RunAsync(OwnSite own, string messenger, MockSecret secret, TextWriter output)
    {
        var contentRoot = WebApplication.CreateSlimBuilder().Environment.ContentRootPath;
        MockAddresses addresses = new(own, messenger, contentRoot);
        var first = ListPortals(FirstApps.Read(addresses.Seed("apps.json")), own);
        AppMaker maker = new(ReadTemplates(addresses), () => addresses.Places);
        foreach (var one in first.Apps)
            if (maker.Make(one) is { App: null, Errors: var errors })
                throw new StartException($"--portal: {string.Join(' ', errors.Values)}");

        await using var services = new ServiceCollection()
            .AddLogging(logging => logging
                // A start that fails is told in one line of ours.
                .AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.None)
                .AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace))
            .AddSingleton(TimeProvider.System)
            .AddSingleton(Options.Create(new MockHostOptions()))
            .AddSingleton(addresses)
            .AddSingleton(first)
            .AddSingleton(maker)
            .AddSingleton(new StatusWidgets([]))
            .AddSingleton(new MessengerContacts(secret.Key, (_, _) => Task.FromResult<long?>(null)))
            .BuildServiceProvider();
        var library = await Library.OpenAsync($"Data Source={NameLibrary(own)}", secret.Folder, first);
        await using var app = MessengerApp.Build(addresses, services, library);
        await app.StartAsync();
        Describe(own, messenger, secret, output);
        await WaitForEndAsync();
        await app.StopAsync();
    }

    static void Describe(OwnSite own, string messenger, MockSecret secret, TextWriter output) => output.WriteLine($"""
        Simulated OXVO messenger for your own site. Nothing here reaches OXVO.

          Messages  {messenger}/messages  (what site, messenger and portal say to each other)
          Apps      {messenger}/settings  (what the home screen shows, and whether it may be framed)
          Site      {string.Join(' ', own.Sites)}  (no other website may hold the messenger)
          Portal    {string.Join(' ', own.Portals)}  (no other page is shown in it)

        1. Into every page of your site:

          <script defer src="{messenger}/packs/js/sdk.js"
            data-oxvo-base-url="{messenger}" data-oxvo-website-token="{own.WebsiteToken}"></script>

        2. Into your site's backend, which makes identifier_hash with it: the HMAC-SHA256 of the identifier, in hex.
           The text is the key. Keep it out of your pages.

          {secret.Text}

        3. Into your portal's settings:

          Portal:MessengerOrigins:0={messenger}

        {secret.Note ?? "Token and secret stay the same at the next start."} Ctrl+C ends it.
        """);

    /// <summary>The demo's apps of the portal, for each portal of one's own.</summary>
    static FirstApps ListPortals(FirstApps demo, OwnSite own)
    {
        List<SavedApp> apps = [];
        foreach (var (portal, number) in own.Portals.Select((portal, index) => (portal, index + 1)))
            foreach (var app in demo.Apps)
                apps.Add(app with
                {
                    Key = number == 1 ? app.Key : $"{app.Key}-{number}",
                    Line = own.Portals.Count == 1 ? app.Line : new Uri(portal).Authority,
                    Values = new Dictionary<string, string>(app.Values) { ["address"] = portal + "/" },
                });
        return new(apps, [new(own.WebsiteToken, "Your site", [.. apps.Select(app => app.Key)])]);
    }

    // The others lead to providers, whose pages are not shown here.
    static AppTemplates ReadTemplates(MockAddresses addresses) =>
        new([.. AppTemplates.Read(addresses.Seed("app-templates")).All.Where(one => one.Key is "portal" or "page")]);

    // What is changed in the settings is kept for the portals that it was changed for.
    static string NameLibrary(OwnSite own)
    {
        var portals = Encoding.UTF8.GetBytes(string.Join(' ', own.Portals));
        return $"apps-{Convert.ToHexStringLower(SHA256.HashData(portals))[..8]}.db";
    }

    static async Task WaitForEndAsync()
    {
        var end = new TaskCompletionSource();
        void End(PosixSignalContext signal)
        {
            signal.Cancel = true;
            end.TrySetResult();
        }
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
        await end.Task;
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
