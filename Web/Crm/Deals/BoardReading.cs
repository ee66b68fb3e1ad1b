using Web.Data;

namespace Web.Crm.Deals;

/// <summary>Reads the columns of a board by hand: their sums and their cards in one trip.</summary>
internal static class BoardReading
{
    /// <summary>How many cards a column shows at first.</summary>
    public const int Cap = 50;

    private static readonly ProgramText Figures = new(
        "count(*) count, coalesce(sum(d.amount_minor), 0)::bigint amount, coalesce(sum((d.amount_minor * d.probability + 50) / 100), 0)::bigint weighted");

    /// <param name="narrow">Writes which deals the filter lets through.</param>
    /// <param name="only">The stages whose cards are wanted; the others come with their sums only.</param>
    public static async Task<IReadOnlyList<BoardColumn>> ColumnsAsync(
        this AppDb db, Pipeline pipeline, Action<Statement> narrow, IReadOnlyCollection<Guid>? only, CancellationToken cancellation)
    {
        Guid[] stages = [.. pipeline.Stages.Select(stage => stage.Id)], wanted = [.. stages.Where(stage => only?.Contains(stage) != false)];
        var (added, read) = await db.ReadAsync(Sums(stages, narrow), Cards(db.TenantId, wanted, narrow), cancellation);
        var (sums, cards) = (added.ToLookup(sum => sum.StageId), read.ToLookup(card => card.StageId));
        var greatest = pipeline.Stages.Max(stage => Thickness(sums[stage.Id]));
        return
        [
            .. pipeline.Stages.Select(stage =>
            {
                BoardSum[] here = [.. sums[stage.Id].OrderByDescending(sum => sum.Count)];
                var shown = InOrder(cards[stage.Id]);
                return new BoardColumn(stage, here, shown, greatest == 0 ? 0 : (double)Thickness(here) / greatest, here.Sum(sum => sum.Count) - shown.Count);
            }),
        ];
    }

    /// <summary>The cards below the last one that is shown.</summary>
    public static async Task<IReadOnlyList<BoardCard>> CardsBelowAsync(this AppDb db, Action<Statement> narrow, Guid stage, Guid last, CancellationToken cancellation) =>
        InOrder(await db.ReadAsync(Cards(db.TenantId, [stage], sql =>
        {
            narrow(sql);
            sql.Add($" and (d.rank, d.id) > (coalesce((select l.rank from app.deals l where l.tenant_id = {db.TenantId} and l.id = {last} and l.deleted_at is null), ''), {last})");
        }), cancellation));

    // Stage by stage, and told apart by currency only where there are several: sorting 20 000 deals by currency takes longer than adding them up.
    private static Statement<BoardSum> Sums(Guid[] stages, Action<Statement> narrow)
    {
        var sql = new Statement<BoardSum>(row => new(row.GetGuid(0), row.GetString(1), (int)row.GetInt64(2), row.GetInt64(3), row.GetInt64(4)));
        sql.Add($"select s.id, part.* from unnest({stages}) s(id) cross join lateral (select d.currency");
        sql.OpenDealsHere(narrow).Add($" limit 1) any_of cross join lateral (select bool_and(d.currency = any_of.currency) alone, {Figures}");
        sql.OpenDealsHere(narrow).Add($") whole cross join lateral (select any_of.currency, whole.count, whole.amount, whole.weighted where whole.alone");
        sql.Add($" union all select d.currency, {Figures}");
        sql.OpenDealsHere(narrow).Add($" and not whole.alone group by d.currency) part");
        return sql;
    }

    private static Statement OpenDealsHere(this Statement sql, Action<Statement> narrow)
    {
        sql.Add($" from app.deals d where ");
        narrow(sql);
        return sql.Add($" and d.status = 'open' and d.stage_id = s.id");
    }

    // Each column by itself walks its index and stops; asked at once, every open deal would be numbered.
    private static Statement<BoardCard> Cards(Guid tenant, Guid[] stages, Action<Statement> narrow)
    {
        var sql = new Statement<BoardCard>(row => new(
            row.GetGuid(0), row.GetGuid(1), row.GetString(2), row.GetString(3), row.TextOrNull(4), row.OrNull<long>(5), row.GetString(6),
            row.TextOrNull(7), row.OrNull<DateOnly>(8), row.OrNull<Guid>(9), row.GetFieldValue<DateTimeOffset>(10), row.GetFieldValue<uint>(11)));
        sql.Add(
            $"""
            select d.id, d.stage_id, d.rank, d.name,
            """);
        sql.AccountName(tenant).Add(
            $"""
            , d.amount_minor, d.currency, d.next_step, d.next_step_on, d.owner_id, d.updated_at, d.xmin
            from unnest({stages}) s(id) cross join lateral (select d.*, d.xmin from app.deals d where
            """);
        narrow(sql);
        sql.Add($" and d.status = 'open' and d.stage_id = s.id order by d.rank, d.id limit {Cap}) d");
        return sql;
    }

    private static IReadOnlyList<BoardCard> InOrder(IEnumerable<BoardCard> cards) => [.. cards.OrderBy(card => card.Rank, StringComparer.Ordinal).ThenBy(card => card.Id)];

    private static long Thickness(IEnumerable<BoardSum> sums) => sums.Select(sum => sum.WeightedMinor).DefaultIfEmpty().Max();
}
