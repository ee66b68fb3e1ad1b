using Microsoft.EntityFrameworkCore;
using Web.Crm.Accounts;
using Web.Crm.Contacts;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>Somebody who has a say in a deal.</summary>
public sealed record PersonInDeal(Guid Id, string FamilyName, string? GivenName, string? JobTitle, string? Role)
{
    public string Name => Naming.Full(FamilyName, GivenName);
}

/// <summary>A customer in short: what is open, what was won, when last.</summary>
public sealed record AccountSummary(Guid Id, string Name, string? Industry, int? Employees, IReadOnlyList<AccountTotal> Totals)
{
    public IEnumerable<AccountTotal> Open => Totals.Where(total => total.Status == DealStatus.Open);
    public IEnumerable<AccountTotal> Won => Totals.Where(total => total.Status == DealStatus.Won);
    public DateOnly? LastWon => Won.Max(total => total.LastClosed);
}

public sealed record AccountTotal(DealStatus Status, string Currency, int Count, decimal SumMinor, DateOnly? LastClosed)
{
    public Money Sum => new((long)SumMinor, Currency);
}

/// <summary>What stands beside a deal: its people and its customer.</summary>
public static class DealSides
{
    public static Task<List<PersonInDeal>> PeopleOfAsync(this AppDb db, Guid deal, CancellationToken cancellation) => db.DealContacts.Where(one => one.DealId == deal)
        .Join(db.Contacts, one => one.ContactId, contact => contact.Id, (one, contact) => new { one.Id, Person = new PersonInDeal(contact.Id, contact.FamilyName, contact.GivenName, contact.JobTitle, one.Role) })
        .OrderBy(one => one.Id).Select(one => one.Person).ToListAsync(cancellation);

    public static async Task<AccountSummary?> SummaryAsync(this AppDb db, Guid? account, CancellationToken cancellation)
    {
        var head = await db.Accounts.Where(one => one.Id == account).Select(one => new { one.Id, one.Name, one.Industry, one.Employees }).SingleOrDefaultAsync(cancellation);
        if (head is null) return null;
        var totals = await db.Deals.Of(head.Id).GroupBy(deal => new { deal.Status, deal.Currency })
            .Select(same => new AccountTotal(same.Key.Status, same.Key.Currency, same.Count(), same.Sum(deal => (decimal)(deal.AmountMinor ?? 0)), same.Max(deal => deal.ClosedOn)))
            .ToListAsync(cancellation);
        return new AccountSummary(head.Id, head.Name, head.Industry, head.Employees, totals);
    }
}
