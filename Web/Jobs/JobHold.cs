using Microsoft.EntityFrameworkCore;
using Web.Data;

namespace Web.Jobs;

/// <summary>
/// A worker's hold on one job. All it writes is written only while the hold lasts: a worker that was too slow and lost
/// its job to another changes nothing any more.
/// </summary>
internal sealed class JobHold(Guid job, Guid holder, TenantScope scope, TenantWork leases, TimeProvider time)
{
    /// <summary>How long a worker may be silent before its job is given to another.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(15);

    public async Task<Job?> ReadAsync(CancellationToken cancellation)
    {
        await using var db = leases.Lease(scope);
        await using var work = await db.BeginAsync(readOnly: true, cancellation);
        return await db.Jobs.AsNoTracking().SingleOrDefaultAsync(one => one.Id == job && one.Holder == holder && one.Status == JobStatus.Running, cancellation);
    }

    /// <returns>Whether the hold still lasts.</returns>
    public Task<bool> KeepAsync(CancellationToken cancellation) => WriteAsync(held => held
        .ExecuteUpdateAsync(set => set.SetProperty(one => one.DueAt, time.GetUtcNow() + Lease), cancellation), cancellation);

    public Task<bool> ReportAsync(double progress, CancellationToken cancellation) => WriteAsync(held => held
        .ExecuteUpdateAsync(set => set.SetProperty(one => one.Progress, (float)progress).SetProperty(one => one.DueAt, time.GetUtcNow() + Lease), cancellation), cancellation);

    public Task<bool> FinishAsync(string? result, CancellationToken cancellation) => WriteAsync(held => held
        .ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, JobStatus.Done).SetProperty(one => one.Progress, 1f)
            .SetProperty(one => one.Result, result).SetProperty(one => one.Error, (string?)null).SetProperty(one => one.EndedAt, time.GetUtcNow()), cancellation), cancellation);

    public Task<bool> FailAsync(JobError error, CancellationToken cancellation) => WriteAsync(held => held
        .ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, JobStatus.Failed)
            .SetProperty(one => one.Error, error.Write()).SetProperty(one => one.EndedAt, time.GetUtcNow()), cancellation), cancellation);

    /// <summary>Gives it back to the queue.</summary>
    /// <param name="counts">Whether this attempt counts.</param>
    public Task<bool> PutBackAsync(TimeSpan pause, bool counts, CancellationToken cancellation) => WriteAsync(held => held
        .ExecuteUpdateAsync(set => set.SetProperty(one => one.Status, JobStatus.Queued).SetProperty(one => one.Holder, (Guid?)null)
            .SetProperty(one => one.Attempts, one => one.Attempts - (counts ? 0 : 1)).SetProperty(one => one.DueAt, time.GetUtcNow() + pause), cancellation), cancellation);

    private async Task<bool> WriteAsync(Func<IQueryable<Job>, Task<int>> write, CancellationToken cancellation)
    {
        await using var db = leases.Lease(scope);
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var written = await write(db.Jobs.Where(one => one.Id == job && one.Holder == holder && one.Status == JobStatus.Running));
        await work.CommitAsync(cancellation);
        return written == 1;
    }
}
