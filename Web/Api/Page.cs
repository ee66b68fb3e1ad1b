using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using Web.Kernel;

namespace Web.Api;

/// <summary>One page of a list and where the next begins; <c>null</c> on the last.</summary>
/// <param name="Items">At most <c>page_size</c> (50 by default, at most 200).</param>
/// <param name="Total">Only with <c>?count=true</c>.</param>
public sealed record Page<T>(IReadOnlyList<T> Items, string? NextCursor, [property: System.Text.Json.Serialization.JsonIgnore(Condition = System.Text.Json.Serialization.JsonIgnoreCondition.WhenWritingNull)] int? Total = null);

/// <summary>Where a page of a list begins: the sort key and id of the row before it, opaque to callers.</summary>
public static class Cursor
{
    public static string Write(params IReadOnlyList<string?> keys) => Base64Url.EncodeToString(JsonSerializer.SerializeToUtf8Bytes(keys));

    /// <exception cref="RefusalException">422: the text is no cursor of ours.</exception>
    public static IReadOnlyList<string?>? Read(string? text, int keys)
    {
        if (string.IsNullOrEmpty(text)) return null;
        try
        {
            var read = JsonSerializer.Deserialize<List<string?>>(Base64Url.DecodeFromChars(text));
            if (read?.Count == keys) return read;
        }
        catch (Exception cause) when (cause is FormatException or JsonException or DecoderFallbackException)
        {
            // falls through to the refusal
        }
        throw Bad();
    }

    /// <summary>As <see cref="Write(IReadOnlyList{string?})"/>, of a list in one order.</summary>
    public static string Write<TKey>(string order, TKey key, Guid id) => Write(order, JsonSerializer.Serialize(key), JsonSerializer.Serialize(id));

    /// <summary>The sort key and id that the page begins after, of a list in one order; null for its beginning.</summary>
    /// <exception cref="RefusalException">422: the text is no cursor of ours, or of another order.</exception>
    public static (TKey Key, Guid Id)? Read<TKey>(string? text, string order) where TKey : struct
    {
        if (Read(text, 3) is not { } keys) return null;
        if (keys[0] != order) throw Bad();
        try
        {
            return (JsonSerializer.Deserialize<TKey>(keys[1] ?? "null"), JsonSerializer.Deserialize<Guid>(keys[2] ?? "null"));
        }
        catch (JsonException)
        {
            throw Bad();
        }
    }

    public static RefusalException Bad() => RefusalException.Invalid(new Fault("cursor", "cursor_invalid"));
}

/// <summary>How many rows a caller wants.</summary>
public static class PageSize
{
    public const int Default = 50, Most = 200;

    /// <exception cref="RefusalException">422: not between 1 and 200.</exception>
    public static int Of(int? wanted) => wanted switch
    {
        null => Default,
        >= 1 and <= Most => wanted.Value,
        _ => throw RefusalException.Invalid(new Fault("page_size", "page_size_out_of_range", Most)),
    };
}
