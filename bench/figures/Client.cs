using System.Buffers.Text;
using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.IdentityModel.Tokens;

namespace Oxvo.PortalSample.Bench;

/// <summary>
/// A hand-written request over a bare socket: a full HTTP client would cost more than what is measured.
/// </summary>
static class Client
{
    const int Connections = 16, Tokens = 1000;

    static readonly TimeSpan EachTurn = TimeSpan.FromSeconds(1.5);

    public static string PathOf(string customer) => $"/api/widget-portal?identifier={customer}";

    /// <summary>Reads of the customer's own account, each with a token of its own, as the page sends them.</summary>
    public static byte[][] Reads(string customer, ECDsa key) =>
        [.. Enumerable.Range(0, Tokens).Select(_ => Read(customer, key))];

    public static byte[] Read(string customer, ECDsa key) => Encoding.ASCII.GetBytes(
        $"GET {PathOf(customer)} HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer {Token(customer, key)}\r\n\r\n");

    /// <summary>Microseconds of the server's processor time for each request, of many at a time.</summary>
    public static async Task<double> LoadAsync(Server server, byte[][] requests)
    {
        var next = -1;
        var before = server.CpuTime;
        var watch = Stopwatch.StartNew();
        var counts = await Task.WhenAll(Enumerable.Range(0, Connections).Select(async _ =>
        {
            using var socket = Connect(server.Port);
            var count = 0;
            for (; watch.Elapsed < EachTurn; count++)
                await AskAsync(socket, requests[(uint)Interlocked.Increment(ref next) % requests.Length]);
            return count;
        }));
        return (server.CpuTime - before).TotalMicroseconds / counts.Sum();
    }

    public static Socket Connect(int port)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Loopback, port);
        return socket;
    }

    public static async Task AskAsync(Socket socket, byte[] request)
    {
        await socket.SendAsync(request);
        var buffer = new byte[64 * 1024];
        var read = 0;
        while (!IsWhole(buffer.AsSpan(0, read)))
        {
            var more = await socket.ReceiveAsync(buffer.AsMemory(read));
            if (more == 0) throw new IOException("The server closed the connection.");
            read += more;
        }
        if (!buffer.AsSpan().StartsWith("HTTP/1.1 200"u8))
            throw new IOException(Encoding.UTF8.GetString(buffer, 0, read));
    }

    static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var end = answer.IndexOf("\r\n\r\n"u8);
        if (end < 0) return false;
        // Node writes it small.
        var length = answer[..end].IndexOf("ontent-Length: "u8);
        if (length < 0) length = answer[..end].IndexOf("ontent-length: "u8);
        if (length < 0) return answer.EndsWith("0\r\n\r\n"u8);
        return Utf8Parser.TryParse(answer[(length + 15)..], out int bytes, out _) && answer.Length >= end + 4 + bytes;
    }

    public static string Token(string subject, ECDsa key)
    {
        var now = DateTimeOffset.UtcNow.ToUnixTimeSeconds();
        var input = Base64UrlEncoder.Encode("""{"alg":"ES256","typ":"portal-site+jwt","kid":"bench"}""") + "."
            + Base64UrlEncoder.Encode(JsonSerializer.Serialize(new
            {
                iss = Servers.Issuer,
                aud = "oxvo-portal",
                sub = subject,
                iat = now,
                exp = now + 60,
                jti = Guid.NewGuid(),
            }));
        return input + "."
            + Base64UrlEncoder.Encode(key.SignData(Encoding.ASCII.GetBytes(input), HashAlgorithmName.SHA256));
    }
}
