using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Crm.Tasks;

internal sealed class TaskTable : IEntityTypeConfiguration<TaskItem>
{
    public void Configure(EntityTypeBuilder<TaskItem> builder)
    {
        builder.IsCrmRecord("tasks");
        builder.Property(task => task.Priority).HasConversion<WordConverter<TaskPriority>>();
        builder.Property(task => task.Entity).HasConversion<WordConverter<RecordKind>>();
    }
}

public static class TaskSet
{
    extension(AppDb db)
    {
        public DbSet<TaskItem> Tasks => db.Set<TaskItem>();
    }

    extension(IQueryable<TaskItem> tasks)
    {
        public IQueryable<TaskItem> Undone() => tasks.Where(task => task.DoneAt == null);

        public IQueryable<TaskItem> Done() => tasks.Where(task => task.DoneAt != null);

        public IQueryable<TaskItem> AssignedTo(Guid member) => tasks.Where(task => task.AssigneeId == member);

        public IQueryable<TaskItem> DueBy(DateOnly day) => tasks.Where(task => task.DueOn <= day);

        public IQueryable<TaskItem> OverdueOn(DateOnly today) => tasks.Undone().Where(task => task.DueOn < today);

        public IQueryable<TaskItem> About(Guid record) => tasks.Where(task => task.EntityId == record);

        /// <summary>The most urgent first; those without a day last.</summary>
        public IOrderedQueryable<TaskItem> MostUrgentFirst() => tasks.OrderBy(task => task.DueOn).ThenBy(task => task.Id);
    }
}
