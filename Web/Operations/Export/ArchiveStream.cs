using System.Security.Cryptography;

namespace Web.Operations.Export;

/// <summary>Takes the archive as it is made and puts it away in pieces of a megabyte, so that no more than a few of them are ever in memory.</summary>
/// <param name="keep">Puts a piece away under its place.</param>
internal sealed class ArchiveStream(Func<int, byte[], CancellationToken, Task> keep) : Stream
{
    public const int ChunkSize = 1_048_576;
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly MemoryStream waiting = new();

    /// <summary>How many bytes there are so far.</summary>
    public long Written { get; private set; }

    public int Chunks { get; private set; }

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Of everything that was written; ask once, at the end.</summary>
    public string Hash() => Convert.ToHexStringLower(hash.GetHashAndReset());

    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    public override void Write(ReadOnlySpan<byte> buffer)
    {
        hash.AppendData(buffer);
        waiting.Write(buffer);
        Written += buffer.Length;
    }

    public override async ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        await SpillAsync(last: false, cancellationToken);
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    /// <summary>Puts away what is whole, or, at the end, what is left.</summary>
    public async Task SpillAsync(bool last, CancellationToken cancellation)
    {
        if (waiting.Length < ChunkSize && !last) return;
        var (bytes, begin) = (waiting.GetBuffer(), 0);
        for (; waiting.Length - begin >= ChunkSize; begin += ChunkSize) await keep(Chunks++, bytes[begin..(begin + ChunkSize)], cancellation);
        var rest = bytes[begin..(int)waiting.Length];
        waiting.SetLength(0);
        if (last && rest.Length > 0) await keep(Chunks++, rest, cancellation);
        else waiting.Write(rest);
    }

    public override void Flush()
    {
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }
}
