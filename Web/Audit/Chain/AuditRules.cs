using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Audit.Chain;

/// <summary>How long a company keeps its log. Without days: for ever.</summary>
public sealed class AuditRules : IRecorded
{
    public const int LeastDays = 90, MostDays = 3660;

    private AuditRules()
    {
    }

    public Guid Id { get; private init; }
    public int? KeepDays { get; private set; }
    [NotRecorded] public DateTimeOffset UpdatedAt { get; private set; }

    string IRecorded.EntityName => "audit_rules";
    string IRecorded.EventCategory => "security";

    public static AuditRules Begin(DateTimeOffset now) => new() { Id = Guid.CreateVersion7(now), UpdatedAt = now };

    public void Keep(int? days, DateTimeOffset now) => (KeepDays, UpdatedAt) = (days, now);
}

internal sealed class AuditRulesTable : IEntityTypeConfiguration<AuditRules>
{
    public void Configure(EntityTypeBuilder<AuditRules> builder) => builder.KeyedInTenant("audit_rules");
}

public static class AuditRulesSets
{
    extension(AppDb db)
    {
        public DbSet<AuditRules> AuditRules => db.Set<AuditRules>();
    }
}
