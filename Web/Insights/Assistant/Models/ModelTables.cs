using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using Web.Data;

namespace Web.Insights.Assistant.Models;

internal sealed class CompanyModelTable : IEntityTypeConfiguration<CompanyModel>
{
    public void Configure(EntityTypeBuilder<CompanyModel> builder)
    {
        builder.KeyedInTenant("language_models");
        builder.Ignore(model => model.Price);
        builder.Property(model => model.Source).HasConversion<WordConverter<ModelSource>>();
        builder.Property(model => model.Provider).HasConversion(new ValueConverter<ModelProvider, string>(provider => WordOf(provider), word => ModelProviders.Find(word)!.Value));
    }

    private static string WordOf(ModelProvider provider) => provider.Word;
}

internal sealed class ModelCallTable : IEntityTypeConfiguration<ModelCall>
{
    public void Configure(EntityTypeBuilder<ModelCall> builder)
    {
        builder.KeyedInTenant("language_model_calls");
        builder.Property(call => call.Outcome).HasConversion<WordConverter<ModelOutcome>>();
    }
}

internal sealed class ModelMonthTable : IEntityTypeConfiguration<ModelMonth>
{
    public void Configure(EntityTypeBuilder<ModelMonth> builder)
    {
        builder.ToTable("language_model_months");
        builder.HasKey(month => month.Month);
    }
}

public static class ModelSets
{
    extension(AppDb db)
    {
        public DbSet<CompanyModel> CompanyModels => db.Set<CompanyModel>();
        public DbSet<ModelCall> ModelCalls => db.Set<ModelCall>();
        public DbSet<ModelMonth> ModelMonths => db.Set<ModelMonth>();
    }
}
