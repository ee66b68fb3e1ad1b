using System.Buffers.Binary;

namespace Web.Ui;

/// <summary>A small stable hash for looks only: the same id gives the same stripes and tints on every machine.</summary>
internal static class Hash
{
    public static ulong Of(Guid id, uint salt)
    {
        Span<byte> bytes = stackalloc byte[16];
        id.TryWriteBytes(bytes, bigEndian: true, out _);
        return Mix(BinaryPrimitives.ReadUInt64BigEndian(bytes) ^ Mix(BinaryPrimitives.ReadUInt64BigEndian(bytes[8..]) + salt));
    }

    /// <summary>The next number after <paramref name="state"/>.</summary>
    public static ulong Mix(ulong state)
    {
        var z = unchecked(state + 0x9E3779B97F4A7C15UL);
        z = unchecked((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9UL);
        z = unchecked((z ^ (z >> 27)) * 0x94D049BB133111EBUL);
        return z ^ (z >> 31);
    }
}
