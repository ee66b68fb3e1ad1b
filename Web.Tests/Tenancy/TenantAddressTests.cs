using Web.Tenancy;

namespace Web.Tests.Tenancy;

public sealed class TenantAddressTests
{
    [Theory]
    [InlineData("acme.example.com")]
    [InlineData("ACME.Example.COM")]
    [InlineData("acme.example.com.")]
    [InlineData("acme.example.com:443")]
    [InlineData("acme.example.com.:8080")]
    public void The_slug_is_the_first_label(string host) =>
        Assert.Equal(new TenantAddress(AddressKind.Tenant, "acme"), TenantAddress.Parse(host, "example.com:5080"));

    [Theory]
    [InlineData("example.com", AddressKind.Apex)]
    [InlineData("EXAMPLE.com.:80", AddressKind.Apex)]
    [InlineData("a.acme.example.com", AddressKind.Unknown)]
    [InlineData("acme.example.org", AddressKind.Unknown)]
    [InlineData("acme.example.com.evil.org", AddressKind.Unknown)]
    [InlineData("evilexample.com", AddressKind.Unknown)]
    [InlineData("xn--a.example.com", AddressKind.Unknown)]
    [InlineData("xn--acme.example.com", AddressKind.Unknown)]
    [InlineData("-acme.example.com", AddressKind.Unknown)]
    [InlineData("acme..example.com", AddressKind.Unknown)]
    [InlineData(".example.com", AddressKind.Unknown)]
    [InlineData("127.0.0.1", AddressKind.Unknown)]
    [InlineData("127.0.0.1:80", AddressKind.Unknown)]
    [InlineData("[::1]:80", AddressKind.Unknown)]
    [InlineData("", AddressKind.Malformed)]
    [InlineData(null, AddressKind.Malformed)]
    [InlineData("acme.example.com:x", AddressKind.Malformed)]
    [InlineData("acme.example.com:", AddressKind.Malformed)]
    [InlineData("acme.example.com:1234567", AddressKind.Malformed)]
    [InlineData("acme.example.com, b.example.com", AddressKind.Malformed)]
    [InlineData("user@acme.example.com", AddressKind.Malformed)]
    [InlineData("acme%00.example.com", AddressKind.Malformed)]
    [InlineData("аcme.example.com", AddressKind.Malformed)] // a Cyrillic а
    [InlineData("acme.example.com/", AddressKind.Malformed)]
    public void Everything_else_is_no_tenant(string? host, AddressKind kind) => Assert.Equal(kind, TenantAddress.Parse(host, "example.com").Kind);

    [Fact]
    public void An_absurd_length_is_malformed() => Assert.Equal(AddressKind.Malformed, TenantAddress.Parse(new string('a', 70_000) + ".example.com", "example.com").Kind);

    [Fact]
    public void Random_text_never_throws()
    {
        var random = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var host = new string([.. Enumerable.Range(0, random.Next(40)).Select(_ => (char)(random.Next(8) == 0 ? random.Next(0x10000) : random.Next(32, 127)))]);
            var address = TenantAddress.Parse(host, "example.com");
            Assert.True(address.Kind != AddressKind.Tenant || host.Contains(address.Slug!, StringComparison.OrdinalIgnoreCase));
        }
    }
}
