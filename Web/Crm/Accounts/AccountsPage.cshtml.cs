using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Crm.Deals;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm.Accounts;

public sealed record AccountRow(Guid Id, string Name, string SortKey, string? Industry, int? Employees, string? Place, int OpenDeals, Guid? OwnerId, DateTimeOffset UpdatedAt);

/// <summary>The companies we sell to, in the order of their names' reading.</summary>
[Requires(Permission.CrmRead)]
internal sealed class AccountsPage(AppDb db, CurrentMember member, EnteredTenant entered, Moment now) : PageModel
{
    public RecordFilter Filter { get; private set; } = new("/accounts", null, null);
    public RecordPage<AccountRow> List { get; private set; } = new([], null);
    public People People { get; private set; } = null!;
    public Days Days { get; private set; } = null!;

    public Task OnGetAsync([FromQuery(Name = "after")] string? cursor, CancellationToken cancellation) => ReadAsync(cursor, cancellation);

    public async Task<IActionResult> OnGetRowsAsync([FromQuery(Name = "after")] string? cursor, CancellationToken cancellation)
    {
        await ReadAsync(cursor, cancellation);
        return Partial("_AccountRows", this);
    }

    private async Task ReadAsync(string? cursor, CancellationToken cancellation)
    {
        (Filter, Days) = (RecordFilter.Of("/accounts", Request.Query), new Days(entered.Required.Calendar, now.At));
        IQueryable<Account> accounts = db.Accounts;
        if (Filter.Words is { } words) accounts = accounts.Matching(words);
        if (Filter.OwnerOr(member.Id) is { } owner) accounts = accounts.OwnedBy(owner);
        if (RecordPage<AccountRow>.Below(cursor) is { } last)
            accounts = accounts.Where(account => EF.Functions.GreaterThan(ValueTuple.Create(account.SortKey, account.Id), ValueTuple.Create(last.Key, last.Id)));
        var open = db.Deals.Open();
        var rows = await accounts.OrderBy(account => account.SortKey).ThenBy(account => account.Id).Take(RecordPage<AccountRow>.Size + 1)
            .Select(account => new AccountRow(account.Id, account.Name, account.SortKey, account.Industry, account.Employees, account.City ?? account.Region,
                open.Count(deal => deal.AccountId == account.Id), account.OwnerId, account.UpdatedAt)).ToListAsync(cancellation);
        List = RecordPage<AccountRow>.Of(rows, row => (row.SortKey, row.Id));
        People = await db.PeopleAsync(cancellation);
    }
}
