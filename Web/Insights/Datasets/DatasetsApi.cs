using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Api;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.Contracts;
using Web.Insights.Datasets.History;
using Web.Insights.Datasets.Loading;
using Web.Kernel;
using Web.Tenancy;
using Web.Ui;

namespace Web.Insights.Datasets;

/// <summary>Datasets for programs: who may see which, and bringing in one's own.</summary>
internal static class DatasetsApi
{
    public static void MapDatasets(this IEndpointRouteBuilder api)
    {
        var datasets = api.MapGroup("/datasets").WithTags("Datasets").Requires(Permission.DatasetsRead);
        datasets.MapGet("", ListAsync).Produces<Page<DatasetLineShape>>().WithSummary("The datasets that this person may use");
        datasets.MapGet("/{key}", OneAsync).Produces<ContractShape>().WithSummary("A dataset's contract");
        datasets.MapPost("", UploadAsync).Requires(Permission.DatasetsManage).WithMetadata(new OwnWorkAttribute())
            .WithSummary("Upload a CSV file: multipart with file, key, title, mode (create, replace, append) and on_error (refuse, skip)")
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                UploadDescription.Describe(operation);
                return Task.CompletedTask;
            });
        datasets.MapPatch("/{key}", ChangeAsync).Requires(Permission.DatasetsManage).Accepts<DatasetPatchShape>("application/json").Produces<ContractShape>().WithSummary("Change parts of a contract; columns are merged by name");
        datasets.MapDelete("/{key}", BinAsync).Requires(Permission.DatasetsManage).Produces(204).WithSummary("Put a dataset in the bin");
        datasets.MapGet("/{key}/loads", LoadsAsync).Requires(Permission.DatasetsManage).Produces<Page<LoadShape>>().WithSummary("The latest loads of a dataset");
        datasets.MapGet("/{key}/loads/{id:guid}/errors", ErrorsAsync).Requires(Permission.DatasetsManage).Produces<string>(200, "text/csv").WithSummary("The rows that a load skipped and why, as CSV");
    }

    private static async Task<JsonObject> ListAsync(PermittedDatasets datasets, CancellationToken cancellation)
    {
        var permitted = await datasets.ListAsync(cancellation);
        var items = permitted.OrderBy(one => one.Dataset.Contract.Key, StringComparer.Ordinal).Select(one => (JsonNode)ContractJson.Brief(one, Locales.Current));
        return new JsonObject { ["items"] = new JsonArray([.. items]), ["next_cursor"] = null };
    }

    private static async Task<JsonObject> OneAsync(string key, PermittedDatasets datasets, DatasetAnswers answers, HttpContext http, CancellationToken cancellation)
    {
        var dataset = await datasets.FindAsync(key, cancellation) ?? throw Absent();
        if (dataset.Uploaded is { } uploaded) Stamp.Show(http, uploaded.Version);
        return await answers.WholeAsync(dataset, cancellation);
    }

    private static async Task<IResult> UploadAsync(
        HttpContext http, UploadForm form, DatasetLoading loading, Staging staging, LoadQueue queue, DatasetAnswers answers, EnteredTenant entered, CancellationToken cancellation)
    {
        var (order, file) = await form.ReadAsync(http, cancellation);
        try
        {
            if (file.Bytes > DatasetLimits.QuickBytes)
            {
                var job = await queue.AddAsync(order, file, entered.Required, cancellation);
                return TypedResults.Accepted($"/api/v1/jobs/{job.Id}", new JsonObject { ["job_id"] = job.Id, ["status"] = "queued", ["key"] = order.Key });
            }
            var (dataset, load) = await loading.LoadAsync(order, file.Open, entered.Required, cancellation);
            return TypedResults.Created($"/api/v1/datasets/{order.Key}", await answers.LoadedAsync(dataset, load, cancellation));
        }
        catch when (file.UploadId is not null)
        {
            await staging.RemoveAsync(file.UploadId.Value, CancellationToken.None);
            throw;
        }
    }

    private static async Task<JsonObject> ChangeAsync(
        string key, JsonElement body, PermittedDatasets datasets, ContractEditing editing, BuiltInEditing builtIn, DatasetAnswers answers, AppDb db, HttpContext http, CancellationToken cancellation)
    {
        if ((await datasets.ListAsync(cancellation)).FirstOrDefault(one => one.Dataset.Contract.Key == key && one.Uploaded is null) is { } offered)
        {
            await builtIn.ApplyAsync(offered, body, null, cancellation);
            return await datasets.FindAsync(key, cancellation) is { } changed ? await answers.WholeAsync(changed, cancellation) : new JsonObject { ["key"] = key };
        }
        var (dataset, permitted) = await EditableAsync(key, datasets, db, cancellation);
        Stamp.MustMatch(http, dataset.Version, () => answers.Contract(permitted));
        await editing.ApplyAsync(dataset, permitted.Dataset.Source, body, cancellation);
        Stamp.Show(http, dataset.Version);
        return await datasets.FindAsync(key, cancellation) is { } after ? await answers.WholeAsync(after, cancellation) : new JsonObject { ["key"] = key };
    }

    private static async Task<IResult> BinAsync(string key, PermittedDatasets datasets, DatasetBin bin, DatasetAnswers answers, AppDb db, HttpContext http, CancellationToken cancellation)
    {
        var (dataset, permitted) = await EditableAsync(key, datasets, db, cancellation);
        Stamp.MustMatch(http, dataset.Version, () => answers.Contract(permitted));
        await bin.PutAsync(dataset, cancellation);
        return TypedResults.NoContent();
    }

    private static async Task<JsonObject> LoadsAsync(string key, PermittedDatasets datasets, AppDb db, CancellationToken cancellation)
    {
        var (dataset, _) = await EditableAsync(key, datasets, db, cancellation);
        var loads = await db.DatasetLoads.AsNoTracking().Where(load => load.DatasetId == dataset.Id).OrderByDescending(load => load.Id).Take(PageSize.Default).ToListAsync(cancellation);
        return new JsonObject { ["items"] = new JsonArray([.. loads.Select(load => (JsonNode)DatasetAnswers.Load(load, key))]), ["next_cursor"] = null };
    }

    private static async Task<IResult> ErrorsAsync(string key, Guid id, PermittedDatasets datasets, AppDb db, CancellationToken cancellation)
    {
        var (dataset, permitted) = await EditableAsync(key, datasets, db, cancellation);
        var faulty = await db.DatasetLoads.Where(load => load.Id == id && load.DatasetId == dataset.Id).Select(load => load.FaultyRows).SingleOrDefaultAsync(cancellation);
        if (faulty is null || permitted.Dataset.RowFilters.Count > 0) throw RefusalException.NotFound(); // the rows may be anybody's
        return TypedResults.File(Encoding.UTF8.GetBytes(faulty), "text/csv; charset=utf-8", $"{key}-errors.csv");
    }

    private static async Task<(UploadedDataset Dataset, PermittedDataset Permitted)> EditableAsync(string key, PermittedDatasets datasets, AppDb db, CancellationToken cancellation)
    {
        var permitted = (await datasets.ListAsync(cancellation)).FirstOrDefault(one => one.Dataset.Contract.Key == key) ?? throw Absent();
        if (permitted.Uploaded is null) throw new RefusalException(422, "dataset_built_in", key);
        return (await db.UploadedDatasets.SingleOrDefaultAsync(one => one.Id == permitted.Uploaded.Id, cancellation) ?? throw Absent(), permitted);
    }

    private static RefusalException Absent() => new(404, "dataset_not_found");
}
