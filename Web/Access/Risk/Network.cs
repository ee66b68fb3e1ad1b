using System.Net;
using System.Net.Sockets;

namespace Web.Access.Risk;

/// <summary>Where a call comes from, as coarsely as people move: /24 of IPv4, /48 of IPv6.</summary>
internal static class Network
{
    public static string? Of(IPAddress? address)
    {
        if (address is null) return null;
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        return Convert.ToHexString(address.GetAddressBytes().AsSpan(0, address.AddressFamily == AddressFamily.InterNetworkV6 ? 6 : 3));
    }
}
