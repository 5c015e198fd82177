using System.Net;
using System.Net.Sockets;

namespace Oxvo.PortalSample.Tools.Fetching;

/// <summary>
/// Which addresses a server may be sent to by somebody else's text: those of the public Internet. Everything that the
/// IANA special-purpose registries keep for private, local or translated use is refused, the cloud's metadata services
/// among them (https://www.iana.org/assignments/iana-ipv4-special-registry, …ipv6-special-registry).
/// </summary>
public static class PublicAddress
{
    static readonly IPNetwork[] RefusedV4 =
    [
        .. new[]
        {
            "0.0.0.0/8",        // "this network"; 0.0.0.0 reaches the machine itself
            "10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
            "100.64.0.0/10",    // carrier-grade NAT
            "127.0.0.0/8",
            "169.254.0.0/16",   // link-local; 169.254.169.254 is the metadata service
            "192.0.0.0/24", "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.175.48.0/24",
            "198.18.0.0/15",    // benchmarks
            "198.51.100.0/24", "203.0.113.0/24",
            "168.63.129.16/32", // Azure's metadata, on a public address
            "224.0.0.0/4",      // multicast
            "240.0.0.0/4",      // reserved, and broadcast
        }.Select(IPNetwork.Parse),
    ];

    static readonly IPNetwork PublicV6 = IPNetwork.Parse("2000::/3");

    static readonly IPNetwork[] RefusedV6 =
    [
        .. new[]
        {
            "2001::/23",        // Teredo, ORCHID, benchmarks and the other protocol assignments
            "2001:db8::/32", "3fff::/20",
            "2002::/16",        // 6to4 carries an IPv4 address
            "2620:4f:8000::/48",
        }.Select(IPNetwork.Parse),
    ];

    /// <summary>
    /// Whether this address is public. Of IPv6 only 2000::/3 is: not ::1, mapped IPv4, 64:ff9b:: (NAT64), fc00::/7,
    /// fe80::/10 or ff00::/8.
    /// </summary>
    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !RefusedV4.Any(network => IsIn(network, address)),
        AddressFamily.InterNetworkV6 => IsIn(PublicV6, address) && !RefusedV6.Any(network => IsIn(network, address)),
        _ => false,
    };

    // Bit by bit: IPNetwork.Contains takes ::ffff:8.8.8.8 for a part of 2000::/3, as it looks through the mapping.
    static bool IsIn(IPNetwork network, IPAddress address)
    {
        var (prefix, bytes) = (network.BaseAddress.GetAddressBytes(), address.GetAddressBytes());
        for (var bit = 0; bit < network.PrefixLength; bit++)
            if (((prefix[bit / 8] ^ bytes[bit / 8]) >> (7 - bit % 8) & 1) != 0) return false;
        return true;
    }
}
