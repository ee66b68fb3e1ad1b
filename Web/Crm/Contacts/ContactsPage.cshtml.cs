using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Crm.Accounts;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Contacts;

public sealed record ContactRow(Guid Id, string FamilyName, string? GivenName, string SortKey, string? JobTitle, Guid? AccountId, string? Account, string[] Emails, string[] Phones, Guid? OwnerId)
{
    public string Name => Naming.Full(FamilyName, GivenName);
    public string? Email => Emails.Length > 0 ? Emails[0] : null;
    public string? Phone => Phones.Length > 0 ? Phones[0] : null;
}

/// <summary>The people at the companies we sell to, in the order of their names' reading.</summary>
[Requires(Permission.CrmRead)]
internal sealed class ContactsPage(AppDb db, CurrentMember member) : PageModel
{
    public RecordFilter Filter { get; private set; } = new("/contacts", null, null);
    public RecordPage<ContactRow> List { get; private set; } = new([], null);
    public People People { get; private set; } = null!;

    public Task OnGetAsync([FromQuery(Name = "after")] string? cursor, CancellationToken cancellation) => ReadAsync(cursor, cancellation);

    public async Task<IActionResult> OnGetRowsAsync([FromQuery(Name = "after")] string? cursor, CancellationToken cancellation)
    {
        await ReadAsync(cursor, cancellation);
        return Partial("_ContactRows", this);
    }

    private async Task ReadAsync(string? cursor, CancellationToken cancellation)
    {
        Filter = RecordFilter.Of("/contacts", Request.Query);
        IQueryable<Contact> contacts = db.Contacts;
        if (Filter.Words is { } words) contacts = contacts.Matching(words);
        if (Filter.OwnerOr(member.Id) is { } owner) contacts = contacts.OwnedBy(owner);
        if (RecordPage<ContactRow>.Below(cursor) is { } last)
            contacts = contacts.Where(contact => EF.Functions.GreaterThan(ValueTuple.Create(contact.SortKey, contact.Id), ValueTuple.Create(last.Key, last.Id)));
        var rows = await contacts.OrderBy(contact => contact.SortKey).ThenBy(contact => contact.Id).Take(RecordPage<ContactRow>.Size + 1)
            .LeftJoin(db.Accounts, contact => contact.AccountId, account => account.Id, (contact, account) => new ContactRow(
                contact.Id, contact.FamilyName, contact.GivenName, contact.SortKey, contact.JobTitle, contact.AccountId, account!.Name, contact.Emails, contact.Phones, contact.OwnerId))
            .ToListAsync(cancellation);
        List = RecordPage<ContactRow>.Of([.. rows.OrderBy(row => row.SortKey, StringComparer.Ordinal).ThenBy(row => row.Id)], row => (row.SortKey, row.Id));
        People = await db.PeopleAsync(cancellation);
    }
}
