using Microsoft.Playwright;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>The app alone in its frames, before anybody has told it anything.</summary>
sealed record BareView
{
    public required bool Readable { get; init; }
    public required bool Listens { get; init; }

    /// <summary>What a check of messages says where it does not listen; null where it does.</summary>
    public required Finding? Deaf { get; init; }
    public required Moment Moment { get; init; }
    public required FirstScreen Screen { get; init; }
    public required IReadOnlyList<string> Faults { get; init; }
    public required IReadOnlyList<string> Complaints { get; init; }
    public required IReadOnlyList<string> Mixed { get; init; }
    public required IReadOnlyList<(string Name, long Bytes)> Files { get; init; }
    public required IReadOnlyList<string> Heard { get; init; }
    public required bool AsksApi { get; init; }
}

/// <summary>The app after it was told of an identified visitor.</summary>
sealed record ToldView
{
    /// <summary>It did something with the message at its frame's load event.</summary>
    public required bool IsTaken { get; init; }

    /// <summary>It did something only when the message came once more.</summary>
    public required bool IsTakenLater { get; init; }
    public required FirstScreen Screen { get; init; }

    /// <summary>It shows something else than before.</summary>
    public required bool LooksOtherwise { get; init; }
}

/// <summary>A scene could not be played to its end.</summary>
/// <param name="isOfTheApp">It did not come to rest; else the browser refuses to show it.</param>
/// <param name="isRefused">By the headers of the page that it shows, or goes on to.</param>
sealed class SceneException(string message, bool isOfTheApp, bool isRefused = false) : Exception(message)
{
    public bool IsOfTheApp => isOfTheApp;
    public bool IsRefused => isRefused;
}

/// <summary>
/// Plays scenes with the app, each on a stage of its own and within one time, and never after one that did not end.
/// </summary>
sealed class Scenes(IBrowser browser, CheckedApp checkedApp)
{
    static readonly string[] SomeAncestors = ["https://www.website.example", "https://messenger.website.example"];

    Task<BareView>? bare;
    Task<ToldView>? told;
    Task<IReadOnlyList<LayoutFaults>>? layouts;
    SceneException? stuck;

    /// <summary>For each scene; several of them make a check.</summary>
    public TimeSpan Limit { get; init; } = TimeSpan.FromSeconds(20);
    public bool IsOffline { get; init; }

    /// <summary>How long a person would look at a page without a word.</summary>
    public TimeSpan LongestEmpty { get; init; } = TimeSpan.FromSeconds(6);

    /// <summary>Where screenshots go; null for none.</summary>
    public string? Pictures { get; init; }

    public StageSetting Setting => new()
    {
        Address = checkedApp.Options.Address,
        Ancestors = checkedApp.Options.Ancestors.Count > 0 ? checkedApp.Options.Ancestors : SomeAncestors,
        IsOffline = IsOffline,
        LongestEmpty = LongestEmpty
    };

    public string Messenger => Setting.Ancestors[^1];

    /// <summary>Played once: the scenes with messages are compared with it.</summary>
    public Task<BareView> BareAsync() => bare ??= PlayAsync(Setting, LookAsync);

    public Task<ToldView> ToldAsync() => told ??= PlayAsync(Told(Claims.Visitor()), TellAsync);

    /// <summary>
    /// Of the first view, and of what a visitor sees where that is another. Scenes of their own, for they take longest.
    /// </summary>
    public Task<IReadOnlyList<LayoutFaults>> LayoutsAsync() => layouts ??= MeasureAsync();

    /// <exception cref="SceneException">The app is not shown, or does not come to rest.</exception>
    public async Task<T> PlayAsync<T>(StageSetting setting, Func<Stage, Task<T>> play)
    {
        if (stuck is not null) throw stuck;
        Stage? stage = null;
        try
        {
            return await RunAsync().WaitAsync(Limit);
        }
        catch (RefusedException fault)
        {
            throw Refused(fault);
        }
        // It may have gone there while it was looked at.
        catch (PlaywrightException) when (stage?.FindRefusal() is not null)
        {
            throw Refused(stage.FindRefusal()!);
        }
        catch (TimeoutException)
        {
            throw stuck = new($"It did not come to rest within {Limit.TotalSeconds:0.#} seconds.", true);
        }
        catch (PlaywrightException fault)
        {
            throw stuck = new($"It did not hold still: {fault.Message.Split('\n')[0]}", true);
        }
        finally
        {
            if (stage is not null) await stage.DisposeAsync();
        }

        async Task<T> RunAsync()
        {
            stage = await Stage.OpenAsync(browser);
            await stage.LoadAsync(setting with { MayListen = await MayListenAsync() });
            var seen = await play(stage);
            return setting.Ancestors[^1] != Messenger || stage.FindRefusal() is not { } refusal ? seen : throw refusal;
        }

        SceneException Refused(RefusedException refusal) => new(
            $"The browser does not show it below {string.Join(" and ", setting.Ancestors)}:\n{refusal.Message}",
            false, refusal.ByHeaders);
    }

