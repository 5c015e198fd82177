using System.Net;
using System.Net.Sockets;
using Microsoft.Security.AntiSSRF;

namespace Oxvo.PortalSample.Tools.Fetching;

/// <summary>
/// The guard at the moment of connecting: the name is resolved once, every answer is checked, and the connection goes
/// to a checked address. What the name resolved to before, and how it is written, prove nothing (DNS rebinding).
/// </summary>
/// <param name="exceptions">
/// Origins that may be anywhere, compared by host and port: the demo's mock providers, or an address that the person at
/// the keyboard has typed. Never one that came from a page, a feed, a redirect or a visitor.
/// </param>
/// <param name="resolve">The name service; another one in tests.</param>
public sealed class GuardedConnect(
    IEnumerable<Uri> exceptions, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null)
{
    readonly HashSet<(string Host, int Port)> exceptions =
        [.. exceptions.Select(origin => (origin.IdnHost, origin.Port))];
    readonly Func<string, CancellationToken, Task<IPAddress[]>> resolve = resolve ?? ResolveAsync;

    /// <summary>Whether this origin is one of the exceptions, which may also be on plain http.</summary>
    public bool IsException(Uri address) => exceptions.Contains((address.IdnHost, address.Port));

    /// <summary>For <see cref="SocketsHttpHandler.ConnectCallback"/>.</summary>
    /// <exception cref="FetchException">An address is refused.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancel)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = IPAddress.TryParse(host, out var literal) ? [literal] : await resolve(host, cancel);
        // A name with one private answer among public ones is a trap: the whole connection is refused.
        if (addresses.Length == 0) throw new FetchException("its host has no address");
        // A connection writes an IPv6 address in brackets, and an address's host does not.
        if (!exceptions.Contains((host.Trim('[', ']'), port)) && !addresses.All(PublicAddress.IsPublic))
            throw new FetchException("its host is at a private or reserved address, which is refused",
                FetchFault.Refused);

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

    static Task<IPAddress[]> ResolveAsync(string host, CancellationToken cancel) =>
        TypedAddress.IsBelowLocalhost(host)
            ? Task.FromResult<IPAddress[]>([IPAddress.Loopback, IPAddress.IPv6Loopback])
            : Dns.GetHostAddressesAsync(host, cancel);
}

/// <summary>Tells the addresses of the public Internet, where a server may be sent by a stranger's text.</summary>
public static class PublicAddress
{
    // What the IANA registries keep for private, local or translated use, and the metadata services of the clouds.
    static readonly IPNetwork[] Denied =
        [.. new AntiSSRFPolicy(PolicyConfigOptions.ExternalOnlyLatest).DeniedAddresses.Select(IPNetwork.Parse)];

    // The list lets mapped and compatible IPv4 pass: ::ffff:127.0.0.1, ::127.0.0.1.
    static readonly IPNetwork PublicV6 = IPNetwork.Parse("2000::/3");

    public static bool IsPublic(IPAddress address) => !Denied.Any(network => network.Contains(address))
        && (address.AddressFamily == AddressFamily.InterNetwork
            // Contains looks through the mapping, and takes ::ffff:8.8.8.8 for a part of 2000::/3.
            || (!address.IsIPv4MappedToIPv6 && PublicV6.Contains(address)));
}
