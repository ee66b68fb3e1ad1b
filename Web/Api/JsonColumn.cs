using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Npgsql;
using Web.Kernel;

namespace Web.Api;

/// <summary>A member of a JSON object that is written straight from a row, in the same bytes as <see cref="ApiJson.Options"/> give.</summary>
/// <param name="columns">The columns that it is made of, by the names of the database.</param>
/// <param name="write">Writes the value, of which the first column is never empty.</param>
internal sealed class JsonColumn(string name, string[] columns, Action<Utf8JsonWriter, NpgsqlDataReader, int> write)
{
    private readonly JsonEncodedText name = JsonEncodedText.Encode(name, JavaScriptEncoder.UnsafeRelaxedJsonEscaping);

    public IReadOnlyList<string> Columns => columns;

    public static JsonColumn Id(string name) => new(name, [name], static (json, row, at) => json.WriteStringValue(row.GetGuid(at)));

    /// <summary>A text, or the word of an enum: the database keeps the words that the API says.</summary>
    public static JsonColumn Text(string name, string? column = null) => new(name, [column ?? name], static (json, row, at) => json.WriteStringValue(row.GetString(at)));

    public static JsonColumn Number(string name) => new(name, [name], static (json, row, at) => json.WriteNumberValue(row.GetInt32(at)));

    public static JsonColumn Day(string name) => new(name, [name], static (json, row, at) =>
    {
        Span<byte> day = stackalloc byte[10];
        row.GetFieldValue<DateOnly>(at).TryFormat(day, out _, "O", CultureInfo.InvariantCulture);
        json.WriteStringValue(day);
    });

    public static JsonColumn Time(string name) => new(name, [name], static (json, row, at) => json.WriteStringValue(row.GetFieldValue<DateTimeOffset>(at)));

    public static JsonColumn Texts(string name) => new(name, [name], static (json, row, at) =>
    {
        json.WriteStartArray();
        foreach (var text in row.GetFieldValue<string[]>(at)) json.WriteStringValue(text);
        json.WriteEndArray();
    });

    public static JsonColumn Money(string name, string minor, string currency) => new(name, [minor, currency], static (json, row, at) =>
        ApiJson.Write(json, new Money(row.GetInt64(at), row.GetString(at + 1))));

    /// <summary>An object that is never empty itself, whatever its members are.</summary>
    public static JsonColumn Object(string name, params JsonColumn[] members) => new(name, ["true", .. Names(members)], (json, row, at) => WriteObject(json, row, at + 1, members));

    public void Write(Utf8JsonWriter json, NpgsqlDataReader row, int at)
    {
        json.WritePropertyName(name);
        if (row.IsDBNull(at)) json.WriteNullValue();
        else write(json, row, at);
    }

    public static IEnumerable<string> Names(IEnumerable<JsonColumn> members) => members.SelectMany(member => member.Columns);

    public static void WriteObject(Utf8JsonWriter json, NpgsqlDataReader row, int at, JsonColumn[] members)
    {
        json.WriteStartObject();
        foreach (var member in members)
        {
            member.Write(json, row, at);
            at += member.Columns.Count;
        }
        json.WriteEndObject();
    }
}
