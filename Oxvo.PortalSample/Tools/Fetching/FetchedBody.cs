using System.IO.Compression;

namespace Oxvo.PortalSample.Tools.Fetching;

/// <summary>
/// Reads a body within a limit for what comes out of the decompressor, so that a bomb ends where a large page does.
/// What came over the wire is counted before it.
/// </summary>
static class FetchedBody
{
    public const string Encodings = "gzip, deflate, br";

    /// <exception cref="FetchException">It is longer than allowed, and not to be cut.</exception>
    public static async Task<(byte[] Bytes, long Wire, bool IsCut)> ReadAsync(
        HttpContent content, FetchLimits limits, CancellationToken limit)
    {
        await using var wire = new CountedStream(await content.ReadAsStreamAsync(limit));
        await using var stream = Decompress(wire, content.Headers.ContentEncoding.LastOrDefault());
        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (int read; body.Length <= limits.Bytes && (read = await stream.ReadAsync(buffer, limit)) > 0;)
            body.Write(buffer, 0, read);
        var isCut = body.Length > limits.Bytes;
        if (isCut && !limits.CutsBody)
            throw new FetchException($"it answers with more than {limits.Bytes / 1024} KB");
        if (isCut) body.SetLength(limits.Bytes);
        return (body.ToArray(), wire.Position, isCut);
    }

    static Stream Decompress(Stream wire, string? encoding) => encoding?.ToLowerInvariant() switch
    {
        "gzip" or "x-gzip" => new GZipStream(wire, CompressionMode.Decompress),
        "deflate" => new ZLibStream(wire, CompressionMode.Decompress),
        "br" => new BrotliStream(wire, CompressionMode.Decompress),
        _ => wire,
    };

    /// <summary>Its position is the number of bytes read. The answer disposes of the inner stream.</summary>
    sealed class CountedStream(Stream inner) : Stream
    {
        long count;

        public override async ValueTask<int> ReadAsync(Memory<byte> buffer,
            CancellationToken cancellationToken = default)
        {
            var read = await inner.ReadAsync(buffer, cancellationToken);
            count += read;
            return read;
        }

        public override bool CanRead => true;
        public override bool CanSeek => false;
        public override bool CanWrite => false;
        public override long Length => throw new NotSupportedException();
        public override long Position { get => count; set => throw new NotSupportedException(); }
        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
        public override void Flush() => throw new NotSupportedException();
    }
}
