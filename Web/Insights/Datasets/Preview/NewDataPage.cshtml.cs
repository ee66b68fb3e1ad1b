using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Csv;
using Web.Insights.Datasets.Editing;
using Web.Insights.Datasets.Loading;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Datasets.Preview;

/// <summary>The dataset that is to get the rows.</summary>
public sealed record Destination(string Key, string Title, bool Append);

/// <summary>Takes a file in and reads its columns; nothing is loaded yet. With script the file is streamed, without it the form comes whole.</summary>
[Requires(Permission.DatasetsManage)]
[OwnWork]
[StreamsForm]
[RequestSizeLimit(DatasetLimits.MostBytes + (1 << 20))]
[RequestFormLimits(MultipartBodyLengthLimit = DatasetLimits.MostBytes + (1 << 20))]
internal sealed class NewDataPage(
    UploadForm form, Staging staging, PermittedDatasets datasets, AppDb db, CurrentMember member, EnteredTenant entered, IStringLocalizer<DatasetsTexts> texts, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    public Destination? Into { get; private set; }
    public string? Problem { get; private set; }
    public long MostMegabytes => DatasetLimits.MostBytes / 1_000_000;

    public async Task OnGetAsync([FromQuery] string? into, [FromQuery] string? mode, CancellationToken cancellation) =>
        Into = await DestinationAsync(into, mode, cancellation);

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        member.MustHave(Permission.DatasetsManage);
        UploadParts? parts = null;
        try
        {
            parts = await ReceiveAsync(cancellation);
            Into = await DestinationAsync(parts.Fields.GetValueOrDefault("into"), parts.Fields.GetValueOrDefault("mode"), cancellation);
            if (parts.File is not { Bytes: > 0 } file) return Refused(texts["New.Missing"]);
            var plan = await CsvInference.ReadAsync(file.Open, entered.Required.Calendar.Zone, cancellation);
            await KeepAsync(file.UploadId!.Value, plan, cancellation);
            return Leave($"/data/uploads/{file.UploadId}{(Into is null ? "" : $"?into={Into.Key}&mode={(Into.Append ? "append" : "replace")}")}");
        }
        catch (RefusalException refusal) when (refusal.Status is 413 or 415 or 422)
        {
            if (parts?.File?.UploadId is { } upload) await staging.RemoveAsync(upload, CancellationToken.None);
            return Refused(string.Join(' ', DatasetViews.Sentences(refusal, sentences)));
        }
    }

    private async Task<UploadParts> ReceiveAsync(CancellationToken cancellation)
    {
        if (HttpContext.Features.Get<Microsoft.AspNetCore.Http.Features.IFormFeature>()?.Form is not { } whole)
            return await form.ReadToLookAtAsync(HttpContext, ["into", "mode", "__RequestVerificationToken"], member.Id, cancellation);
        var parts = new UploadParts();
        foreach (var field in whole) parts.Fields[field.Key] = field.Value.ToString();
        if (whole.Files["file"] is not { Length: > 0 } sent) return parts;
        await using var body = sent.OpenReadStream();
        parts.FileName = UploadForm.NameOf(sent.FileName);
        parts.File = await staging.KeepAsync(body, parts.FileName, DatasetLimits.MostBytes, member.Id, cancellation);
        return parts;
    }

    private async Task KeepAsync(Guid upload, CsvPlan plan, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        (await db.Uploads.SingleAsync(one => one.Id == upload, cancellation)).Understand(plan);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    /// <exception cref="RefusalException">404: no such dataset for this person, or none that takes rows.</exception>
    private async Task<Destination?> DestinationAsync(string? key, string? mode, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(key)) return null;
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var found = (await datasets.ListAsync(cancellation)).FirstOrDefault(one => one.Dataset.Contract.Key == key && one.Uploaded is not null) ?? throw new RefusalException(404, "dataset_not_found");
        await work.CommitAsync(cancellation);
        return new Destination(key, found.Dataset.Contract.TitleIn(Locales.Current), mode == "append");
    }

    private PageResult Refused(string problem)
    {
        (Problem, Response.StatusCode) = (problem, 422);
        return Page();
    }

    private IActionResult Leave(string to)
    {
        if (!Request.WantsFragment()) return Redirect(to);
        Response.Headers["HX-Redirect"] = to;
        return new EmptyResult();
    }
}
