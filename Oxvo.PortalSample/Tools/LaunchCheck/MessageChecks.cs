using Oxvo.PortalSample.Tools.Embedding;
using static Oxvo.PortalSample.Tools.Embedding.Finding;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What the scripts' text shows about messages; what they really do, a browser tries.</summary>
static class MessageChecks
{
    public static async Task<Finding> LooksAtOrigin(CheckedApp app)
    {
        var listeners = await app.Listeners;
        var blind = listeners.Where(listener => listener.Use == OriginUse.Ignored)
            .ToLookup(listener => listener.IsForeign, listener => listener.Where);
        if (blind[false].Any())
            return Fail(Lines(blind[false]),
                "Any page that frames the app, or that it opened, can tell it who the visitor is.",
                "Begin the listener with: "
                + "if (event.origin !== 'https://messenger.oxvo.example' || event.source !== parent) return;");
        if (blind[true].Any())
            return Warn(Lines(blind[true]),
                "Another website’s script takes messages from anybody; what they make it do, its maker knows.",
                "Ask its maker, or put it into a frame of its own.");
        if (FindUnread(await app.View) is { } open) return open;
        return FindLost(listeners)
            ?? Pass(listeners.Count == 0 ? "no listener for messages" : $"{listeners.Count} listening");
    }

    public static async Task<Finding> ComparesWhole(CheckedApp app)
    {
        var listeners = await app.Listeners;
        string[] partial =
            [.. listeners.SelectMany(listener => listener.Partial.Select(text => $"{listener.Where}: {text}"))];
        if (partial.Length == 0) return FindUnread(await app.View) ?? FindLost(listeners) ?? Pass("");
        return Fail(Lines(partial),
            "A look-alike passes: https://messenger.oxvo.example.evil.example begins and contains the right name too.",
            "Compare the whole origin: "
            + "event.origin === 'https://messenger.oxvo.example', or a Set's has(event.origin).");
    }

    /// <summary>What the text does not show passes nothing.</summary>
    static Finding? FindLost(IReadOnlyList<MessageListener> listeners)
    {
        string[] lost = [.. listeners.Where(listener => listener.Use == OriginUse.Unknown)
            .Select(listener => listener.Where)];
        return lost.Length == 0 ? null : NotRun($"Some scripts could not be followed:\n{Lines(lost)}",
            "Look at these places by hand: a listener has to compare event.origin as a whole.");
    }

    /// <summary>What keeps the scripts from being judged; null where all of them were looked at.</summary>
    static Finding? FindUnread(FirstView view)
    {
        if (view.Unread.Count > 0) return Unread(view);
        string[] faults = [.. view.Scripts.Where(script => script.Fault is not null)
            .Select(script => $"{script.Name}: {script.Fault}")];
        return faults.Length == 0 ? null : Warn($"Some scripts could not be read:\n{Lines(faults)}",
            "What such a script does with messages is not known.", "Mend what is wrong in it, or look at it by hand.");
    }

    internal static Finding Unread(FirstView view) => NotRun(
        $"Some scripts could not be read, or are longer than {CheckedApp.MostBytes / 1024 / 1024} MB:\n"
        + Lines(view.Unread.Select(address => address.GetLeftPart(UriPartial.Path))),
        "Run this where they can be had, or sooner.");
}
