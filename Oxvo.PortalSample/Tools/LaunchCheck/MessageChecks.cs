namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>What the scripts' text shows about messages; what they really do, a browser tries.</summary>
static class MessageChecks
{
    public static async Task<CheckFinding> LooksAtOrigin(CheckedApp app)
    {
        var view = await app.ViewAsync();
        var listeners = await app.ListenersAsync();
        MessageListener[] blind = [.. listeners.Where(listener => listener.Use == OriginUse.Ignored)];
        string[] own = [.. blind.Where(listener => !listener.IsForeign).Select(listener => listener.Where)];
        if (own.Length > 0)
            return CheckFinding.Fail(Lines.JoinFirst(own),
                "Any page that frames the app, or that it opened, can tell it who the visitor is.",
                "Begin the listener with: if (event.origin !== 'https://messenger.oxvo.example' || event.source !== parent) return;");
        if (blind.Length > 0)
            return CheckFinding.Warn(Lines.JoinFirst([.. blind.Select(listener => listener.Where)]),
                "Another website’s script takes messages from anybody; what they make it do, its maker knows.",
                "Ask its maker, or put it into a frame of its own.");
        if (NotLookedAt(view) is { } open) return open;
        var lost = listeners.Count(listener => listener.Use == OriginUse.Unknown);
        var followed = lost > 0 ? $"; {lost} could not be followed" : "";
        return CheckFinding.Pass(listeners.Count == 0 ? "no listener for messages" : $"{listeners.Count} listening{followed}");
    }

    public static async Task<CheckFinding> ComparesWhole(CheckedApp app)
    {
        var view = await app.ViewAsync();
        string[] partial = [.. (await app.ListenersAsync())
            .SelectMany(listener => listener.Partial.Select(text => $"{listener.Where}: {text}"))];
        if (partial.Length > 0)
            return CheckFinding.Fail(Lines.JoinFirst(partial),
                "A look-alike passes: https://messenger.oxvo.example.evil.example begins and contains the right name too.",
                "Compare the whole origin: event.origin === 'https://messenger.oxvo.example', or a Set's has(event.origin).");
        return NotLookedAt(view) ?? CheckFinding.Pass("");
    }

    /// <summary>What keeps the scripts from being judged; null where all of them were looked at.</summary>
    static CheckFinding? NotLookedAt(FirstView view)
    {
        if (view.Unread.Count > 0) return Unread(view);
        string[] faults = [.. view.Scripts.Where(script => script.Fault is not null)
            .Select(script => $"{script.Name}: {script.Fault}")];
        if (faults.Length == 0) return null;
        return CheckFinding.Warn($"Some scripts could not be read:\n{Lines.JoinFirst(faults)}",
            "What such a script does with messages is not known.", "Mend what is wrong in it, or look at it by hand.");
    }

    internal static CheckFinding Unread(FirstView view)
    {
        string[] names = [.. view.Unread.Select(address => address.GetLeftPart(UriPartial.Path))];
        const int megabytes = CheckedApp.MostBytes / 1024 / 1024;
        return CheckFinding.NotRun(
            $"Some scripts could not be read, or are longer than {megabytes} MB:\n{Lines.JoinFirst(names)}",
            "Run this where they can be had, or with a longer --timeout.");
    }
}
