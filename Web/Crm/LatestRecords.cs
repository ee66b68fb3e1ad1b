using Web.Api;
using Web.Data;
using Web.Kernel;

namespace Web.Crm;

/// <summary>
/// All records of a kind page by page, the latest changed first: the list that programs read over and over. A page is one trip, and
/// its records are written as they are read. <see cref="Listing{T}"/> reads every other list, and says the same of the same records.
/// </summary>
internal sealed class LatestRecords(string table, params JsonColumn[] members)
{
    public const string Order = "-updated_at";

    private readonly ProgramText columns = new(string.Join(", ", JsonColumn.Names(members))), source = new(table);

    /// <summary>Whether a caller wants this list: in the usual order, nothing filtered, nothing counted.</summary>
    public static bool IsWanted(ListRequest request, IQueryCollection query) =>
        request.Sort is null or Order && request.Count != true && query.Keys.All(ListRequest.Names.Contains);

    /// <exception cref="RefusalException">422: a cursor of another list, a page of no size.</exception>
    public async Task<IResult> ReadAsync(AppDb db, ListRequest request, CancellationToken cancellation)
    {
        var (slice, page) = (Slice.Of(db.TenantId, request), new WrittenPage());
        return End(page, slice, await db.ReadAsync(Rows(slice, page), cancellation));
    }

    /// <summary>Reads the records and one more, which tells that there are more; it is not written.</summary>
    public Statement<Place> Rows(Slice slice, WrittenPage page)
    {
        var left = slice.Size;
        var sql = new Statement<Place>(row =>
        {
            if (left-- > 0) JsonColumn.WriteObject(page.Json, row, 2, members);
            return new(row.GetFieldValue<DateTimeOffset>(0), row.GetGuid(1));
        });
        sql.Add($"select updated_at, id, {columns}");
        return slice.Of(sql, source, slice.Size + 1);
    }

    public static WrittenPage End(WrittenPage page, Slice slice, IReadOnlyList<Place> read) =>
        page.End(read.Count > slice.Size ? Cursor.Write(Order, read[slice.Size - 1].UpdatedAt, read[slice.Size - 1].Id) : null);

    internal readonly record struct Place(DateTimeOffset UpdatedAt, Guid Id);

    /// <summary>Which records of a company a page holds.</summary>
    internal readonly record struct Slice(Guid Tenant, int Size, (DateTimeOffset At, Guid Id)? After)
    {
        public static Slice Of(Guid tenant, ListRequest request) => new(tenant, PageSize.Of(request.Size), Cursor.Read<DateTimeOffset>(request.Cursor, Order));

        public T Of<T>(T sql, ProgramText table, long most) where T : Statement
        {
            sql.Add($" from app.{table} where tenant_id = {Tenant} and deleted_at is null");
            if (After is { } last) sql.Add($" and (updated_at, id) < ({last.At.ToUniversalTime()}, {last.Id})");
            sql.Add($" order by updated_at desc, id desc limit {most}"); // a value: callers choose it
            sql.PlanOnce();
            return sql;
        }
    }
}
