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
        public Job Enqueue<T>(string kind, T payload, DateTimeOffset now, DateTimeOffset? due = null) => db.Queue(kind, payload, db.Scope.MemberId, now, due);

        /// <summary>Queues the company's own work: it is done also when whoever caused it has left by then.</summary>
        /// <inheritdoc cref="Enqueue{T}"/>
        public Job EnqueueForCompany<T>(string kind, T payload, DateTimeOffset now, DateTimeOffset? due = null) => db.Queue(kind, payload, null, now, due);

        private Job Queue<T>(string kind, T payload, Guid? member, DateTimeOffset now, DateTimeOffset? due)
        {
            var job = Job.Queue(kind, JsonSerializer.Serialize(payload, JobJson.Options), member, now, due ?? now);
            db.Jobs.Add(job);
            return job;
        }
    }
}

internal static class JobJson
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };
}
