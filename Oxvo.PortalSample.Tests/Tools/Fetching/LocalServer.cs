using System.Collections.Concurrent;
using System.Net;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Oxvo.PortalSample.Tests.Tools.Fetching;

/// <summary>
/// A server that answers with any bytes at any pace, one connection for each request, and keeps what it was asked.
/// </summary>
sealed class LocalServer : IDisposable
{
    readonly TcpListener listener;
    readonly CancellationTokenSource end = new();
    readonly ConcurrentQueue<string> requests = [];
    readonly Func<string, Stream, CancellationToken, Task> answer;
    readonly X509Certificate2? certificate;

    /// <param name="certificate">Where it is to speak TLS.</param>
    /// <param name="at">127.0.0.1 unless told.</param>
    public LocalServer(Func<string, Stream, CancellationToken, Task> answer, X509Certificate2? certificate = null,
        IPAddress? at = null)
    {
        listener = new(at ?? IPAddress.Loopback, 0);
        this.answer = answer;
        this.certificate = certificate;
        listener.Start();
        _ = AcceptAsync();
    }

    /// <summary>The same answer to everything.</summary>
    public LocalServer(byte[] bytes, IPAddress? at = null)
        : this((_, stream, cancel) => stream.WriteAsync(bytes, cancel).AsTask(), at: at) { }

    public Uri Address => new($"http://{listener.LocalEndpoint}");

    /// <summary>Request line and headers of each, in order.</summary>
    public string[] Requests => [.. requests];

    public static byte[] Http(string body, string headers = "Content-Type: application/json",
        string status = "200 OK") =>
        Http(Encoding.UTF8.GetBytes(body), headers, status);

    public static byte[] Http(byte[] body, string headers, string status = "200 OK") =>
        [.. Encoding.ASCII.GetBytes(
            $"HTTP/1.1 {status}\r\n{headers}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n"), .. body];

    public static byte[] Redirect(string to) => Http("", $"Location: {to}", "302 Found");

    public void Dispose()
    {
        end.Cancel();
        listener.Dispose();
    }

    async Task AcceptAsync()
    {
        while (!end.IsCancellationRequested)
            try
            {
                _ = AnswerAsync(await listener.AcceptTcpClientAsync(end.Token));
            }
            catch (Exception fault)
                when (fault is OperationCanceledException or ObjectDisposedException or SocketException)
            {
                return;
            }
    }

    async Task AnswerAsync(TcpClient client)
    {
        using var _ = client;
        try
        {
            await using var stream = await OpenAsync(client.GetStream());
            var buffer = new byte[16 * 1024];
            var text = "";
            while (!text.EndsWith("\r\n\r\n", StringComparison.Ordinal))
            {
                var read = await stream.ReadAsync(buffer, end.Token);
                if (read == 0) return;
                text += Encoding.UTF8.GetString(buffer, 0, read);
            }
            requests.Enqueue(text);
            await answer(text, stream, end.Token);
        }
        catch (Exception fault) when (fault is IOException or OperationCanceledException or AuthenticationException)
        {
            // The client hung up, as many of the tests want it to.
        }
    }

    async Task<Stream> OpenAsync(NetworkStream stream)
    {
        if (certificate is null) return stream;
        var secured = new SslStream(stream);
        await secured.AuthenticateAsServerAsync(certificate);
        return secured;
    }
}
