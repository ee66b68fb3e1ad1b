using System.Text.Json;
using System.Text.Json.Serialization;
using Web.Semantics.Anomalies;

namespace Web.Semantics;

/// <summary>
/// The RESULT of the HTTP contract. A cell is null, a string, bool, long, decimal, double, <see cref="DateOnly"/> (a date, or a bucket's
/// first day), <see cref="DateTime"/> (an instant in UTC, or unspecified: an hour in the tenant's zone) or <see cref="BinEdges"/>.
/// Money is in major units.
/// </summary>
[JsonConverter(typeof(ResultTableConverter))]
public sealed record ResultTable
{
    /// <summary>The key of the group of all others, where a query asks for one.</summary>
    public const string Others = "__others__";

    public required IReadOnlyList<ResultColumn> Columns { get; init; }
    public required IReadOnlyList<IReadOnlyList<object?>> Rows { get; init; }
    public int RowCount => Rows.Count;
    /// <summary>How many rows are here, when there were more; null when these are all.</summary>
    public int? TruncatedAt { get; init; }
    public required DateTimeOffset AsOf { get; init; }
    public bool Cached { get; init; }
    /// <summary>The IANA name of the zone that dates are in.</summary>
    public required string TimeZone { get; init; }
    public double ElapsedMs { get; init; }
    /// <summary>How a forecast was made and how it did in a back-test; null of all other charts.</summary>
    public ForecastNote? Forecast { get; init; }
    /// <summary>What is to be said of marked figures; null where none were asked for.</summary>
    public AnomalyNote? Anomalies { get; init; }

    public string ToJson() => JsonSerializer.Serialize(this, ChartJson.Options);
}

/// <param name="Type">text, integer, number, boolean, date, timestamp or money; a bin is text.</param>
/// <param name="Role">The dimension's or measure's role in the query.</param>
public sealed record ResultColumn(string Name, string Title, string Type, string Role, string? Currency = null, string? Unit = null);

/// <summary>A bin from <paramref name="From"/> up to <paramref name="To"/>, which only the last of a counted number of bins includes.</summary>
public sealed record BinEdges(decimal From, decimal To, bool Closed)
{
    public override string ToString() => FormattableString.Invariant($"[{From},{To}{(Closed ? ']' : ')')}");
}

internal sealed class ResultTableConverter : JsonConverter<ResultTable>
{
    public override ResultTable Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("Results are only written.");

    public override void Write(Utf8JsonWriter writer, ResultTable value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("columns");
        JsonSerializer.Serialize(writer, value.Columns, ChartJson.Options);
        writer.WriteStartArray("rows");
        foreach (var row in value.Rows)
        {
            writer.WriteStartArray();
            foreach (var cell in row) ResultCell.Write(writer, cell);
            writer.WriteEndArray();
        }
        writer.WriteEndArray();
        writer.WriteNumber("row_count", value.RowCount);
        if (value.TruncatedAt is { } at) writer.WriteNumber("truncated_at", at);
        else writer.WriteNull("truncated_at");
        writer.WriteString("as_of", value.AsOf.UtcDateTime);
        writer.WriteBoolean("cached", value.Cached);
        writer.WriteString("time_zone", value.TimeZone);
        writer.WriteNumber("elapsed_ms", Math.Round(value.ElapsedMs, 1));
        Note(writer, "forecast", value.Forecast);
        Note(writer, "anomalies", value.Anomalies);
        writer.WriteEndObject();
    }

    private static void Note<T>(Utf8JsonWriter writer, string name, T? note) where T : class
    {
        if (note is null) return;
        writer.WritePropertyName(name);
        JsonSerializer.Serialize(writer, note, ChartJson.Options);
    }
}
