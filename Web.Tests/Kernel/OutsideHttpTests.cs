using System.Net;
using System.Net.Sockets;
using Web.Kernel;

namespace Web.Tests.KernelTests;

/// <summary>A caller who may choose the address reaches nothing that listens here, however the address is written or resolves.</summary>
public sealed class OutsideHttpTests : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.IPv6Any, 0) { Server = { DualMode = true } };

    public OutsideHttpTests() => listener.Start();

    private int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://localhost:{0}/")]
    [InlineData("http://localhost.:{0}/")]
    [InlineData("http://2130706433:{0}/")]
    [InlineData("http://0x7f000001:{0}/")]
    [InlineData("http://0177.0.0.1:{0}/")]
    [InlineData("http://127.1:{0}/")]
    [InlineData("http://0.0.0.0:{0}/")]
    [InlineData("http://[::1]:{0}/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://[::]:{0}/")]
    [InlineData("http://user:secret@127.0.0.1:{0}/")]
    public async Task This_machine_is_not_reached(string address)
    {
        using var client = new HttpClient(OutsideHttp.ToPublic(new HashSet<int> { Port }));
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(string.Format(System.Globalization.CultureInfo.InvariantCulture, address, Port))));
        Assert.True(refused.InnerException is AddressRefusedException or SocketException { SocketErrorCode: SocketError.HostNotFound or SocketError.TryAgain }, refused.ToString()); // not every resolver knows every spelling
        Assert.False(listener.Pending());
    }

    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("8.8.8.8,127.0.0.1")]
    [InlineData("169.254.169.254")]
    [InlineData("2606:4700:4700::1111,::1")]
    [InlineData("")]
    public async Task A_name_is_judged_by_where_it_leads_at_that_moment(string addresses)
    {
        var asked = 0;
        using var client = new HttpClient(OutsideHttp.ToPublic(new HashSet<int> { Port }, (_, _) =>
        {
            asked++;
            return Task.FromResult(addresses.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(IPAddress.Parse).ToArray());
        }));
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri($"http://models.example.com:{Port}/")));
        Assert.IsType<AddressRefusedException>(refused.InnerException);
        Assert.Equal(1, asked); // what was judged is what would be used: there is no second look-up to answer differently
        Assert.False(listener.Pending());
    }

    [Fact]
    public async Task Other_ports_stay_closed()
    {
        using var client = new HttpClient(OutsideHttp.ToPublic(new HashSet<int> { 443 }));
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri("http://8.8.8.8:5432/")));
        Assert.IsType<AddressRefusedException>(refused.InnerException);
    }

    [Fact]
    public async Task Private_networks_can_be_opened_but_never_the_clouds_own_addresses()
    {
        using var client = new HttpClient(OutsideHttp.ToNearAndPublic(new HashSet<int> { Port, 80 })) { Timeout = TimeSpan.FromSeconds(5) };
        foreach (var address in new[] { "http://169.254.169.254/", "http://[::ffff:169.254.169.254]/", "http://[fe80::1]/", "http://[fd00:ec2::254]/", "http://0.0.0.0/" })
            Assert.IsType<AddressRefusedException>((await Assert.ThrowsAsync<HttpRequestException>(() => client.GetAsync(new Uri(address)))).InnerException);
        var reaching = client.GetAsync(new Uri($"http://127.0.0.1:{Port}/"));
        using (var peer = await listener.AcceptTcpClientAsync())
        {
            await using var stream = peer.GetStream();
            _ = await stream.ReadAsync(new byte[4096]);
            await stream.WriteAsync("HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/\r\nContent-Length: 0\r\n\r\n"u8.ToArray());
            Assert.Equal(HttpStatusCode.Found, (await reaching).StatusCode); // and a redirect is an answer, not a way
        }
    }

    public void Dispose() => listener.Dispose();
}
