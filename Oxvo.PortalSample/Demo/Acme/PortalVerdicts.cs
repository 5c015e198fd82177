using System.Buffers.Text;
using System.Text.Json;
using Oxvo.PortalSample.ForYourSite;

namespace Oxvo.PortalSample.Demo.Acme;

/// <summary>
/// What the portal decided about each proof that Acme minted, for the demo's log of messages. It is seen from outside,
/// as a proxy in front of the portal would see it: the portal itself tells nothing of it.
/// </summary>
internal sealed class PortalVerdicts(TimeProvider clock)
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    // By the proofs' jti. A page asks as soon as it has handed a proof on, and waits for a few seconds.
    readonly ExpiringEntries<TaskCompletionSource<PortalVerdict>> minted = new(clock, 2 * PortalTokenMinter.Lifetime);

    /// <summary>Keeps a place for the answer to this token. What Acme has not minted gets none.</summary>
    public void Expect(string token) =>
        minted.Add(ReadProof(token)!, new(TaskCreationOptions.RunContinuationsAsynchronously));

    /// <summary>Waits for the first answer to a request with this proof; null where none comes.</summary>
    /// <param name="proof">The token's <c>jti</c>, which only its own page knows.</param>
    public async Task<PortalVerdict?> WaitAsync(string proof, CancellationToken cancel)
    {
        if (minted.Find(proof) is not { } verdict) return null;
        try
        {
            return await verdict.Task.WaitAsync(Patience, cancel);
        }
        catch (TimeoutException)
        {
            return null;
        }
    }

    public async Task WatchAsync(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (!http.Request.Path.StartsWithSegments("/api")) return;
        if (ReadProof(http.Request.Headers.Authorization.ToString()) is not { } proof) return;
        string? claim = http.Request.Query["identifier"];
        minted.Find(proof)?.TrySetResult(new(http.Response.StatusCode, claim));
    }

    // Nothing is verified here: no page waits for a made-up proof.
    static string? ReadProof(string token)
    {
        if (token.Split('.') is not [_, var claims, _]) return null;
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
