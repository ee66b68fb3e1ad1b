using System.Buffers;
using System.Globalization;
using System.Security.Cryptography;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Web.Audit.Chain;

/// <summary>
/// An entry as it is hashed: a JSON object of all its columns in alphabetical order without blanks, times in UTC to the
/// microsecond, what changed with its own keys in order. It depends on nothing but what the row says.
/// </summary>
internal static class EntryText
{
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>What stands before a company's first entry.</summary>
    public static byte[] Beginning(Guid tenant) => SHA256.HashData(System.Text.Encoding.UTF8.GetBytes($"tsumugi audit {tenant}"));

    /// <summary>SHA-256 over the hash before and the entry's text.</summary>
    public static byte[] Hash(ReadOnlySpan<byte> before, SealedRow row)
    {
        var text = new ArrayBufferWriter<byte>(1024);
        text.Write(before);
        Write(text, row);
        return SHA256.HashData(text.WrittenSpan);
    }

    internal static void Write(IBufferWriter<byte> text, SealedRow row)
    {
        using var json = new Utf8JsonWriter(text, Plain);
        json.WriteStartObject();
        json.WriteString("at", row.At.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.ffffff'Z'", CultureInfo.InvariantCulture));
        json.WritePropertyName("changes");
        WriteChanges(json, row.Changes);
        json.WriteString("description", row.Description);
        json.WriteString("entity", row.Entity);
        WriteId(json, "entity_id", row.EntityId);
        json.WriteString("event_category", row.EventCategory);
        json.WriteString("event_type", row.EventType);
        json.WriteString("id", row.Id);
        json.WriteString("ip_address", row.IpAddress);
        WriteId(json, "member_id", row.MemberId);
        json.WriteString("risk_level", row.RiskLevel);
        json.WriteStartArray("risk_reasons");
        foreach (var reason in row.RiskReasons) json.WriteStringValue(reason);
        json.WriteEndArray();
        json.WriteString("tenant_id", row.TenantId);
        json.WriteString("user_agent", row.UserAgent);
        json.WriteEndObject();
    }

    private static void WriteId(Utf8JsonWriter json, string name, Guid? id)
    {
        if (id is { } there) json.WriteString(name, there);
        else json.WriteNull(name);
    }

    private static void WriteChanges(Utf8JsonWriter json, string? changes)
    {
        if (changes is null)
        {
            json.WriteNullValue();
            return;
        }
        using var read = JsonDocument.Parse(changes);
        WriteInOrder(json, read.RootElement);
    }

    private static void WriteInOrder(Utf8JsonWriter json, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    json.WritePropertyName(member.Name);
                    WriteInOrder(json, member.Value);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray()) WriteInOrder(json, item);
                json.WriteEndArray();
                break;
            case JsonValueKind.Number:
                json.WriteRawValue(value.GetRawText());
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }
}

/// <summary>An entry with every column of its row, as the table has it.</summary>
internal sealed record SealedRow(
    Guid TenantId, Guid Id, DateTimeOffset At, string EventType, string EventCategory, string RiskLevel, IReadOnlyList<string> RiskReasons,
    Guid? MemberId, string? Entity, Guid? EntityId, string? Description, string? Changes, string? IpAddress, string? UserAgent)
{
    public const string Columns = "e.tenant_id, e.id, e.at, e.event_type, e.event_category, e.risk_level, e.risk_reasons, e.member_id, e.entity, e.entity_id, e.description, e.changes::text, e.ip_address::text, e.user_agent";

    public static SealedRow Read(Npgsql.NpgsqlDataReader row) => new(
        row.GetGuid(0), row.GetGuid(1), row.GetFieldValue<DateTimeOffset>(2), row.GetString(3), row.GetString(4), row.GetString(5), row.GetFieldValue<string[]>(6),
        IdOrNull(row, 7), TextOrNull(row, 8), IdOrNull(row, 9), TextOrNull(row, 10), TextOrNull(row, 11), TextOrNull(row, 12), TextOrNull(row, 13));

    private static string? TextOrNull(Npgsql.NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    private static Guid? IdOrNull(Npgsql.NpgsqlDataReader row, int column) => row.IsDBNull(column) ? null : row.GetGuid(column);
}
