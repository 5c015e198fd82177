using Oxvo.PortalSample.Tools.Embedding;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>
/// Whether a stranger can tell the app who its visitor is: from a frame beside it, from around it, and as its opener.
/// </summary>
sealed class StrangerFindings(Scenes scenes)
{
    const string Stranger = "https://stranger.example";
    const string Why =
        "Whoever gets a visitor to open a page of theirs decides whose data the app asks for, or what it shows.";

    string Repair =>
        $"Begin the listener with: if (event.origin !== '{scenes.Messenger}' || event.source !== parent) return;";

    public async Task<Finding> ChangesNothing()
    {
        if ((await scenes.BareAsync()).Deaf is { } deaf) return deaf;
        string[] strangers = [Stranger, .. PlayedPages.LookAlikes(scenes.Messenger), "null"];
        // What no mark tells may be a clock's doing: then the same is played once more, with a message that nobody
        // waits for.
        var (beside, own) = await BesideAsync(strangers, false);
        if (beside is not null && (beside.IsMarked || (await BesideAsync(strangers, true)).Foreign is null))
            return Finding.Fail(beside.Text, Why, Repair);
        if (await AroundAsync(false) is { } around && (around.IsMarked || await AroundAsync(true) is null))
            return Finding.Fail(around.Text, Why, Repair);
        return own is { IsMarked: true }
            ? Finding.Warn(own.Text,
                "Another frame of the messenger's, with another visitor's data, could speak to it too.",
                "Look at event.source as well: event.source === parent")
            : Finding.Pass(string.Join(", ", strangers.Select(Name)));
    }

    /// <summary>What came of it.</summary>
    /// <param name="IsMarked">What was claimed shows in it.</param>
    sealed record Sign(string Text, bool IsMarked);

    /// <returns>What came of strangers' frames beside the app, else of one of the messenger's own origin.</returns>
    Task<(Sign? Foreign, Sign? Own)> BesideAsync(string[] origins, bool isIdle) =>
        scenes.PlayAsync<(Sign?, Sign?)>(scenes.Setting with { Beside = [.. origins, scenes.Messenger] }, async stage =>
        {
            var app = stage.App;
            // After this an app that has waited for a message waits no longer: what comes now is an answer.
            await app.HearAsync(1, () => stage.SayAsync(Claims.Nobody));
            var before = await app.NowAsync();
            await SpeakAsync(0, origins.Length);
            string[] frames = [.. origins.Select(origin => $"a frame of {Name(origin)} beside it")];
            if (Tell(await app.SinceAsync(before), frames) is { } foreign) return (foreign, null);
            if (isIdle) return (null, null);
            before = await app.NowAsync();
            await SpeakAsync(origins.Length, 1);
            return (null,
                Tell(await app.SinceAsync(before), [.. origins.Select(Name), $"another frame of {scenes.Messenger}"]));

            Task SpeakAsync(int first, int count) => app.HearAsync(count, () => stage.Messenger.EvaluateAsync(
                $"(claims) => claims.forEach((claim, i) => frames[i + "
                    + $"{first + 1}].postMessage({{ launchCheck: JSON.parse(claim) }}, '*'))",
                Enumerable.Range(first, count).Select(i => isIdle ? Claims.Idle : Claims.Visitor(Number(i)))
                    .ToArray()));
        });

    /// <summary>The stranger frames the app, if the browser lets them, and opens it in a window.</summary>
    Task<Sign?> AroundAsync(bool isIdle) =>
        scenes.PlayAsync(scenes.Setting with { Ancestors = [Stranger] }, async stage =>
    {
        var claim = isIdle ? Claims.Idle : Claims.Visitor(Number(0));
        try
        {
            var framed = stage.App;
            var before = await framed.NowAsync();
            await framed.HearAsync(1, () => stage.SayAsync(claim));
            if (Tell(await framed.SinceAsync(before), [$"{Stranger} around it"]) is { } seen) return seen;
        }
        catch (RefusedException)
        {
        }
        var window = await stage.Page.RunAndWaitForPopupAsync(() => stage.Page.EvaluateAsync(
            "(address) => { window.opened = open(address) }", scenes.Setting.Address.AbsoluteUri));
        await window.WaitForLoadStateAsync();
        var app = new AppView(window.MainFrame, stage);
        var alone = await app.NowAsync();
        await app.HearAsync(1, () => stage.Page.EvaluateAsync($"opened.postMessage({claim}, '*')"));
        return Tell(await app.SinceAsync(alone), [$"{Stranger}, which opened it in a window"]);
    });

    static Sign? Tell(Effect effect, string[] speakers)
    {
        if (effect.IsNone) return null;
        var marked = speakers.Where((_, i) => effect.Has($"{Claims.Mark}-{Number(i)}")).ToArray();
        return marked.Length > 0 ? new($"{marked[0]}: {effect.Describe()}", true)
            : new($"{string.Join(" or ", speakers)}: {effect.Describe()}", false);
    }

    static string Number(int i) => $"stranger{(char)('a' + i)}";

    static string Name(string origin) => origin == "null" ? "origin null" : origin;
}
