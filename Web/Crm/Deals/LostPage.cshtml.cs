using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Kernel;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>Asks why a deal is lost: a dialog on the board, a page of its own without script.</summary>
[Requires(Permission.CrmWrite)]
internal sealed class LostPage(AppDb db, CurrentMember member, Moment now, BoardAnswer board, IStringLocalizer<CrmTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public Deal Deal { get; private set; } = null!;
    public string? Reason { get; private set; }
    public string? Words { get; private set; }
    public string? Error { get; private set; }

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        Deal = await db.DealAsync(id, null, cancellation);
        return Request.WantsFragment() ? Partial("_LostForm", this) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, string? reason, string? words, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        Deal = await db.DealAsync(id, null, cancellation);
        (Reason, Words) = (reason, words);
        var undo = board.Reopening(Request, Deal);
        try
        {
            Deal.Lose(reason == LostReason.Other && !string.IsNullOrWhiteSpace(words) ? words : reason, now);
        }
        catch (RefusalException refusal) when (refusal.Faults is [var fault, ..])
        {
            Error = Problem.Say(sentences, fault.Code, fault.Arguments);
            Response.StatusCode = refusal.Status;
            return Request.WantsFragment() ? Partial("_LostForm", this) : Page();
        }
        await db.SaveChangesAsync(cancellation);
        if (!BoardAnswer.IsWanted(Request)) return Redirect($"/deals/{id}?done=lost");
        new Toast(texts["Toast.Lost", Deal.Name], texts["Undo"], undo).Send(Response);
        Response.Headers["HX-Reswap"] = "none"; // the dialog closes itself and gives the focus back
        return Partial("_BoardChange", await board.ChangedAsync(Request, Deal.PipelineId, [Deal.StageId], cancellation));
    }
}
