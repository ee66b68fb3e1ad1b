using System.Buffers.Binary;

namespace Web.Access.Company;

/// <summary>A JPEG by its segments: tables, frame and scans are kept, everything that only tells (Exif, colour profiles, comments) goes.</summary>
internal static class JpegParts
{
    /// <returns>Null: this is no JPEG.</returns>
    public static LogoImage? Read(byte[] file)
    {
        if (file.Length < 4 || file[0] != 0xff || file[1] != 0xd8 || file[2] != 0xff) return null;
        using var clean = new MemoryStream(file.Length);
        clean.Write(file.AsSpan(0, 2));
        var (at, width, height, scans) = (2, 0, 0, 0);
        while (true)
        {
            if (file[at] != 0xff) throw new InvalidDataException();
            var marker = file[at + 1];
            if (marker == 0xff) { at++; continue; } // fill
            if (marker == 0xd9) break;
            var segment = file.AsSpan(at, 2 + BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(at + 2)));
            if (segment.Length < 4) throw new InvalidDataException();
            if (marker is 0xc0 or 0xc1 or 0xc2) (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[5..]), BinaryPrimitives.ReadUInt16BigEndian(segment[7..]));
            else if (marker is >= 0xc0 and <= 0xcf and not (0xc4 or 0xcc)) throw new InvalidDataException(); // kinds that browsers do not show
            if (marker is >= 0xc0 and <= 0xcf or 0xda or 0xdb or 0xdd or 0xe0 or 0xee) clean.Write(segment);
            at += segment.Length;
            if (marker != 0xda) continue;
            scans++;
            var begin = at;
            while (file[at] != 0xff || file[at + 1] is 0x00 or (>= 0xd0 and <= 0xd7)) at++;
            clean.Write(file.AsSpan(begin, at - begin));
        }
        if (scans == 0 || width == 0 || height == 0) throw new InvalidDataException();
        clean.Write([0xff, 0xd9]);
        return new LogoImage("image/jpeg", width, height, clean.ToArray());
    }
}
