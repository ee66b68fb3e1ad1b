using System.Text;

namespace Web.Access.TwoFactor;

/// <summary>Bytes as authenticator apps read them (RFC 4648, without padding).</summary>
internal static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    public static string Encode(ReadOnlySpan<byte> bytes)
    {
        var text = new StringBuilder();
        var (bits, held) = (0, 0);
        foreach (var one in bytes)
        {
            (bits, held) = ((bits << 8) | one, held + 8);
            for (; held >= 5; held -= 5) text.Append(Letters[(bits >> (held - 5)) & 31]);
            bits &= (1 << held) - 1;
        }
        if (held > 0) text.Append(Letters[(bits << (5 - held)) & 31]);
        return text.ToString();
    }

    /// <exception cref="FormatException">A character is none of Base32.</exception>
    public static byte[] Decode(string text)
    {
        List<byte> bytes = [];
        var (bits, held) = (0, 0);
        foreach (var letter in text)
        {
            var value = Letters.IndexOf(letter, StringComparison.Ordinal);
            if (value < 0) throw new FormatException("This is no Base32.");
            (bits, held) = ((bits << 5) | value, held + 5);
            if (held < 8) continue;
            bytes.Add((byte)(bits >> (held - 8)));
            (bits, held) = (bits & ((1 << (held - 8)) - 1), held - 8);
        }
        return [.. bytes];
    }
}
