using System.Security.Cryptography;
using System.Text;

namespace Web.Data;

/// <summary>
/// Wraps secrets that are kept in the database with AES-256-GCM under a key derived for one purpose: nonce, tag, ciphertext. What a
/// secret belongs to goes in as context and must be said again to open it, so that a row copied elsewhere stays closed.
/// </summary>
public sealed class SecretWrap(MasterKey master, string purpose)
{
    private const int Nonce = 12, Tag = 16;
    private readonly byte[] key = master.Derive(purpose);

    public byte[] Close(string secret, string context = "")
    {
        var plain = Encoding.UTF8.GetBytes(secret);
        var wrapped = new byte[Nonce + Tag + plain.Length];
        RandomNumberGenerator.Fill(wrapped.AsSpan(0, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(wrapped.AsSpan(0, Nonce), plain, wrapped.AsSpan(Nonce + Tag), wrapped.AsSpan(Nonce, Tag), Encoding.UTF8.GetBytes(context));
        return wrapped;
    }

    /// <exception cref="CryptographicException">It was closed under another key, for another context, or was changed.</exception>
    public string Open(byte[] wrapped, string context = "")
    {
        if (wrapped.Length < Nonce + Tag) throw new CryptographicException("This is no wrapped secret.");
        var plain = new byte[wrapped.Length - Nonce - Tag];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(wrapped.AsSpan(0, Nonce), wrapped.AsSpan(Nonce + Tag), wrapped.AsSpan(Nonce, Tag), plain, Encoding.UTF8.GetBytes(context));
        return Encoding.UTF8.GetString(plain);
    }
}
