using System.Security.Cryptography;
using System.Text;

namespace Web.Insights.Superset;

/// <summary>A uuid made from names (RFC 9562, version 5): the same thing has the same one, whoever makes it and when.</summary>
internal static class UuidV5
{
    public static Guid Of(Guid space, string name)
    {
#pragma warning disable CA5350 // The standard says SHA-1; nothing is kept secret by it.
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash.AsSpan(0, 16), bigEndian: true);
    }
}
