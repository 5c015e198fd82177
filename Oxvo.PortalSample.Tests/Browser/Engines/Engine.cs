using System.Text.Json;
using Oxvo.PortalSample.Tests.Repository;

namespace Oxvo.PortalSample.Tests.Browser.Engines;

/// <summary>
/// A browser of any engine with one tab, as far as the main job needs it. A place is the way of iframes to it, from the
/// top, as selectors.
/// </summary>
abstract class Engine : IAsyncDisposable
{
    /// <summary>For every script: finds an element of the page, or of the messenger in its shadow root.</summary>
    protected const string Find = """
        const find = (selector) => document.querySelector(selector)
          ?? document.querySelector('oxvo-messenger')?.shadowRoot.querySelector(selector) ?? null;

        """;

    const string IsFocused = "return document.hasFocus() && find(arguments[0])?.matches(':focus') === true";

    public static readonly string[] Site = [], Messenger = ["iframe[title^=Chat]"];
    public static readonly string[] App = [.. Messenger, "#stage iframe"], InApp = [.. App, "iframe"];

    /// <summary>The app where the messenger has a window of its own.</summary>
    public static readonly string[] AppApart = ["#stage iframe"];

    public abstract Task GoAsync(string address);

    /// <summary>What a script returns; <c>arguments</c> and <c>find</c> are there for it.</summary>
    public abstract Task<JsonElement> RunAsync(string[] place, string script, params object[] arguments);

    /// <summary>Goes to the window that a page has opened, once it is there.</summary>
    public abstract Task TurnToOpenedAsync();

    /// <summary>Goes to the first window.</summary>
    public abstract Task TurnBackAsync();

    /// <summary>Clicks as a hand does.</summary>
    public abstract Task ClickAsync(string[] place, string selector);

    /// <param name="key">A key where the focus is: Tab, Shift+Tab, Enter or Escape.</param>
    public abstract Task PressAsync(string key);

    public abstract Task<byte[]> PictureAsync();

    public abstract ValueTask DisposeAsync();

    public async Task<string> TextAsync(string[] place, string script, params object[] arguments) =>
        (await RunAsync(place, script, arguments)).GetString() ?? "";

    /// <summary>Waits until a script returns true.</summary>
    public Task SeesAsync(string[] place, string script, params object[] arguments)
    {
        var fault = "";
        return Eventually.HoldsAsync(async () =>
        {
            try
            {
                fault = "";
                return (await RunAsync(place, script, arguments)).ValueKind == JsonValueKind.True;
            }
            // A frame that is not there yet, or not any more.
            catch (EngineException e)
            {
                fault = e.Message;
                return false;
            }
        }, () => $"It never came to {script} with {string.Join(", ", arguments)}. {fault}");
    }

    /// <summary>Goes on by one key until the focus is at an element.</summary>
    public async Task TabToAsync(string[] place, string selector, string way = "Tab")
    {
        await SeesAsync(place, "return find(arguments[0]) !== null", selector);
        for (var stops = 0; stops < 60; stops++)
        {
            if (await HasFocusAsync(place, selector)) return;
            var before = await FindFocusAsync(place);
            await PressAsync(way);
            // A busy browser moves the focus a moment later, and the next key would go past the element. What moves
            // elsewhere is not seen here.
            for (var waited = 0; waited < 8 && await FindFocusAsync(place) == before; waited++) await Task.Delay(25);
        }
        throw new TimeoutException($"{way} never came to {selector}.");
    }

    public Task SeesFocusAsync(string[] place, string selector) => SeesAsync(place, IsFocused, selector);

    Task<string> FindFocusAsync(string[] place) => TextAsync(place, """
        return `${document.hasFocus()} ${[...document.querySelectorAll('*')].indexOf(document.activeElement)}`;
        """);

    async Task<bool> HasFocusAsync(string[] place, string selector) =>
        (await RunAsync(place, IsFocused, selector)).GetBoolean();
}

/// <summary>What a browser did not do, in its own words.</summary>
sealed class EngineException(string message) : Exception(message);
