using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Crm.Notes;
using Web.Crm.Tasks;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Crm.Accounts;

/// <summary>A company we sell to, with its deals, people and notes.</summary>
[Requires(Permission.CrmRead)]
internal sealed class AccountPage(AppDb db, CurrentMember member, EnteredTenant entered, Moment now, IStringLocalizer<CrmTexts> texts) : PageModel
{
    private const int Most = 100;

    public Account Account { get; private set; } = null!;
    public AccountSummary Summary { get; private set; } = null!;
    public DealList Deals { get; private set; } = null!;
    public IReadOnlyList<ContactLine> Contacts { get; private set; } = [];
    public TaskLines Tasks { get; private set; } = null!;
    public IReadOnlyList<NoteLine> Notes { get; private set; } = [];
    public People People { get; private set; } = null!;
    public Days Days { get; private set; } = null!;
    public bool MayWrite => member.Can(Permission.CrmWrite);

    public async Task OnGetAsync(Guid id, CancellationToken cancellation)
    {
        Account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(account => account.Id == id, cancellation) ?? throw RefusalException.NotFound();
        Days = new Days(entered.Required.Calendar, now.At);
        People = await db.PeopleAsync(cancellation);
        Summary = (await db.SummaryAsync(id, cancellation))!;
        var deals = await db.Deals.Of(id).OrderByDescending(deal => deal.UpdatedAt).ThenByDescending(deal => deal.Id).Take(Most).AsRows(db).ToListAsync(cancellation);
        Deals = DealList.Of([.. deals.OrderBy(deal => deal.Status).ThenByDescending(deal => deal.UpdatedAt)], null, await db.StagesAsync(cancellation), People, Days, entered.Required.Currency, texts, now);
        Contacts = await db.Contacts.At(id).OrderBy(contact => contact.SortKey).ThenBy(contact => contact.Id).Take(Most)
            .Select(contact => new ContactLine(contact.Id, contact.FamilyName, contact.GivenName, contact.JobTitle)).ToListAsync(cancellation);
        Tasks = TaskLines.Of(await db.Tasks.About(id).Undone().MostUrgentFirst().Take(Most).AsLines(db).ToListAsync(cancellation), texts, Days, member, about: false);
        Notes = await db.Notes.About(id).OrderByDescending(note => note.CreatedAt).Take(20).Select(note => new NoteLine(note.CreatedAt, note.AuthorId, note.Body)).ToListAsync(cancellation);
    }
}

public sealed record ContactLine(Guid Id, string FamilyName, string? GivenName, string? JobTitle)
{
    public string Name => Naming.Full(FamilyName, GivenName);
}

public sealed record NoteLine(DateTimeOffset At, Guid? AuthorId, string Body);
