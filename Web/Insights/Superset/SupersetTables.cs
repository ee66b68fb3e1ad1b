using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Insights.Superset;

internal sealed class SupersetObjectTable : IEntityTypeConfiguration<SupersetObject>
{
    public void Configure(EntityTypeBuilder<SupersetObject> builder)
    {
        builder.KeyedInTenant("superset_objects");
        builder.Property(thing => thing.Kind).HasConversion<WordConverter<SupersetKind>>();
    }
}

internal sealed class ChartPushTable : IEntityTypeConfiguration<ChartPush>
{
    public void Configure(EntityTypeBuilder<ChartPush> builder)
    {
        builder.KeyedInTenant("superset_pushes");
        builder.Property(push => push.State).HasConversion<WordConverter<PushState>>();
    }
}

public static class SupersetSets
{
    extension(AppDb db)
    {
        public DbSet<SupersetObject> SupersetObjects => db.Set<SupersetObject>();
        public DbSet<ChartPush> ChartPushes => db.Set<ChartPush>();
    }
}
