using Microsoft.EntityFrameworkCore;
using Web.Access;
using Web.Crm.Accounts;
using Web.Crm.Contacts;
using Web.Crm.Deals;
using Web.Crm.Tasks;
using Web.Data;
using Web.Jobs;
using Web.Kernel;

namespace Web.Crm.Bin;

/// <summary>
/// Accounts, contacts, deals and tasks go to the bin first, for 30 days, and come back as they were. Managers see all of it,
/// others what is their own. Needs an open unit of work.
/// </summary>
internal sealed class RecordBin(AppDb db, CurrentMember member, Moment now)
{
    public static readonly TimeSpan Life = TimeSpan.FromDays(30);
    private static readonly TimeSpan Near = TimeSpan.FromHours(1);

    /// <exception cref="RefusalException">403: it is somebody else's, and they may delete only their own.</exception>
    public async Task PutAsync(CrmRecord record, CancellationToken cancellation)
    {
        member.MayDelete(record.OwnerId);
        record.PutInBin(now);
        await db.SaveChangesAsync(cancellation);
        var due = now.At + Life + TimeSpan.FromMinutes(1);
        if (await db.Jobs.AnyAsync(job => job.Kind == RecordSweep.Kind && job.Status == JobStatus.Queued && job.DueAt >= due && job.DueAt <= due + Near, cancellation)) return;
        db.EnqueueForCompany(RecordSweep.Kind, new { }, now.At, due + Near);
        await db.SaveChangesAsync(cancellation);
    }

    /// <exception cref="RefusalException">403 or 404: it is somebody else's; it is not in the bin, or not for this person.</exception>
    public async Task<CrmRecord> RestoreAsync(BinnedKind kind, Guid id, CancellationToken cancellation)
    {
        CrmRecord? record = kind switch
        {
            BinnedKind.Account => await FindAsync(db.Accounts, id, cancellation),
            BinnedKind.Contact => await FindAsync(db.Contacts, id, cancellation),
            BinnedKind.Deal => await FindAsync(db.Deals, id, cancellation),
            _ => await FindAsync(db.Tasks, id, cancellation),
        };
        if (record is null) throw RefusalException.NotFound();
        member.MayDelete(record.OwnerId);
        record.Restore(now);
        await db.SaveChangesAsync(cancellation);
        return record;
    }

    /// <summary>The page after <paramref name="after"/>, or the newest; one more than asked for tells that there are more.</summary>
    public Task<IReadOnlyList<BinnedRecord>> ListAsync((DateTimeOffset At, Guid Id)? after, int count, CancellationToken cancellation)
    {
        var sql = new Statement<BinnedRecord>(row => new BinnedRecord(
            (BinnedKind)row.GetInt32(0), row.GetGuid(1), row.TextOrNull(3) is { } given ? Naming.Full(row.GetString(2), given) : row.GetString(2),
            row.OrNull<Guid>(4), row.GetFieldValue<DateTimeOffset>(5), row.GetFieldValue<DateTimeOffset>(5) + Life));
        sql.Add($"select kind, id, name, given, owner_id, deleted_at from (");
        Of(sql, BinnedKind.Account, "name", "null::text", "accounts");
        sql.Add($" union all ");
        Of(sql, BinnedKind.Contact, "family_name", "given_name", "contacts");
        sql.Add($" union all ");
        Of(sql, BinnedKind.Deal, "name", "null::text", "deals");
        sql.Add($" union all ");
        Of(sql, BinnedKind.Task, "title", "null::text", "tasks");
        sql.Add($") binned where true");
        if (!member.Can(Permission.CrmDelete)) sql.Add($" and owner_id = {member.Id}");
        if (after is { } last) sql.Add($" and (deleted_at, id) < ({last.At.ToUniversalTime()}, {last.Id})");
        sql.Add($" order by deleted_at desc, id desc limit {(long)count + 1}");
        return db.ReadAsync(sql, cancellation);
    }

    private void Of(Statement sql, BinnedKind kind, string name, string given, string table) => sql.Add(
        $"select {(int)kind} as kind, id, {new ProgramText(name)} as name, {new ProgramText(given)} as given, owner_id, deleted_at from app.{new ProgramText(table)} where tenant_id = {db.TenantId} and deleted_at > {now.At - Life}");

    private Task<T?> FindAsync<T>(IQueryable<T> records, Guid id, CancellationToken cancellation) where T : CrmRecord
    {
        var since = now.At - Life;
        return records.IgnoreQueryFilters([Fencing.BinFilter]).SingleOrDefaultAsync(record => record.Id == id && record.DeletedAt > since, cancellation);
    }
}
