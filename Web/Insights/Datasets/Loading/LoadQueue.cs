using Web.Data;
using Web.Jobs;
using Web.Tenancy;

namespace Web.Insights.Datasets.Loading;

/// <summary>Takes the dataset now and lets a job load the file.</summary>
internal sealed class LoadQueue(AppDb db, Reservations reservations, TimeProvider time)
{
    public async Task<Job> AddAsync(LoadOrder order, ReceivedFile file, Tenant tenant, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var (_, load) = await reservations.TakeAsync(order, tenant, cancellation);
        var job = db.Enqueue(DatasetLoadWork.Kind, new DatasetLoadWork.Order(load.Id, file.Bytes), time.GetUtcNow());
        load.IsDoneBy(job.Id);
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return job;
    }
}