    /// <summary>The browser's words where it refuses to show the app at all; null where it shows it.</summary>
    public async Task<string?> FindRefusalAsync()
    {
        try
        {
            await BareAsync();
        }
        catch (SceneException fault) when (fault.IsRefused)
        {
            return fault.Message;
        }
        catch (SceneException)
        {
            // Other checks tell that.
        }
        return null;
    }

    /// <summary>The app is told of a visitor as it loads.</summary>
    public StageSetting Told(string claim) => Setting with { OnLoad = claim };

    async Task<BareView> LookAsync(Stage stage)
    {
        var app = stage.App;
        var isReadable = await app.IsReadableAsync();
        var listens = await app.ListensAsync();
        return new()
        {
            Readable = isReadable,
            Listens = listens,
            Deaf = listens ? null : await TellDeafAsync(),
            Moment = await app.NowAsync(AppView.Patient),
            Screen = await app.AskAsync<FirstScreen>("firstScreen"),
            Files = await FilesAsync(app),
            AsksApi = app.Requests.Any(IsApi),
            Heard = await stage.Messenger.EvaluateAsync<string[]>("heard"),
            Faults = [.. stage.Faults],
            Complaints = [.. stage.Complaints],
            Mixed = [.. stage.Mixed],
        };
    }

    async Task<bool> MayListenAsync()
    {
        var view = await checkedApp.View;
        return view.Unread.Count > 0 || view.Scripts.Any(script => script.Fault is not null)
            || (await checkedApp.FindListenerPlacesAsync()).Count > 0;
    }

    async Task<Finding> TellDeafAsync()
    {
        var places = await checkedApp.FindListenerPlacesAsync();
        return places.Count == 0 ? Finding.Pass("it listens to no messages")
            : Finding.NotRun("Its scripts have a listener that was not registered within "
                + $"{AppView.LongestDeaf.TotalSeconds:0} seconds:\n{Finding.Lines(places)}",
                "Register it while the script is read. If it waits for a click, look at these places by hand.");
    }

    async Task<ToldView> TellAsync(Stage stage)
    {
        var before = await BareAsync();
        if (before.Listens) await stage.App.ListensAsync();
        var now = await stage.App.NowAsync(AppView.Patient);
        var said = await stage.Messenger.EvaluateAsync<string[]>("heard");
        var isOther = now.State != before.Moment.State;
        var isTaken = isOther || now.Requests != before.Moment.Requests || said.Length != before.Heard.Count;
        var view = new ToldView
        {
            IsTaken = isTaken,
            IsTakenLater = false,
            Screen = await stage.App.AskAsync<FirstScreen>("firstScreen"),
            LooksOtherwise = isOther,
        };
        if (isTaken) return view;
        await stage.App.HearAsync(1, () => stage.SayAsync(Claims.Visitor()));
        return view with { IsTakenLater = !(await stage.App.SinceAsync(now)).IsNone };
    }

    async Task<IReadOnlyList<LayoutFaults>> MeasureAsync()
    {
        var (first, listens) = await MeasureAsync(Setting, "first-view");
        if (!listens || !(await ToldAsync()).LooksOtherwise) return [first];
        return [first, (await MeasureAsync(Told(Claims.Visitor()), "visitor")).Layout];
    }

    Task<(LayoutFaults Layout, bool Listens)> MeasureAsync(StageSetting setting, string name) =>
        PlayAsync(setting, async stage =>
    {
        if (await stage.App.IsReadableAsync()) await stage.App.RestAsync();
        return (await LayoutLook.LookAsync(stage, Pictures, name), await stage.App.ListensAsync());
    });

    public static bool IsApi(IRequest request) => request.ResourceType is "fetch" or "xhr";

    static async Task<IReadOnlyList<(string, long)>> FilesAsync(AppView app)
    {
        List<(string, long)> files = [];
        foreach (var request in app.Requests.DistinctBy(request => request.Url).ToArray())
        {
            var sizes = await request.ResponseAsync() is null ? null : await request.SizesAsync();
            files.Add((new Uri(request.Url).AbsolutePath,
                sizes is null ? 0 : Math.Max(0, sizes.ResponseBodySize) + Math.Max(0, sizes.ResponseHeadersSize)));
        }
        return files;
    }
}
