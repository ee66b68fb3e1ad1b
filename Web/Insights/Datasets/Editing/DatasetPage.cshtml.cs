using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.History;
using Web.Kernel;
using Web.Ui;

namespace Web.Insights.Datasets.Editing;

/// <summary>One dataset: what its columns mean, who may use it, where its rows came from.</summary>
[Requires(Permission.DatasetsRead)]
internal sealed class DatasetPage(
    PermittedDatasets datasets, DatasetViews views, ContractEditing editing, BuiltInEditing builtIn, DatasetBin bin, AppDb db, CurrentMember member, IStringLocalizer<DatasetsTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public DatasetView View { get; private set; } = null!;

    public async Task OnGetAsync(string key, CancellationToken cancellation) => View = await views.OfAsync(key, [], TypedForm.Fresh, cancellation);

    /// <summary>How far the load is; when it is done the page is drawn anew.</summary>
    public async Task<IActionResult> OnGetLoadingAsync(string key, Guid job, CancellationToken cancellation)
    {
        if (await views.LoadingAsync(key, job, cancellation) is { } running) return Partial("../Preview/_Loading", running);
        Response.Headers["HX-Redirect"] = $"/data/{key}";
        return new EmptyResult();
    }

    public async Task<IActionResult> OnPostAsync(string key, string? version, CancellationToken cancellation)
    {
        member.MustHave(Permission.DatasetsManage);
        var permitted = await datasets.FindAsync(key, cancellation) ?? throw new RefusalException(404, "dataset_not_found");
        var (errors, typed) = ((IReadOnlyList<string>)[], TypedForm.Fresh);
        try
        {
            if (version != DatasetViews.VersionOf(permitted)) throw new RefusalException(409, "changed_meanwhile");
            await ChangeAsync(permitted, cancellation);
        }
        catch (RefusalException refusal) when (refusal.Status is 409 or 422)
        {
            (Response.StatusCode, errors) = (422, DatasetViews.Sentences(refusal, sentences));
            typed = TypedForm.Of(Request.Form, refusal, fault => DatasetViews.Sentence(fault, sentences));
            db.ChangeTracker.Clear();
        }
        // Whoever has taken it from themselves is led away from it.
        if (errors.Count == 0 && await datasets.FindAsync(key, cancellation) is null) return Leave("/data");
        View = await views.OfAsync(key, errors, typed, cancellation);
        if (!Request.WantsFragment()) return Page();
        if (errors.Count == 0) new Toast(texts["Dataset.Saved"]).Send(Response);
        return Partial("_Dataset", View);
    }

    /// <summary>Whether a definition can be worked out, while it is typed.</summary>
    public async Task<IActionResult> OnPostMeasureAsync(string key, int row, CancellationToken cancellation)
    {
        member.MustHave(Permission.DatasetsManage);
        var (_, permitted) = await EditableAsync(key, cancellation);
        return Partial("_MeasureCheck", views.CheckOf(permitted.Dataset.Contract, row, Request.Form[FormattableString.Invariant($"m{row}.expression")].ToString()));
    }

    private async Task ChangeAsync(PermittedDataset permitted, CancellationToken cancellation)
    {
        if (permitted.Uploaded is not { } uploaded) await builtIn.ApplyAsync(permitted, DatasetForm.ToAccess(Request.Form), permitted.Access.Version, cancellation);
        else
        {
            var dataset = await db.UploadedDatasets.SingleAsync(one => one.Id == uploaded.Id, cancellation);
            await editing.ApplyAsync(dataset, permitted.Dataset.Source, DatasetForm.ToContract(Request.Form, dataset.Contract), cancellation);
        }
    }

    public async Task<IActionResult> OnPostDeleteAsync(string key, CancellationToken cancellation)
    {
        member.MustHave(Permission.DatasetsManage);
        var (dataset, _) = await EditableAsync(key, cancellation);
        await bin.PutAsync(dataset, cancellation);
        return Leave($"/data?deleted={dataset.Id}");
    }

    private RedirectResult Leave(string to)
    {
        if (Request.WantsFragment()) Response.Headers["HX-Redirect"] = to;
        return Redirect(to);
    }

    private async Task<(UploadedDataset, PermittedDataset)> EditableAsync(string key, CancellationToken cancellation)
    {
        var permitted = await datasets.FindAsync(key, cancellation) ?? throw new RefusalException(404, "dataset_not_found");
        if (permitted.Uploaded is not { } uploaded) throw new RefusalException(422, "dataset_built_in", key);
        return (await db.UploadedDatasets.SingleAsync(one => one.Id == uploaded.Id, cancellation), permitted);
    }
}
