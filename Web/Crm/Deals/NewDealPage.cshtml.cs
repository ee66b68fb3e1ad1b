using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Crm.Accounts;
using Web.Data;
using Web.Kernel;
using Web.Tenancy;

namespace Web.Crm.Deals;

/// <summary>Opens a deal.</summary>
[Requires(Permission.CrmWrite)]
internal sealed class NewDealPage(AppDb db, CurrentMember member, EnteredTenant entered, Moment now, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public DealFormView View { get; private set; } = null!;

    public async Task OnGetAsync([FromQuery] Guid? stage, [FromQuery] string? account, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        await ShowAsync(new DealForm { Stage = stage?.ToString(), Account = account, Owner = member.Id.ToString() }, new Dictionary<string, string>(), cancellation);
    }

    /// <summary>Names of accounts that the typed words fit.</summary>
    public async Task<IActionResult> OnGetAccountsAsync(string? account, CancellationToken cancellation)
    {
        IQueryable<Account> all = string.IsNullOrWhiteSpace(account) ? db.Accounts : db.Accounts.Matching(account);
        return Partial("_AccountOptions", await all.OrderBy(one => one.SortKey).ThenBy(one => one.Id).Select(one => one.Name).Take(30).ToListAsync(cancellation));
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var form = DealForm.Of(Request.Form);
        try
        {
            var draft = await form.ReadAsync(db, entered.Required.Currency, cancellation);
            var deal = Deal.Open(draft.Name, draft.Stage, await db.PlaceAsync(draft.Stage, null, null, cancellation), entered.Required.Currency, draft.Owner, now);
            draft.Tell(deal, now);
            db.Deals.Add(deal);
            await db.SaveChangesAsync(cancellation);
            return Redirect($"/deals/{deal.Id}?done=created");
        }
        catch (RefusalException refusal) when (refusal.Status == 422)
        {
            Response.StatusCode = refusal.Status;
            await ShowAsync(form, DealFormView.Sentences(refusal, sentences), cancellation);
            return Page();
        }
    }

    private async Task ShowAsync(DealForm form, IReadOnlyDictionary<string, string> errors, CancellationToken cancellation) => View = new DealFormView(
        form, await db.StagesAsync(cancellation), await db.PeopleAsync(cancellation), entered.Required.Currency, "/deals/new", "/deals/board", Closed: false, errors);
}
