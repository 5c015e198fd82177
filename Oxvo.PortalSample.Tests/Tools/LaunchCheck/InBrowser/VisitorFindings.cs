using Microsoft.Playwright;
using Oxvo.PortalSample.Tools.Embedding;
using Oxvo.PortalSample.Tools.LaunchCheck;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>What the app makes of what the messenger says, right and wrong.</summary>
sealed class VisitorFindings(Scenes scenes)
{
    public async Task<Finding> IsTaken(CheckedApp checkedApp)
    {
        var bare = await scenes.BareAsync();
        if (bare.Deaf is { } deaf) return deaf;
        if (checkedApp.Options.Ancestors.Count == 0)
            return Finding.DoesNotApply("Which origin is the messenger's?",
                "Name the pages around it: CHECK_ANCESTORS=https://www.example.com,https://messenger.oxvo.example");
        var told = await scenes.ToldAsync();
        if (told.IsTaken) return Finding.Pass("taken as the frame has loaded");
        if (told.IsTakenLater)
            return Finding.Fail("missed at the frame's load event, and taken when it came again",
                "The messenger speaks once, as soon as the frame has loaded: such an app waits for ever.",
                "Call addEventListener('message', …) while the script is read, before any await, import() or "
                    + "DOMContentLoaded.");
        var scripts = (await checkedApp.View).Scripts;
        string[] names = ["oxvo-app", "current_user", "oxvo.current"];
        return scripts.Any(script =>
            names.Any(name => script.Source.Contains(name, StringComparison.OrdinalIgnoreCase)))
            ? Finding.Fail("no request and no change of the page",
                "The app never learns who is there, and shows everybody the same.",
                "Compare event.data.source with 'oxvo-app' and event.data.type with 'oxvo.current_user', and read "
                    + "event.data.payload.")
            : Finding.Pass("its scripts do not ask for it");
    }

    public async Task<Finding> DoesNoHarm()
    {
        var bare = await scenes.BareAsync();
        const string why = "A visitor who is not known, or a host with a fault, leaves an empty panel.",
            repair = "Show something before any message comes. Take an identifier only if it is a string, and an id "
                + "only if it is a positive whole number.";
        if (!bare.Readable) return Finding.Fail("without any message: nothing to read", why, repair);
        if (bare.Deaf is { } deaf) return deaf;
        var harm = await scenes.PlayAsync(scenes.Setting, stage => SayAllAsync(stage, bare))
            ? await scenes.PlayAsync(scenes.Setting, stage => SayEachAsync(stage, bare)) : null;
        return harm is null ? Finding.Pass($"{Claims.Broken.Count} shapes, and none at all")
            : Finding.Fail(harm, why, repair);
    }

    /// <summary>One after another without a look between them.</summary>
    /// <returns>Whether anything went wrong.</returns>
    static async Task<bool> SayAllAsync(Stage stage, BareView bare)
    {
        var app = stage.App;
        await app.HearAsync(Claims.Broken.Count, () => stage.Messenger.EvaluateAsync($$"""
            async () => {
              for (const shape of [{{string.Join(", ", Claims.Broken)}}]) {
                frames[0].postMessage(shape, '*');
                await new Promise((next) => setTimeout(next, 15));
              }
            }
            """));
        await app.RestAsync(AppView.Patient);
        return Errors(stage, bare).Any() || await app.Frame.EvaluateAsync<int>("__launchCheck.empty") > 0
            || !await app.IsReadableAsync();
    }

    /// <summary>Finds the one that does harm.</summary>
    static async Task<string?> SayEachAsync(Stage stage, BareView bare)
    {
        var app = stage.App;
        foreach (var shape in Claims.Broken)
        {
            await app.HearAsync(1, () => stage.SayAsync(shape));
            await app.RestAsync(quiet: 50);
            if (Errors(stage, bare).LastOrDefault() is { } error) return $"{shape}\n{error}";
            if (!await app.IsReadableAsync()) return $"{shape}\nnothing to read";
        }
        return null;
    }

