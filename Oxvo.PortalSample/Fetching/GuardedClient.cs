using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;

namespace Oxvo.PortalSample.Fetching;

/// <summary>
/// GET of an address that somebody else chose: https to public addresses, no cookies, credentials, proxy or referrer, a
/// bounded number of redirects each checked like the first, one time limit for all of it, and a bounded body.
/// </summary>
public sealed class GuardedClient : IDisposable
{
    readonly GuardedConnect guard;
    readonly HttpClient client;

    public GuardedClient(GuardedConnect guard, TimeProvider clock)
    {
        this.guard = guard;
        Clock = clock;
        client = new(new SocketsHttpHandler
        {
            ConnectCallback = guard.ConnectAsync,
            AllowAutoRedirect = false,
            AutomaticDecompression = DecompressionMethods.All,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Oxvo-PortalSample/1.0");
    }

    public FetchLimits Limits { get; init; } = new();

    public TimeProvider Clock { get; }

    /// <summary>Whether plain http is allowed there.</summary>
    public bool IsException(Uri address) => guard.IsException(address);

    /// <summary>A time limit that several fetches share.</summary>
    public CancellationTokenSource StartClock() => new(Limits.Time, Clock);

    /// <param name="address">Where to begin.</param>
    /// <param name="etag">Of the copy that the caller has; 304 then comes without a body.</param>
    /// <param name="limit">From <see cref="StartClock"/>. HttpClient's own time-out would not cover the body.</param>
    /// <exception cref="FetchException">It is refused, too slow, too large, or not to be reached.</exception>
    public async Task<FetchAnswer> GetAsync(Uri address, EntityTagHeaderValue? etag, CancellationToken limit)
    {
        try
        {
            for (var hop = 0; hop <= Limits.Redirects; hop++)
            {
                Check(address);
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Accept.ParseAdd("application/json, */*;q=0.5");
                if (etag is not null) request.Headers.IfNoneMatch.Add(etag);
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit);
                if (!IsRedirect(answer)) return await ReadAsync(answer, address, limit);
                address = new Uri(address, answer.Headers.Location!);
            }
            throw new FetchException($"it redirects more than {Limits.Redirects} times");
        }
        catch (Exception fault) when (Explain(fault) is { } why)
        {
            throw new FetchException(why);
        }
    }

    public void Dispose() => client.Dispose();

    void Check(Uri address)
    {
        if (address.Scheme != "https" && !(address.Scheme == "http" && guard.IsException(address)))
            throw new FetchException($"it leads to {address.Scheme}:, and only https is followed");
        if (address.UserInfo.Length > 0) throw new FetchException("it leads to an address with a user name in it");
    }

    static bool IsRedirect(HttpResponseMessage answer) =>
        (int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is not null;

    async Task<FetchAnswer> ReadAsync(HttpResponseMessage answer, Uri address, CancellationToken limit)
    {
        await using var stream = await answer.Content.ReadAsStreamAsync(limit);
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        // What is counted is what comes out of the decompressor, so a bomb ends where a large page does.
        for (int read; body.Length <= Limits.Bytes && (read = await stream.ReadAsync(buffer, limit)) > 0;)
            body.Write(buffer, 0, read);
        if (body.Length > Limits.Bytes)
        {
            if (!Limits.CutsBody) throw new FetchException($"it answers with more than {Limits.Bytes / 1024} KB");
            body.SetLength(Limits.Bytes);
        }
        return new()
        {
            Address = address,
            Status = answer.StatusCode,
            Headers = answer.Headers.Concat(answer.Content.Headers)
                .SelectMany(header => header.Value.Select(value => (header.Key, value)))
                .ToLookup(header => header.Key, header => header.value, StringComparer.OrdinalIgnoreCase),
            MediaType = answer.Content.Headers.ContentType?.MediaType,
            ETag = answer.Headers.ETag,
            Body = body.ToArray(),
        };
    }

    string? Explain(Exception fault) => fault switch
    {
        OperationCanceledException => $"it did not answer within {Limits.Time.TotalSeconds:0.#} seconds",
        HttpRequestException { InnerException: FetchException refused } => refused.Message,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => "its host is not known",
        HttpRequestException { InnerException: AuthenticationException } => "its certificate is not valid for it",
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => "its headers are too long",
        HttpRequestException or IOException or InvalidDataException => "it cannot be reached, or breaks off",
        UriFormatException or System.Net.Sockets.SocketException => "its host is not known",
        _ => null,
    };
}
