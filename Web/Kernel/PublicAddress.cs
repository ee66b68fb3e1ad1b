using System.Net;
using System.Net.Sockets;

namespace Web.Kernel;

/// <summary>
/// Whether an address belongs to the public Internet. Everything else (this machine, its network, its cloud's own addresses, and forms
/// that carry another address inside) must never be reached on behalf of somebody who may choose the address.
/// </summary>
public static class PublicAddress
{
    // IANA's special-purpose registry. 168.63.129.16 is public by its number and answers only inside one cloud.
    private static readonly IPNetwork[] Special4 = Networks(
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.31.196.0/24", "192.52.193.0/24", "192.88.99.0/24", "192.168.0.0/16", "192.175.48.0/24", "198.18.0.0/15",
        "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4");

    private static readonly IPNetwork Global6 = IPNetwork.Parse("2000::/3");

    // Within 2000::/3: protocol assignments with Teredo and ORCHID, documentation, 6to4. Compatible, NAT64, unique local, link-local
    // and multicast addresses lie outside of it.
    private static readonly IPNetwork[] Special6 = Networks("2001::/23", "2001:db8::/32", "2002::/16", "2620:4f:8000::/48", "3fff::/20");

    // Mapped addresses are refused by name: IPNetwork would compare only the IPv4 address inside them.
    public static bool Is(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Special4.Any(network => network.Contains(address)),
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && address.ScopeId == 0 && Global6.Contains(address) && !Special6.Any(network => network.Contains(address)),
        _ => false,
    };

    private static IPNetwork[] Networks(params ReadOnlySpan<string> texts)
    {
        var networks = new IPNetwork[texts.Length];
        for (var i = 0; i < texts.Length; i++) networks[i] = IPNetwork.Parse(texts[i]);
        return networks;
    }
}
