using Microsoft.EntityFrameworkCore;
using Web.Audit;
using Web.Data;
using Web.Jobs;
using Web.Kernel;

namespace Web.Operations.Queue;

/// <summary>What people may do about a company's jobs: try a failed one again, or give up one that waits.</summary>
internal sealed class QueueActs(AppDb db, TimeProvider time)
{
    private const int Most = 200;

    /// <summary>What erases, seals or warns when it is due is not in anybody's hands here.</summary>
    private static readonly HashSet<string> Owed =
    [
        Closing.EraseWork.Kind, Closing.ClosingNoticeWork.Kind, Export.ExportExpiryWork.Kind, Site.SignUp.UnprovenWork.Kind, Insights.Assistant.History.ConversationErasure.Kind,
        Insights.Datasets.Loading.DatasetSweep.Kind, Crm.Bin.RecordSweep.Kind, Audit.Chain.SealWork.Kind, Audit.Chain.ExpireWork.Kind, Api.Idempotency.ForgetAnswers.Kind, Access.Passwords.ForgottenWork.Kind,
        Access.ApiKeys.KeyEndWork.Kind,
    ];

    public static bool IsOwed(string kind) => Owed.Contains(kind);

    public static bool MayGiveUp(Job job) => job.Status == JobStatus.Queued && !IsOwed(job.Kind);

    /// <summary>What is running, waiting or failed, and of what is done the last; those that need somebody first.</summary>
    public async Task<IReadOnlyList<Job>> ListAsync(CancellationToken cancellation)
    {
        var open = await db.Jobs.AsNoTracking().Where(job => job.Status != JobStatus.Done)
            .OrderBy(job => job.Status == JobStatus.Failed ? 0 : job.Status == JobStatus.Running ? 1 : 2).ThenByDescending(job => job.CreatedAt).Take(Most).ToListAsync(cancellation);
        return [.. open, .. await db.Jobs.AsNoTracking().Where(job => job.Status == JobStatus.Done).OrderByDescending(job => job.EndedAt).Take(10).ToListAsync(cancellation)];
    }

    /// <exception cref="RefusalException">404: there is no such job; 409: it has not failed.</exception>
    public Task RetryAsync(Guid id, CancellationToken cancellation) => ChangeAsync(id, JobStatus.Failed, "job.retried", "job_not_failed", jobs => jobs
        .ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, JobStatus.Queued).SetProperty(job => job.Holder, (Guid?)null).SetProperty(job => job.Attempts, 0)
            .SetProperty(job => job.Error, (string?)null).SetProperty(job => job.EndedAt, (DateTimeOffset?)null).SetProperty(job => job.DueAt, time.GetUtcNow()), cancellation), cancellation);

    /// <exception cref="RefusalException">404: there is no such job; 409: it does not wait.</exception>
    public Task GiveUpAsync(Guid id, CancellationToken cancellation)
    {
        var error = JobError.GivenUp.Write();
        return ChangeAsync(id, JobStatus.Queued, "job.given_up", "job_not_waiting", jobs => jobs
            .ExecuteUpdateAsync(set => set.SetProperty(job => job.Status, JobStatus.Failed).SetProperty(job => job.Error, error).SetProperty(job => job.EndedAt, time.GetUtcNow()), cancellation), cancellation);
    }

    /// <summary>In the unit of work that is open.</summary>
    private async Task ChangeAsync(Guid id, JobStatus from, string happening, string refusal, Func<IQueryable<Job>, Task<int>> change, CancellationToken cancellation)
    {
        if (await db.Jobs.AsNoTracking().SingleOrDefaultAsync(job => job.Id == id, cancellation) is not { } known) throw RefusalException.NotFound();
        if (from == JobStatus.Queued && !MayGiveUp(known)) throw new RefusalException(409, refusal);
        if (await change(db.Jobs.Where(job => job.Id == id && job.Status == from)) == 0) throw new RefusalException(409, refusal);
        if (from == JobStatus.Failed) await db.Database.ExecuteSqlAsync($"select pg_notify('job_waits', '')", cancellation);
        db.Note(time.GetUtcNow(), happening, "tenant", description: $"{known.Kind} {id}");
        await db.SaveChangesAsync(cancellation);
    }
}
