using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Oxvo.PortalSample.Tools;

namespace Oxvo.PortalSample.Tests.Tools.LaunchCheck.InBrowser;

/// <summary>How an app is put on the stage.</summary>
sealed record StageSetting
{
    public required Uri Address { get; init; }

    /// <summary>More apps in the messenger's page, for looking at many of them at once.</summary>
    public IReadOnlyList<Uri> More { get; init; } = [];

    /// <summary>The pages around it, the outermost first. The last one is the messenger.</summary>
    public required IReadOnlyList<string> Ancestors { get; init; }

    /// <summary>What the messenger tells the app when its frame has loaded.</summary>
    public string? OnLoad { get; init; }

    /// <summary>Origins of pages that the messenger frames beside the app; <c>null</c> is sandboxed.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Answers what the app's scripts fetch, in its server's place.</summary>
    public Func<IRoute, Task>? Api { get; init; }

    /// <summary>How long a person would look at a page without a word.</summary>
    public required TimeSpan LongestEmpty { get; init; }

    /// <summary>Its scripts have a listener for messages, or could not be followed.</summary>
    public bool MayListen { get; init; }

    /// <summary>Everything but this machine is played as empty, so that nothing depends on a network.</summary>
    public bool IsOffline { get; init; }
}

/// <summary>The browser does not show the app on this stage.</summary>
/// <param name="byHeaders">By what the page, or the page that it went to, answers.</param>
sealed class RefusedException(string message, bool byHeaders = false) : Exception(message)
{
    public bool ByHeaders => byHeaders;
}

/// <summary>A browser profile with the app in its frames, on real origins: website, messenger, app.</summary>
sealed partial class Stage : IAsyncDisposable
{
    static readonly TimeSpan Closing = TimeSpan.FromSeconds(5);
    static readonly string[] Streams = ["eventsource", "websocket", "media", "ping"];
    static readonly string[] OfNetwork = ["Failed to load resource", "WebSocket connection to"];

    readonly ConcurrentQueue<(IRequest Request, IFrame? Frame)> requests = new();
    readonly ConcurrentDictionary<IRequest, IFrame?> pending = new();
    readonly ConcurrentQueue<IFrame?> answered = new();
    readonly ConcurrentQueue<(IFrame? Frame, string Address, string Fault)> refusals = new();
    readonly ConcurrentQueue<string> faults = new(), complaints = new(), mixed = new();
    readonly List<ICDPSession> targets = [];
    IFrame? messenger;

    Stage(IBrowserContext context)
    {
        Context = context;
        context.Request += (_, request) =>
        {
            requests.Enqueue((request, FrameOf(request)));
            if (!Streams.Contains(request.ResourceType)) pending[request] = FrameOf(request);
        };
        context.RequestFinished += (_, request) => End(request);
        context.RequestFailed += (_, request) =>
        {
            End(request);
            if (request.IsNavigationRequest && request.Failure is { } fault && !fault.Contains("ERR_ABORTED"))
                refusals.Enqueue((FrameOf(request), request.Url, fault));
        };
        context.WebError += (_, fault) => faults.Enqueue(fault.Error.Split('\n')[0]);
        context.Console += (_, line) => Hear(line);
    }

    public IBrowserContext Context { get; }
    public IPage Page { get; private set; } = null!;
    public IFrame Messenger => messenger!;
    public TimeSpan LongestEmpty { get; private set; }
    public bool MayListen { get; private set; }

    /// <summary>The app in the messenger's frame.</summary>
    /// <exception cref="RefusedException">The browser does not show it there.</exception>
    public AppView App
    {
        get
        {
            if (messenger!.ChildFrames is not [var frame, ..])
                throw new RefusedException("it took the place of the pages around it");
            return FindRefusal() is { } refusal ? throw refusal : new(frame, this);
        }
    }

    /// <summary>What the browser says where it does not show the app, or no longer; null where it shows it.</summary>
    public RefusedException? FindRefusal()
    {
        if (messenger?.ChildFrames is not [var frame, ..]) return null;
        if (refusals.FirstOrDefault(one => one.Frame == frame) is { Fault: not null } refusal)
            // Its console says more than the network's name of the fault.
            return new($"{refusal.Address}: {complaints.LastOrDefault(OfFraming().IsMatch) ?? refusal.Fault}",
                refusal.Fault.Contains("ERR_BLOCKED_BY_RESPONSE", StringComparison.Ordinal));
        return frame.Url.StartsWith("chrome-error:", StringComparison.Ordinal)
            ? new("it shows its own error page instead") : null;
    }

    /// <summary>Exceptions and rejections that nobody caught.</summary>
    public IReadOnlyCollection<string> Faults => faults;

    /// <summary>Other errors in the console, those of the network left out.</summary>
    public IReadOnlyCollection<string> Complaints => complaints;

