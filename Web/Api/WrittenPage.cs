using System.Buffers;
using System.Text.Json;

namespace Web.Api;

/// <summary>
/// A page of a list whose items are written as they are read: the same bytes as a <see cref="Page{T}"/> without a total. They are
/// kept until all have been read, so that a list that fails half-way is answered by a refusal and nothing else.
/// </summary>
internal sealed class WrittenPage : IResult, IBufferWriter<byte>
{
    private static readonly JsonWriterOptions Options = new() { Encoder = ApiJson.Options.Encoder, SkipValidation = true };
    private byte[] bytes = ArrayPool<byte>.Shared.Rent(64 * 1024);
    private int length;

    public WrittenPage()
    {
        Json = new Utf8JsonWriter(this, Options);
        Json.WriteStartObject();
        Json.WriteStartArray("items"u8);
    }

    public Utf8JsonWriter Json { get; }

    /// <param name="next">Where the next page begins; null for the last.</param>
    public WrittenPage End(string? next)
    {
        Json.WriteEndArray();
        Json.WriteString("next_cursor"u8, next);
        Json.WriteEndObject();
        Json.Dispose();
        return this;
    }

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "application/json; charset=utf-8";
        httpContext.Response.ContentLength = length;
        await httpContext.Response.BodyWriter.WriteAsync(bytes.AsMemory(0, length), httpContext.RequestAborted);
        ArrayPool<byte>.Shared.Return(bytes);
        bytes = [];
    }

    void IBufferWriter<byte>.Advance(int count) => length += count;

    Span<byte> IBufferWriter<byte>.GetSpan(int sizeHint) => Room(sizeHint).Span;

    Memory<byte> IBufferWriter<byte>.GetMemory(int sizeHint) => Room(sizeHint);

    private Memory<byte> Room(int wanted)
    {
        if (bytes.Length - length < Math.Max(wanted, 1))
        {
            var larger = ArrayPool<byte>.Shared.Rent(Math.Max(2 * bytes.Length, length + wanted));
            bytes.AsSpan(0, length).CopyTo(larger);
            ArrayPool<byte>.Shared.Return(bytes);
            bytes = larger;
        }
        return bytes.AsMemory(length);
    }
}
