using System.Diagnostics;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;

namespace Oxvo.PortalSample.Tools.Fetching;

/// <summary>
/// GET of an address that a stranger chose: https to public addresses, no cookies, credentials, proxy or referrer, a
/// bounded number of redirects each checked like the first, one time limit for all of it, and a bounded body.
/// </summary>
public sealed class GuardedClient : IDisposable
{
    readonly GuardedConnect guard;
    readonly SocketsHttpHandler handler;
    readonly HttpClient client;

    public GuardedClient(GuardedConnect guard, TimeProvider clock)
    {
        this.guard = guard;
        Clock = clock;
        handler = new()
        {
            ConnectCallback = guard.ConnectAsync,
            AllowAutoRedirect = false,
            // Decompressed by hand, to know what it takes on the wire.
            AutomaticDecompression = DecompressionMethods.None,
            UseCookies = false,
            UseProxy = false,
            Credentials = null,
            ActivityHeadersPropagator = DistributedContextPropagator.CreateNoOutputPropagator(),
            MaxResponseHeadersLength = 32,
            PooledConnectionLifetime = TimeSpan.FromMinutes(1),
        };
        client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd(FetchedBody.Encodings);
        client.DefaultRequestHeaders.UserAgent.ParseAdd("Oxvo-PortalSample/1.0");
    }

    public FetchLimits Limits { get; init; } = new();
    public TimeProvider Clock { get; }

    /// <summary>Another one in tests, for their own certificates.</summary>
    public X509ChainPolicy? Trust { init => handler.SslOptions.CertificateChainPolicy = value; }

    /// <summary>Whether plain http is allowed there.</summary>
    public bool IsException(Uri address) => guard.IsException(address);

    /// <summary>A time limit that several fetches share.</summary>
    public CancellationTokenSource StartClock() => new(Limits.Time, Clock);

    /// <param name="etag">Of the copy that the caller has; 304 then comes without a body.</param>
    /// <param name="limit">From <see cref="StartClock"/>. HttpClient's own time-out would not cover the body.</param>
    /// <exception cref="FetchException">
    /// It is refused, too slow, too large, not to be reached, or answered by a guard against robots. There is no other
    /// failure, whatever the other side sends.
    /// </exception>
    public async Task<FetchAnswer> GetAsync(
        Uri address, EntityTagHeaderValue? etag, CancellationToken limit, string accept = "application/json, */*;q=0.5")
    {
        try
        {
            List<Uri> redirects = [];
            for (var hop = 0; hop <= Limits.Redirects; hop++)
            {
                Check(address);
                using var request = new HttpRequestMessage(HttpMethod.Get, address);
                request.Headers.Accept.ParseAdd(accept);
                if (etag is not null) request.Headers.IfNoneMatch.Add(etag);
                using var answer = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, limit);
                if (!IsRedirect(answer)) return await ReadAsync(answer, address, redirects, limit);
                redirects.Add(address);
                address = new Uri(address, answer.Headers.Location!);
            }
            throw new FetchException($"it redirects more than {Limits.Redirects} times", FetchFault.Redirects);
        }
        catch (Exception fault) when (fault is not FetchException)
        {
            throw Explain(fault);
        }
    }

    public void Dispose() => client.Dispose();

    void Check(Uri address)
    {
        if (address.Scheme != "https" && !(address.Scheme == "http" && guard.IsException(address)))
            throw new FetchException(
                $"it leads to {address.GetLeftPart(UriPartial.Authority)}, and only https is followed",
                FetchFault.Refused);
        if (address.UserInfo.Length > 0)
            throw new FetchException("it leads to an address with a user name in it", FetchFault.Refused);
    }

    static bool IsRedirect(HttpResponseMessage answer) =>
        (int)answer.StatusCode is 301 or 302 or 303 or 307 or 308 && answer.Headers.Location is not null;

    async Task<FetchAnswer> ReadAsync(HttpResponseMessage answer, Uri address, List<Uri> redirects,
        CancellationToken limit)
    {
        var (body, wire, isCut) = await FetchedBody.ReadAsync(answer.Content, Limits, limit);
        FetchAnswer read = new()
        {
            Address = address,
            Status = answer.StatusCode,
            Headers = answer.Headers.Concat(answer.Content.Headers)
                .SelectMany(header => header.Value.Select(value => (header.Key, value)))
                .ToLookup(header => header.Key, header => header.value, StringComparer.OrdinalIgnoreCase),
            MediaType = answer.Content.Headers.ContentType?.MediaType,
            ETag = answer.Headers.ETag,
            Body = body,
            IsCut = isCut,
            Redirects = redirects,
            WireBytes = wire,
        };
        return RobotGuard.Answers(read) ? throw new FetchException(RobotGuard.Told, FetchFault.Robots) : read;
    }

    FetchException Explain(Exception fault) => fault switch
    {
        OperationCanceledException =>
            new($"it did not answer within {Limits.Time.TotalSeconds:0.#} seconds", FetchFault.Time),
        HttpRequestException { InnerException: FetchException refused } => refused,
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } => new("its host is not known"),
        HttpRequestException { InnerException: AuthenticationException } =>
            new("its certificate is not valid for it", FetchFault.Certificate),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } =>
            new("its headers are too long"),
        UriFormatException or System.Net.Sockets.SocketException => new("its host is not known"),
        // Whatever else a stranger's bytes make a decompressor or a parser throw.
        _ => new("it cannot be reached, or breaks off"),
    };
}
