using System.Security.Cryptography;
using System.Text;

namespace Web.Data;

/// <summary>The one key that an installation keeps; every other secret is derived from it by purpose (HKDF-SHA256, RFC 5869).</summary>
public sealed class MasterKey(byte[] key)
{
    /// <exception cref="StartRefusedException">The text is not 32 bytes in Base64.</exception>
    public static MasterKey Parse(string? text)
    {
        var buffer = new byte[32];
        return text is not null && Convert.TryFromBase64String(text, buffer, out var length) && length == 32
            ? new MasterKey(buffer)
            : throw new StartRefusedException("Security__MasterKey must be 32 random bytes in Base64, for instance from: openssl rand -base64 32");
    }

    public byte[] Derive(string purpose) => HKDF.DeriveKey(HashAlgorithmName.SHA256, key, 32, info: Encoding.UTF8.GetBytes(purpose));
}
