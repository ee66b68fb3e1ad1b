using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;

namespace Web.Api.Idempotency;

/// <summary>
/// A request's body that is hashed while it is read. Of a multipart body the boundary does not count: programs draw another for
/// every try.
/// </summary>
internal sealed class HashedBody(HttpRequest request) : Stream
{
    private readonly Stream inner = request.Body;
    private readonly IncrementalHash hash = Begin(request);
    private readonly byte[] boundary = BoundaryOf(request);
    private byte[] kept = [];

    /// <summary>Reads what nobody has read.</summary>
    public async Task<byte[]> EndAsync(CancellationToken cancellation)
    {
        var buffer = new byte[16 * 1024];
        while (await ReadAsync(buffer, cancellation) > 0) { }
        hash.AppendData(kept);
        kept = [];
        return hash.GetHashAndReset();
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var read = await inner.ReadAsync(buffer, cancellationToken);
        Take(buffer.Span[..read]);
        return read;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Take(buffer.AsSpan(offset, read));
        return read;
    }

    private void Take(ReadOnlySpan<byte> bytes)
    {
        if (boundary.Length == 0)
        {
            hash.AppendData(bytes);
            return;
        }
        Span<byte> all = kept.Length + bytes.Length <= 4096 ? stackalloc byte[kept.Length + bytes.Length] : new byte[kept.Length + bytes.Length];
        kept.CopyTo(all);
        bytes.CopyTo(all[kept.Length..]);
        ReadOnlySpan<byte> left = all;
        for (var at = left.IndexOf(boundary); at >= 0; at = left.IndexOf(boundary))
        {
            hash.AppendData(left[..at]);
            left = left[(at + boundary.Length)..];
        }
        var end = Math.Max(0, left.Length - (boundary.Length - 1)); // a boundary may go on in what comes next
        hash.AppendData(left[..end]);
        kept = left[end..].ToArray();
    }

    /// <summary>What is asked for is part of the request, too.</summary>
    private static IncrementalHash Begin(HttpRequest request)
    {
        var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes($"{request.Path}{request.QueryString}\n"));
        return hash;
    }

    private static byte[] BoundaryOf(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var type) && type.MediaType.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase)
            ? Encoding.UTF8.GetBytes(HeaderUtilities.RemoveQuotes(type.Boundary).ToString()) : [];

    public override bool CanRead => true;
    public override bool CanSeek => false;
    public override bool CanWrite => false;
    public override long Length => throw new NotSupportedException();
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) hash.Dispose();
        base.Dispose(disposing);
    }
}
