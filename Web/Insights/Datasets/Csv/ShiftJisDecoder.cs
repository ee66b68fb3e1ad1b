using System.Text;

namespace Web.Insights.Datasets.Csv;

/// <summary>
/// Code page 932 with both places of the 360 characters that NEC and IBM each added (髙, 﨑 …): many programs write NEC's, where the
/// platform's decoder knows only IBM's. Both places hold them in the same order.
/// </summary>
internal sealed class ShiftJisDecoder(Decoder inner) : Decoder
{
    private const int TrailsOfRow = 188, Twice = 360, FirstOfIbm = 28;
    private byte[] bytes = [];
    private byte lead;
    private bool held;

    public override int GetCharCount(byte[] bytes, int index, int count) => throw new NotSupportedException("Give it room for one character a byte.");

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex) => GetChars(bytes, byteIndex, byteCount, chars, charIndex, flush: false);

    public override int GetChars(byte[] bytes, int byteIndex, int byteCount, char[] chars, int charIndex, bool flush)
    {
        var count = Settle(bytes.AsSpan(byteIndex, byteCount), flush);
        return inner.GetChars(this.bytes, 0, count, chars, charIndex, flush);
    }

    public override void Reset()
    {
        held = false;
        inner.Reset();
    }

    /// <summary>Copies the bytes with IBM's place for NEC's; a lead byte at the end waits for what follows it.</summary>
    private int Settle(ReadOnlySpan<byte> from, bool flush)
    {
        if (bytes.Length <= from.Length) bytes = new byte[from.Length + 1];
        var to = 0;
        foreach (var b in from)
        {
            if (held && IsTrail(b))
            {
                (bytes[to], bytes[to + 1]) = Place(lead, b);
                to += 2;
                held = false;
                continue;
            }
            if (held) bytes[to++] = lead;
            held = IsLead(b);
            if (held) lead = b;
            else bytes[to++] = b;
        }
        if (flush && held)
        {
            bytes[to++] = lead;
            held = false;
        }
        return to;
    }

    private static bool IsLead(byte b) => b is (>= 0x81 and <= 0x9F) or (>= 0xE0 and <= 0xFC);

    private static bool IsTrail(byte b) => b is >= 0x40 and <= 0xFC and not 0x7F;

    private static (byte Lead, byte Trail) Place(byte lead, byte trail)
    {
        if (lead is not (0xED or 0xEE)) return (lead, trail);
        var number = (lead - 0xED) * TrailsOfRow + trail - (trail < 0x7F ? 0x40 : 0x41);
        if (number < Twice) return At(number + FirstOfIbm);
        return trail switch
        {
            >= 0xEF and <= 0xF8 => ((byte)0xFA, (byte)(trail - 0xEF + 0x40)), // ⅰ to ⅹ
            0xF9 => ((byte)0x81, (byte)0xCA), // ￢
            >= 0xFA => ((byte)0xFA, (byte)(trail - 0xFA + 0x55)), // ￤ ＇ ＂
            _ => (lead, trail),
        };
    }

    private static (byte Lead, byte Trail) At(int number)
    {
        var place = number % TrailsOfRow;
        return ((byte)(0xFA + number / TrailsOfRow), (byte)(place < 0x3F ? 0x40 + place : 0x41 + place));
    }
}
