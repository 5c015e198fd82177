using System.Text.Json;
using Microsoft.Playwright;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>What the app looked like at a moment, to see what a message changes.</summary>
sealed record Moment(string State, int Requests, bool AtRest);

/// <summary>What became of a message.</summary>
/// <param name="Requests">New ones.</param>
/// <param name="State">The page afterwards; null where it is as it was.</param>
sealed record Effect(IReadOnlyList<string> Requests, string? State)
{
    public bool IsNone => Requests.Count == 0 && State is null;

    /// <summary>What was claimed is in it, so it is the message's doing and no clock's.</summary>
    public bool Has(string mark) => Requests.Any(address => address.Contains(mark, StringComparison.Ordinal))
        || State?.Contains(mark, StringComparison.Ordinal) == true;

    public string Describe() => string.Join(" and ", (IEnumerable<string>)
    [
        .. Requests.Count > 0 ? [Requests.Count == 1 ? "one request" : $"{Requests.Count} requests"]
            : Array.Empty<string>(),
        .. State is null ? Array.Empty<string>() : ["a change of the page"],
    ]);
}

/// <summary>The app in one of its windows or frames.</summary>
sealed class AppView(IFrame frame, Stage stage)
{
    const int Step = 40;
    public const int Quiet = 150, Patient = 400;
    static readonly TimeSpan LongestRest = TimeSpan.FromSeconds(3), Restless = TimeSpan.FromSeconds(1);
    static readonly TimeSpan LongestHearing = TimeSpan.FromSeconds(5);

    /// <summary>How long a listener that the scripts have is waited for.</summary>
    public static readonly TimeSpan LongestDeaf = TimeSpan.FromSeconds(6);

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public IFrame Frame => frame;

    public IEnumerable<IRequest> Requests =>
        stage.RequestsOf(frame).Where(request => request.Url.StartsWith("http", StringComparison.Ordinal));

    /// <summary>
    /// Whether it listens to messages. Where its scripts have a listener, that is waited for: it may be registered only
    /// after something else has come.
    /// </summary>
    public Task<bool> ListensAsync() => UntilAsync(stage.MayListen ? LongestDeaf : TimeSpan.Zero,
        () => frame.EvaluateAsync<bool>("__launchCheck.listens()"));

    public async Task<T> AskAsync<T>(string question) =>
        JsonSerializer.Deserialize<T>(await frame.EvaluateAsync<string>($"JSON.stringify(__launchCheck.{question}())"),
            Json)!;

    /// <summary>Waits until nothing is on its way and nothing moves.</summary>
    /// <returns>False where it never rests.</returns>
    public async Task<bool> RestAsync(int quiet = Quiet)
    {
        var (start, rests) = (await ClockAsync(), false);
        // What moves while nothing is on its way moves by itself: a clock, an animation.
        await UntilAsync(LongestRest, async () => !stage.IsWaiting(frame)
            && ((rests = await frame.EvaluateAsync<double>("__launchCheck.idle", stage.CountAnswers(frame)) >= quiet)
                || await ClockAsync() - start > Restless.TotalMilliseconds));
        return rests;
    }

    /// <summary>Waits until a person could read something.</summary>
    public Task<bool> IsReadableAsync() =>
        UntilAsync(stage.LongestEmpty, () => frame.EvaluateAsync<bool>("__launchCheck.readable()"));

    /// <summary>
    /// Does something that sends it messages once it listens, and waits until it has heard them, or has loaded again.
    /// </summary>
    public async Task HearAsync(int count, Func<Task> speak)
    {
        await ListensAsync();
        var before = await CountHeardAsync();
        await speak();
        await UntilAsync(LongestHearing,
            async () => await CountHeardAsync() - before is var heard && (heard >= count || heard < 0));
    }

    /// <summary>Waits until it has heard so many messages since it has loaded.</summary>
    public Task<bool> HasHeardAsync(int count) =>
        UntilAsync(LongestHearing, async () => await CountHeardAsync() >= count);

    public async Task<Moment> NowAsync(int quiet = Quiet)
    {
        var atRest = await RestAsync(quiet);
        return new(await frame.EvaluateAsync<string>("__launchCheck.state()"), Requests.Count(), atRest);
    }

    /// <summary>
    /// Of a page that never rests, only what is claimed tells. It waits longer: what comes of a message may take a
    /// moment.
    /// </summary>
    public async Task<Effect> SinceAsync(Moment before)
    {
        var after = await NowAsync(Patient);
        string[] asked = [.. Requests.Skip(before.Requests).Select(request => request.Url)];
        var isSame = after.State == before.State;
        if (!before.AtRest && !new Effect(asked, after.State).Has(Claims.Mark)) return new([], null);
        return new(asked, isSame ? null : after.State);
    }

    // By the page's own clock, which a busy machine slows as it slows what is waited for.
    async Task<bool> UntilAsync(TimeSpan longest, Func<Task<bool>> holds)
    {
        var (waited, last) = (0, await ClockAsync());
        while (!await holds())
        {
            if (waited >= longest.TotalMilliseconds) return await holds();
            await Task.Delay(Step);
            var now = await ClockAsync();
            // A page that has loaded again begins at 0.
            waited += Math.Max(0, now - last);
            last = now;
        }
        return true;
    }

    Task<int> CountHeardAsync() => frame.EvaluateAsync<int>("__launchCheck.received");

    Task<int> ClockAsync() => frame.EvaluateAsync<int>("__launchCheck.clock");
}
