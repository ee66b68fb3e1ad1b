using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Audit;
using Web.Crm.Accounts;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;
using Web.Ui;

namespace Web.Crm.Home;

/// <summary>A deal that changed lately, and what changed.</summary>
public sealed record MovedDeal(
    Guid Id, string Name, string? Account, StagePlace Place, StageState State, Money? Amount, Guid? ById, string? By, DateTimeOffset At, string What, FieldChange? Change);

/// <summary>The deals that changed last, each with the last entry of the audit log.</summary>
internal sealed class RecentlyMoved(AppDb db, IStringLocalizer<CrmTexts> texts, StageMap stages, People people, Days days)
{
    public const int Shown = 7;

    public async Task<IReadOnlyList<MovedDeal>> ReadAsync(CancellationToken cancellation)
    {
        var (entries, accounts) = (db.AuditEntries, db.Accounts);
        var rows = await db.Deals.OrderByDescending(deal => deal.UpdatedAt).ThenByDescending(deal => deal.Id).Take(Shown).Select(deal => new
        {
            deal.Id,
            deal.Name,
            deal.StageId,
            deal.Status,
            deal.AmountMinor,
            deal.Currency,
            deal.UpdatedAt,
            deal.LostReason,
            deal.OwnerId,
            Account = accounts.Where(account => account.Id == deal.AccountId).Select(account => account.Name).FirstOrDefault(),
            Last = entries.Where(entry => entry.EntityId == deal.Id).OrderByDescending(entry => entry.Id)
                .Select(entry => new { entry.EventType, entry.Changes, entry.MemberId }).FirstOrDefault(),
        }).ToListAsync(cancellation);
        var named = rows.SelectMany(row => ChangeWords.AccountsIn(row.Last?.Changes)).Distinct().ToArray();
        var names = named is [] ? [] : await db.Accounts.Where(account => named.Contains(account.Id)).ToDictionaryAsync(account => account.Id, account => account.Name, cancellation);
        var words = new ChangeWords(texts, stages, people, days, names);
        return
        [
            .. rows.OrderByDescending(row => row.UpdatedAt).Select(row =>
            {
                var (what, change) = What(row.Last?.EventType, row.Last?.Changes, row.Currency, row.LostReason, words);
                var state = row.Status switch { DealStatus.Won => StageState.Won, DealStatus.Lost => StageState.Lost, _ => StageState.Open };
                var by = row.Last?.MemberId ?? row.OwnerId;
                return new MovedDeal(row.Id, row.Name, row.Account, stages.Of(row.StageId), state, row.AmountMinor is { } minor ? new Money(minor, row.Currency) : null,
                    by, people.NameOf(by), row.UpdatedAt, what, change);
            }),
        ];
    }

    private (string, FieldChange?) What(string? type, string? changes, string currency, string? reason, ChangeWords words) => type switch
    {
        "deal.won" => (texts["Deals.Status.Won"], null),
        "deal.lost" => (reason is null ? texts["Deals.Status.Lost"] : texts["Home.LostBecause", ChangeWords.Reason(texts, reason)!], null),
        "deal.reopened" => (texts["Done.reopened"], null),
        "deal.created" => (texts["Home.Created"], null),
        "deal.restored" => (texts["Done.restored"], null),
        _ => words.Of(changes, currency, steps: true) is [var first, ..] ? (first.Field, first) : (texts["Home.Touched"], null),
    };
}
