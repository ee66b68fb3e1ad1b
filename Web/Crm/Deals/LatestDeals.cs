using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>All deals page by page, the latest changed first, each page in one trip and by hand: the list that programs read over and over.</summary>
internal static class LatestDeals
{
    public const string Order = "-updated_at";

    /// <summary>Whether a caller wants this list: in the usual order, nothing filtered, nothing counted.</summary>
    public static bool IsWanted(ListRequest request, IQueryCollection query) =>
        request.Sort is null or Order && request.Count != true && query.Keys.All(ListRequest.Names.Contains);

    /// <exception cref="RefusalException">422: a cursor of another list, a page of no size.</exception>
    public static async Task<Page<DealAnswer>> LatestAsync(this AppDb db, ListRequest request, CancellationToken cancellation)
    {
        var (size, after) = (PageSize.Of(request.Size), Cursor.Read<DateTimeOffset>(request.Cursor, Order));
        var (deals, hanging) = await db.ReadAsync(Deals(db.TenantId, size + 1, after), Parts(db.TenantId, size, after), cancellation);
        var parts = hanging.Arranged();
        DealAnswer[] page = [.. deals.Take(size).Select(deal => deal.Answer with { Contacts = parts[deal.Answer.Id].People(), Lines = parts[deal.Answer.Id].Lines(deal.Currency) })];
        return new(page, deals.Count > size ? Cursor.Write(Order, page[^1].UpdatedAt, page[^1].Id) : null);
    }

    private static Statement<(DealAnswer Answer, string Currency)> Deals(Guid tenant, int most, (DateTimeOffset, Guid)? after)
    {
        var sql = new Statement<(DealAnswer, string)>(row => (new(
            row.GetGuid(0), row.GetString(1), row.OrNull<Guid>(2), [], row.GetGuid(3), row.GetGuid(4), row.OrNull<long>(5) is { } minor ? new Money(minor, row.GetString(6)) : null, row.GetInt16(7),
            row.OrNull<DateOnly>(8), row.OrNull<DateOnly>(9), WordConverter<DealStatus>.Read(row.GetString(10)), row.TextOrNull(11), row.TextOrNull(12), row.OrNull<DateOnly>(13), [],
            row.OrNull<Guid>(14), row.GetFieldValue<string[]>(15), CustomJson.Of(row.GetString(16)), row.GetFieldValue<DateTimeOffset>(17), row.GetFieldValue<DateTimeOffset>(18)), row.GetString(6)));
        sql.Add(
            $"""
            select id, name, account_id, pipeline_id, stage_id, amount_minor, currency, probability, expected_close_on, closed_on, status, lost_reason, next_step, next_step_on,
              owner_id, tags, custom, created_at, updated_at
            """);
        return Page(sql, tenant, most, after);
    }

    private static Statement<DealPart> Parts(Guid tenant, int most, (DateTimeOffset, Guid)? after)
    {
        var sql = new Statement<DealPart>(row => new(row.GetGuid(0), row.GetGuid(1), row.OrNull<Guid>(2), row.TextOrNull(3), row.GetInt16(4), row.GetDecimal(5), row.GetInt64(6)));
        sql.Add($"with page as (select id");
        Page(sql, tenant, most, after).Add(
            $"""
            )
            select deal_id, id, contact_id, role, 0::smallint, 0::numeric, 0::bigint from app.deal_contacts where tenant_id = {tenant} and deal_id in (select id from page)
            union all
            select deal_id, id, null, name, position, quantity, unit_price_minor from app.deal_lines where tenant_id = {tenant} and deal_id in (select id from page)
            """);
        return sql;
    }

    private static T Page<T>(T sql, Guid tenant, int most, (DateTimeOffset At, Guid Id)? after) where T : Statement
    {
        sql.Add($" from app.deals where tenant_id = {tenant} and deleted_at is null");
        if (after is { } last) sql.Add($" and (updated_at, id) < ({last.At.ToUniversalTime()}, {last.Id})");
        sql.Add($" order by updated_at desc, id desc limit {(long)most}"); // a value: callers choose it
        return sql;
    }
}
