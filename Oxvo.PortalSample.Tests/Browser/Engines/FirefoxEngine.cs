using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>
/// Firefox as it is installed, by its own Marionette, which takes WebDriver's commands over a socket:
/// <c>length:[0,number,name,parameters]</c>, and back <c>length:[1,number,error,result]</c>.
/// </summary>
sealed class FirefoxEngine : WebDriver
{
    static readonly string[] Programs =
    [
        "/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox",
        @"C:\Program Files\Mozilla Firefox\firefox.exe",
    ];

    // What starts with Firefox and is of no use here.
    const string Settings = """
        user_pref("browser.shell.checkDefaultBrowser", false);
        user_pref("browser.backup.enabled", false);
        user_pref("browser.newtabpage.enabled", false);
        user_pref("datareporting.policy.dataSubmissionEnabled", false);
        user_pref("dom.ipc.processPrelaunch.enabled", false);
        user_pref("extensions.systemAddon.update.enabled", false);
        user_pref("network.captive-portal-service.enabled", false);
        user_pref("network.connectivity-service.enabled", false);
        user_pref("services.settings.server", "data:,");
        user_pref("ui.prefersReducedMotion", 1);

        """;

    readonly DirectoryInfo profile;
    readonly Command process;
    readonly NetworkStream stream;
    int sent;

    FirefoxEngine(DirectoryInfo profile, Command process, NetworkStream stream) =>
        (this.profile, this.process, this.stream) = (profile, process, stream);

    public static async Task<Engine> StartAsync()
    {
        var program = await Installed.FindAsync(Programs, "firefox-esr");
        var (profile, port) = (Directory.CreateTempSubdirectory("firefox-"), FreePorts.Take());
        File.WriteAllText(
            Path.Combine(profile.FullName, "user.js"), $"{Settings}user_pref(\"marionette.port\", {port});\n");
        var process = Command.Start(profile.FullName,
            [program, "--headless", "--no-remote", "--profile", profile.FullName, "--marionette", "about:blank"],
            ("MOZ_CRASHREPORTER_DISABLE", "1"));
        await process.WaitForAsync($"Listening on port {port}");
        // Length and message are two writes: the second must not wait until the first is acknowledged.
        var client = new TcpClient { NoDelay = true };
        await client.ConnectAsync("127.0.0.1", port);
        var firefox = new FirefoxEngine(profile, process, client.GetStream());
        await firefox.ReadAsync(); // what it is
        await firefox.SendAsync("NewSession", "", new { });
        await firefox.ResizeAsync();
        return firefox;
    }

    protected override async Task<JsonElement> SendAsync(string command, string path, object? body)
    {
        var message = JsonSerializer.SerializeToUtf8Bytes<object[]>(
            [0, ++sent, $"WebDriver:{command}", body ?? new { }]);
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"{message.Length}:"));
        await stream.WriteAsync(message);
        var answer = await ReadAsync();
        if (answer[2] is { ValueKind: JsonValueKind.Object } fault) throw new EngineException($"{command}: {fault}");
        return answer[3] is { ValueKind: JsonValueKind.Object } result && result.TryGetProperty("value", out var value)
            ? value : answer[3];
    }

    protected override object Naming(JsonElement frame) => new { element = IdOf(frame) };

    /// <summary>Firefox takes a key for the frame that the commands are in.</summary>
    protected override async Task EnterFocusedAsync()
    {
        await EnterAsync(Site);
        while (await TryEnterAsync("""
            let focused = document.activeElement;
            while (focused?.shadowRoot?.activeElement) focused = focused.shadowRoot.activeElement;
            return focused?.localName === 'iframe' ? focused : null;
            """))
        {
        }
    }

    async Task<JsonElement> ReadAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        var length = 0;
        var digit = new byte[1];
        for (; ; )
        {
            await stream.ReadExactlyAsync(digit, limit.Token);
            if (digit[0] == ':') break;
            length = length * 10 + digit[0] - '0';
        }
        var message = new byte[length];
        await stream.ReadExactlyAsync(message, limit.Token);
        return JsonSerializer.Deserialize<JsonElement>(message);
    }

    public override async ValueTask DisposeAsync()
    {
        await stream.DisposeAsync();
        process.Dispose();
        await Installed.DeleteAsync(profile);
    }
}
