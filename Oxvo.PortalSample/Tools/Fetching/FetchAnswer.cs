using System.Net;
using System.Net.Http.Headers;

namespace Oxvo.PortalSample.Tools.Fetching;

/// <summary>What one fetch may cost. The time includes names, connections, redirects, headers and the body.</summary>
public sealed record FetchLimits
{
    public TimeSpan Time { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Of the body, after decompression.</summary>
    public int Bytes { get; init; } = 512 * 1024;
    public int Redirects { get; init; } = 3;

    /// <summary>A longer body is cut there instead of refused.</summary>
    public bool CutsBody { get; init; }
}

/// <summary>An answer, whatever its status.</summary>
public sealed record FetchAnswer
{
    /// <summary>After redirects.</summary>
    public required Uri Address { get; init; }
    public required HttpStatusCode Status { get; init; }

    /// <summary>With those of the body.</summary>
    public required ILookup<string, string> Headers { get; init; }
    public required string? MediaType { get; init; }
    public required EntityTagHeaderValue? ETag { get; init; }
    public required byte[] Body { get; init; }

    /// <summary>The body was longer; its end is missing.</summary>
    public bool IsCut { get; init; }

    /// <summary>The addresses that redirected, in order; empty where the first one answered.</summary>
    public IReadOnlyList<Uri> Redirects { get; init; } = [];

    /// <summary>Of the body as it was sent, before decompression.</summary>
    public long WireBytes { get; init; }

    public bool IsOk => (int)Status is >= 200 and < 300;
    public bool IsPage => MediaType?.ToLowerInvariant() is "text/html" or "application/xhtml+xml";
}

/// <summary>What kept an address from being fetched.</summary>
public enum FetchFault
{
    /// <summary>No host, no connection, no whole answer, or one over a limit.</summary>
    Unreachable,

    /// <summary>The guard does not go there: another scheme, a private address, a user name.</summary>
    Refused,

    /// <summary>It asks for a sign-in.</summary>
    NotPublic,

    /// <summary>A guard against robots answers in its place.</summary>
    Robots,
    Redirects,
    Certificate,
    Time,
}

/// <summary>An address cannot be fetched. The message continues a sentence about the address, in one line.</summary>
public sealed class FetchException(string message, FetchFault fault = FetchFault.Unreachable) : Exception(message)
{
    public FetchFault Fault => fault;
}
