using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Jobs;

internal sealed class JobTable : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        builder.KeyedInTenant("jobs");
        builder.Property(job => job.Status).HasConversion<WordConverter<JobStatus>>();
        builder.Property(job => job.Payload).HasColumnType("jsonb");
        builder.Property(job => job.Result).HasColumnType("jsonb");
        builder.Property(job => job.Error).HasColumnType("jsonb");
    }
}

public static class JobSets
{
    extension(AppDb db)
    {
        public DbSet<Job> Jobs => db.Set<Job>();

        /// <summary>Queues work in the unit of work that causes it: it is done if that is committed, and never begun if not.</summary>
        /// <param name="kind">As the room registered it with <see cref="JobsRoom.AddJob{T}"/>.</param>
        /// <param name="payload">Written as JSON; read again by <see cref="JobRun.Payload{T}"/>. Ids rather than copies.</param>
        /// <param name="due">Not before then; null: at once.</param>
        public Job Enqueue<T>(string kind, T payload, DateTimeOffset now, DateTimeOffset? due = null) =>
            db.Jobs.Add(Job.Queue(kind, JsonSerializer.Serialize(payload, JobJson.Options), db.Scope.MemberId, now, due ?? now)).Entity;

        /// <summary>The same on the company's own behalf: it is done whatever becomes of the member who caused it.</summary>
        public Job EnqueueForCompany<T>(string kind, T payload, DateTimeOffset now, DateTimeOffset? due = null) =>
            db.Jobs.Add(Job.Queue(kind, JsonSerializer.Serialize(payload, JobJson.Options), null, now, due ?? now)).Entity;
    }
}

internal static class JobJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
