using System.Net.Http.Json;
using System.Text.Json;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>WebKitGTK's own small browser on a screen that nobody sees, by WebKitWebDriver.</summary>
sealed class WebKitEngine : WebDriver
{
    readonly DirectoryInfo home;
    readonly Command screen, process;
    readonly HttpClient http;
    string session = "";

    WebKitEngine(DirectoryInfo home, Command screen, Command process, HttpClient http) =>
        (this.home, this.screen, this.process, this.http) = (home, screen, process, http);

    public static async Task<Engine> StartAsync()
    {
        var driver = await Installed.FindAsync(["/usr/bin/WebKitWebDriver"], "webkit2gtk-driver", "xvfb");
        var (home, port) = (Directory.CreateTempSubdirectory("webkit-"), FreePorts.Take());
        // It takes a display that is free, and prints its number.
        var screen = Command.Start(
            home.FullName, ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x1024x24", "-nolisten", "tcp"]);
        await screen.WaitForAsync(Environment.NewLine);
        var process = Command.Start(home.FullName, [driver, $"--port={port}"],
            ("DISPLAY", $":{screen.Output.Trim()}"), ("HOME", home.FullName), ("XDG_RUNTIME_DIR", home.FullName),
            ("DBUS_SESSION_BUS_ADDRESS", "disabled:"), ("NO_AT_BRIDGE", "1"),
            // Without a graphics card; and its sandbox does not start for root.
            ("WEBKIT_DISABLE_COMPOSITING_MODE", "1"), ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1"));
        var http = new HttpClient { BaseAddress = new($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromMinutes(1) };
        var webkit = new WebKitEngine(home, screen, process, http);
        await webkit.BeginAsync();
        await webkit.ResizeAsync();
        return webkit;
    }

    async Task BeginAsync()
    {
        for (var tries = 1; session == ""; tries++)
            try
            {
                var answer = await AskAsync(HttpMethod.Post, "session", new { capabilities = new { } });
                session = answer.GetProperty("sessionId").GetString()!;
            }
            // It does not listen yet, and prints nothing when it does.
            catch (HttpRequestException) when (tries < 200)
            {
                await Task.Delay(50);
            }
    }

    protected override Task<JsonElement> SendAsync(string command, string path, object? body) =>
        AskAsync(body is null ? HttpMethod.Get : HttpMethod.Post, $"session/{session}/{path}", body);

    async Task<JsonElement> AskAsync(HttpMethod method, string path, object? body)
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = JsonContent.Create(body);
        using var answer = await http.SendAsync(request);
        var value = (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("value");
        return answer.IsSuccessStatusCode ? value : throw new EngineException($"{path}: {value}");
    }

    protected override object Naming(JsonElement frame) => new { id = frame };

    /// <summary>WebKit takes a key for the window; to go into a frame would move the focus.</summary>
    protected override Task EnterFocusedAsync() => EnterAsync(Site);

    public override async ValueTask DisposeAsync()
    {
        http.Dispose();
        process.Dispose();
        screen.Dispose();
        await Installed.DeleteAsync(home);
    }
}
