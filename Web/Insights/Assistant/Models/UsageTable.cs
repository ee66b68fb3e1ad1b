using Microsoft.EntityFrameworkCore;
using Web.Data;

namespace Web.Insights.Assistant.Models;

/// <summary>What one person's calls of one day came to, in one currency.</summary>
public sealed record UsageRow(Guid Id, string Name, DateOnly Day, long Calls, long Tokens, decimal? Cost, string? Currency);

/// <summary>One line of a table of usage; costs in different currencies are not added.</summary>
public sealed record UsageLine(string Title, long Calls, long Tokens, IReadOnlyList<string> Costs);

/// <summary>A month's usage, by person and by day.</summary>
public sealed record UsageTable(IReadOnlyList<UsageRow> Rows)
{
    public IReadOnlyList<string> Costs => CostsOf(Rows);

    public IReadOnlyList<UsageLine> ByPerson => [.. Rows.GroupBy(row => (row.Id, row.Name)).Select(rows => Line(rows.Key.Name, [.. rows])).OrderByDescending(line => line.Tokens)];

    public IReadOnlyList<UsageLine> ByDay => [.. Rows.GroupBy(row => row.Day).OrderByDescending(rows => rows.Key).Select(rows => Line(rows.Key.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), [.. rows]))];

    /// <param name="month">Its first day. Needs an open unit of work.</param>
    internal static async Task<UsageTable> OfAsync(AppDb db, DateOnly month, TimeZoneInfo zone, CancellationToken cancellation) => new(await db.Database.SqlQuery<UsageRow>(
        $"""
         select m.id as "Id", m.name as "Name", (c.at at time zone {zone.Id})::date as "Day", count(*) as "Calls",
           sum(c.input_tokens::bigint + c.output_tokens)::bigint as "Tokens", sum(c.cost) as "Cost", c.currency as "Currency"
         from app.language_model_calls c join app.members m on m.tenant_id = c.tenant_id and m.id = c.member_id
         where c.tenant_id = {db.TenantId} and (c.at at time zone {zone.Id})::date >= {month} and (c.at at time zone {zone.Id})::date < {month.AddMonths(1)}
         group by m.id, m.name, 3, c.currency
         """).ToListAsync(cancellation));

    private static UsageLine Line(string title, IReadOnlyList<UsageRow> rows) => new(title, rows.Sum(row => row.Calls), rows.Sum(row => row.Tokens), CostsOf(rows));

    private static IReadOnlyList<string> CostsOf(IReadOnlyList<UsageRow> rows) =>
        [.. rows.Where(row => row is { Cost: not null, Currency: not null }).GroupBy(row => row.Currency!).OrderBy(of => of.Key, StringComparer.Ordinal).Select(of => ModelCosts.Text(of.Sum(row => row.Cost!.Value), of.Key))];
}
