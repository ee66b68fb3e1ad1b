using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Web.Access.Company;

/// <summary>A PNG by its chunks: those that draw it are kept, each with a right checksum, and the pixels must be as many as it says.</summary>
internal static class PngParts
{
    private static ReadOnlySpan<byte> Signature => [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
    private static readonly HashSet<string> Kept = new(StringComparer.Ordinal) { "IHDR", "PLTE", "tRNS", "sRGB", "gAMA", "cHRM", "IDAT", "IEND" };

    /// <returns>Null: this is no PNG.</returns>
    public static LogoImage? Read(byte[] file)
    {
        if (!file.AsSpan().StartsWith(Signature)) return null;
        using var clean = new MemoryStream(file.Length);
        using var pixels = new MemoryStream();
        clean.Write(Signature);
        var (head, at, ended) = (Array.Empty<byte>(), Signature.Length, false);
        while (!ended)
        {
            var length = checked((int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(at)));
            var whole = file.AsSpan(at, checked(length + 12));
            var name = Encoding.ASCII.GetString(whole.Slice(4, 4));
            var body = whole.Slice(8, length);
            if (BinaryPrimitives.ReadUInt32BigEndian(whole[^4..]) != Crc(whole[4..^4])) throw new InvalidDataException();
            if (head.Length == 0 != (name == "IHDR")) throw new InvalidDataException();
            if (name == "IHDR") head = length == 13 ? body.ToArray() : throw new InvalidDataException();
            if (name == "IDAT") pixels.Write(body);
            if (Kept.Contains(name)) clean.Write(whole);
            else if (char.IsAsciiLetterUpper(name[0])) throw new InvalidDataException(); // a part that nobody may leave out, and that we do not know
            (at, ended) = (at + whole.Length, name == "IEND");
        }
        var (width, height) = (checked((int)BinaryPrimitives.ReadUInt32BigEndian(head)), checked((int)BinaryPrimitives.ReadUInt32BigEndian(head.AsSpan(4))));
        if (width is > 0 and <= LogoImage.MostSide && height is > 0 and <= LogoImage.MostSide) MustHold(pixels, width, height, head);
        return new LogoImage("image/png", width, height, clean.ToArray());
    }

    /// <summary>Unpacks the pixels, never more of them than there can be.</summary>
    private static void MustHold(MemoryStream packed, int width, int height, byte[] head)
    {
        var samples = head[9] switch { 0 or 3 => 1, 2 => 3, 4 => 2, 6 => 4, _ => throw new InvalidDataException() };
        if (head[8] is not (1 or 2 or 4 or 8 or 16) || head[10] != 0 || head[11] != 0 || head[12] > 1) throw new InvalidDataException();
        var rows = height * (1L + (width * (long)samples * head[8] + 7) / 8);
        packed.Position = 0;
        using var unpacked = new ZLibStream(packed, CompressionMode.Decompress);
        var buffer = new byte[81920];
        long total = 0;
        for (int read; (read = unpacked.Read(buffer)) > 0;)
            if ((total += read) > rows * 2 + 4096) throw new InvalidDataException();
        if (head[12] == 0 ? total != rows : total < rows / 2) throw new InvalidDataException();
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xffffffffu;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++) crc = (crc & 1) == 1 ? crc >> 1 ^ 0xedb88320u : crc >> 1;
        }
        return ~crc;
    }
}
