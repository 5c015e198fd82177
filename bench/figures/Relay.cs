using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace Oxvo.PortalSample.Bench;

/// <summary>
/// Passes connections on to a port of this machine, each way late by half a round trip, and the first bytes of a
/// connection by a whole one more, as its handshake would take.
/// </summary>
sealed class Relay : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly int target;

    public Relay(int target)
    {
        this.target = target;
        listener.Start();
        _ = AcceptAsync();
    }

    public TimeSpan Trip { get; set; }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    public void Dispose() => listener.Stop();

    async Task AcceptAsync()
    {
        while (true)
            try
            {
                _ = PassAsync(await listener.AcceptTcpClientAsync());
            }
            catch (SocketException)
            {
                return;
            }
    }

    async Task PassAsync(TcpClient client)
    {
        using var server = new TcpClient { NoDelay = true };
        using (client)
            try
            {
                client.NoDelay = true;
                await server.ConnectAsync(IPAddress.Loopback, target);
                await Task.WhenAny(PassAsync(client.GetStream(), server.GetStream(), Stopwatch.GetTimestamp(), Trip),
                    PassAsync(server.GetStream(), client.GetStream(), 0, default));
            }
            catch (Exception fault) when (fault is IOException or SocketException)
            {
            }
    }

    // Reading goes on while what was read waits: a line is long, not narrow.
    async Task PassAsync(NetworkStream from, NetworkStream to, long opened, TimeSpan handshake)
    {
        var sent = Task.CompletedTask;
        while (true)
        {
            var buffer = new byte[16 * 1024];
            var count = await from.ReadAsync(buffer);
            if (count == 0) break;
            var (read, half) = (Stopwatch.GetTimestamp(), Trip / 2);
            sent = SendAsync(sent, read, half, buffer.AsMemory(0, count));
        }
        await sent;

        async Task SendAsync(Task before, long read, TimeSpan half, ReadOnlyMemory<byte> bytes)
        {
            await before;
            var wait = half - Stopwatch.GetElapsedTime(read);
            if (opened != 0) wait = Max(wait, half + handshake - Stopwatch.GetElapsedTime(opened));
            if (wait > TimeSpan.Zero) await Task.Delay(wait);
            await to.WriteAsync(bytes);
        }
    }

    static TimeSpan Max(TimeSpan one, TimeSpan other) => one > other ? one : other;
}
