using Web.Api;
using Web.Data;
using Web.Kernel;
using static Web.Api.JsonColumn;

namespace Web.Crm.Deals;

/// <summary>The latest deals, with the people and the lines of each, which travel in front of them.</summary>
internal static class LatestDeals
{
    private static readonly ProgramText Table = new("deals");

    private static readonly JsonColumn[]
        First = [Id("id"), Text("name"), Id("account_id")],
        Middle =
        [
            Id("pipeline_id"), Id("stage_id"), JsonColumn.Money("amount", "amount_minor", "currency"), Number("probability"), Day("expected_close_on"), Day("closed_on"),
            Text("status"), Text("lost_reason"), Text("next_step"), Day("next_step_on"),
        ],
        Last = [Id("owner_id"), Texts("tags"), CustomJson.Column, Time("created_at"), Time("updated_at")];

    /// <exception cref="RefusalException">422: a cursor of another list, a page of no size.</exception>
    public static async Task<IResult> LatestAsync(this AppDb db, ListRequest request, CancellationToken cancellation)
    {
        var (slice, page, parts) = (LatestRecords.Slice.Of(db.TenantId, request), new WrittenPage(), new Dictionary<Guid, List<DealPart>>());
        var deals = new LatestRecords("deals", [.. First, People(parts), .. Middle, Lines(parts), .. Last]);
        var (_, read) = await db.ReadAsync(Parts(slice, parts), deals.Rows(slice, page), cancellation);
        return LatestRecords.End(page, slice, read);
    }

    private static JsonColumn People(Dictionary<Guid, List<DealPart>> parts) => new("contacts", ["id"], (json, row, at) =>
    {
        json.WriteStartArray();
        foreach (var part in Of(parts, row.GetGuid(at)))
        {
            if (part.Contact is not { } contact) continue;
            json.WriteStartObject();
            json.WriteString("contact_id"u8, contact);
            json.WriteString("role"u8, part.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    private static JsonColumn Lines(Dictionary<Guid, List<DealPart>> parts) => new("lines", ["id", "currency"], (json, row, at) =>
    {
        json.WriteStartArray();
        foreach (var part in Of(parts, row.GetGuid(at)))
        {
            if (part.Contact is not null) continue;
            var line = QuoteLine.Of(part.Text, part.Quantity, part.PriceMinor, row.GetString(at + 1));
            json.WriteStartObject();
            json.WriteString("name"u8, line.Name);
            json.WriteNumber("quantity"u8, line.Quantity);
            json.WritePropertyName("unit_price"u8);
            ApiJson.Write(json, line.UnitPrice);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>Puts what hangs on the deals of the page beside them. Looked up deal by deal, because the plan is kept.</summary>
    private static Statement<DealPart> Parts(LatestRecords.Slice slice, Dictionary<Guid, List<DealPart>> parts)
    {
        var sql = new Statement<DealPart>(row =>
        {
            var part = new DealPart(row.GetGuid(0), row.GetGuid(1), row.OrNull<Guid>(2), row.TextOrNull(3), row.GetInt16(4), row.GetDecimal(5), row.GetInt64(6));
            if (!parts.TryGetValue(part.Deal, out var known)) parts.Add(part.Deal, known = []);
            known.Add(part);
            return part;
        });
        sql.Add($"with page as (select id");
        slice.Of(sql, Table, slice.Size).Add(
            $"""
            )
            select part.* from page cross join lateral (
              select deal_id, id, contact_id, role, 0::smallint as position, 0::numeric, 0::bigint from app.deal_contacts where tenant_id = {slice.Tenant} and deal_id = page.id
              union all
              select deal_id, id, null, name, position, quantity, unit_price_minor from app.deal_lines where tenant_id = {slice.Tenant} and deal_id = page.id) part
            """);
        return sql;
    }

    private static List<DealPart> Of(Dictionary<Guid, List<DealPart>> parts, Guid deal)
    {
        if (!parts.TryGetValue(deal, out var known)) return [];
        if (known.Count > 1) known.Sort(static (one, other) => one.Position != other.Position ? one.Position.CompareTo(other.Position) : one.Id.CompareTo(other.Id));
        return known;
    }
}
