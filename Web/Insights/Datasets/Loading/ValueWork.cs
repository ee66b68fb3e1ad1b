using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Web.Data;
using Web.Insights.Datasets.Values;
using Web.Jobs;
using Web.Language;

namespace Web.Insights.Datasets.Loading;

/// <summary>Keeps the values of datasets whose rows came before there was a place for them, or whose keys are of an older edition.</summary>
internal sealed class ValueWork(AppDb db, TimeProvider time) : IJobWork
{
    public const string Kind = "dataset.values";

    public async Task<JsonNode?> RunAsync(JobRun run, CancellationToken cancellation)
    {
        var (begun, filled) = (time.GetUtcNow(), 0);
        foreach (var id in await StaleAsync(cancellation))
        {
            db.ChangeTracker.Clear();
            await using var work = await db.BeginAsync(readOnly: false, cancellation);
            await db.Database.ExecuteSqlAsync($"select 1 from app.datasets where tenant_id = {db.TenantId} and id = {id} for update", cancellation);
            // A load that is under way keeps them itself.
            if (await db.UploadedDatasets.SingleOrDefaultAsync(one => one.Id == id && one.ValuesEdition != ValueKeys.Edition && one.LoadingId == null, cancellation) is not { LoadId: { } load } dataset) continue;
            await ValueFilling.FillAsync(db, dataset, load, cancellation);
            await db.SaveChangesAsync(cancellation);
            await work.CommitAsync(cancellation);
            filled++;
        }
        return new JsonObject { ["datasets"] = filled, ["seconds"] = Math.Round((time.GetUtcNow() - begun).TotalSeconds, 1) };
    }

    private async Task<List<Guid>> StaleAsync(CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        var stale = await db.UploadedDatasets.Where(one => one.LoadId != null && one.ValuesEdition != ValueKeys.Edition).Select(one => one.Id).ToListAsync(cancellation);
        await work.CommitAsync(cancellation);
        return stale;
    }
}

internal static class ValueRenewal
{
    /// <summary>Asks for it, unless it is on its way; in a unit of work that writes.</summary>
    public static async Task RenewValuesAsync(this AppDb db, DateTimeOffset now, CancellationToken cancellation)
    {
        if (await db.Jobs.AnyAsync(job => job.Kind == ValueWork.Kind && (job.Status == JobStatus.Queued || job.Status == JobStatus.Running), cancellation)) return;
        db.EnqueueForCompany(ValueWork.Kind, new JsonObject(), now);
    }
}
