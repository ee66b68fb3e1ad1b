using Web.Crm.Accounts;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>A deal as a line of a list says it.</summary>
public sealed record DealRow(
    Guid Id, string Name, string SortKey, string? Account, Guid? AccountId, Guid StageId, DealStatus Status, long? AmountMinor, string Currency, short Probability,
    DateOnly? ExpectedCloseOn, DateOnly? ClosedOn, string? NextStep, DateOnly? NextStepOn, Guid? OwnerId, DateTimeOffset UpdatedAt)
{
    public Money? Amount => AmountMinor is { } minor ? new Money(minor, Currency) : null;
    public Money? Weighted => AmountMinor is { } minor ? new Money((long)Math.Round(minor * Probability / 100m, MidpointRounding.AwayFromZero), Currency) : null;
}

/// <summary>What a list comes to in one currency.</summary>
public sealed record DealSum(string Currency, int Count, int Valued, decimal SumMinor, decimal WeightedMinor)
{
    public Money Sum => new((long)SumMinor, Currency);
    public Money Weighted => new((long)WeightedMinor, Currency);
    /// <summary>Of those whose amount is known.</summary>
    public Money? Mean => Valued == 0 ? null : new((long)Math.Round(SumMinor / Valued, MidpointRounding.AwayFromZero), Currency);
}

public static class DealRows
{
    public static IQueryable<DealRow> AsRows(this IQueryable<Deal> deals, AppDb db) => deals.LeftJoin(
        db.Accounts, deal => deal.AccountId, account => account.Id, (deal, account) => new DealRow(
            deal.Id, deal.Name, deal.SortKey, account!.Name, deal.AccountId, deal.StageId, deal.Status, deal.AmountMinor, deal.Currency, deal.Probability,
            deal.ExpectedCloseOn, deal.ClosedOn, deal.NextStep, deal.NextStepOn, deal.OwnerId, deal.UpdatedAt));
}

/// <summary>Reads what a list of deals shows, by hand: the page that is looked at most.</summary>
internal static class DealListing
{
    /// <param name="narrow">Writes which deals.</param>
    public static Statement<DealRow> Rows(Guid tenant, Action<Statement> narrow, DealSort sort, string? after, int most)
    {
        var sql = new Statement<DealRow>(row => new(
            row.GetGuid(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), row.OrNull<Guid>(4), row.GetGuid(5), WordConverter<DealStatus>.Read(row.GetString(6)), row.OrNull<long>(7), row.GetString(8), row.GetInt16(9),
            row.OrNull<DateOnly>(10), row.OrNull<DateOnly>(11), row.TextOrNull(12), row.OrNull<DateOnly>(13), row.OrNull<Guid>(14), row.GetFieldValue<DateTimeOffset>(15)));
        sql.Add(
            $"""
            select d.id, d.name, d.sort_key,
            """);
        sql.AccountName(tenant).Add(
            $"""
            , d.account_id, d.stage_id, d.status, d.amount_minor, d.currency, d.probability,
              d.expected_close_on, d.closed_on, d.next_step, d.next_step_on, d.owner_id, d.updated_at
            from (select * from app.deals d where
            """);
        narrow(sql);
        sort.Below(sql, after);
        sort.Order(sql);
        sql.Add($" limit {most}) d");
        sort.Order(sql);
        return sql;
    }

    // In whole numbers, rounded half away from zero as money is: dividing decimals costs the database more than reading the rows.
    public static Statement<DealSum> Sums(Action<Statement> narrow, int? most)
    {
        var sql = new Statement<DealSum>(row => new(row.GetString(0), (int)row.GetInt64(1), (int)row.GetInt64(2), row.GetDecimal(3), row.GetDecimal(4)));
        sql.Add(
            $"""
            select currency, count(*), count(amount_minor), sum(coalesce(amount_minor, 0)),
              sum((coalesce(amount_minor, 0) * probability + case when amount_minor < 0 then -50 else 50 end) / 100)
            from (select currency, amount_minor, probability from app.deals d where
            """);
        narrow(sql);
        if (most is { } cap) sql.Add($" limit {cap}");
        sql.Add($") d group by currency order by count(*) desc");
        return sql;
    }

    /// <summary>Looked up row by row: joined, a plan for companies of any size reads all the accounts of a big one.</summary>
    public static Statement AccountName(this Statement sql, Guid tenant) =>
        sql.Add($" (select a.name from app.accounts a where a.tenant_id = {tenant} and a.id = d.account_id and a.deleted_at is null)");
}
