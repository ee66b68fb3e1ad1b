using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Data;
using Web.Jobs;
using Web.Kernel;
using Web.Semantics;
using Web.Tenancy;

namespace Web.Insights.Datasets.Loading;

/// <summary>Takes a dataset for a load: its name when it is new, the dataset itself when it is there. One at a time.</summary>
internal sealed class Reservations(AppDb db, CurrentMember member, IEnumerable<IDatasetProvider> providers, TimeProvider time)
{
    /// <summary>In the open unit of work; whoever comes second waits for its end and is refused.</summary>
    /// <exception cref="RefusalException">409: the name is taken, or a load is under way; 404: nothing to replace; 402: the plan is full.</exception>
    public async Task<(UploadedDataset Dataset, DatasetLoad Load)> TakeAsync(LoadOrder order, Tenant tenant, CancellationToken cancellation)
    {
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({order.Key}, hashtextextended({db.TenantId.ToString()}, 7)))", cancellation);
        var there = await WithoutDeadLoadAsync(await db.UploadedDatasets.SingleOrDefaultAsync(dataset => dataset.Key == order.Key, cancellation), cancellation);
        var taken = order.Mode == LoadMode.Create ? await NewAsync(order, there, tenant, cancellation) : Existing(order, there);
        await db.SaveChangesAsync(cancellation);
        return taken;
    }

    private async Task<(UploadedDataset, DatasetLoad)> NewAsync(LoadOrder order, UploadedDataset? there, Tenant tenant, CancellationToken cancellation)
    {
        if (there is not null) throw Taken(order.Key);
        if (providers.SelectMany(provider => provider.Offer(tenant.Currency)).Any(built => built.Dataset.Contract.Key == order.Key)) throw Taken(order.Key, "dataset_key_built_in");
        DatasetLimits.MustHaveRoom(tenant, await db.UploadedDatasets.CountAsync(cancellation));
        var now = time.GetUtcNow();
        var load = DatasetLoad.Begin(order, Guid.CreateVersion7(now), member.Id, now);
        var dataset = db.UploadedDatasets.Add(UploadedDataset.Reserve(order.Key, load, now)).Entity;
        db.DatasetLoads.Add(load);
        db.Note(dataset, "load_begun", now);
        return (dataset, load);
    }

    private (UploadedDataset, DatasetLoad) Existing(LoadOrder order, UploadedDataset? there)
    {
        if (there?.LoadId is null || !there.IsFor(member.Person.Role)) throw Absent(order);
        if (there.LoadingId is not null) throw new RefusalException(409, "dataset_loading", order.Key);
        var load = DatasetLoad.Begin(order, there.Id, member.Id, time.GetUtcNow());
        db.DatasetLoads.Add(load);
        there.Await(load);
        db.Note(there, "load_begun", time.GetUtcNow());
        return (there, load);
    }

    /// <summary>A load whose job was given up holds nothing any more.</summary>
    private async Task<UploadedDataset?> WithoutDeadLoadAsync(UploadedDataset? there, CancellationToken cancellation)
    {
        if (there?.LoadingId is not { } id || await db.DatasetLoads.SingleOrDefaultAsync(load => load.Id == id, cancellation) is not { } load) return there;
        var dead = load.JobId is { } job && await db.Jobs.AnyAsync(one => one.Id == job && one.Status == JobStatus.Failed, cancellation);
        if (!dead) return there;
        load.Fail("job_failed", time.GetUtcNow());
        there.StopWaiting();
        if (there.LoadId is not null) return there;
        db.UploadedDatasets.Remove(there);
        await db.SaveChangesAsync(cancellation);
        return null;
    }

    private static RefusalException Taken(string key, string? text = null) => new(409, "dataset_key_taken", key) { TextKey = text };

    internal static RefusalException Absent(LoadOrder order) =>
        new(404, "dataset_not_found", order.Key) { TextKey = order.Mode == LoadMode.Append ? "dataset_to_append_absent" : "dataset_to_replace_absent" };
}
