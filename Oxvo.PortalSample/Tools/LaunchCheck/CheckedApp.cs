using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Oxvo.PortalSample.Tools.Fetching;
using Oxvo.PortalSample.Tools.Status;

namespace Oxvo.PortalSample.Tools.LaunchCheck;

/// <summary>
/// The app under the checks: what they ask of it is fetched once, when the first of them wants it, and all of it within
/// one time. What cannot be fetched throws a <see cref="FetchException"/> at each that wants it.
/// </summary>
public sealed class CheckedApp : IDisposable
{
    /// <summary>Larger than any page or script should be; what comes after is not read.</summary>
    public const int MostBytes = 2 * 1024 * 1024;
    public const int MostRedirects = 5;

    readonly GuardedClient client;
    readonly CancellationTokenSource limit;
    readonly Lazy<Task<FetchAnswer>> page, missing;
    readonly Lazy<Task<IDocument>> document;
    readonly Lazy<Task<FirstView>> view;
    readonly Lazy<Task<IReadOnlyList<MessageListener>>> listeners;
    readonly Lazy<Task<FetchedStatus>> status;

    /// <param name="options">What is checked.</param>
    /// <param name="client">Its time limit is for everything together. It is disposed with the app.</param>
    public CheckedApp(CheckOptions options, GuardedClient client)
    {
        Options = options;
        this.client = client;
        limit = client.StartClock();
        page = new(() => GetAsync(Options.Address, Html));
        // In the folder of the page, where an app's own error pages come from.
        missing = new(async () => await GetAsync(new((await PageAsync()).Address, $"surely-not-there-{Guid.NewGuid():n}"), Html));
        document = new(ParseAsync);
        status = new(ReadStatusAsync);
        view = new(async () => await FirstView.LoadAsync(await PageAsync(), await DocumentAsync(), this));
        listeners = new(async () => MessageListeners.Find((await ViewAsync()).Scripts, Limit));
    }

    /// <summary>Only what the person at the keyboard named may be on this machine or on plain http.</summary>
    /// <param name="options">What is checked.</param>
    /// <param name="clock">What the time limit runs by; the system's unless a test passes another one.</param>
    public static CheckedApp Open(CheckOptions options, TimeProvider? clock = null) =>
        new(options, new(new(Named(options)), clock ?? TimeProvider.System) { Limits = Limits(options) });

    public static IEnumerable<Uri> Named(CheckOptions options) => options.Api is null ? [options.Address] : [options.Address, options.Api];

    public static FetchLimits Limits(CheckOptions options) => new()
    { Time = options.Timeout, Bytes = MostBytes, Redirects = MostRedirects, CutsBody = true };

    const string Html = "text/html, */*;q=0.5", Json = "application/json, */*;q=0.5";

    public CheckOptions Options { get; }

    /// <summary>What its time limits run by.</summary>
    internal TimeProvider Clock => client.Clock;

    /// <summary>Ends when the time is up.</summary>
    public CancellationToken Limit => limit.Token;

    /// <summary>The address's answer, after redirects.</summary>
    public Task<FetchAnswer> PageAsync() => page.Value;

    /// <summary>The page as it was sent: no script of it has run, and nothing that it names was loaded.</summary>
    public Task<IDocument> DocumentAsync() => document.Value;

    /// <summary>The answer to an address that is surely not there.</summary>
    public Task<FetchAnswer> MissingPageAsync() => missing.Value;

    /// <summary>The page with its own style sheets and scripts.</summary>
    public Task<FirstView> ViewAsync() => view.Value;

    /// <summary>The window's message listeners in its scripts.</summary>
    internal Task<IReadOnlyList<MessageListener>> ListenersAsync() => listeners.Value;

    /// <summary>The status page's feed.</summary>
    internal Task<FetchedStatus> StatusAsync() => status.Value;

    /// <summary>The data endpoint, or another document; asked without any token.</summary>
    public Task<FetchAnswer> AskApiAsync(Uri address) => GetAsync(address, Json);

    internal Task<FetchAnswer> GetAsync(Uri address, string accept, CancellationToken? limit = null) =>
        client.GetAsync(address, null, limit ?? Limit, accept);

    async Task<IDocument> ParseAsync()
    {
        var answer = await PageAsync();
        if ((int)answer.Status is < 200 or > 299) throw new FetchException($"it answers with status {(int)answer.Status}");
        if (!PageChecks.IsPage(answer)) throw new FetchException("it is not a page");
        // Tags within tags take it time by the square of their depth.
        return await new HtmlParser().ParseDocumentAsync(new MemoryStream(answer.Body), Limit);
    }

    async Task<FetchedStatus> ReadStatusAsync()
    {
        try
        {
            return await new StatusFetcher(client).FetchAsync(Options.Address.AbsoluteUri, null, null);
        }
        catch (FeedException fault)
        {
            throw new FetchException(fault.Message);
        }
    }

    public void Dispose()
    {
        limit.Dispose();
        client.Dispose();
    }
}
