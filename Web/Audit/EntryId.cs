using System.Buffers.Binary;

namespace Web.Audit;

/// <summary>An entry's id begins with its moment (UUIDv7).</summary>
public static class EntryId
{
    /// <summary>No id that was made then or later is smaller.</summary>
    public static Guid Least(DateTimeOffset at)
    {
        Span<byte> bytes = stackalloc byte[16];
        bytes.Clear();
        BinaryPrimitives.WriteInt64BigEndian(bytes, Math.Max(0, at.ToUnixTimeMilliseconds()) << 16);
        return new Guid(bytes, bigEndian: true);
    }
}
