using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Web.Data;
using Web.Insights.Datasets.Access;
using Web.Insights.Datasets.History;
using Web.Insights.Datasets.Loading;

namespace Web.Insights.Datasets;

internal sealed class UploadedDatasetTable : IEntityTypeConfiguration<UploadedDataset>
{
    public void Configure(EntityTypeBuilder<UploadedDataset> builder)
    {
        builder.KeyedInTenant("datasets");
        builder.IsReferencedBy<UploadedDataset, DatasetLoad>(nameof(DatasetLoad.DatasetId));
        builder.IsReferencedBy<UploadedDataset, DatasetVersion>(nameof(DatasetVersion.DatasetId));
        builder.Property(dataset => dataset.ContractText).HasColumnName("contract").HasColumnType("jsonb");
        builder.Property(dataset => dataset.KnownValuesText).HasColumnName("known_values").HasColumnType("jsonb");
        builder.Property(dataset => dataset.RowFilter).HasColumnType("jsonb");
        builder.Property(dataset => dataset.Version).HasColumnName("xmin").IsRowVersion();
    }
}

internal sealed class BuiltInAccessTable : IEntityTypeConfiguration<BuiltInAccess>
{
    public void Configure(EntityTypeBuilder<BuiltInAccess> builder)
    {
        builder.KeyedInTenant("dataset_access");
        builder.Ignore(access => access.Access);
        builder.Property(access => access.RowFilter).HasColumnType("jsonb");
        builder.Property(access => access.Version).HasColumnName("xmin").IsRowVersion();
    }
}

internal sealed class DatasetVersionTable : IEntityTypeConfiguration<DatasetVersion>
{
    public void Configure(EntityTypeBuilder<DatasetVersion> builder)
    {
        builder.KeyedInTenant("dataset_versions");
        builder.Property(version => version.ContractText).HasColumnName("contract").HasColumnType("jsonb");
        builder.Property(version => version.Changes).HasColumnType("jsonb");
        builder.Property(version => version.RowFilter).HasColumnType("jsonb");
    }
}

internal sealed class DatasetLoadTable : IEntityTypeConfiguration<DatasetLoad>
{
    public void Configure(EntityTypeBuilder<DatasetLoad> builder)
    {
        builder.KeyedInTenant("dataset_loads");
        builder.Property(load => load.Mode).HasConversion<WordConverter<LoadMode>>();
        builder.Property(load => load.OnError).HasConversion<WordConverter<OnError>>();
        builder.Property(load => load.Status).HasConversion<WordConverter<LoadStatus>>();
    }
}

internal sealed class UploadTable : IEntityTypeConfiguration<Upload>
{
    public void Configure(EntityTypeBuilder<Upload> builder)
    {
        builder.KeyedInTenant("uploads");
        builder.Property(upload => upload.Plan).HasColumnType("jsonb");
    }
}

public static class DatasetSets
{
    extension(AppDb db)
    {
        public DbSet<UploadedDataset> UploadedDatasets => db.Set<UploadedDataset>();
        public DbSet<BuiltInAccess> BuiltInAccess => db.Set<BuiltInAccess>();
        public DbSet<DatasetVersion> DatasetVersions => db.Set<DatasetVersion>();
        public DbSet<DatasetLoad> DatasetLoads => db.Set<DatasetLoad>();
        internal DbSet<Upload> Uploads => db.Set<Upload>();
    }
}

/// <summary>How contracts are kept in the database.</summary>
internal static class DatasetJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DictionaryKeyPolicy = null,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false) },
    };

    public static string Write<T>(T value) => JsonSerializer.Serialize(value, Options);

    public static T Read<T>(string json) => JsonSerializer.Deserialize<T>(json, Options)!;
}
