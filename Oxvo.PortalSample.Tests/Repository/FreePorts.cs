using System.Net;
using System.Net.Sockets;

namespace Oxvo.PortalSample.Tests.Repository;

/// <summary>
/// Ports of this machine for programs that must be told theirs before they listen. They are below the range from which
/// a system serves "any port" and outgoing connections (from 32768 on Linux, 49152 elsewhere): a port from that range
/// can be taken again before the program starts.
/// </summary>
static class FreePorts
{
    const int First = 20_000, Count = 12_000;

    // Two test runs at a time begin at different ports. In one run no port is given twice.
    static int given = Random.Shared.Next(Count);

    public static int Take()
    {
        for (var tries = 0; tries < Count; tries++)
        {
            var port = First + (int)((uint)Interlocked.Increment(ref given) % Count);
            if (IsFree(port)) return port;
        }
        throw new InvalidOperationException($"No port from {First} to {First + Count - 1} is free on this machine.");
    }

    public static bool IsFree(int port) =>
        IsFree(IPAddress.Loopback, port) && (!Socket.OSSupportsIPv6 || IsFree(IPAddress.IPv6Loopback, port));

    static bool IsFree(IPAddress address, int port)
    {
        try
        {
            using var listener = new TcpListener(address, port);
            listener.Start();
            return true;
        }
        // A machine without IPv6 on its loopback has no port taken there.
        catch (SocketException e)
        {
            return e.SocketErrorCode is SocketError.AddressNotAvailable;
        }
    }
}
