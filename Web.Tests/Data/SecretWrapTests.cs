using System.Security.Cryptography;
using Web.Data;

namespace Web.Tests.Data;

public sealed class SecretWrapTests
{
    private static readonly MasterKey Master = new(RandomNumberGenerator.GetBytes(32));

    [Fact]
    public void A_secret_comes_back_in_its_own_place_only()
    {
        var wrap = new SecretWrap(Master, "test");
        var wrapped = wrap.Close("sk-秘密", "tenant a");
        Assert.Equal("sk-秘密", wrap.Open(wrapped, "tenant a"));
        Assert.ThrowsAny<CryptographicException>(() => wrap.Open(wrapped, "tenant b"));
        Assert.ThrowsAny<CryptographicException>(() => new SecretWrap(Master, "other").Open(wrapped, "tenant a"));
        Assert.ThrowsAny<CryptographicException>(() => wrap.Open(wrapped[..10], "tenant a"));
        wrapped[^1] ^= 1;
        Assert.ThrowsAny<CryptographicException>(() => wrap.Open(wrapped, "tenant a"));
    }

    [Fact]
    public void The_same_secret_never_looks_the_same() =>
        Assert.NotEqual(new SecretWrap(Master, "test").Close("sk"), new SecretWrap(Master, "test").Close("sk"));
}
