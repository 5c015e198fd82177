using System.Net;
using System.Net.Sockets;

namespace Oxvo.PortalSample.Tools.Fetching;

/// <summary>
/// The guard at the moment of connecting: the name is resolved once, every answer is checked, and the connection goes
/// to a checked address. What a name resolved to a moment ago, or what an address looks like as text, proves nothing
/// (DNS rebinding).
/// </summary>
/// <param name="exceptions">
/// Origins that may be anywhere, compared by host and port: the demo's mock providers, or an address that the person at
/// the keyboard has typed. Never one that came from a page, a feed, a redirect or a visitor.
/// </param>
/// <param name="resolve">The name service; another one in tests.</param>
public sealed class GuardedConnect(
    IEnumerable<Uri> exceptions, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    readonly HashSet<(string Host, int Port)> exceptions = [.. exceptions.Select(origin => (origin.IdnHost, origin.Port))];
    readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve = resolve ?? Dns.GetHostAddressesAsync;

    /// <summary>Whether this origin is one of the exceptions, which may also be plain http.</summary>
    public bool IsException(Uri address) => exceptions.Contains((address.IdnHost, address.Port));

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="FetchException">An address is refused.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancel);
        // A name with one private answer among public ones is set as a trap: the whole connection is refused.
        if (addresses.Length == 0) throw new FetchException("its host has no address");
        if (!exceptions.Contains((host, port)) && !addresses.All(PublicAddress.IsPublic))
            throw new FetchException("its host is at a private or reserved address, which is refused", FetchFault.Refused);

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancel);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
