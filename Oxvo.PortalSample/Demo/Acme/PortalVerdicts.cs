using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Text.Json;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>
/// What the portal decided about each proof that Acme minted, for the demo's log of messages. It is seen from outside,
/// as a proxy in front of the portal would see it: the portal itself tells nothing of it.
/// </summary>
internal sealed class PortalVerdicts
{
    const int MostKept = 1000;
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    readonly ConcurrentDictionary<string, TaskCompletionSource<PortalVerdict>> asked = [];

    /// <summary>Waits for the first answer to a request with this proof; null where none comes.</summary>
    /// <param name="proof">The token's <c>jti</c>, which only its own page knows.</param>
    public async Task<PortalVerdict?> WaitAsync(string proof, CancellationToken cancel)
    {
        try
        {
            return await Find(proof).Task.WaitAsync(Patience, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (!http.Request.Path.StartsWithSegments("/api") || ReadProof(http.Request) is not { } proof) return;
        string? claim = http.Request.Query["identifier"];
        Find(proof).TrySetResult(new(http.Response.StatusCode, claim));
    }

    TaskCompletionSource<PortalVerdict> Find(string proof)
    {
        if (asked.Count > MostKept) asked.Clear();
        return asked.GetOrAdd(proof, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));
    }

    // Nothing is verified here: a made-up proof is waited for by no page.
    static string? ReadProof(HttpRequest request)
    {
        if (request.Headers.Authorization.ToString().Split('.') is not [_, var claims, _]) return null;
        try
        {
            using var json = JsonDocument.Parse(Base64Url.DecodeFromChars(claims));
            return json.RootElement.GetProperty("jti").GetString();
        }
        catch (Exception fault) when (fault is FormatException or JsonException or KeyNotFoundException
            or InvalidOperationException)
        {
            return null;
        }
    }
}

/// <param name="Status">The portal's answer.</param>
/// <param name="Claim">The identifier that was asked for beside the proof; null where it was a contact id.</param>
internal sealed record PortalVerdict(int Status, string? Claim);
