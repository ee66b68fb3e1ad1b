using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Insights.Datasets.Editing;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Datasets.History;

/// <summary>Datasets that somebody deleted in the last 30 days, and the way back.</summary>
[Requires(Permission.DatasetsManage)]
internal sealed class BinPage(DatasetBin bin, EnteredTenant entered, TimeProvider time, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public IReadOnlyList<BinnedDataset> Datasets { get; private set; } = [];
    public Days Days { get; private set; } = null!;
    public string? Problem { get; private set; }

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        Days = new Days(entered.Required.Calendar, time.GetUtcNow());
        Datasets = await bin.ListAsync(Locales.Current, cancellation);
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        try
        {
            var back = $"/data/{(await bin.RestoreAsync(id, cancellation)).Key}";
            if (!Request.WantsFragment()) return Redirect(back);
            Response.Headers["HX-Redirect"] = back;
            return new EmptyResult();
        }
        catch (RefusalException refusal) when (refusal.Status is 402 or 409)
        {
            (Response.StatusCode, Problem) = (422, string.Join(' ', DatasetViews.Sentences(refusal, sentences)));
            await OnGetAsync(cancellation);
            return Page();
        }
    }
}
