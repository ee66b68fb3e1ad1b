using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;
using Web.Jobs;

namespace Web.Operations.Export;

/// <summary>Everything a company has, ordered as one archive; its pieces are kept for a week once it is finished.</summary>
public sealed class CompanyExport
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(7);

    private CompanyExport()
    {
    }

    public Guid Id { get; private init; }
    public Guid JobId { get; private set; }
    public Guid? MemberId { get; private init; }
    public DateTimeOffset RequestedAt { get; private init; }
    public DateTimeOffset? FinishedAt { get; private set; }
    public DateTimeOffset? ExpiresAt { get; private set; }
    public DateTimeOffset? ErasedAt { get; private set; }
    public long Bytes { get; private set; }
    public int Chunks { get; private set; }
    public string? Sha256 { get; private set; }
    public long RowCount { get; private set; }

    internal static CompanyExport Order(AppDb db, DateTimeOffset now)
    {
        var export = new CompanyExport { Id = Guid.CreateVersion7(now), MemberId = db.Scope.MemberId, RequestedAt = now };
        export.JobId = db.Enqueue(ExportWork.Kind, new ExportWork.Order(export.Id), now).Id;
        return export;
    }

    internal void Finish(ArchiveStream archive, long rows, DateTimeOffset now) =>
        (FinishedAt, ExpiresAt, Bytes, Chunks, Sha256, RowCount) = (now, now + Kept, archive.Written, archive.Chunks, archive.Hash(), rows);

    internal void Erase(DateTimeOffset now) => ErasedAt ??= now;

    /// <summary>Whether its pieces can be had.</summary>
    public bool IsOpen(DateTimeOffset now) => FinishedAt is not null && ErasedAt is null && ExpiresAt > now;
}

internal sealed class CompanyExportTable : IEntityTypeConfiguration<CompanyExport>
{
    public void Configure(EntityTypeBuilder<CompanyExport> builder) => builder.KeyedInTenant("company_exports");
}

public static class CompanyExportSets
{
    extension(AppDb db)
    {
        public DbSet<CompanyExport> CompanyExports => db.Set<CompanyExport>();

        internal Task EraseChunksAsync(Guid export, CancellationToken cancellation) =>
            db.Database.ExecuteSqlAsync($"delete from app.export_chunks where tenant_id = {db.TenantId} and export_id = {export}", cancellation);

        internal Task KeepChunkAsync(Guid export, int place, byte[] bytes, CancellationToken cancellation) =>
            db.Database.ExecuteSqlAsync($"insert into app.export_chunks (tenant_id, export_id, place, bytes) values ({db.TenantId}, {export}, {place}, {bytes})", cancellation);

        internal async Task<byte[]?> ChunkAsync(Guid export, int place, CancellationToken cancellation) =>
            (await db.Database.SqlQuery<byte[]>($"select bytes from app.export_chunks where tenant_id = {db.TenantId} and export_id = {export} and place = {place}").ToListAsync(cancellation)).SingleOrDefault();
    }
}
