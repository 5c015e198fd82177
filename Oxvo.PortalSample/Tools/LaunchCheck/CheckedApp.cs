using System.Net;
using System.Security.Cryptography.X509Certificates;
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

    const string Html = "text/html, */*;q=0.5";
    readonly GuardedClient client;
    readonly CancellationTokenSource limit;

    /// <param name="clock">What the time limit runs by. In tests it is another one, as what follows.</param>
    public CheckedApp(CheckOptions options, TimeProvider? clock = null,
        Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null, X509ChainPolicy? trust = null)
    {
        Options = options;
        // Only what the person at the keyboard named may be on this machine or on plain http.
        var guard = new GuardedConnect(options.Api is null ? [options.Address] : [options.Address, options.Api],
            resolve);
        client = new(guard, clock ?? TimeProvider.System)
        {
            Limits = new() { Time = options.Timeout, Bytes = MostBytes, Redirects = 5, CutsBody = true },
            Trust = trust,
        };
        limit = client.StartClock();
    }

    public CheckOptions Options { get; }

    /// <summary>Ends when the time is up.</summary>
    public CancellationToken Limit => limit.Token;

    /// <summary>The address's answer, after redirects.</summary>
    public Task<FetchAnswer> Page => field ??= GetAsync(Options.Address, Html);

    /// <summary>The answer to an address that surely does not exist.</summary>
    public Task<FetchAnswer> MissingPage => field ??= FetchMissingAsync();

    /// <summary>The page as it was sent: no script of it has run, and nothing that it names was loaded.</summary>
    public Task<IDocument> Document => field ??= ParseAsync();

    /// <summary>The page with its own style sheets and scripts.</summary>
    public Task<FirstView> View => field ??= FirstView.LoadAsync(this);

    /// <summary>The window's message listeners in its scripts.</summary>
    internal Task<IReadOnlyList<MessageListener>> Listeners => field ??= FindListenersAsync();

    /// <summary>Where its scripts listen to messages, or could not be followed.</summary>
    public async Task<IReadOnlyList<string>> FindListenerPlacesAsync() =>
        [.. (await Listeners).Select(listener => listener.Where)];

    /// <summary>The status page's feed.</summary>
    internal Task<FetchedStatus> Status => field ??= ReadStatusAsync();

    /// <summary>The data endpoint, or another document; asked without any token.</summary>
    public Task<FetchAnswer> AskApiAsync(Uri address) => GetAsync(address, "application/json, */*;q=0.5");

    internal Task<FetchAnswer> GetAsync(Uri address, string accept, CancellationToken? limit = null) =>
        client.GetAsync(address, null, limit ?? Limit, accept);

    /// <summary>What its time limits run by.</summary>
    internal TimeProvider Clock => client.Clock;

    // In the folder of the page, where an app's own error pages come from.
    async Task<FetchAnswer> FetchMissingAsync() =>
        await GetAsync(new((await Page).Address, $"surely-not-there-{Guid.NewGuid():n}"), Html);

    async Task<IDocument> ParseAsync()
    {
        var answer = await Page;
        if (!answer.IsOk) throw new FetchException($"it answers with status {(int)answer.Status}");
        if (!answer.IsPage) throw new FetchException("it is not a page");
        // Tags within tags take it time by the square of their depth.
        return await new HtmlParser().ParseDocumentAsync(new MemoryStream(answer.Body), Limit);
    }

    async Task<IReadOnlyList<MessageListener>> FindListenersAsync() =>
        MessageListeners.Find((await View).Scripts, Limit);

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
