using System.Buffers.Binary;
using System.Text;

namespace Web.Access.Company;

/// <summary>A WebP by its chunks: one still picture and its transparency are kept, animation is refused, the rest goes.</summary>
internal static class WebpParts
{
    /// <returns>Null: this is no WebP.</returns>
    public static LogoImage? Read(byte[] file)
    {
        if (file.Length < 20 || !file.AsSpan().StartsWith("RIFF"u8) || !file.AsSpan(8).StartsWith("WEBP"u8)) return null;
        var end = checked(8 + (int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(4)));
        if (end > file.Length) throw new InvalidDataException();
        using var body = new MemoryStream(file.Length);
        var (at, width, height, pictures) = (12, 0, 0, 0);
        while (at < end)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 4)));
            var chunk = file.AsSpan(at, checked(8 + length + (length & 1))).ToArray();
            var name = Encoding.ASCII.GetString(chunk, 0, 4);
            var data = chunk.AsSpan(8, length);
            if (name is "ANIM" or "ANMF") throw new InvalidDataException();
            if (name == "VP8X")
            {
                data[0] &= 0b0001_0000; // of its promises only the transparency is kept
                (width, height) = (1 + Three(data[4..]), 1 + Three(data[7..]));
            }
            if (name is "VP8 " or "VP8L")
            {
                pictures++;
                var (w, h) = name == "VP8 " ? OfLossy(data) : OfLossless(data);
                if (width != 0 && (w, h) != (width, height)) throw new InvalidDataException();
                (width, height) = (w, h);
            }
            if (name is "VP8X" or "ALPH" or "VP8 " or "VP8L") body.Write(chunk);
            at += chunk.Length;
        }
        if (pictures != 1) throw new InvalidDataException();
        var clean = new byte[12 + body.Length];
        "RIFF"u8.CopyTo(clean);
        BinaryPrimitives.WriteUInt32LittleEndian(clean.AsSpan(4), (uint)(4 + body.Length));
        "WEBP"u8.CopyTo(clean.AsSpan(8));
        body.ToArray().CopyTo(clean, 12);
        return new LogoImage("image/webp", width, height, clean);
    }

    private static (int, int) OfLossy(ReadOnlySpan<byte> data) => data[3] == 0x9d && data[4] == 0x01 && data[5] == 0x2a
        ? (BinaryPrimitives.ReadUInt16LittleEndian(data[6..]) & 0x3fff, BinaryPrimitives.ReadUInt16LittleEndian(data[8..]) & 0x3fff) : throw new InvalidDataException();

    private static (int, int) OfLossless(ReadOnlySpan<byte> data)
    {
        if (data[0] != 0x2f) throw new InvalidDataException();
        var bits = BinaryPrimitives.ReadUInt32LittleEndian(data[1..]);
        return (1 + (int)(bits & 0x3fff), 1 + (int)(bits >> 14 & 0x3fff));
    }

    private static int Three(ReadOnlySpan<byte> data) => data[0] | data[1] << 8 | data[2] << 16;
}
