using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Web.Semantics;

/// <summary>How queries and results are written: snake_case, nulls left out, nothing unknown accepted.</summary>
public static class ChartJson
{
    public static JsonSerializerOptions Options { get; } = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        PropertyNameCaseInsensitive = false,
        NumberHandling = JsonNumberHandling.Strict,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        RespectNullableAnnotations = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false),
            new BinConverter(),
            new SortByConverter(),
        },
    };
}

/// <summary>How numbers fall into bins: <c>"auto"</c>, so many bins, or bins of a width.</summary>
public sealed record Bin(int? Count = null, decimal? Width = null)
{
    public static Bin Auto { get; } = new();
}

/// <summary><c>"x"</c>, <c>"y"</c>, a field's name, or a field with an aggregate.</summary>
public sealed record SortBy(string Field, string? Aggregate = null)
{
    public static SortBy X { get; } = new("x");
    public static SortBy Y { get; } = new("y");
}

internal sealed class BinConverter : JsonConverter<Bin>
{
    public override Bin Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String)
            return reader.GetString() == "auto" ? Bin.Auto : throw new JsonException("bin is \"auto\", {\"count\":n} or {\"width\":n}.");
        var parts = JsonSerializer.Deserialize<Parts>(ref reader, options);
        return parts is { Count: null, Width: not null } or { Count: not null, Width: null }
            ? new Bin(parts.Count, parts.Width)
            : throw new JsonException("bin has either count or width.");
    }

    public override void Write(Utf8JsonWriter writer, Bin value, JsonSerializerOptions options)
    {
        if (value == Bin.Auto) writer.WriteStringValue("auto");
        else JsonSerializer.Serialize(writer, new Parts(value.Count, value.Width), options);
    }

    private sealed record Parts(int? Count = null, decimal? Width = null);
}

internal sealed class SortByConverter : JsonConverter<SortBy>
{
    public override SortBy Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        if (reader.TokenType == JsonTokenType.String) return new SortBy(reader.GetString()!);
        var parts = JsonSerializer.Deserialize<Parts>(ref reader, options) ?? throw new JsonException("sort.by is missing.");
        return new SortBy(parts.Field, parts.Aggregate);
    }

    public override void Write(Utf8JsonWriter writer, SortBy value, JsonSerializerOptions options)
    {
        if (value.Aggregate is null) writer.WriteStringValue(value.Field);
        else JsonSerializer.Serialize(writer, new Parts(value.Field, value.Aggregate), options);
    }

    private sealed record Parts(string Field, string Aggregate);
}
