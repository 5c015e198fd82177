using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Oxvo.PortalSample.Tests.Portal.Proof;

namespace Oxvo.PortalSample.Tests.Portal.Load;

/// <summary>
/// Customers of a portal who ask again and again, give up at random, and look at each answer: is it theirs, to the
/// byte?
/// </summary>
/// <param name="portal">Where it listens.</param>
/// <param name="customers">Their numbers by their identifiers, as <see cref="MarkedAccounts"/> marked them.</param>
/// <param name="cancelled">Which share of the requests is given up, or answered shortly before that.</param>
sealed class Readers(Uri portal, IReadOnlyDictionary<string, long> customers, double cancelled = 0.4) : IDisposable
{
    const double AnothersKeyShare = 0.03;

    readonly HttpClient client = new(new SocketsHttpHandler
    {
        // A connection that is given up is reset: waiting for the end of each would use up this machine's ports.
        ConnectCallback = async (context, cancel) =>
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp)
            { NoDelay = true, LingerState = new(enable: true, seconds: 0) };
            await socket.ConnectAsync(context.DnsEndPoint, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        },
    })
    { BaseAddress = portal };

    readonly string[] identifiers = [.. customers.Keys];
    readonly Dictionary<string, string> own = [];
    readonly ConcurrentDictionary<string, (string Token, long Minted)> tokens = [];
    readonly ConcurrentDictionary<string, int> results = [];
    readonly ConcurrentQueue<string> wrong = [];
    double usual = 10; // milliseconds of a read, for the moment at which a reader gives up
    int asked;

    /// <summary>How many requests ended in which way: by status, or cancelled.</summary>
    public IReadOnlyDictionary<string, int> Results => results;

    public int Requests => results.Values.Sum();

    /// <summary>How many answers no reader may get.</summary>
    public int WrongCount => wrong.Count;

    /// <summary>Answers that no reader may get, the first few of them.</summary>
    public IEnumerable<string> Wrong => wrong.Take(5);

    public override string ToString() =>
        $"{Requests:n0} requests: "
        + string.Join(", ", results.OrderBy(r => r.Key).Select(r => $"{r.Key} {r.Value:n0}"))
        + $"; wrong {WrongCount}";

    /// <summary>Asks for each account until it comes, in peace: what these readers compare with.</summary>
    public async Task LearnAsync()
    {
        foreach (var identifier in identifiers)
        {
            var body = "";
            for (HttpStatusCode? status = null; status != HttpStatusCode.OK;)
                (status, body, _) = await AskAsync(identifier, identifier, default);
            Assert.NotEmpty(MarkedAccounts.OwnersIn(body));
            Assert.All(MarkedAccounts.OwnersIn(body), owner => Assert.Equal(customers[identifier], owner));
            own[identifier] = MarkedAccounts.WithoutTheHour(body);
        }
    }

    /// <summary>Asks as fast as so many readers are answered.</summary>
    public Task AskAsync(int requests, int readers) => Task.WhenAll(Enumerable.Range(0, readers).Select(async _ =>
    {
        while (Interlocked.Increment(ref asked) <= requests) await AskOnceAsync();
    }));

    /// <summary>Asks as fast as so many readers are answered, for a time.</summary>
    public Task AskAsync(int readers, CancellationToken enough) =>
        Task.WhenAll(Enumerable.Range(0, readers).Select(async _ =>
        {
            while (!enough.IsCancellationRequested) await AskOnceAsync();
        }));

    /// <summary>Asks at this rate, at moments by chance, as long as it is answered in time.</summary>
    public Task AskAsync(double perSecond, int readers, CancellationToken enough) =>
        Task.WhenAll(Enumerable.Range(0, readers).Select(async _ =>
        {
            while (!enough.IsCancellationRequested)
            {
                var pause = -Math.Log(1 - Random.Shared.NextDouble()) * readers / perSecond;
                await Task.Delay(TimeSpan.FromSeconds(pause), enough)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                await AskOnceAsync();
            }
        }));

    /// <summary>Whether a reader gets the own account within a second.</summary>
    public async Task<bool> IsServedAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        try
        {
            return (await AskAsync(identifiers[0], identifiers[0], patience.Token)).Status == HttpStatusCode.OK;
        }
        catch (Exception fault) when (fault is OperationCanceledException or HttpRequestException)
        {
            return false;
        }
    }

    public void Dispose() => client.Dispose();

    async Task AskOnceAsync()
    {
        var reader = identifiers[Random.Shared.Next(identifiers.Length)];
        var key = Random.Shared.NextDouble() < AnothersKeyShare
            ? identifiers[Random.Shared.Next(identifiers.Length)] : reader;
        using var patience = new CancellationTokenSource();
        var start = Environment.TickCount64;
        if (Random.Shared.NextDouble() < cancelled)
            patience.CancelAfter(TimeSpan.FromMilliseconds(Random.Shared.NextDouble() * usual));
        try
        {
            var (status, body, retryAfter) = await AskAsync(reader, key, patience.Token);
            if (status == HttpStatusCode.OK) usual += (Environment.TickCount64 - start - usual) / 100;
            Count($"{(int)status}");
            if (!IsRight(status, body, reader, key) || (IsRefusal(status) && retryAfter is null))
                wrong.Enqueue($"{reader} asked with {key}: {(int)status}, retry after {retryAfter}, {body}");
        }
        catch (OperationCanceledException) when (patience.IsCancellationRequested)
        {
            Count("cancelled");
        }
        catch (HttpRequestException fault)
        {
            Count($"{fault.HttpRequestError}");
        }
    }

    bool IsRight(HttpStatusCode status, string body, string reader, string key) => status switch
    {
        HttpStatusCode.OK => key == reader && MarkedAccounts.OwnersIn(body).All(owner => owner == customers[reader])
            && MarkedAccounts.WithoutTheHour(body) == own[reader],
        HttpStatusCode.Forbidden => key != reader && !MarkedAccounts.OwnersIn(body).Any(),
        _ => !MarkedAccounts.OwnersIn(body).Any(),
    };

    // Whoever is sent away is told for how long.
    static bool IsRefusal(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.ServiceUnavailable;

    async Task<(HttpStatusCode Status, string Body, TimeSpan? RetryAfter)> AskAsync(
        string reader, string key, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/api/widget-portal?identifier={key}");
        request.Headers.Authorization = new("Bearer", Token(reader));
        using var answer = await client.SendAsync(request, cancel);
        var body = await answer.Content.ReadAsStringAsync(cancel);
        return (answer.StatusCode, body, answer.Headers.RetryAfter?.Delta);
    }

    // A token lives for a minute.
    string Token(string reader)
    {
        if (tokens.TryGetValue(reader, out var kept) && Environment.TickCount64 - kept.Minted < 30_000)
            return kept.Token;
        var token = SiteTokens.For(reader);
        tokens[reader] = (token, Environment.TickCount64);
        return token;
    }

    void Count(string result) => results.AddOrUpdate(result, 1, (_, count) => count + 1);
}
