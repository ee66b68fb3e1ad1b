using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;
using Web.Kernel;
using Web.Semantics;

namespace Web.Insights.Saved;

internal sealed class SavedChartTable : IEntityTypeConfiguration<SavedChart>
{
    public void Configure(EntityTypeBuilder<SavedChart> builder)
    {
        builder.KeyedInTenant("saved_charts");
        builder.Property(chart => chart.ChartType).HasConversion<WordConverter<ChartType>>();
        builder.Property(chart => chart.Query).HasColumnType("jsonb");
        builder.Property(chart => chart.SortKey).MadeByDatabase();
        builder.Property(chart => chart.SearchKey).MadeByDatabase();
        builder.Property(chart => chart.Version).HasColumnName("xmin").IsRowVersion();
    }
}

public static class SavedChartSet
{
    extension(AppDb db)
    {
        public DbSet<SavedChart> SavedCharts => db.Set<SavedChart>();
    }

    extension(IQueryable<SavedChart> charts)
    {
        /// <summary>Those over datasets of this catalogue; for whoever has it, there are no others.</summary>
        public IQueryable<SavedChart> Over(Catalog catalog)
        {
            var keys = catalog.Contracts.Select(contract => contract.Key).ToArray();
            return charts.Where(chart => keys.Contains(chart.Dataset));
        }

        public IQueryable<SavedChart> OwnedBy(Guid member) => charts.Where(chart => chart.OwnerId == member);

        /// <summary>Those whose title or description contains the words, whatever their case and width.</summary>
        public IQueryable<SavedChart> Matching(string words) => charts.Where(chart => chart.SearchKey.Contains(SearchText.Of(words)));
    }
}
