using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Crm.Activities;

internal sealed class ActivityTable : IEntityTypeConfiguration<Activity>
{
    public void Configure(EntityTypeBuilder<Activity> builder)
    {
        builder.KeyedInTenant("activities");
        builder.Property(activity => activity.Kind).HasConversion<WordConverter<ActivityKind>>();
        builder.Property(activity => activity.Entity).HasConversion<WordConverter<RecordKind>>();
    }
}

public static class ActivitySet
{
    extension(AppDb db)
    {
        public DbSet<Activity> Activities => db.Set<Activity>();
    }

    extension(IQueryable<Activity> activities)
    {
        public IQueryable<Activity> About(Guid record) => activities.Where(activity => activity.EntityId == record);
    }
}
