using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Localization;
using Web.Api;
using Web.Data;
using Web.Insights.Datasets.Csv;
using Web.Insights.Datasets.Values;
using Web.Kernel;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Datasets.Loading;

/// <summary>
/// Puts a file's rows where its dataset's readers find them: all of them at the commit, none before. What is killed on the way
/// was never there.
/// </summary>
internal sealed class DatasetLoading(AppDb db, Reservations reservations, IStringLocalizer<ApiTexts> texts, TimeProvider time)
{
    private const int BatchRows = 10_000, BatchCells = 400_000, MostFaultsKept = 10_000;

    /// <summary>Everything in one go, for a small file.</summary>
    public async Task<(UploadedDataset Dataset, DatasetLoad Load)> LoadAsync(LoadOrder order, Func<Stream> open, Tenant tenant, CancellationToken cancellation)
    {
        (DatasetContract, string[])? joined = order.Mode == LoadMode.Append ? await ContractOfAsync(order, cancellation) : null;
        var plan = await PlanAsync(joined, null, order.OnError, open, tenant, cancellation);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var (dataset, load) = await reservations.TakeAsync(order, tenant, cancellation);
        await FillAsync(dataset, load, plan, open, tenant, null, cancellation);
        await work.CommitAsync(cancellation);
        return (dataset, load);
    }

    /// <summary>What was reserved before, by whichever instance has the job. Done already: nothing happens again.</summary>
    public async Task<(UploadedDataset Dataset, DatasetLoad Load)> LoadAsync(Guid id, Func<DatasetLoad, Stream> open, Tenant tenant, Func<double, Task> report, CancellationToken cancellation)
    {
        var (dataset, load) = await ReservedAsync(id, cancellation);
        if (load.Status == LoadStatus.Done) return (dataset, load);
        await report(0.02);
        var said = load.Mode == LoadMode.Create ? await SaidAsync(load, cancellation) : null;
        var plan = await PlanAsync(load.Mode == LoadMode.Append ? (dataset.Contract, dataset.Kinds) : null, said, load.OnError, () => open(load), tenant, cancellation);
        await report(0.3);
        db.ChangeTracker.Clear();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        (dataset, load) = await FindAsync(id, cancellation);
        await FillAsync(dataset, load, plan, () => open(load), tenant, done => report(0.3 + 0.65 * done), cancellation);
        await work.CommitAsync(cancellation);
        return (dataset, load);
    }

    /// <summary>Gives back what was taken for a load that will not come.</summary>
    public async Task GiveUpAsync(Guid id, string why, CancellationToken cancellation)
    {
        db.ChangeTracker.Clear();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var load = await db.DatasetLoads.SingleOrDefaultAsync(one => one.Id == id && one.Status == LoadStatus.Loading, cancellation);
        if (load is null) return;
        var dataset = await db.UploadedDatasets.SingleOrDefaultAsync(one => one.Id == load.DatasetId && one.LoadingId == id, cancellation);
        load.Fail(why, time.GetUtcNow());
        if (dataset is { LoadId: null }) db.UploadedDatasets.Remove(dataset);
        else dataset?.StopWaiting();
        await db.SaveChangesAsync(cancellation);
        if (load.UploadId is { } upload) await db.Uploads.Where(one => one.Id == upload).ExecuteDeleteAsync(cancellation);
        await work.CommitAsync(cancellation);
    }

    private async Task<(DatasetContract, string[])> ContractOfAsync(LoadOrder order, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var there = await db.UploadedDatasets.AsNoTracking().SingleOrDefaultAsync(one => one.Key == order.Key && one.LoadId != null, cancellation);
        await work.CommitAsync(cancellation);
        return there is null ? throw Reservations.Absent(order) : (there.Contract, there.Kinds);
    }

    private async Task<(UploadedDataset, DatasetLoad)> ReservedAsync(Guid id, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var found = await FindAsync(id, cancellation);
        await work.CommitAsync(cancellation);
        return found;
    }

    private async Task<(UploadedDataset, DatasetLoad)> FindAsync(Guid id, CancellationToken cancellation)
    {
        var load = await db.DatasetLoads.SingleOrDefaultAsync(one => one.Id == id, cancellation) ?? throw new RefusalException(404, "dataset_not_found");
        var dataset = await db.UploadedDatasets.SingleOrDefaultAsync(one => one.Id == load.DatasetId, cancellation) ?? throw new RefusalException(404, "dataset_not_found");
        return (dataset, load);
    }

    /// <summary>What somebody said of the file before it was loaded, if anybody looked.</summary>
    private async Task<CsvPlan?> SaidAsync(DatasetLoad load, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var said = await db.Uploads.Where(upload => upload.Id == load.UploadId).Select(upload => upload.Plan).SingleOrDefaultAsync(cancellation);
        await work.CommitAsync(cancellation);
        return said is null ? null : Upload.ReadPlan(said);
    }

