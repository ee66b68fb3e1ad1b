using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Crm.Bin;
using Web.Data;
using Web.Kernel;
using Web.Ui;

namespace Web.Crm.Deals;

/// <summary>The steps of one deal. From the board they answer the columns that changed, from elsewhere they lead to the deal.</summary>
[Requires(Permission.CrmWrite)]
internal sealed class DealStepsPage(AppDb db, CurrentMember member, Moment now, BoardAnswer board, RecordBin bin, IStringLocalizer<CrmTexts> texts) : PageModel
{
    public IActionResult OnGet(Guid id) => Redirect($"/deals/{id}");

    public async Task<IActionResult> OnPostMoveAsync(Guid id, [FromForm(Name = "stage")] Guid? toForm, [FromQuery(Name = "to")] Guid? to, Guid? after, uint? version, bool last, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var deal = await db.DealAsync(id, version, cancellation);
        var stage = await db.StageAsync(to ?? toForm, cancellation);
        var (from, above) = (deal.StageId, await db.AboveAsync(deal, cancellation));
        deal.MoveTo(stage, last ? await db.FootAsync(stage, cancellation) : await db.PlaceAsync(stage, after, id, cancellation), now);
        await db.SaveChangesAsync(cancellation);
        var undo = board.Url(Request, $"/deals/{id}/move", ("to", from.ToString()), ("after", above?.ToString()), ("version", VersionOf(deal)));
        return await AnswerAsync(deal, [from, stage.Id], from == stage.Id ? null : new Toast(texts["Toast.Moved", deal.Name, stage.Name], texts["Undo"], undo), "moved", cancellation);
    }

    public async Task<IActionResult> OnPostWonAsync(Guid id, uint? version, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var deal = await db.DealAsync(id, version, cancellation);
        var undo = board.Reopening(Request, deal);
        deal.Win(now);
        await db.SaveChangesAsync(cancellation);
        return await AnswerAsync(deal, [deal.StageId], new Toast(texts["Toast.Won", deal.Name], texts["Undo"], undo), "won", cancellation);
    }

    /// <param name="next">With the day and the probability: what closing forgot, so that undoing it brings it back.</param>
    public async Task<IActionResult> OnPostReopenAsync(
        Guid id, uint? version, [FromQuery] string? next, [FromQuery] DateOnly? on_day, [FromQuery] int? probability, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var deal = await db.DealAsync(id, version, cancellation);
        var stage = await db.StageAsync(deal.StageId, cancellation);
        deal.Reopen(stage, next is null && probability is null ? await db.FootAsync(stage, cancellation) : deal.Rank, now);
        if (next is not null) deal.PlanNextStep(next, on_day, now);
        if (probability is { } known) deal.Estimate(known, now);
        await db.SaveChangesAsync(cancellation);
        return await AnswerAsync(deal, [deal.StageId], new Toast(texts["Toast.Reopened", deal.Name]), "reopened", cancellation);
    }

    public async Task<IActionResult> OnPostAssignAsync(Guid id, [FromForm(Name = "owner")] Guid? owner, uint? version, CancellationToken cancellation)
    {
        member.MustHave(Permission.CrmWrite);
        var deal = await db.DealAsync(id, version, cancellation);
        if (owner is { } wanted && !await db.Members.AnyAsync(one => one.Id == wanted && one.DeactivatedAt == null, cancellation))
            throw RefusalException.Invalid(new Fault("owner", "reference_not_found"));
        deal.Assign(owner, now);
        await db.SaveChangesAsync(cancellation);
        return Redirect($"/deals/{id}?done=assigned");
    }

    public async Task<IActionResult> OnPostBinAsync(Guid id, CancellationToken cancellation)
    {
        var deal = await db.DealAsync(id, null, cancellation);
        await bin.PutAsync(deal, cancellation);
        return Redirect($"/deals?binned={id}");
    }

    public async Task<IActionResult> OnPostRestoreAsync(Guid id, CancellationToken cancellation)
    {
        await bin.RestoreAsync(BinnedKind.Deal, id, cancellation);
        return Go(id, "restored");
    }

    private async Task<IActionResult> AnswerAsync(Deal deal, Guid[] stages, Toast? toast, string done, CancellationToken cancellation)
    {
        if (!BoardAnswer.IsWanted(Request)) return Go(deal.Id, done);
        toast?.Send(Response);
        return Partial("_BoardChange", await board.ChangedAsync(Request, deal.PipelineId, stages, cancellation));
    }

    private IActionResult Go(Guid id, string done)
    {
        if (!Request.WantsFragment()) return Redirect($"/deals/{id}?done={done}");
        Response.Headers["HX-Redirect"] = $"/deals/{id}?done={done}";
        return StatusCode(StatusCodes.Status204NoContent);
    }

    private static string VersionOf(Deal deal) => deal.Version.ToString(CultureInfo.InvariantCulture);
}
