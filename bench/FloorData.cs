using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Npgsql;

namespace Bench;

/// <summary>The JSON list and a chart's rows, written by hand.</summary>
internal sealed class FloorData(FloorDoor door)
{
    private const string Newest = "select id from app.deals where tenant_id = $1 and deleted_at is null order by updated_at desc, id desc limit 50";

    /// <summary>50 deals with their contacts and lines, every field of them.</summary>
    public async Task ListAsync(HttpContext context)
    {
        await using var batch = door.Batch();
        batch.BatchCommands.Add(door.Command($"select deal_id, contact_id, role from app.deal_contacts where tenant_id = $1 and deal_id in ({Newest})"));
        batch.BatchCommands.Add(door.Command($"select deal_id, name, quantity, unit_price_minor from app.deal_lines where tenant_id = $1 and deal_id in ({Newest}) order by position"));
        batch.BatchCommands.Add(door.Command(
            """
            select id, name, account_id, pipeline_id, stage_id, amount_minor, currency, probability, expected_close_on, closed_on, status, lost_reason, next_step, next_step_on,
                   owner_id, tags, custom, created_at, updated_at
            from app.deals where tenant_id = $1 and deleted_at is null order by updated_at desc, id desc limit 51
            """));
        await using var reader = await door.ReadAsync(batch);
        var (people, lines) = (new Dictionary<Guid, List<(Guid, string?)>>(), new Dictionary<Guid, List<(string, decimal, long)>>());
        while (await reader.ReadAsync()) Of(people, reader.GetGuid(0)).Add((reader.GetGuid(1), reader.GetString(2)));
        await reader.NextResultAsync();
        while (await reader.ReadAsync()) Of(lines, reader.GetGuid(0)).Add((reader.GetString(1), reader.GetDecimal(2), reader.GetInt64(3)));
        await reader.NextResultAsync();
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter, new JsonWriterOptions { SkipValidation = true });
        json.WriteStartObject();
        json.WriteStartArray("items"u8);
        for (var n = 0; n < 50 && await reader.ReadAsync(); n++) Deal(json, reader, people, lines);
        json.WriteEndArray();
        json.WriteString("next_cursor"u8, "WyItdXBkYXRlZF9hdCIsIlwiMjAyNi0xMS0yMVQwMDowMDowMC4wMDAwMDAwKzAwOjAwXCIiLCJcIjAxMjM0NTY3LTg5YWJcIiJd"u8);
        json.WriteEndObject();
    }

    public async Task ChartAsync(HttpContext context)
    {
        await using var batch = door.Batch();
        batch.BatchCommands.Add(door.Command(
            "select date_trunc('month', closed_on::timestamp)::date, sum(amount_minor) from app.deals where tenant_id = $1 and status = 'won' and deleted_at is null group by 1 order by 1"));
        await using var reader = await door.ReadAsync(batch);
        context.Response.ContentType = "application/json; charset=utf-8";
        await using var json = new Utf8JsonWriter(context.Response.BodyWriter);
        json.WriteStartArray();
        while (await reader.ReadAsync())
        {
            json.WriteStringValue(reader.GetFieldValue<DateOnly>(0).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
            json.WriteNumberValue(reader.GetDecimal(1));
        }
        json.WriteEndArray();
    }

    private static void Deal(Utf8JsonWriter json, NpgsqlDataReader row, Dictionary<Guid, List<(Guid Id, string? Role)>> people, Dictionary<Guid, List<(string Name, decimal Quantity, long Price)>> lines)
    {
        var id = row.GetGuid(0);
        json.WriteStartObject();
        json.WriteString("id"u8, id);
        json.WriteString("name"u8, row.GetString(1));
        json.WriteString("account_id"u8, row.GetGuid(2));
        json.WriteStartArray("contacts"u8);
        foreach (var (contact, role) in Of(people, id))
        {
            json.WriteStartObject();
            json.WriteString("contact_id"u8, contact);
            json.WriteString("role"u8, role);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("pipeline_id"u8, row.GetGuid(3));
        json.WriteString("stage_id"u8, row.GetGuid(4));
        Money(json, "amount"u8, row.GetInt64(5), row.GetString(6));
        json.WriteNumber("probability"u8, row.GetInt16(7));
        Day(json, "expected_close_on"u8, row, 8);
        Day(json, "closed_on"u8, row, 9);
        json.WriteString("status"u8, row.GetString(10));
        Word(json, "lost_reason"u8, row, 11);
        Word(json, "next_step"u8, row, 12);
        Day(json, "next_step_on"u8, row, 13);
        json.WriteStartArray("lines"u8);
        foreach (var (name, quantity, price) in Of(lines, id))
        {
            json.WriteStartObject();
            json.WriteString("name"u8, name);
            json.WriteNumber("quantity"u8, quantity);
            Money(json, "unit_price"u8, price, row.GetString(6));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("owner_id"u8, row.GetGuid(14));
        json.WriteStartArray("tags"u8);
        foreach (var tag in row.GetFieldValue<string[]>(15)) json.WriteStringValue(tag);
        json.WriteEndArray();
        json.WritePropertyName("custom"u8);
        json.WriteRawValue(row.GetString(16));
        json.WriteString("created_at"u8, row.GetDateTime(17));
        json.WriteString("updated_at"u8, row.GetDateTime(18));
        json.WriteEndObject();
    }

    private static void Money(Utf8JsonWriter json, ReadOnlySpan<byte> name, long minor, string currency)
    {
        json.WriteStartObject(name);
        json.WriteString("amount"u8, minor.ToString(CultureInfo.InvariantCulture));
        json.WriteString("currency"u8, currency);
        json.WriteEndObject();
    }

    private static void Day(Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column)) json.WriteNull(name);
        else json.WriteString(name, row.GetFieldValue<DateOnly>(column).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
    }

    private static void Word(Utf8JsonWriter json, ReadOnlySpan<byte> name, NpgsqlDataReader row, int column)
    {
        if (row.IsDBNull(column)) json.WriteNull(name);
        else json.WriteString(name, row.GetString(column));
    }

    private static List<T> Of<T>(Dictionary<Guid, List<T>> groups, Guid key) => groups.TryGetValue(key, out var list) ? list : groups[key] = [];
}
