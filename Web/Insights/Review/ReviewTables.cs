using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;

namespace Web.Insights.Review;

internal sealed class ReviewedExampleTable : IEntityTypeConfiguration<ReviewedExample>
{
    public void Configure(EntityTypeBuilder<ReviewedExample> builder)
    {
        builder.KeyedInTenant("reviewed_examples");
        builder.Property(example => example.Query).HasColumnType("jsonb");
    }
}

internal sealed class ReviewDecisionTable : IEntityTypeConfiguration<ReviewDecision>
{
    public void Configure(EntityTypeBuilder<ReviewDecision> builder)
    {
        builder.KeyedInTenant("review_decisions");
        builder.Property(decision => decision.Kind).HasConversion<WordConverter<DecisionKind>>();
        builder.Property(decision => decision.Detail).HasColumnType("jsonb");
    }
}

internal sealed class ExampleRunTable : IEntityTypeConfiguration<ExampleRun>
{
    public void Configure(EntityTypeBuilder<ExampleRun> builder)
    {
        builder.KeyedInTenant("example_runs");
        builder.Property(run => run.Verdicts).HasColumnType("jsonb");
    }
}

public static class ReviewSets
{
    extension(AppDb db)
    {
        public DbSet<ReviewedExample> ReviewedExamples => db.Set<ReviewedExample>();
        public DbSet<ReviewDecision> ReviewDecisions => db.Set<ReviewDecision>();
        public DbSet<ExampleRun> ExampleRuns => db.Set<ExampleRun>();
    }
}
