using System.Net;
using System.Net.Http.Headers;

namespace Oxvo.PortalSample.Fetching;

/// <summary>
/// What one fetch may cost. The time is for everything: names, connections, redirects, headers and the body.
/// </summary>
public sealed record FetchLimits
{
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Of the body, after decompression.</summary>
    public int Bytes { get; init; } = 512 * 1024;
    public int Redirects { get; init; } = 3;

    /// <summary>Where the headers matter, a longer body is cut there instead of refused.</summary>
    public bool CutsBody { get; init; }
}

/// <summary>An answer, whatever its status.</summary>
public sealed record FetchAnswer
{
    /// <summary>After redirects.</summary>
    public required Uri Address { get; init; }
    public required HttpStatusCode Status { get; init; }

    /// <summary>The body's headers among them.</summary>
    public required ILookup<string, string> Headers { get; init; }
    public required string? MediaType { get; init; }
    public required EntityTagHeaderValue? ETag { get; init; }
    public required byte[] Body { get; init; }
}

/// <summary>An address cannot be fetched. The message follows on the address, in one line.</summary>
public sealed class FetchException(string message) : Exception(message);
