using System.Text.Json;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>
/// A browser by the commands of WebDriver (https://www.w3.org/TR/webdriver2/), whatever carries them to it.
/// </summary>
abstract class WebDriver : Engine
{
    static readonly Dictionary<string, string> Keys = new()
    {
        ["Tab"] = "\uE004",
        ["Enter"] = "\uE007",
        ["Shift"] = "\uE008",
        ["Escape"] = "\uE00C",
    };

    string? first;

    /// <param name="command">Its name in Firefox.</param>
    /// <param name="path">Its path over HTTP, below the session's.</param>
    /// <param name="body">Null where there is nothing to say: over HTTP this is a GET.</param>
    protected abstract Task<JsonElement> SendAsync(string command, string path, object? body);

    /// <summary>How a frame is named to the command that goes into it.</summary>
    protected abstract object Naming(JsonElement frame);

    /// <summary>Goes to where the browser takes a key for the element that has the focus.</summary>
    protected abstract Task EnterFocusedAsync();

    public override Task GoAsync(string address) => SendAsync("Navigate", "url", new { url = address });

    public override async Task TurnToOpenedAsync()
    {
        first ??= (await SendAsync("GetWindowHandle", "window", null)).GetString();
        string? opened = null;
        await Eventually.HoldsAsync(async () =>
        {
            var handles = (await SendAsync("GetWindowHandles", "window/handles", null)).EnumerateArray();
            opened = handles.Select(handle => handle.GetString()).FirstOrDefault(handle => handle != first);
            return opened is not null;
        }, () => "No window was opened.");
        await SendAsync("SwitchToWindow", "window", new { handle = opened });
    }

    public override async Task TurnBackAsync()
    {
        if (first is not null) await SendAsync("SwitchToWindow", "window", new { handle = first });
    }

    public override async Task<JsonElement> RunAsync(string[] place, string script, params object[] arguments)
    {
        await EnterAsync(place);
        return await RunHereAsync(script, arguments);
    }

    public override async Task ClickAsync(string[] place, string selector)
    {
        // WebKit's driver does not scroll far enough in what scrolls in the page.
        const string show = """
            const found = find(arguments[0]);
            found?.scrollIntoView({ block: 'center' });
            return found;
            """;
        // What is drawn in this moment cannot be clicked yet.
        await Eventually.HoldsAsync(async () =>
        {
            var id = IdOf(await RunAsync(place, show, selector))
                ?? throw new EngineException($"There is no {selector}.");
            try
            {
                await SendAsync("ElementClick", $"element/{id}/click", new { id });
                return true;
            }
            catch (EngineException fault) when (fault.Message.Contains("not interactable"))
            {
                return false;
            }
        }, () => $"{selector} cannot be clicked.");
    }

    public override async Task PressAsync(string key)
    {
        await EnterFocusedAsync();
        var keys = key.Split('+').Select(name => Keys[name]).ToArray();
        var strokes = keys.Select(value => new { type = "keyDown", value })
            .Concat(keys.Reverse().Select(value => new { type = "keyUp", value }));
        var keyboard = new { type = "key", id = "keyboard", actions = strokes };
        await SendAsync("PerformActions", "actions", new { actions = new[] { keyboard } });
    }

    public override async Task<byte[]> PictureAsync() =>
        (await SendAsync("TakeScreenshot", "screenshot", null)).GetBytesFromBase64();

    /// <summary>About as large inside as the other tests' windows: the panel leaves the site's head free.</summary>
    protected Task ResizeAsync() => SendAsync("SetWindowRect", "window/rect", new { width = 1280, height = 1000 });

    protected async Task EnterAsync(string[] place)
    {
        await SendAsync("SwitchToFrame", "frame", new { id = (object?)null });
        foreach (var selector in place)
            if (!await TryEnterAsync("return find(arguments[0])", selector))
                throw new EngineException($"There is no frame {selector}.");
    }

    /// <summary>Into the frame that a script returns, if there is one.</summary>
    protected async Task<bool> TryEnterAsync(string script, params object[] arguments)
    {
        var frame = await RunHereAsync(script, arguments);
        if (frame.ValueKind != JsonValueKind.Object) return false;
        await SendAsync("SwitchToFrame", "frame", Naming(frame));
        return true;
    }

    protected static string? IdOf(JsonElement element) =>
        element.ValueKind == JsonValueKind.Object ? element.EnumerateObject().Single().Value.GetString() : null;

    Task<JsonElement> RunHereAsync(string script, object[] arguments) =>
        SendAsync("ExecuteScript", "execute/sync", new { script = Find + script, args = arguments });
}
