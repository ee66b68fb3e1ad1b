using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Demo.Sample;

/// <summary>Marks a record as sample data.</summary>
public sealed class SampleRecord
{
    private SampleRecord()
    {
    }

    /// <summary>The record's.</summary>
    public Guid Id { get; private init; }

    /// <summary>What it is: <c>deal</c>.</summary>
    public string Entity { get; private init; } = "";
    public DateTimeOffset MadeAt { get; private init; }

    internal static SampleRecord Of(string entity, Guid record, DateTimeOffset now) => new() { Id = record, Entity = entity, MadeAt = now };
}

internal sealed class SampleRecordTable : IEntityTypeConfiguration<SampleRecord>
{
    public void Configure(EntityTypeBuilder<SampleRecord> builder) => builder.KeyedInTenant("sample_records");
}

public static class SampleSets
{
    extension(AppDb db)
    {
        public DbSet<SampleRecord> SampleRecords => db.Set<SampleRecord>();
    }
}