    // What comes without any message is told by another check.
    static IEnumerable<string> Errors(Stage stage, BareView bare) =>
        stage.Faults.Concat(stage.Complaints).Except(bare.Faults.Concat(bare.Complaints));

    public async Task<Finding> AnonymousSeesAPage()
    {
        var bare = await scenes.BareAsync();
        var isReadable = bare.Listens ? await scenes.PlayAsync(scenes.Told(Claims.Anonymous), async stage =>
        {
            await stage.App.RestAsync();
            return await stage.App.IsReadableAsync();
        }) : bare.Readable;
        return isReadable ? Finding.Pass(bare.Listens ? "an id alone" : "")
            : Finding.Fail("nothing to read: JSON, or empty", "Most visitors are anonymous, and have an id alone.",
                "Say what signing in would show, and where.");
    }

    public async Task<Finding> SaysSoWhenApiFails(CheckedApp checkedApp)
    {
        var bare = await scenes.BareAsync();
        if (!bare.Listens && !bare.AsksApi) return Finding.Pass("it asks none");
        var seen = new string?[Failures.Length];
        var left = await FailAsync(bare, [.. Enumerable.Range(0, Failures.Length)], seen);
        var isAsked = left.Length < Failures.Length;
        // An app that asks once and never again gets a new stage for each.
        foreach (var i in isAsked ? left : []) await FailAsync(bare, [i], seen);
        if (seen.OfType<string>().ToArray() is { Length: > 0 } harm)
            return Finding.Fail(ViewFindings.Lines(harm),
                "The visitor cannot tell a failure from waiting, and nobody learns of it.",
                "Look at response.ok before response.json(), put both into one try, and say in its catch what does "
                    + "not work and what to do instead.");
        if (isAsked) return Finding.Pass("status 500, a page instead of data, no connection");
        return checkedApp.Options.Api is null ? Finding.Pass("it asks none")
            : Finding.DoesNotApply("It asked no API: it wants a proof first.",
                "Try it by hand: stop the API, and open the app as a signed-in customer.");
    }

    /// <summary>Tells it of one visitor after another, with another failure for each.</summary>
    /// <returns>The failures that it did not come to.</returns>
    Task<int[]> FailAsync(BareView bare, int[] failures, string?[] seen)
    {
        var (now, asked) = (failures[0], 0);
        var setting = scenes.Told(Claims.Visitor()) with
        {
            Api = route =>
            {
                Interlocked.Increment(ref asked);
                return Failures[now].Answer(route);
            },
        };
        return scenes.PlayAsync(setting, async stage =>
        {
            List<int> left = [];
            foreach (var i in failures)
            {
                var before = i == failures[0] ? 0 : asked;
                if (i != failures[0])
                {
                    now = i;
                    await stage.App.HearAsync(1, () => stage.SayAsync(Claims.Visitor($"visitor{i}")));
                }
                await stage.App.RestAsync(AppView.Patient);
                if (asked == before) left.Add(i);
                else if ((stage.Faults.Except(bare.Faults).LastOrDefault()
                    ?? (await stage.App.IsReadableAsync() ? null : "nothing to read")) is { } harm)
                {
                    seen[i] = $"{Failures[i].Name}: {harm}";
                    // What is broken tells nothing about the next one.
                    left.AddRange(failures.Where(other => other > i));
                    break;
                }
            }
            return left.ToArray();
        });
    }

    static readonly (string Name, Func<IRoute, Task> Answer)[] Failures =
    [
        ("status 500",
            route => route.FulfillAsync(new()
            { Status = 500, Headers = Open, ContentType = "application/json", Body = """{"error":"internal"}""" })),
        ("a page instead of data",
            route => route.FulfillAsync(new() { Headers = Open, ContentType = "text/html",
                Body = "<!doctype html><title>Sign in</title><h1>Sign in</h1>" })),
        ("no connection", route => route.AbortAsync("connectionrefused")),
    ];

    // For an API on another origin.
    static Dictionary<string, string> Open => new() { ["Access-Control-Allow-Origin"] = "*" };
}
