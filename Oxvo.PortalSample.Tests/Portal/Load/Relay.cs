using System.Net;
using System.Net.Sockets;

namespace Oxvo.PortalSample.Tests.Portal.Load;

/// <summary>
/// Stands before a server of this machine and hands on what both sides say, late where it is told to.
/// </summary>
sealed class Relay : IDisposable
{
    readonly TcpListener listener = new(IPAddress.Loopback, 0);
    readonly int server;

    public Relay(int server)
    {
        this.server = server;
        listener.Start();
        _ = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>Connections so far.</summary>
    public int Accepted { get; private set; }

    /// <summary>How late it hands on, in each direction; infinite: what comes meanwhile is lost.</summary>
    public TimeSpan Delay { get; set; }

    public void Dispose() => listener.Dispose();

    async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await listener.AcceptTcpClientAsync();
                Accepted++;
                _ = ServeAsync(client);
            }
        }
        catch (Exception fault) when (fault is SocketException or ObjectDisposedException)
        {
            // It was disposed of.
        }
    }

    async Task ServeAsync(TcpClient client)
    {
        using (client)
        using (var upstream = new TcpClient())
            try
            {
                await upstream.ConnectAsync(IPAddress.Loopback, server);
                var (near, far) = (client.GetStream(), upstream.GetStream());
                await Task.WhenAny(CopyAsync(near, far), CopyAsync(far, near));
            }
            catch (Exception fault) when (fault is SocketException or IOException)
            {
                // Either side went away: the other is told by the end of its connection.
            }
    }

    async Task CopyAsync(NetworkStream from, NetworkStream to)
    {
        var buffer = new byte[16 * 1024];
        for (int read; (read = await from.ReadAsync(buffer)) > 0;)
        {
            await Task.Delay(Delay);
            await to.WriteAsync(buffer.AsMemory(0, read));
        }
    }
}
