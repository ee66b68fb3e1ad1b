using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Insights.Datasets.Values;
using Web.Jobs;

namespace Web.Insights.Datasets.Loading;

/// <summary>
/// Takes away what a company's datasets left behind: tables of replaced rows, files that were never loaded, loads that died,
/// datasets that have been in the bin for 30 days.
/// </summary>
internal sealed class DatasetSweep(AppDb db, DatasetLoading loading, TimeProvider time) : IJobWork
{
    public const string Kind = "dataset.sweep";

    /// <summary>No statement reads for so long.</summary>
    public static readonly TimeSpan Grace = TimeSpan.FromMinutes(10);
    public static readonly TimeSpan InBin = TimeSpan.FromDays(30), Staged = TimeSpan.FromDays(1);

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        foreach (var load in await DeadLoadsAsync(now - Staged, cancellation)) await loading.GiveUpAsync(load, "too_old", cancellation);
        db.ChangeTracker.Clear();
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        await db.EnterAsync(cancellation);
        await db.Database.ExecuteSqlAsync($"set local lock_timeout = '5s'", cancellation);
        var files = await db.Uploads.Where(upload => upload.CreatedAt < now - Staged).ExecuteDeleteAsync(cancellation);
        var tables = await DropAsync(db.DatasetLoads.Where(load => load.RetiredAt < now - Grace), cancellation);
        var binned = await db.UploadedDatasets.IgnoreQueryFilters(["bin"]).Where(dataset => dataset.DeletedAt < now - InBin).ToListAsync(cancellation);
        foreach (var dataset in binned)
        {
            if (dataset.LoadId is { } load) await DatasetRows.DropAsync(db, load, cancellation);
            tables += await DropAsync(db.DatasetLoads.Where(one => one.DatasetId == dataset.Id && one.RetiredAt != null), cancellation);
        }
        db.UploadedDatasets.RemoveRange(binned);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return new JsonObject { ["files"] = files, ["tables"] = tables + binned.Count };
    }

    private async Task<int> DropAsync(IQueryable<DatasetLoad> loads, CancellationToken cancellation)
    {
        var ids = await loads.Select(load => load.Id).ToListAsync(cancellation);
        foreach (var id in ids)
        {
            await DatasetRows.DropAsync(db, id, cancellation);
            await ValueFilling.RemoveAsync(db, id, cancellation);
        }
        await loads.Where(load => ids.Contains(load.Id)).ExecuteUpdateAsync(set => set.SetProperty(load => load.RetiredAt, (DateTimeOffset?)null), cancellation);
        return ids.Count;
    }

    private async Task<List<Guid>> DeadLoadsAsync(DateTimeOffset before, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var dead = await db.DatasetLoads.Where(load => load.Status == LoadStatus.Loading && load.StartedAt < before).Select(load => load.Id).ToListAsync(cancellation);
        await work.CommitAsync(cancellation);
        return dead;
    }
}

internal static class Sweeping
{
    /// <summary>Asks for a sweep, unless one is due soon after anyway.</summary>
    public static async Task QueueSweepAsync(this AppDb db, DateTimeOffset now, DateTimeOffset due, CancellationToken cancellation)
    {
        var at = due + TimeSpan.FromMinutes(1);
        if (await db.Jobs.AnyAsync(job => job.Kind == DatasetSweep.Kind && job.Status == JobStatus.Queued && job.DueAt >= due && job.DueAt <= at + TimeSpan.FromHours(1), cancellation)) return;
        db.EnqueueForCompany(DatasetSweep.Kind, new JsonObject(), now, at);
        await db.SaveChangesAsync(cancellation);
    }
}
