using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Audit;

internal sealed class AuditTable : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> builder)
    {
        builder.ToTable("audit_entries");
        builder.HasKey(entry => entry.Id);
        builder.Property(entry => entry.Changes).HasColumnType("jsonb");
        builder.PrimitiveCollection(entry => entry.RiskReasons);
    }
}

public static class AuditSets
{
    extension(AppDb db)
    {
        public DbSet<AuditEntry> AuditEntries => db.Set<AuditEntry>();
    }

    /// <summary>What happened to one record, newest first.</summary>
    public static IQueryable<AuditEntry> Of(this IQueryable<AuditEntry> entries, Guid record) =>
        entries.Where(entry => entry.EntityId == record).OrderByDescending(entry => entry.Id);
}
