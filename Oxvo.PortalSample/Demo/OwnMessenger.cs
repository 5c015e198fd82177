using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;
using Oxvo.PortalSample.Demo.Apps;
using Oxvo.PortalSample.Demo.Messenger;
using Oxvo.PortalSample.Demo.Web;
using Oxvo.PortalSample.Portal.Hosting;

namespace Oxvo.PortalSample.Demo;

/// <summary>The mock messenger by itself, between a site and a portal that are not the demo's.</summary>
internal static class OwnMessenger
{
    /// <summary>Runs until the person at the keyboard, or the system, ends it.</summary>
    /// <param name="messenger">Its own origin.</param>
    /// <exception cref="StartException">A portal cannot be an app; the message says what to change.</exception>
    public static async Task RunAsync(OwnSite own, string messenger, MockSecret secret, TextWriter output)
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
                    Line = own.Portals.Count == 1 ? app.Line : portal.Split("://")[1],
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
}
