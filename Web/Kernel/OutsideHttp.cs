using System.Net;
using System.Net.Sockets;

namespace Web.Kernel;

/// <summary>The address that somebody chose is not one that may be reached.</summary>
public sealed class AddressRefusedException() : IOException("This address may not be reached.");

/// <summary>
/// How calls to outside parties leave the house. It stands on the lowest floor because every room that calls out needs it, and it asks
/// for nothing but .NET itself.
/// </summary>
public static class OutsideHttp
{
    private static readonly TimeSpan Connecting = TimeSpan.FromSeconds(5);

    /// <summary>
    /// For addresses that a customer chose: only public ones, and only these ports. The check is made when the connection is, on the very
    /// address that is then used, so that a name which resolves differently the second time gains nothing. One refused address among
    /// several refuses the name.
    /// </summary>
    /// <param name="resolve">How names are looked up; the system's way by default.</param>
    public static SocketsHttpHandler ToPublic(IReadOnlySet<int> ports, Func<string, CancellationToken, Task<IPAddress[]>>? resolve = null) =>
        To(ports, PublicAddress.Is, resolve);

    /// <summary>For customers' addresses where the operator has opened private networks to them; link-local ones, where clouds keep their secrets, stay closed.</summary>
    public static SocketsHttpHandler ToNearAndPublic(IReadOnlySet<int> ports) => To(ports, address => !IsLinkLocal(address), null);

    /// <summary>For addresses that the operator chose: any, also through the environment's proxy. Redirects are not followed here either.</summary>
    public static SocketsHttpHandler ToAnywhere() => Plain(new SocketsHttpHandler());

    private static SocketsHttpHandler To(IReadOnlySet<int> ports, Func<IPAddress, bool> may, Func<string, CancellationToken, Task<IPAddress[]>>? resolve)
    {
        var handler = Plain(new SocketsHttpHandler());
        handler.UseProxy = false; // a proxy would connect in our place, unchecked
        handler.ConnectCallback = (context, cancellation) => ConnectAsync(context.DnsEndPoint, ports, may, resolve ?? Dns.GetHostAddressesAsync, cancellation);
        return handler;
    }

    private static SocketsHttpHandler Plain(SocketsHttpHandler handler)
    {
        handler.AllowAutoRedirect = false;
        handler.UseCookies = false;
        handler.AutomaticDecompression = DecompressionMethods.None; // nothing small may become large
        handler.ConnectTimeout = Connecting;
        handler.MaxResponseHeadersLength = 32;
        handler.PooledConnectionLifetime = TimeSpan.FromMinutes(2);
        handler.MaxConnectionsPerServer = 32;
        handler.ActivityHeadersPropagator = null;
        return handler;
    }

    private static async ValueTask<Stream> ConnectAsync(
        DnsEndPoint to, IReadOnlySet<int> ports, Func<IPAddress, bool> may, Func<string, CancellationToken, Task<IPAddress[]>> resolve, CancellationToken cancellation)
    {
        if (!ports.Contains(to.Port)) throw new AddressRefusedException();
        IPAddress[] addresses = IPAddress.TryParse(to.Host.Trim('[', ']'), out var literal) ? [literal] : await resolve(to.Host, cancellation);
        if (addresses.Length == 0 || !addresses.All(may)) throw new AddressRefusedException();
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, to.Port, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static bool IsLinkLocal(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return plain.IsIPv6LinkLocal || plain.Equals(IPAddress.Any) || plain.Equals(IPAddress.IPv6Any) || plain.IsIPv6Multicast
            || (plain.AddressFamily == AddressFamily.InterNetwork && plain.GetAddressBytes() is [169, 254, ..] or [>= 224, ..])
            || plain.Equals(IPAddress.Parse("fd00:ec2::254"));
    }
}