    /// <summary>What was blocked, or asked for over https instead.</summary>
    public IReadOnlyCollection<string> Mixed => mixed;

    public IEnumerable<IRequest> RequestsOf(IFrame frame) =>
        from one in requests where IsIn(one.Frame, frame) select one.Request;

    /// <summary>The messenger says something to the app.</summary>
    /// <param name="message">As JavaScript.</param>
    public Task SayAsync(string message) => Messenger.EvaluateAsync($"frames[0].postMessage({message}, '*')");

    /// <summary>
    /// The browser keeps each website in a process of its own; what is set for one holds for it alone.
    /// </summary>
    public async Task<IReadOnlyList<ICDPSession>> TargetsAsync()
    {
        if (targets.Count > 0) return targets;
        targets.Add(await Context.NewCDPSessionAsync(Page));
        foreach (var frame in (IFrame[])[Messenger, App.Frame])
            try
            {
                if (frame != Page.MainFrame) targets.Add(await Context.NewCDPSessionAsync(frame));
            }
            catch (PlaywrightException)
            {
                // It shares the process of the page around it.
            }
        return targets;
    }

    public bool IsWaiting(IFrame frame) => pending.Values.Any(one => IsIn(one, frame));

    /// <summary>How many requests have ended.</summary>
    public int CountAnswers(IFrame frame) => answered.Count(one => IsIn(one, frame));

    /// <summary>An empty one: what does not load is disposed of as any other.</summary>
    public static async Task<Stage> OpenAsync(IBrowser browser) => new(await browser.NewContextAsync(new()
    {
        IgnoreHTTPSErrors = true,
        ViewportSize = new() { Width = 640, Height = 720 },
        ReducedMotion = ReducedMotion.Reduce,
        ServiceWorkers = ServiceWorkerPolicy.Block,
    }));

    public async Task LoadAsync(StageSetting setting)
    {
        (LongestEmpty, MayListen) = (setting.LongestEmpty, setting.MayListen);
        await AllowThisMachineAsync();
        await Context.AddInitScriptAsync(AppWatch.Script);
        // What is routed last is asked first.
        if (setting.IsOffline)
            await Context.RouteAsync(address => !TypedAddress.IsThisMachine(new(address)),
                route => route.FulfillAsync(new() { Status = 200 }));
        if (setting.Api is { } api)
            await Context.RouteAsync("**/*",
                route => route.Request.ResourceType is "fetch" or "xhr" ? api(route) : route.FallbackAsync());
        var played = new PlayedPages();
        await played.PlayAsync(Context);

        var innermost = setting.Ancestors[^1];
        var address = played.Add(innermost,
        [
            new(setting.Address.AbsoluteUri, setting.OnLoad),
            .. setting.More.Select(more => new PlayedFrame(more.AbsoluteUri)),
            .. setting.Beside.Select(origin =>
                new PlayedFrame(played.Add(origin == "null" ? innermost : origin), Sandbox: origin == "null")),
        ]);
        foreach (var origin in setting.Ancestors.SkipLast(1).Reverse())
            address = played.Add(origin, new PlayedFrame(address));
        Page = await Context.NewPageAsync();
        await Page.GotoAsync(address);
        messenger = Page.MainFrame;
        for (var depth = 1; depth < setting.Ancestors.Count; depth++) messenger = messenger.ChildFrames[0];
    }

    // Browsers that do not know the question allow it.
    async Task AllowThisMachineAsync()
    {
        try
        {
            await Context.GrantPermissionsAsync(["local-network-access"]);
        }
        catch (PlaywrightException)
        {
        }
    }

    void End(IRequest request)
    {
        answered.Enqueue(FrameOf(request));
        pending.TryRemove(request, out var _);
    }

    void Hear(IConsoleMessage line)
    {
        if (line.Text.StartsWith("Mixed Content:", StringComparison.Ordinal)) mixed.Enqueue(line.Text);
        else if (line.Type == "error" && !OfNetwork.Any(start => line.Text.StartsWith(start, StringComparison.Ordinal)))
            complaints.Enqueue(line.Text);
    }

    static IFrame? FrameOf(IRequest request)
    {
        try
        {
            return request.Frame;
        }
        catch (PlaywrightException)
        {
            return null; // a window that is just opening
        }
    }

    static bool IsIn(IFrame? frame, IFrame outer)
    {
        for (; frame is not null; frame = frame.ParentFrame)
            if (frame == outer) return true;
        return false;
    }

    [GeneratedRegex("(?i)^(?:refused to (?:frame|display)|framing) ")]
    private static partial Regex OfFraming();

    /// <summary>Ends it even where the app does not let go.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await Context.CloseAsync().WaitAsync(Closing);
        }
        catch (Exception fault) when (fault is TimeoutException or PlaywrightException)
        {
        }
    }
}
