using System.Net;
using Oxvo.PortalSample.Tools.Fetching;

namespace Oxvo.PortalSample.Tests.Tools.Embedding;

/// <summary>Answers of pages that are nowhere.</summary>
static class Answers
{
    /// <param name="headers">Lines, as <c>X-Frame-Options: DENY</c>.</param>
    public static FetchAnswer Of(string address, params string[] headers) => new()
    {
        Address = new(address),
        Status = HttpStatusCode.OK,
        Headers = Lookup(headers),
        MediaType = null,
        ETag = null,
        Body = [],
    };

    public static ILookup<string, string> Lookup(IEnumerable<string> headers) => headers.ToLookup(
        header => header[..header.IndexOf(':')], header => header[(header.IndexOf(':') + 1)..].Trim(' ', '\t'),
            StringComparer.OrdinalIgnoreCase);
}
