using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Crm.Accounts;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

/// <summary>Changes what is known about a deal.</summary>
[Requires(Permission.CrmWrite)]
internal sealed class EditDealPage(AppDb db, CurrentMember member, Moment now, IStringLocalizer<CrmTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public DealFormView View { get; private set; } = null!;
    public string Name { get; private set; } = "";

    public async Task OnGetAsync(Guid id, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var deal = await db.DealAsync(id, null, cancellation);
        var account = await db.Accounts.Where(one => one.Id == deal.AccountId).Select(one => one.Name).SingleOrDefaultAsync(cancellation);
        await ShowAsync(deal, DealForm.Of(deal, account), new Dictionary<string, string>(), null, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var form = DealForm.Of(Request.Form);
        var deal = await db.DealAsync(id, uint.TryParse(form.Version, CultureInfo.InvariantCulture, out var seen) ? seen : null, cancellation);
        try
        {
            var draft = await form.ReadAsync(db, deal.Currency, cancellation);
            if (deal.IsOpen && draft.Stage.Id != deal.StageId) deal.MoveTo(draft.Stage, await db.PlaceAsync(draft.Stage, null, id, cancellation), now);
            draft.Tell(deal, now);
            await db.SaveChangesAsync(cancellation);
            return Redirect($"/deals/{id}?done=saved");
        }
        catch (RefusalException refusal) when (refusal.Status == 422)
        {
            return await RefuseAsync(deal, form, 422, DealFormView.Sentences(refusal, sentences), null, cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return await RefuseAsync(deal, form, 409, new Dictionary<string, string>(), texts["Deal.ChangedMeanwhile"], cancellation);
        }
    }

    private async Task<PageResult> RefuseAsync(
        Deal deal, DealForm form, int status, IReadOnlyDictionary<string, string> errors, string? summary, CancellationToken cancellation)
    {
        Response.StatusCode = status;
        await ShowAsync(deal, form, errors, summary, cancellation);
        return Page();
    }

    private async Task ShowAsync(Deal deal, DealForm form, IReadOnlyDictionary<string, string> errors, string? summary, CancellationToken cancellation)
    {
        Name = deal.Name;
        View = new DealFormView(form, await db.StagesAsync(cancellation), await db.PeopleAsync(cancellation), deal.Currency,
            $"/deals/{deal.Id}/edit", $"/deals/{deal.Id}", !deal.IsOpen, errors, summary);
    }
}
