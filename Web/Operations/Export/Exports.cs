using Microsoft.EntityFrameworkCore;
using Web.Audit;
using Web.Data;
using Web.Kernel;

namespace Web.Operations.Export;

/// <summary>Orders archives and hands them out, one at a time for a company.</summary>
internal sealed class Exports(AppDb db, TimeProvider time)
{
    /// <summary>In the unit of work that is open.</summary>
    /// <exception cref="RefusalException">409: one is on its way.</exception>
    public async Task<CompanyExport> OrderAsync(CancellationToken cancellation)
    {
        var now = time.GetUtcNow();
        await db.Database.ExecuteSqlAsync($"select pg_advisory_xact_lock(hashtextextended({"export " + db.TenantId}, 0))", cancellation);
        if ((await StatesAsync(cancellation)).Any(state => state.IsUnderWay)) throw new RefusalException(409, "export_under_way");
        var export = db.CompanyExports.Add(CompanyExport.Order(db, now)).Entity;
        db.Note(now, "organization.export_ordered", "tenant", risk: "medium");
        await db.SaveChangesAsync(cancellation);
        return export;
    }

    /// <summary>The last ones, newest first, each with how its job stands.</summary>
    public async Task<IReadOnlyList<ExportState>> StatesAsync(CancellationToken cancellation) => await (
        from export in db.CompanyExports.AsNoTracking()
        join job in db.Set<Jobs.Job>() on export.JobId equals job.Id into jobs
        from job in jobs.DefaultIfEmpty()
        orderby export.RequestedAt descending
        select new ExportState(export, job == null ? null : job.Status, job == null ? 0 : job.Progress)).Take(10).ToListAsync(cancellation);

    /// <summary>Notes that it is fetched, in a unit of work of its own.</summary>
    /// <exception cref="RefusalException">404: there is none, it is not finished, or its week is over.</exception>
    public async Task<CompanyExport> OpenAsync(Guid id, CancellationToken cancellation)
    {
        await using var work = await db.BeginAsync(readOnly: false, cancellation);
        var now = time.GetUtcNow();
        if (await db.CompanyExports.AsNoTracking().SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } export || !export.IsOpen(now)) throw RefusalException.NotFound();
        db.Note(now, "organization.export_downloaded", "tenant", description: id.ToString(), risk: "high");
        await db.SaveChangesAsync(cancellation);
        await work.CommitAsync(cancellation);
        return export;
    }

    /// <summary>Writes the archive piece by piece; none of them waits in a transaction for the reader.</summary>
    public async Task SendAsync(CompanyExport export, string name, HttpResponse response, CancellationToken cancellation)
    {
        response.ContentType = "application/zip";
        response.ContentLength = export.Bytes;
        response.Headers.CacheControl = "no-store";
        response.Headers.ContentDisposition = $"attachment; filename=\"{name}\"";
        for (var place = 0; place < export.Chunks; place++)
        {
            byte[]? bytes;
            await using (await db.BeginAsync(readOnly: true, cancellation)) bytes = await db.ChunkAsync(export.Id, place, cancellation);
            if (bytes is null) throw new IOException("The archive was erased while it was read.");
            await response.Body.WriteAsync(bytes, cancellation);
        }
    }

    public static string NameOf(string slug, CompanyExport export) => FormattableString.Invariant($"{slug}-{export.RequestedAt:yyyyMMdd-HHmm}.zip");
}

internal sealed record ExportState(CompanyExport Export, Jobs.JobStatus? Job, float Progress)
{
    public bool IsUnderWay => Export is { FinishedAt: null, ErasedAt: null } && Job is Jobs.JobStatus.Queued or Jobs.JobStatus.Running;

    public bool HasFailed => Export is { FinishedAt: null } && !IsUnderWay;
}
