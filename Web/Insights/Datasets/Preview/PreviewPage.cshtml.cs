using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Assistant;
using Web.Insights.Charts;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Csv;
using Web.Insights.Datasets.Editing;
using Web.Insights.Datasets.Loading;
using Web.Kernel;
using Web.Semantics;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Datasets.Preview;

/// <summary>How a file was understood. What is changed here is what the assistant will know; then it is loaded.</summary>
[Requires(Permission.DatasetsManage)]
[OwnWork]
internal sealed class PreviewPage(
    Staging staging, LoadQueue queue, PermittedDatasets datasets, Samples samples, AppDb db, CurrentMember member, EnteredTenant entered, TimeProvider time, IStringLocalizer<ApiTexts> sentences) : PageModel
{
    private const int MostSamples = 4;
    private static readonly Dictionary<string, string> NoErrors = [];

    public PreviewView View { get; private set; } = null!;

    public async Task OnGetAsync(Guid id, [FromQuery] string? into, [FromQuery] string? mode, CancellationToken cancellation)
    {
        var upload = await FindAsync(id, cancellation);
        var title = Path.GetFileNameWithoutExtension(upload.FileName).Trim();
        await ShowAsync(upload, Upload.ReadPlan(upload.Plan!), await FormAsync(into, mode, new PreviewForm(DatasetKey.For(title, upload.CreatedAt), title, null, LoadMode.Create, Skip: true), cancellation), NoErrors, cancellation);
    }

    /// <summary>What was changed, counted again over the whole file.</summary>
    public async Task<IActionResult> OnPostRereadAsync(Guid id, CancellationToken cancellation)
    {
        member.MustHave(Permission.DatasetsManage);
        var upload = await FindAsync(id, cancellation);
        var plan = await SaidAsync(upload, cancellation);
        await ShowAsync(upload, plan, await SentFormAsync(cancellation), NoErrors, cancellation);
        return Request.WantsFragment() ? Partial("_Preview", View) : Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        member.MustHave(Permission.DatasetsManage);
        var upload = await FindAsync(id, cancellation);
        var plan = await SaidAsync(upload, cancellation);
        var form = await SentFormAsync(cancellation);
        var errors = form.Misfits(plan, sentences);
        try
        {
            if (errors.Count == 0)
            {
                var order = new LoadOrder(form.Into ?? form.Key, form.Title, form.Mode, form.Skip ? OnError.Skip : OnError.Refuse, upload.FileName, id);
                await queue.AddAsync(order, new ReceivedFile(upload.Bytes, id, () => staging.Open(id, upload.Bytes)), entered.Required, cancellation);
                return Redirect($"/data/{order.Key}");
            }
        }
        catch (RefusalException refusal) when (refusal.Status is 402 or 409 or 422)
        {
            errors[refusal.Code == "dataset_key_taken" ? "key" : ""] = string.Join(' ', DatasetViews.Sentences(refusal, sentences));
        }
        Response.StatusCode = 422;
        await ShowAsync(upload, plan, form, errors, cancellation);
        return Page();
    }

    /// <summary>One's own file that has not been loaded.</summary>
    private async Task<Upload> FindAsync(Guid id, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var found = await db.Uploads.AsNoTracking().SingleOrDefaultAsync(upload => upload.Id == id && upload.MemberId == member.Id, cancellation);
        await work.CommitAsync(cancellation);
        return found?.Plan is null ? throw RefusalException.NotFound() : found;
    }

    /// <summary>The plan with what the form says; where a type changed, the file is read again.</summary>
    private async Task<CsvPlan> SaidAsync(Upload upload, CancellationToken cancellation)
    {
        var before = Upload.ReadPlan(upload.Plan!);
        var said = PreviewForm.Apply(before, Request.Form);
        var retyped = said.Columns.Where((column, index) => column.Column.Type != before.Columns[index].Column.Type).Any();
        if (retyped) said = await CsvInference.RecountAsync(said, () => staging.Open(upload.Id, upload.Bytes), entered.Required.Calendar.Zone, cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        (await db.Uploads.SingleAsync(one => one.Id == upload.Id, cancellation)).Understand(said);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return said;
    }

    private Task<PreviewForm> SentFormAsync(CancellationToken cancellation) =>
        FormAsync(Request.Form["into"], Request.Form["mode"], new PreviewForm(Request.Form["key"].ToString().Trim(), Request.Form["title"].ToString().Trim(), null, LoadMode.Create, Request.Form["skip"] == "true"), cancellation);

    /// <summary>Rows for a dataset that is there keep its key and title.</summary>
    private async Task<PreviewForm> FormAsync(string? into, string? mode, PreviewForm form, CancellationToken cancellation)
    {
        if (string.IsNullOrEmpty(into)) return form;
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var found = (await datasets.ListAsync(cancellation)).FirstOrDefault(one => one.Dataset.Contract.Key == into && one.Uploaded is not null) ?? throw new RefusalException(404, "dataset_not_found");
        await work.CommitAsync(cancellation);
        return form with { Key = into, Into = into, Title = found.Dataset.Contract.TitleIn(Locales.Current), Mode = mode == "append" ? LoadMode.Append : LoadMode.Replace };
    }

    private Task ShowAsync(Upload upload, CsvPlan plan, PreviewForm form, IReadOnlyDictionary<string, string> errors, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var calendar = entered.Required.Calendar;
        var contract = DatasetShape.ToAsk(plan, form.Key, form.Title);
        var reader = new ChartReader(new Catalog([new Dataset(contract, new DatasetSource { From = "", TenantColumn = "", Columns = new Dictionary<string, SourceColumn>() })]), calendar, calendar.DateOf(time.GetUtcNow()), Locales.Current);
        View = new PreviewView(upload.Id, upload.FileName, upload.Bytes, plan, form, errors, samples.For(reader, MostSamples));
        return Task.CompletedTask;
    }
}
