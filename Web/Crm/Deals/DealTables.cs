using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;
using Web.Kernel;

namespace Web.Crm.Deals;

internal sealed class PipelineTable : IEntityTypeConfiguration<Pipeline>
{
    public void Configure(EntityTypeBuilder<Pipeline> builder)
    {
        builder.KeyedInTenant("pipelines");
        builder.HasMany(pipeline => pipeline.Stages).WithOne().StandsOnId(nameof(Stage.PipelineId));
        builder.IsReferencedBy<Pipeline, Deal>(nameof(Deal.PipelineId));
    }
}

internal sealed class StageTable : IEntityTypeConfiguration<Stage>
{
    public void Configure(EntityTypeBuilder<Stage> builder)
    {
        builder.KeyedInTenant("stages");
        builder.IsReferencedBy<Stage, Deal>(nameof(Deal.StageId));
        builder.IsReferencedBy<Stage, StageStep>(nameof(StageStep.StageId));
    }
}

internal sealed class DealTable : IEntityTypeConfiguration<Deal>
{
    public void Configure(EntityTypeBuilder<Deal> builder)
    {
        builder.IsCrmRecord("deals");
        builder.Property(deal => deal.Status).HasConversion<WordConverter<DealStatus>>();
        builder.Property(deal => deal.SortKey).MadeByDatabase();
        builder.HasMany(deal => deal.History).WithOne().StandsOnId(nameof(StageStep.DealId));
        builder.HasMany(deal => deal.Contacts).WithOne().StandsOnId(nameof(DealContact.DealId));
        builder.HasMany(deal => deal.Lines).WithOne().StandsOnId(nameof(DealLine.DealId));
    }
}

internal sealed class StageHistoryTable : IEntityTypeConfiguration<StageStep>
{
    public void Configure(EntityTypeBuilder<StageStep> builder)
    {
        builder.KeyedInTenant("stage_history");
        builder.Property(step => step.Step).HasConversion<WordConverter<StepKind>>();
    }
}

internal sealed class DealContactTable : IEntityTypeConfiguration<DealContact>
{
    public void Configure(EntityTypeBuilder<DealContact> builder) => builder.KeyedInTenant("deal_contacts");
}

internal sealed class DealLineTable : IEntityTypeConfiguration<DealLine>
{
    public void Configure(EntityTypeBuilder<DealLine> builder) => builder.KeyedInTenant("deal_lines");
}

public static class DealSets
{
    extension(AppDb db)
    {
        public DbSet<Pipeline> Pipelines => db.Set<Pipeline>();
        public DbSet<Stage> Stages => db.Set<Stage>();
        public DbSet<Deal> Deals => db.Set<Deal>();
        public DbSet<StageStep> StageHistory => db.Set<StageStep>();
        public DbSet<DealContact> DealContacts => db.Set<DealContact>();
        public DbSet<DealLine> DealLines => db.Set<DealLine>();
    }

    extension(IQueryable<Deal> deals)
    {
        public IQueryable<Deal> Open() => deals.Where(deal => deal.Status == DealStatus.Open);

        public IQueryable<Deal> Won() => deals.Where(deal => deal.Status == DealStatus.Won);

        public IQueryable<Deal> Lost() => deals.Where(deal => deal.Status == DealStatus.Lost);

        public IQueryable<Deal> OwnedBy(Guid member) => deals.Where(deal => deal.OwnerId == member);

        public IQueryable<Deal> Of(Guid account) => deals.Where(deal => deal.AccountId == account);

        public IQueryable<Deal> In(Stage stage) => deals.In(stage.Id);

        public IQueryable<Deal> In(Guid stage) => deals.Where(deal => deal.StageId == stage);

        public IQueryable<Deal> ClosedWithin(Period period)
        {
            var (from, to) = (period.From ?? DateOnly.MinValue, period.To ?? DateOnly.MaxValue);
            return deals.Where(deal => deal.ClosedOn >= from && deal.ClosedOn <= to);
        }

        /// <summary>In the order that people gave them on the board.</summary>
        public IOrderedQueryable<Deal> AsArranged() => deals.OrderBy(deal => deal.Rank).ThenBy(deal => deal.Id);

        public IQueryable<Deal> WithEverything() => deals.Include(deal => deal.Contacts).Include(deal => deal.Lines.OrderBy(line => line.Position)).AsSplitQuery();
    }

    extension(IQueryable<Pipeline> pipelines)
    {
        public IQueryable<Pipeline> WithStages() => pipelines.Include(pipeline => pipeline.Stages.OrderBy(stage => stage.Rank)).OrderBy(pipeline => pipeline.Rank);
    }
}