    private static async Task<FilePlan> PlanAsync((DatasetContract Contract, string[] Kinds)? joined, CsvPlan? said, OnError onError, Func<Stream> open, Tenant tenant, CancellationToken cancellation)
    {
        var zone = tenant.Calendar.Zone;
        var plan = joined is { } there ? await FilePlan.JoiningAsync(there.Contract, there.Kinds, open, zone, cancellation)
            : said is not null ? FilePlan.Of(said) : await FilePlan.NewAsync(open, zone, cancellation);
        if (plan.Csv.FaultyRows > 0 && onError == OnError.Refuse) throw FaultyRows.Refusal(plan.Csv);
        return plan;
    }

    private async Task FillAsync(UploadedDataset dataset, DatasetLoad load, FilePlan plan, Func<Stream> open, Tenant tenant, Func<double, Task>? report, CancellationToken cancellation)
    {
        var shape = DatasetShape.Of(dataset, load, plan.Csv, tenant);
        var table = load.Mode == LoadMode.Append ? dataset.LoadId!.Value : load.Id;
        if (load.Mode != LoadMode.Append) await DatasetRows.MakeAsync(db, table, shape.Kinds, cancellation);
        var (loaded, faults) = await RowsAsync(table, shape, plan, open, tenant, report, cancellation);
        await DatasetRows.AnalyseAsync(db, table, cancellation);
        await RefreshAsync(dataset, cancellation);
        var now = time.GetUtcNow();
        load.Finish(loaded, plan.Csv.Rows - loaded, faults.Count == 0 ? null : FaultyRows.Csv(faults, Sentence), now);
        load.Assume(plan.Csv.Assumptions);
        var before = dataset.LoadId;
        var values = shape.Values.Result();
        if (load.Mode == LoadMode.Append) dataset.Grow(load, values, now);
        else dataset.StandOn(load, shape.Settled(dataset, values), shape.Kinds, values, now);
        await ValueFilling.FillAsync(db, dataset, table, cancellation);
        db.Note(dataset, load.Mode switch { LoadMode.Create => "created", LoadMode.Replace => "replaced", _ => "appended" }, now,
            new Dictionary<string, object?[]> { ["rows"] = [before is null ? null : dataset.RowCount - (load.Mode == LoadMode.Append ? loaded : 0), dataset.RowCount] });
        await db.SaveChangesAsync(cancellation);
        if (load.Mode == LoadMode.Replace && before is { } old) await RetireAsync(old, now, cancellation);
        if (load.UploadId is { } upload) await db.Uploads.Where(one => one.Id == upload).ExecuteDeleteAsync(cancellation);
    }

    private async Task<(long Loaded, List<CsvFault> Faults)> RowsAsync(
        Guid table, DatasetShape shape, FilePlan plan, Func<Stream> open, Tenant tenant, Func<double, Task>? report, CancellationToken cancellation)
    {
        var size = Math.Clamp(BatchCells / plan.Csv.Columns.Count, 100, BatchRows);
        await using var file = open();
        await using var batches = new CsvRows(plan.Csv, tenant.Calendar.Zone).ReadAsync(file, 0, size, cancellation).GetAsyncEnumerator(cancellation);
        var (loaded, faults) = (0L, new List<CsvFault>());
        var next = batches.MoveNextAsync().AsTask();
        while (await next)
        {
            var batch = batches.Current;
            next = Task.Run(() => batches.MoveNextAsync().AsTask(), cancellation); // read on while these rows are written
            faults.AddRange(batch.Faults.Take(MostFaultsKept - faults.Count));
            if (batch.Count == 0) continue;
            var cells = plan.Places.Select(place => batch.Cells[place]).ToList();
            shape.Collect(cells);
            await DatasetRows.AddAsync(db, table, shape.Kinds, cells, cancellation);
            loaded += batch.Count;
            if (report is not null) await report(Math.Min(1, (double)batch.RowsRead / Math.Max(1, plan.Csv.Rows)));
        }
        return (loaded, faults);
    }

    /// <summary>Somebody may have edited the contract while the rows came in: that stands, and nobody edits it until the commit.</summary>
    private async Task RefreshAsync(UploadedDataset dataset, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select 1 from app.datasets where tenant_id = {db.TenantId} and id = {dataset.Id} for update", cancellation);
        await db.Entry(dataset).ReloadAsync(cancellation);
        if (db.Entry(dataset).State == EntityState.Detached || dataset.DeletedAt is not null) throw new RefusalException(404, "dataset_not_found");
    }

    /// <summary>The rows that were there are dropped when nobody can be reading them any more.</summary>
    private async Task RetireAsync(Guid old, DateTimeOffset now, CancellationToken cancellation)
    {
        await db.DatasetLoads.Where(one => one.Id == old).ExecuteUpdateAsync(set => set.SetProperty(one => one.RetiredAt, now), cancellation);
        await db.QueueSweepAsync(now, now + DatasetSweep.Grace, cancellation);
    }

    private string Sentence(CsvFault fault) => Problem.Say(texts, FaultyRows.TextKeyOf(fault), [fault.Row, fault.Line, fault.ColumnName ?? "", fault.Value]);
}
