using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Web.Tests.Access.Company;

/// <summary>Small pictures made by hand.</summary>
internal static class Pictures
{
    public static byte[] Png(int width = 32, int height = 32, params (string Name, byte[] Body)[] more)
    {
        var head = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(head, width);
        BinaryPrimitives.WriteInt32BigEndian(head.AsSpan(4), height);
        (head[8], head[9]) = (8, 2);
        var rows = new MemoryStream();
        using (var packed = new ZLibStream(rows, CompressionLevel.Fastest, leaveOpen: true)) packed.Write(new byte[height * (1 + width * 3)]);
        return Of([("IHDR", head), .. more, ("IDAT", rows.ToArray()), ("IEND", [])]);
    }

    public static byte[] Of(params (string Name, byte[] Body)[] chunks)
    {
        var file = new MemoryStream();
        file.Write([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
        foreach (var (name, body) in chunks)
        {
            byte[] named = [.. Encoding.ASCII.GetBytes(name), .. body];
            file.Write(Number(body.Length));
            file.Write(named);
            file.Write(Number((int)Crc(named)));
        }
        return file.ToArray();
    }

    /// <summary>A frame, tables and a scan of nothing, with what cameras put in between.</summary>
    public static byte[] Jpeg(params byte[] secret) =>
    [
        0xff, 0xd8, 0xff, 0xe1, 0, (byte)(secret.Length + 2), .. secret, 0xff, 0xfe, 0, 4, 1, 2,
        0xff, 0xc0, 0, 11, 8, 0, 40, 0, 60, 1, 1, 0x11, 0, 0xff, 0xda, 0, 8, 1, 1, 0, 0, 63, 0, 1, 2, 0xff, 0x00, 3, 0xff, 0xd9, .. secret,
    ];

    public static byte[] Webp(params byte[] secret)
    {
        byte[] picture = [0x2f, 47, 0, 12, 0, 0]; // 48 × 49
        byte[] body = [.. Chunk("VP8L", picture), .. Chunk("EXIF", secret)];
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, 4 + body.Length);
        return [.. "RIFF"u8, .. size, .. "WEBP"u8, .. body];
    }

    private static byte[] Chunk(string name, byte[] data)
    {
        var size = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(size, data.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. size, .. data, .. new byte[data.Length & 1]];
    }

    private static byte[] Number(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32BigEndian(bytes, number);
        return bytes;
    }

    private static uint Crc(byte[] bytes)
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
