using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Web.Access.TwoFactor;

/// <summary>
/// Codes of authenticator apps (RFC 6238: HMAC-SHA-1, 30 seconds, six digits). The framework's own says only whether a code is
/// right; the guard against replays must know of which step it is.
/// </summary>
public static class TimeCode
{
    public const int Digits = 6, KeyBytes = 20, Seconds = 30;
    private const int Drift = 1;

    public static long StepOf(DateTimeOffset at) => at.ToUnixTimeSeconds() / Seconds;

    [SuppressMessage("Security", "CA5350:Do Not Use Weak Cryptographic Algorithms", Justification = "RFC 6238 as every authenticator app does it; HMAC does not rest on SHA-1's resistance to collisions.")]
    public static string At(byte[] key, long step, int digits = Digits)
    {
        Span<byte> counter = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[20];
        HMACSHA1.HashData(key, counter, hash);
        var number = BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 15)..]) & int.MaxValue;
        return (number % (int)Math.Pow(10, digits)).ToString(CultureInfo.InvariantCulture).PadLeft(digits, '0');
    }

    /// <summary>The time step that <paramref name="code"/> is of, one step of drift to either side allowed; null: of none of them.</summary>
    public static long? Match(byte[] key, string code, DateTimeOffset now)
    {
        long? found = null;
        for (var step = StepOf(now) - Drift; step <= StepOf(now) + Drift; step++) // all of them, whichever fits, so that time tells nothing
            if (CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(At(key, step)), Encoding.ASCII.GetBytes(code))) found = step;
        return found;
    }
}
